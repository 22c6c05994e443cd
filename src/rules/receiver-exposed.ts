import type { CommandFlag, CommandLine } from '../model/commands/command-line.ts';
import { enabledAsFeature, enabledBy, isOpenServer } from '../model/commands/open-server.ts';
import type { Rule } from './rule.ts';

export const receiverExposed: Rule = {
  id: 'receiver-exposed',
  severity: 'warning',
  milderSeverity: 'note',
  summary: 'Anyone who reaches the server can write samples into it',
  explanation: `A Prometheus that receives remote writes (\`--web.enable-remote-write-receiver\`) or OTLP (\`--web.enable-otlp-receiver\`) asks
nobody who sends unless it has a web configuration. Whoever reaches the port can write samples of any name and label:
hide an outage, raise alarms, or fill the memory with new series. It is a warning where the port is certain to be open
to other machines, and a note in a network of containers or a cluster, where the senders may be all there is.

Put users or client certificates in a web configuration, name it with \`--web.config.file\`, and give the senders their
credentials; or listen at 127.0.0.1 behind a proxy that asks who is there.`,
  bad: {
    'prometheus.service': `[Service]
# want-next: receiver-exposed
ExecStart=/usr/bin/prometheus --config.file=/etc/prometheus/prometheus.yml --web.enable-remote-write-receiver
`,
    'deploy/prometheus.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: edge
spec:
  enableOTLPReceiver: true # want: receiver-exposed
`,
  },
  good: {
    'prometheus.service': `[Service]
ExecStart=/usr/bin/prometheus --config.file=/etc/prometheus/prometheus.yml --web.config.file=/etc/prometheus/web.yml \\
  --web.enable-remote-write-receiver
`,
    'deploy/prometheus.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: edge
spec:
  listenLocal: true
  enableOTLPReceiver: true
`,
  },
  *check({ commandLines }) {
    for (const line of commandLines) {
      if (!isOpenServer(line)) continue;
      for (const { flag, what } of receiversOf(line)) {
        yield {
          at: flag.at,
          subject: { path: line.path, kind: what },
          message: `${line.label} takes ${what} from anyone who reaches it; ask for a login in a web configuration, or turn the receiver off`,
          ...(line.isPublished === true ? {} : { isMilder: true }),
        };
      }
    }
  },
};

const RECEIVERS = [
  { flag: 'web.enable-remote-write-receiver', feature: 'remote-write-receiver', what: 'remote writes' },
  { flag: 'web.enable-otlp-receiver', feature: 'otlp-write-receiver', what: 'OTLP metrics' },
] as const;

/** What a server receives, by the flag of today or the feature of earlier versions. */
function receiversOf(line: CommandLine): readonly { readonly flag: CommandFlag; readonly what: string }[] {
  return RECEIVERS.flatMap(({ flag: name, feature, what }) => {
    const flag = enabledBy(line, name) ?? enabledAsFeature(line, feature);
    return flag === undefined ? [] : [{ flag, what }];
  });
}
