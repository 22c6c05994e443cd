import { departuresOf, refusalIn } from './departure-words.ts';
import { fixBy } from './fix-by.ts';
import type { Rule } from './rule.ts';

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A field that nobody knows stands in the configuration',
  explanation: `Prometheus, Alertmanager and the exporters take the fields that they know and no other. With \`insecure_skip_verfy\` in
a file they do not start, and on a reload they go on with the old configuration. promtool stops at the first such field, and
reads bare files alone.

Of a custom resource the API server drops what it does not know, without a word unless the client asks for strict validation:
the setting is in git and not in the cluster. There it is a warning, since a newer operator may know the field.

Fields of every version that \`prometheus-version\` can name are known. Files of other software that reads the same format with
fields of its own, such as vmagent, are left alone, and so is what a template puts in.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      insecure_skip_verfy: false # want: unknown-field
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      insecure_skip_verify: false
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check(model, { options }) {
    for (const departure of departuresOf(model, options, 'unknown')) {
      const { at, path, field, program, nearest, mending } = departure;
      const isDropped = program === 'operator';
      const fate = isDropped ? 'the API server drops it' : refusalIn(departure);
      yield {
        at,
        subject: { path, kind: 'field' },
        message: `there is no field ${field} here, and ${fate}; ${nearest === undefined ? 'remove it' : `write ${nearest}`}`,
        ...(isDropped ? { isMilder: true } : {}),
        ...(mending === undefined ? {} : { fix: fixBy(mending, `write ${nearest} for ${field}`) }),
      };
    }
  },
};
