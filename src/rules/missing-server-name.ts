import { isIpAddress } from '../model/host.ts';
import type { TlsClient } from '../model/model.ts';
import { isTemplated } from '../text/written.ts';
import { KnownTargets } from './handshake-targets.ts';
import type { Rule } from './rule.ts';

export const missingServerName: Rule = {
  id: 'missing-server-name',
  severity: 'warning',
  summary: 'A target is verified by its address, which certificates seldom name',
  explanation: `The certificate of a target has to name what Prometheus connects to. Most name hosts and no address, and then every
scrape fails with \`x509: cannot validate certificate for 10.0.0.5 because it doesn't contain any IP SANs\`, which is often
answered by turning verification off.

Set the server name to one that the certificate has: it is verified in the place of the address, and sent to servers that
have several certificates. Or have certificates issued that name the address.

What the certificate of the target names is not known here, so that this is a warning; where it is known,
\`handshake-name-mismatch\` judges by that. Host names, and targets that are verified with the public authorities alone, are not
reported.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config: # want: missing-server-name
      ca_file: certs/ca.pem
    static_configs:
      - targets: ['10.0.0.5:9100']
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      server_name: node1.internal
    static_configs:
      - targets: ['10.0.0.5:9100']
`,
  },
  *check(model) {
    const known = new KnownTargets(model);
    for (const client of model.clients) {
      const { label, path, transport, targets, tls, mayInherit } = client;
      if (transport.kind !== 'tls' || mayInherit || tls === undefined || !verifiesByTarget(tls)) continue;
      // Its certificate has the addresses that it is reached at.
      if (targets.isApiServer) continue;
      const address = known.unknownHostsOf(client).find(isIpAddress);
      if (address === undefined) continue;
      yield {
        at: tls.at,
        subject: { path, kind: 'server name' },
        message: `${label} verifies ${address} by its address, which certificates seldom name; set ${tls.spelled.serverName} to a name in the certificate, unless it has the address`,
      };
    }
  },
};

/** True where the certificate is verified with a CA of one's own, for whatever the target is called. */
function verifiesByTarget({ ca, serverName, insecureSkipVerify, isTemplated: isUnknown }: TlsClient): boolean {
  if (isUnknown || ca === undefined || serverName !== undefined) return false;
  return insecureSkipVerify === undefined || (!isTemplated(insecureSkipVerify) && !insecureSkipVerify.value);
}
