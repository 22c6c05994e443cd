import type { Problem } from '../findings/finding.ts';
import { holdsTemplate } from '../model/secrets/secret.ts';
import type { Link } from '../model/model.ts';
import type { Login } from '../model/clients/client-settings.ts';
import { printable } from '../text/printable.ts';
import { nameOf, relatedTo } from './linked-server.ts';
import type { Rule, RuleContext } from './rule.ts';

// At cost 12 one comparison takes a quarter of a second, and each step up doubles it.
const MOST_COST = 12;
const MOST_COMPARISONS = 20;
// What other software than Go's takes and gives back as it is: no stray bits at the end of the salt, nothing behind.
const PLAIN_HASH = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31}$/;

export const wrongScrapePassword: Rule = {
  id: 'wrong-scrape-password',
  severity: 'error',
  summary: 'A scrape job logs in with a password that the server does not take',
  explanation: `The \`basic_auth\` of the job that scrapes Prometheus itself and the \`basic_auth_users\` of its \`web.yml\` have to agree. Where the
user is not among them, or the bcrypt hash is that of another password, every scrape fails with \`server returned HTTP status
401 Unauthorized\`. It happens where one of the two was changed, where a hash was made of a password with the line break of
\`echo\`, and where a shell took a \`$\` out of it.

Put the password of the user into the job, or better into its \`password_file\`, or make the hash again: \`promsec hash USER\`.
A password is compared where it is committed, with hashes of cost 12 or less, and at most 20 times in a run, since each
comparison takes up to a quarter of a second.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    scheme: https
    tls_config:
      ca_file: ca.pem
    basic_auth:
      username: prometheus # want: wrong-scrape-password
      password_file: /etc/prometheus-secrets/password
    static_configs:
      - targets: [localhost:9090]
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: prometheus.key
basic_auth_users:
  scraper: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [.:/etc/prometheus:ro]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    scheme: https
    tls_config:
      ca_file: ca.pem
    basic_auth:
      username: scraper
      password_file: /etc/prometheus-secrets/password
    static_configs:
      - targets: [localhost:9090]
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: prometheus.key
basic_auth_users:
  scraper: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [.:/etc/prometheus:ro]
`,
  },
  *check({ links }, context) {
    const comparisons = new Map<string, boolean | undefined>();
    for (const link of links) {
      const { login, server } = link;
      if (login === undefined || server.users.length === 0) continue;
      const user = server.users.find(({ name }) => name === printable(login.username.value));
      const problem =
        user === undefined ? unknownUser(link, login) : wrongPassword(link, login, user, { comparisons, context });
      if (problem !== undefined) yield { ...problem, ...relatedTo(link) };
    }
  },
};

const REFUSAL = 'so that every scrape fails (server returned HTTP status 401 Unauthorized)';

function unknownUser({ client, server }: Link, { username }: Login): Problem | undefined {
  if (username.value === '' || server.users.some(({ name }) => holdsTemplate(name))) return undefined;
  return {
    at: username.span,
    subject: { path: client.path, kind: 'user' },
    message: `${client.label} logs in as ${printable(username.value)}, and ${nameOf(server)} has no such user, ${REFUSAL}; name one of its users, or add this one there`,
  };
}

type User = Link['server']['users'][number];

/** What has been compared, by password and hash, and what compares. */
interface Comparing {
  readonly comparisons: Map<string, boolean | undefined>;
  readonly context: RuleContext;
}

function wrongPassword(
  { client, server }: Link,
  { password }: Login,
  { name, hash, reading }: User,
  { comparisons, context }: Comparing,
): Problem | undefined {
  const text = hash.value.reveal();
  if (password === undefined || reading.kind !== 'hash' || reading.cost > MOST_COST) return undefined;
  if (!PLAIN_HASH.test(text)) return undefined;
  const key = `${text} ${password.value.reveal()}`;
  if (!comparisons.has(key)) {
    if (comparisons.size === MOST_COMPARISONS) return undefined;
    comparisons.set(key, context.matchesHash(password.value.reveal(), text));
  }
  if (comparisons.get(key) !== false) return undefined;
  return {
    at: password.span,
    subject: { path: client.path, kind: 'password' },
    message: `${client.label} logs in as ${name} with a password that its hash in ${nameOf(server)} is not made of, ${REFUSAL}; use the password of the hash, or make the hash again`,
  };
}
