import { enabledBy, isOpenServer } from '../model/commands/open-server.ts';
import type { Rule } from './rule.ts';

export const adminApiExposed: Rule = {
  id: 'admin-api-exposed',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'The admin API, which deletes data, is on without a login',
  explanation: `With \`--web.enable-admin-api\` Prometheus takes requests at \`/api/v1/admin/tsdb/\` that delete series and write
snapshots. There is no login unless a web configuration asks for one: whoever reaches the port can delete what was
recorded of them, or fill the disk. It is an error where the port is certain to be open to other machines: a container
publishes it, it has the network of its host, or systemd starts the server outside of a container. Elsewhere in a network of containers or
a cluster it is a warning.

Remove the flag, and turn it on for the hour in which you need it. If it has to stay, put users or client certificates
in a web configuration and name it with \`--web.config.file\`, or listen at 127.0.0.1 behind a proxy that asks who is
there. The rule is silent where either is written, and where a template may put more flags in.`,
  bad: {
    'compose.yaml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command:
      - --config.file=/etc/prometheus/prometheus.yml
      - --web.enable-admin-api # want: admin-api-exposed
    ports:
      - 9090:9090
`,
  },
  good: {
    'compose.yaml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command:
      - --config.file=/etc/prometheus/prometheus.yml
      - --web.config.file=/etc/prometheus/web.yml
      - --web.enable-admin-api
    ports:
      - 9090:9090
`,
  },
  *check({ commandLines }) {
    for (const line of commandLines) {
      const flag = isOpenServer(line) ? enabledBy(line, 'web.enable-admin-api') : undefined;
      if (flag === undefined) continue;
      yield {
        at: flag.at,
        subject: { path: line.path, kind: 'admin api' },
        message: `${line.label} lets anyone who reaches it delete series and write snapshots; turn the admin API off, or ask for a login in a web configuration`,
        ...(line.isPublished === true ? {} : { isMilder: true }),
      };
    }
  },
};
