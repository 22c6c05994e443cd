import { departuresOf, refusalIn } from './departure-words.ts';
import { fixBy } from './fix-by.ts';
import type { Rule } from './rule.ts';

export const invalidValue: Rule = {
  id: 'invalid-value',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A field has a value that nobody takes',
  explanation: `A duration without a unit, \`"true"\` in quotes where a boolean belongs, \`TLS1.2\` for \`TLS12\`, a URL as a target, a word that is
none of those that are known: the file is refused as a whole, with a sentence that the finding quotes and mostly without a line.
On a reload the old configuration stays.

Booleans are read as YAML 1.1 has them: \`yes\` and \`on\` are true, and \`"yes"\` is a text. A target is a host and a port; the
scheme and the path are fields of the job. Of a resource the API server says no when it is applied.

No check sees an interval of nothing, such as \`refresh_interval: 0s\`: Prometheus takes the file and crashes when it waits
for the first time.`,
  bad: {
    'prometheus.yml': `global:
  scrape_interval: 30 # want: invalid-value
scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      insecure_skip_verify: "false" # want: invalid-value
    static_configs:
      - targets: ["https://node1.internal:9100"] # want: invalid-value
`,
  },
  good: {
    'prometheus.yml': `global:
  scrape_interval: 30s
scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      insecure_skip_verify: false
    static_configs:
      - targets: ["node1.internal:9100"]
`,
  },
  *check(model, { options }) {
    for (const departure of departuresOf(model, options, 'invalid')) {
      const { at, path, field, isOfSomeVersions, remedy = 'write one that it takes', mending } = departure;
      yield {
        at,
        subject: { path, kind: 'value' },
        message: `${field} has a value for which ${refusalIn(departure)}; ${remedy}`,
        ...(isOfSomeVersions ? { isMilder: true } : {}),
        ...(mending === undefined ? {} : { fix: fixBy(mending, remedy) }),
      };
    }
  },
};
