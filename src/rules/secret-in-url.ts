import type { Rule } from './rule.ts';
import { secretsInClear } from './secret-in-clear.ts';

export const secretInUrl: Rule = {
  id: 'secret-in-url',
  severity: 'error',
  summary: 'A URL holds a password or a token',
  explanation: `A URL is no place for a secret: it ends up in logs, in metrics, in error messages and with every proxy on the way.
Prometheus masks the password of a few URLs on \`/config\` and shows all others whole, \`http_sd_configs\` and \`token_url\`
among them, and the query of every URL. The password of \`remote_read.url\` stands in a label on \`/metrics\`, that of
\`remote_write.url\` in the log.

Replace the secret, since the history keeps it. Clients of Prometheus take a user name and password in \`basic_auth\`, and a
token in \`authorization\`, both of which read files. A proxy has no such form, and a name without a password is reported only
where it looks like a token.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: inventory
    http_sd_configs:
      - url: https://prometheus:correct-horse-battery-staple@inventory.example.com/targets # want: secret-in-url
remote_write:
  - url: https://metrics.example.com/api/v1/write?token=8f1c3a52d0b94f7e # want: secret-in-url
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: inventory
    http_sd_configs:
      - url: https://inventory.example.com/targets
        basic_auth:
          username: prometheus
          password_file: secrets/inventory-password
remote_write:
  - url: https://metrics.example.com/api/v1/write
    authorization:
      credentials_file: secrets/remote-write-token
`,
  },
  check: model => secretsInClear(model, 'url'),
};
