import type { Departure } from '../model/shape/departure.ts';
import { profileOf, rankOf } from '../trust/profile.ts';
import type { Rule } from './rule.ts';

export const fieldNeedsVersion: Rule = {
  id: 'field-needs-version',
  severity: 'error',
  summary: 'A field is not known to the version of Prometheus that runs',
  explanation: `The configuration file of promsec names the version of Prometheus that reads the repository, and that version does not take
the field: it came later, or was taken out. Prometheus then refuses the whole file, as one with a field that nobody knows.

Upgrade first, or leave the field out. Without \`prometheus-version\` nothing is said.`,
  bad: {
    '.promsec.yml': `version: 1
prometheus-version: '2.42'
`,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    proxy_from_environment: true # want: field-needs-version
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    '.promsec.yml': `version: 1
prometheus-version: '2.43'
`,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    proxy_from_environment: true
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check(model, { options: { prometheusVersion } }) {
    const running = profileOf(prometheusVersion)?.label;
    if (running === undefined) return;
    for (const departure of model.departures.filter(({ kind }) => kind === 'version')) {
      const when = whenTaken(departure, running);
      if (when === undefined) continue;
      const { at, path, field } = departure;
      yield {
        at,
        subject: { path, kind: 'field' },
        message: `${field} is taken ${when}, and Prometheus ${running} refuses the file; leave it out, or run a version that takes it`,
      };
    }
  },
};

function whenTaken({ since, until, program }: Departure, running: string): string | undefined {
  if (program !== 'prometheus' && program !== 'web') return undefined;
  if (since !== undefined && rankOf(running) < rankOf(since)) return `since ${since}`;
  return until !== undefined && rankOf(running) >= rankOf(until) ? `until ${until}` : undefined;
}
