import type { Rule } from './rule.ts';
import { secretsInClear } from './secret-in-clear.ts';

export const secretInPlainHeader: Rule = {
  id: 'secret-in-plain-header',
  severity: 'error',
  summary: 'A header or a parameter holds a secret in clear',
  explanation: `\`headers\`, \`http_headers.*.values\`, \`params\`, \`endpoint_params\` and the replacements of relabelings are plain text to
Prometheus. It shows them to whoever may open \`/config\`, parameters on \`/targets\` too, and whoever can read the repository
has them anyhow.

Replace the secret, since the history keeps it. \`http_headers\` reads a header from \`files\`; \`authorization\`, \`basic_auth\` and
\`oauth2\` read theirs from files too. Where a service takes its token from nothing but a parameter, have it put in on
deployment, and keep \`/config\` to yourself.

A header or parameter is taken for a secret by its name, and names of tenants and modules are none.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: website
    scheme: https
    params:
      token: [correct-horse-battery-staple] # want: secret-in-plain-header
    static_configs:
      - targets: [www.example.com]
remote_write:
  - url: https://metrics.example.com/api/v1/write
    follow_redirects: false
    headers:
      X-Api-Key: 8f1c3a52d0b94f7e # want: secret-in-plain-header
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: website
    scheme: https
    authorization:
      credentials_file: secrets/website-token
    static_configs:
      - targets: [www.example.com]
remote_write:
  - url: https://metrics.example.com/api/v1/write
    follow_redirects: false
    http_headers:
      X-Api-Key:
        files: [secrets/api-key]
`,
  },
  check: model => secretsInClear(model, 'header'),
};
