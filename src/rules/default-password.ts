import type { Fix, Problem } from '../findings/finding.ts';
import type { Credential } from '../model/model.ts';
import type { Rule } from './rule.ts';
import { adviceOf } from './secret-in-clear.ts';
import { secretFixes } from './secret-fix.ts';

export const defaultPassword: Rule = {
  id: 'default-password',
  severity: 'error',
  summary: 'A password is one that everybody knows',
  explanation: `Passwords that software is shipped with, and those of the documentation that everybody copies from, are the first that are
tried.

Set a password of your own where the service keeps it, and keep it out of the repository. Only passwords that are known to be
published are reported, and words such as \`changeme\` pass for placeholders. Of hashes \`known-bcrypt-hash\` says the same.`,
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
  },
  *check(model) {
    const fixes = secretFixes(model);
    for (const credential of model.credentials) {
      if (credential.nature === 'default') yield problemOf(credential, fixes.get(credential));
    }
  },
};

function problemOf({ kind, path, field, value, alternative }: Credential, fix: Fix | undefined): Problem {
  return {
    at: value.span,
    subject: { path, kind },
    message: `${field} holds a ${kind} that everybody knows; set one of your own, and ${adviceOf(alternative)}`,
    ...(fix === undefined ? {} : { fix }),
  };
}
