import type { Fix } from '../findings/finding.ts';
import { isIpAddress } from '../model/host.ts';
import type { CertainHandshake, Client, Model, Reference } from '../model/model.ts';
import { isTemplated, literal } from '../text/written.ts';
import { handshakesByClient } from './handshake-judgement.ts';
import { addressIn } from './handshake-names.ts';
import { verifyingSettingsFor, wordsOf, type VerifyingSettings } from './handshake-verification.ts';
import type { Rule } from './rule.ts';
import { editsOf, verificationFix } from './settings-edits.ts';

export const insecureSkipVerify: Rule = {
  id: 'insecure-skip-verify',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A client accepts any TLS certificate',
  explanation: `With verification off, whoever stands between the client and the target can answer in its place, read the
credentials that are sent, and make up the metrics. The connection is encrypted, to nobody knows whom.

Name the certificate authority that signed the target's certificate instead; where the target has a self-signed
certificate, that certificate itself is the authority. Where the name in the certificate is not the name that is scraped,
set the server name too. Where a chart makes \`true\` of a \`null\`, as kube-prometheus-stack does for the scheduler and the
controller manager, it is a warning, since an old cluster decides otherwise.

In the template of a chart, what whoever sets nothing gets is an error: nobody chose it, and nobody is told. Rather than
fall through to no verification, have the template fail: \`required "set serviceMonitor.tlsConfig" ...\`. What somebody has to
ask for, under a condition that the chart's own values do not meet, is a warning: it is there to be used one day.

Where the repository holds the certificate that the target serves, the finding says which \`ca_file\` and \`server_name\` would
verify it, and has that as a fix.

A module of the blackbox exporter that sends no credentials gets a warning: its probe succeeds whoever answers. Where the
name of the module says that this is meant, or that it watches certificates, nothing is reported.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    static_configs:
      - targets: [node1.internal:9100]
    tls_config:
      insecure_skip_verify: true # want: insecure-skip-verify
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    static_configs:
      - targets: [node1.internal:9100]
    tls_config:
      ca_file: certs/ca.pem
`,
  },
  *check(model, context) {
    const byClient = handshakesByClient(model);
    for (const client of model.clients) {
      const { label, path, tls, caField, isDataSource } = client;
      if (isDataSource === true) continue;
      const flag = tls?.insecureSkipVerify;
      const value = literal(flag);
      if (flag === undefined || value?.value !== true || isMeant(client)) continue;
      const handshakes = byClient.get(client)?.filter(({ target }) => target.scheme === 'https') ?? [];
      const settings = verifyingSettingsFor(handshakes, context);
      const fix = settings ? verificationFix(handshakes, settings, model) : trustingFix(client, handshakes, model);
      yield {
        at: value.span,
        subject: { path, kind: 'tls verification' },
        message: flag.isOfChart
          ? `${label} accepts any certificate: the chart takes ${flag.field}: null for true; set it to false, and give the CA that signed the target's`
          : `${label} accepts any certificate; ${settings === undefined ? adviceFor(flag.field, caField, tls?.ca) : `in the place of ${flag.field}, ${answerFor(handshakes, settings, client)}`}`,
        // What a probe is sent is known to be lost only where there is something to lose.
        ...(fix === undefined ? {} : { fix }),
        isMilder: flag.isOfChart === true || (client.probe !== undefined && client.authentications.length === 0),
      };
    }
  },
};

/** Of the CA that is set nobody knows whether it signed what the targets serve. */
function trustingFix(client: Client, handshakes: readonly CertainHandshake[], model: Model): Fix | undefined {
  const { tls } = client;
  const isKnownToFail = handshakes.some(({ served }) => served.length > 0);
  if (tls?.ca === undefined || isKnownToFail || (tls.serverName !== undefined && isTemplated(tls.serverName))) {
    return undefined;
  }
  const serverName = tls.serverName?.value;
  // Certificates seldom name addresses.
  if (serverName === undefined && client.targets.hosts.some(host => isIpAddress(literal(host)?.value ?? ''))) {
    return undefined;
  }
  const edits = editsOf(client, { authority: 'own', ...(serverName === undefined ? {} : { serverName }) }, model);
  const title = `verify the target with ${tls.ca.field}; see to it that this signed the certificate, and that the name is in it`;
  return edits && { title, edits, isSafe: false };
}

const SHOWN_TARGETS = 2;

/** What the repository says would verify the targets. */
function answerFor(handshakes: readonly CertainHandshake[], settings: VerifyingSettings, client: Client): string {
  const targets = handshakes.map(addressIn);
  const others = targets.length > SHOWN_TARGETS ? ` and ${targets.length - SHOWN_TARGETS} more` : '';
  return `${wordsOf(settings, client)} would verify ${targets.slice(0, SHOWN_TARGETS).join(', ')}${others}`;
}

/** True for a probe that looks at certificates whatever they are, or that does not encrypt at all. */
function isMeant({ probe, transport, authentications }: Client): boolean {
  if (probe === undefined) return false;
  return transport.kind === 'plain' || (probe.isAboutCertificates && authentications.length === 0);
}

function adviceFor(field: string, caField: string | undefined, ca: Reference | undefined): string {
  if (ca !== undefined) return `remove ${field}, so that ${ca.field} is used to verify the target`;
  return caField === undefined
    ? `set ${field} to false, and give the CA of the target where the chart takes one`
    : `set ${caField} to the CA that signed the target's and remove ${field}`;
}
