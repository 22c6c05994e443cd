import { departuresOf, refusalIn } from './departure-words.ts';
import { unnamedIn } from './empty-secret-reference.ts';
import { groupedBy } from '../text/grouped.ts';
import type { Rule } from './rule.ts';

export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A field is missing without which the configuration is refused',
  explanation: `A job without \`job_name\`, \`oauth2\` without \`token_url\`, a remote write without \`url\`: the file is refused as a whole, in words that the
finding quotes. They name no line, and in a long file not the block either.

Set the field. What a template or a merged mapping brings is not missing.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    oauth2: # want: missing-field
      client_id: prometheus
      client_secret_file: secrets/client-secret
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
    oauth2:
      client_id: prometheus
      client_secret_file: secrets/client-secret
      token_url: https://login.internal/token
      tls_config:
        ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check(model, { options }) {
    const departures = departuresOf(model, options, 'missing');
    if (departures.length === 0) return;
    const unnamed = new Set(
      model.references.filter(reference => unnamedIn(reference) !== undefined).map(({ path }) => path),
    );
    // That a reference names nothing is said of the reference.
    const unsaid = departures.filter(({ path, field }) => !unnamed.has(blockOf(path, field)));
    const byPlace = groupedBy(unsaid, ({ at }) => `${at.file.path}:${at.start}`);
    for (const [first, ...others] of byPlace.values()) {
      if (first === undefined) continue;
      const names = [first, ...others].map(({ field }) => field).join(' and ');
      const [are, order] = others.length === 0 ? ['is', 'set it'] : ['are', 'set them'];
      const isUnsure = [first, ...others].every(({ isOfSomeVersions }) => isOfSomeVersions);
      yield {
        at: first.at,
        subject: { path: blockOf(first.path, first.field), kind: `field ${names}` },
        message: `${names} ${are} missing here, and ${refusalIn(first)}; ${first.remedy ?? order}`,
        ...(isUnsure ? { isMilder: true } : {}),
      };
    }
  },
};

/** The path of the block that a field is missing in. */
function blockOf(path: string, field: string): string {
  return path.slice(0, -field.length - 1);
}
