import type { Problem } from '../findings/finding.ts';
import type { Credential, User } from '../model/model.ts';
import type { Rule } from './rule.ts';
import { adviceOf } from './secret-in-clear.ts';

export const defaultPassword: Rule = {
  id: 'default-password',
  severity: 'error',
  summary: 'A password is one that everybody knows',
  explanation: `Passwords that software is shipped with, and those of the documentation that everybody copies from, are the first that are
tried. A bcrypt hash hides nothing where it is published together with its password: the \`basic_auth_users\` of the example
\`web.yml\` in the repository of Prometheus, and of the guide to basic authentication, stand in many a configuration as they
were copied.

Set a password of your own where the service keeps it, and keep it out of the repository. For a \`web.yml\` make a hash with
\`htpasswd -nBC 12 USER\`. Only passwords and hashes that are known to be published are reported, and words such as
\`changeme\` pass for placeholders.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: rabbitmq
    scheme: https
    basic_auth:
      username: guest
      password: guest # want: default-password
    static_configs:
      - targets: [rabbitmq.example.com]
`,
    'web.yml': `basic_auth_users:
  alice: $2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze # want: default-password
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: rabbitmq
    scheme: https
    basic_auth:
      username: prometheus
      password_file: secrets/rabbitmq-password
    static_configs:
      - targets: [rabbitmq.example.com]
`,
    'web.yml': `basic_auth_users:
  alice: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
  },
  *check({ credentials, servers }) {
    for (const credential of credentials) if (credential.nature === 'default') yield problemOf(credential);
    for (const user of servers.flatMap(server => server.users)) {
      if (user.publication !== undefined) yield publishedProblem(user, user.publication);
    }
  },
};

function problemOf({ kind, path, field, value, alternative }: Credential): Problem {
  return {
    at: value.span,
    subject: { path, kind },
    message: `${field} holds a ${kind} that everybody knows; set one of your own, and ${adviceOf(alternative)}`,
  };
}

function publishedProblem({ path, name, hash }: User, publication: string): Problem {
  return {
    at: hash.span,
    subject: { path, kind: 'password' },
    message: `the password hash of ${name} is the one in ${publication}; choose a password of your own, and put the output of htpasswd -nBC 12 there`,
  };
}
