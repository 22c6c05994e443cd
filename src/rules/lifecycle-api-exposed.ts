import { enabledBy, isOpenServer } from '../model/commands/open-server.ts';
import type { Rule } from './rule.ts';

export const lifecycleApiExposed: Rule = {
  id: 'lifecycle-api-exposed',
  severity: 'note',
  isPedantic: true,
  summary: 'Anyone who reaches the server can stop it',
  explanation: `With \`--web.enable-lifecycle\` a POST to \`/-/quit\` ends Prometheus and one to \`/-/reload\` makes it read its configuration
again. Without a web configuration no login is asked for. Many setups reload that way on purpose, and the operator does
so for each server it runs, so that the rule is pedantic.

Send SIGHUP in place of the request and remove the flag, or put users in a web configuration and name it with
\`--web.config.file\`; what reloads the server then needs the login too. \`--config.auto-reload\` of Prometheus 3.12
needs no request at all.`,
  bad: {
    'prometheus.service': `[Service]
ExecStart=/usr/local/bin/prometheus \\
  --config.file=/etc/prometheus/prometheus.yml \\
  # want-next: lifecycle-api-exposed
  --web.enable-lifecycle
`,
  },
  good: {
    'prometheus.service': `[Service]
ExecStart=/usr/local/bin/prometheus \\
  --config.file=/etc/prometheus/prometheus.yml
ExecReload=/bin/kill -HUP $MAINPID
`,
  },
  *check({ commandLines }) {
    for (const line of commandLines) {
      const flag = isOpenServer(line) ? enabledBy(line, 'web.enable-lifecycle') : undefined;
      if (flag === undefined) continue;
      yield {
        at: flag.at,
        subject: { path: line.path, kind: 'lifecycle api' },
        message: `${line.label} lets anyone who reaches it stop the server; reload with SIGHUP and turn the lifecycle API off, or ask for a login in a web configuration`,
      };
    }
  },
};
