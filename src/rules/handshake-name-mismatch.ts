import type { Fix, Problem } from '../findings/finding.ts';
import type { CertainHandshake, Client, Model } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import { EXPORTER } from './example-exporter.ts';
import { handshakesByClient, holdsFor, judgedHandshakes, type JudgedRefusal } from './handshake-judgement.ts';
import { addressIn, hostNamesOf, likelyNameOf, wantedName } from './handshake-names.ts';
import { areAllTargets } from './handshake-verification.ts';
import { editsOf } from './settings-edits.ts';
import { isOfSomeVersions, reasonOf, relatedToTarget } from './handshake-words.ts';
import type { Rule, RuleContext } from './rule.ts';

export const handshakeNameMismatch: Rule = {
  id: 'handshake-name-mismatch',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A target serves a certificate with other names than the one that is asked for',
  explanation: `The certificate that the target serves is in the repository, and it does not hold for what the client asks: each scrape
fails with \`x509: certificate is valid for node1.local, not node1.internal\`, or \`x509: cannot validate certificate for 10.0.0.5
because it doesn't contain any IP SANs\`.

The name is \`server_name\`, or the host of the target where that is not set; a host that is an address is looked for among the
addresses of the certificate alone, and the common name of the subject never counts. Set \`server_name\` to a name that the
certificate has, or issue one with the name of the target. With several targets in one job a \`server_name\` holds for all.

A certificate that has no subject alternative name at all is reported as \`certificate-without-san\`.`,
  bad: {
    ...EXPORTER,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: node/node.pem
    static_configs:
      - targets: [node:9100] # want: handshake-name-mismatch
`,
    'node/node.pem': `# Of the exporter.\n${LONG_CERTIFICATE}`,
  },
  good: {
    ...EXPORTER,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: node/node.pem
      server_name: node1.internal
    static_configs:
      - targets: [node:9100]
`,
    'node/node.pem': `# Of the exporter.\n${LONG_CERTIFICATE}`,
  },
  *check(model, context) {
    const names = new SharedNames(model, context);
    for (const { handshake, refusals } of judgedHandshakes(model, context)) {
      const refusal = refusals.find(({ kind }) => kind === 'name');
      if (refusal === undefined || !hasNames(handshake)) continue;
      yield problemOf(handshake, refusal, names, context);
    }
  },
};

/** Which names all known targets of a client have, each worked out once. */
class SharedNames {
  readonly model: Model;
  readonly #byClient: ReadonlyMap<Client, readonly CertainHandshake[]>;
  readonly #context: RuleContext;
  readonly #known = new Map<Client, Map<string, boolean>>();

  constructor(model: Model, context: RuleContext) {
    this.model = model;
    this.#byClient = handshakesByClient(model);
    this.#context = context;
  }

  handshakesOf(client: Client): readonly CertainHandshake[] {
    return this.#byClient.get(client) ?? [];
  }

  isOfAllTargets(client: Client, name: string): boolean {
    const known = this.#known.get(client) ?? new Map<string, boolean>();
    this.#known.set(client, known);
    const isShared = known.get(name) ?? this.handshakesOf(client).every(one => holdsFor(one, name, this.#context));
    known.set(name, isShared);
    return isShared;
  }
}

/** Without any name the certificate itself is at fault, whoever asks: `certificate-without-san`. */
function hasNames({ served: [leaf] }: CertainHandshake): boolean {
  const { dns = [], ip = [] } = leaf?.fields.names ?? {};
  return dns.length + ip.length > 0;
}

function problemOf(
  handshake: CertainHandshake,
  refusal: JudgedRefusal,
  names: SharedNames,
  context: RuleContext,
): Problem {
  const { client, target } = handshake;
  const written = client.tls?.serverName;
  const likely = likelyNameOf(handshake);
  const name = likely !== undefined && holdsFor(handshake, likely, context) ? likely : undefined;
  const isForAll = name !== undefined && names.isOfAllTargets(client, name);
  const fix = isForAll ? namingFix(names.handshakesOf(client), name, names.model) : undefined;
  return {
    at: written?.span ?? target.at,
    subject: { path: client.path, kind: `name of ${addressIn(handshake)}` },
    message: `${client.label} ${askedIn(handshake)} ${reasonOf(refusal)}; ${adviceFor(handshake, name, isForAll)}`,
    isMilder: isOfSomeVersions(refusal),
    related: relatedToTarget(handshake),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Whom the client asks for, in words. */
function askedIn(handshake: CertainHandshake): string {
  const { client, target } = handshake;
  const address = addressIn(handshake);
  const lacks = 'which the certificate there does not name';
  if (client.tls?.serverName !== undefined) {
    return `asks ${address} for ${client.tls.spelled.serverName} ${wantedName(handshake)}, ${lacks}`;
  }
  return target.host === undefined
    ? `verifies ${address} by their addresses, which their certificate does not name`
    : `asks for ${address}, ${lacks}`;
}

const SHOWN_NAMES = 3;

/** @param isForAll false where the name is not that of other targets of the client. */
function adviceFor(handshake: CertainHandshake, name: string | undefined, isForAll: boolean): string {
  const { client, target } = handshake;
  const field = client.tls?.spelled.serverName ?? 'server_name';
  const issue = target.host === undefined ? [] : [`issue one for ${wantedName(handshake)}`];
  const names = hostNamesOf(handshake).slice(0, SHOWN_NAMES);
  const set = isForAll ? 'set' : 'give it a job of its own with';
  if (name !== undefined) return [`${set} ${field}: ${name}`, ...issue].join(', or ');
  if (names.length === 0) return issue[0] ?? `issue one with a name, and set ${field} to it`;
  return [`set ${field} to the one that is meant, such as ${names.join(' or ')}`, ...issue].join(', or ');
}

/** The name as an edit of the settings that the client has. */
function namingFix(handshakes: readonly CertainHandshake[], name: string, model: Model): Fix | undefined {
  const [first] = handshakes;
  const edits = first && editsOf(first.client, { serverName: name }, model);
  return edits && { title: `verify the target as ${printable(name)}`, isSafe: areAllTargets(handshakes), edits };
}
