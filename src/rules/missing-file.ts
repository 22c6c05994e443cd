import { printable } from '../text/printable.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';

export const missingFile: Rule = {
  id: 'missing-file',
  severity: 'warning',
  summary: 'A file that the configuration names is not where it should be',
  explanation: `With a CA file that cannot be read, Prometheus starts, logs \`unable to read CA cert: unable to read file\`, and creates no
scrape pool: the job has no targets and hence no failed ones, so that no alert on \`up == 0\` fires. \`promtool check config\` does not look
for it. A scrape config file that is not there is passed over in silence.

Commit the file, or correct the path: a relative one starts from the folder of the file that names it. Where mounts say
which committed folder a process sees at a path, such paths are followed too.

It is reported where others of its sort lie in that very folder, which says that such files are committed; it may be put in
place later all the same, so that this is a warning. Passwords, tokens and private keys are rightly absent.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/node-ca.pem # want: missing-file
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/nodes-ca.pem': `# The authority of the nodes.\n${LONG_CERTIFICATE}`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/nodes-ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/nodes-ca.pem': `# The authority of the nodes.\n${LONG_CERTIFICATE}`,
  },
  *check({ references }) {
    for (const { path, field, kind, at, found } of references) {
      if (found.kind !== 'missing file') continue;
      yield {
        at,
        subject: { path, kind },
        message: `${field} leads to ${printable(found.path)}, which is not in the repository; commit it, or correct the path`,
      };
    }
  },
};
