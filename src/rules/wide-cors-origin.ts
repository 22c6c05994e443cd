import { allowsEveryOrigin, foreignOriginAllowedBy } from '../model/commands/cors-origin.ts';
import type { CommandFlag } from '../model/commands/command-line.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const wideCorsOrigin: Rule = {
  id: 'wide-cors-origin',
  severity: 'warning',
  summary: 'Pages of strangers may read the server through a browser',
  explanation: `\`--web.cors.origin\` is a regular expression of the origins whose pages may read the API in the browsers of their visitors, with
the network of the visitor. Prometheus anchors it on both sides. A dot that is not escaped stands for any character, so
that \`https://grafana.example.com\` allows \`https://grafanaxexample.com\` too, a name that anyone can register; \`.*\` in
front of a name without a dot between, or behind one, allows names of strangers in the same way.

Escape the dots and name the origins: \`https://grafana\\.example\\.com\`. The default is \`.*\`, every origin; the rule speaks
only of what is written, since nothing says where the server is.`,
  bad: {
    'compose.yaml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command:
      - --config.file=/etc/prometheus/prometheus.yml
      - --web.cors.origin=https://grafana.example.com # want: wide-cors-origin
`,
  },
  good: {
    'compose.yaml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command:
      - --config.file=/etc/prometheus/prometheus.yml
      - --web.cors.origin=https://grafana\\.example\\.com
`,
  },
  *check({ commandLines }) {
    for (const { program, flags, label, path } of commandLines) {
      const message = program === 'prometheus' ? faultOf(flags) : undefined;
      if (message === undefined) continue;
      yield { at: message.flag.at, subject: { path, kind: 'cors origin' }, message: `${label} ${message.text}` };
    }
  },
};

function faultOf(flags: readonly CommandFlag[]): { readonly flag: CommandFlag; readonly text: string } | undefined {
  const flag = flags.find(({ name }) => name === 'web.cors.origin');
  const pattern = literal(flag?.value)?.value;
  if (flag === undefined || pattern === undefined) return undefined;
  const foreign = foreignOriginAllowedBy(pattern);
  if (foreign === undefined) return undefined;
  const text = allowsEveryOrigin(pattern)
    ? 'lets the pages of every site read its API through a browser; name the origins that may, with their dots escaped'
    : `allows pages of ${foreign} too; escape the dots of the pattern, and leave no part of a name open`;
  return { flag, text };
}
