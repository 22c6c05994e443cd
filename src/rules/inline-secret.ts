import type { Rule } from './rule.ts';
import { secretsInClear } from './secret-in-clear.ts';

export const inlineSecret: Rule = {
  id: 'inline-secret',
  severity: 'error',
  summary: 'A password, token or key is written into the configuration',
  explanation: `Whoever can read the repository, its forks, its history or a backup of it has the secret, and removing the line
does not take it out of the history: a secret that was committed has to be replaced.

Keep it in a file that is put in place on deployment, and name that file; in Kubernetes, refer to a Secret. A placeholder, a
variable that another tool puts in, and a value encrypted by SOPS, Ansible Vault or sealed secrets are no findings.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password: correct-horse-battery-staple # want: inline-secret
remote_write:
  - url: https://metrics.example.com/api/v1/write
    authorization:
      credentials: 8f1c3a52d0b94f7e # want: inline-secret
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password_file: secrets/node-password
remote_write:
  - url: https://metrics.example.com/api/v1/write
    authorization:
      credentials_file: secrets/remote-write-token
`,
  },
  check: model => secretsInClear(model, 'field'),
};
