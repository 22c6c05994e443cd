import { isIpAddress } from '../model/host.ts';
import type { Fix } from '../findings/finding.ts';
import type { Client, Model, TlsClient } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { isTemplated } from '../text/written.ts';
import { hostNamesIn } from './handshake-names.ts';
import { KnownTargets } from './handshake-targets.ts';
import { namesAddress, pinnedBy, type PinnedCertificate } from './pinned-certificate.ts';
import type { Rule } from './rule.ts';
import { editsOf } from './settings-edits.ts';

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
\`handshake-name-mismatch\` judges by that. Where the CA is a single certificate that signs itself, it says which names there are. Host names, and targets that are verified with the public authorities alone, are not
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
      const addresses = known.unknownHostsOf(client).filter(isIpAddress);
      const pinned = tls.ca && pinnedBy(tls.ca, model);
      const address = addresses.find(one => pinned === undefined || !namesAddress(pinned.certificate, one));
      if (address === undefined) continue;
      const fix = pinned && namingFix(client, pinned, model);
      yield {
        at: tls.at,
        subject: { path, kind: 'server name' },
        message: `${label} verifies ${address} by its address, ${wordsFor(pinned, tls.spelled.serverName)}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

function wordsFor(pinned: PinnedCertificate | undefined, field: string): string {
  if (pinned === undefined) {
    return `which certificates seldom name; set ${field} to a name in the certificate, unless it has the address`;
  }
  const place = printable(pinned.file.document.file.path);
  const [name] = hostNamesIn(pinned.certificate);
  const advice = name === undefined ? 'issue one that names it, or a host' : `set ${field}: ${name}`;
  return `which the certificate in ${place} does not name; ${advice}`;
}

function namingFix(client: Client, { certificate, isServed }: PinnedCertificate, model: Model): Fix | undefined {
  const [serverName] = hostNamesIn(certificate);
  const edits = serverName === undefined ? undefined : editsOf(client, { serverName }, model);
  if (edits === undefined) return undefined;
  const title = `verify the target as ${serverName}`;
  const check = '; see to it that its certificate has that name, too, if it is another than the one that signs it';
  return { title: isServed ? title : `${title}${check}`, edits, isSafe: isServed };
}

/** True where the certificate is verified with a CA of one's own, for whatever the target is called. */
function verifiesByTarget({ ca, serverName, insecureSkipVerify, isTemplated: isUnknown }: TlsClient): boolean {
  if (isUnknown || ca === undefined || serverName !== undefined) return false;
  return insecureSkipVerify === undefined || (!isTemplated(insecureSkipVerify) && !insecureSkipVerify.value);
}
