import { handshakeVerdict, type HandshakeInput, type Refusal, type RefusalKind } from '../trust/handshake.ts';
import { ipTextOf } from '../trust/ip-address.ts';
import { profileOf } from '../trust/profile.ts';
import { publicRoots } from '../trust/public-roots.ts';
import type { CertainHandshake, CertificateFile, Client, Model } from '../model/model.ts';
import { isLoopbackHost } from '../model/host.ts';
import { literal } from '../text/written.ts';
import type { RuleContext } from './rule.ts';
import { isTaken } from './skipped-block.ts';

/** What Prometheus says of a handshake, by the versions that are asked for. */
interface JudgedHandshake {
  readonly handshake: CertainHandshake;
  /** In Go's order; empty where it accepts. */
  readonly refusals: readonly JudgedRefusal[];
}

export interface JudgedRefusal extends Refusal {
  /** The first version that refuses, where older ones accept. */
  readonly from?: string;
  /** The first version that accepts, where older ones refuse. */
  readonly before?: string;
}

/** What a client would verify with in the place of its own settings. */
interface Verification {
  /** Its own where it is absent. */
  readonly roots?: CertificateFile;
  /** The host of the target where it is absent. */
  readonly serverName?: string;
}

type Context = Pick<RuleContext, 'now' | 'options'>;

const JUDGED = new WeakMap<Model, { readonly context: Context; readonly judged: readonly JudgedHandshake[] }>();

/** The handshakes of a model, each judged once for all rules. */
export function judgedHandshakes(model: Model, { now, options }: Context): readonly JudgedHandshake[] {
  const known = JUDGED.get(model);
  if (known?.context.now === now && known.context.options === options) return known.judged;
  const judged = model.handshakes.map(handshake => ({ handshake, refusals: refusalsOf(handshake, { now, options }) }));
  JUDGED.set(model, { context: { now, options }, judged });
  return judged;
}

const BY_CLIENT = new WeakMap<Model, ReadonlyMap<Client, readonly CertainHandshake[]>>();

/** The handshakes of each client. */
export function handshakesByClient(model: Model): ReadonlyMap<Client, readonly CertainHandshake[]> {
  let byClient = BY_CLIENT.get(model);
  if (byClient === undefined) BY_CLIENT.set(model, (byClient = groupedByClient(model)));
  return byClient;
}

function groupedByClient({ handshakes }: Pick<Model, 'handshakes'>): ReadonlyMap<Client, readonly CertainHandshake[]> {
  const byClient = new Map<Client, CertainHandshake[]>();
  for (const handshake of handshakes) {
    const same = byClient.get(handshake.client);
    if (same === undefined) byClient.set(handshake.client, [handshake]);
    else same.push(handshake);
  }
  return byClient;
}

// The oldest that is looked at, and those at which a verdict changes.
const OLDEST = '2.42';
const LATER = ['2.44', '2.47', '2.51', '2.53', '2.55', '3.3', '3.7', '3.10'];
const CURRENT = 'current';

function refusalsOf(handshake: CertainHandshake, context: Context): readonly JudgedRefusal[] {
  const { prometheusVersion } = context.options;
  const refusalsFor = (version: string): readonly Refusal[] => refusalsBy(version, handshake, context.now);
  if (prometheusVersion !== 'any') return refusalsFor(prometheusVersion);
  const newest = refusalsFor(CURRENT);
  const oldest = refusalsFor(OLDEST);
  return [
    ...newest.map(refusal => {
      if (isOf(oldest, refusal.kind)) return refusal;
      return { ...refusal, from: LATER.find(version => isOf(refusalsFor(version), refusal.kind)) ?? CURRENT };
    }),
    ...oldest
      .filter(({ kind }) => !isOf(newest, kind))
      .map(refusal => ({
        ...refusal,
        before: LATER.find(version => !isOf(refusalsFor(version), refusal.kind)) ?? CURRENT,
      })),
  ];
}

function isOf(refusals: readonly Refusal[], wanted: RefusalKind): boolean {
  return refusals.some(({ kind }) => kind === wanted);
}

/** True where each version that is asked for would accept, if the client verified so. */
export function wouldVerify(handshake: CertainHandshake, verification: Verification, context: Context): boolean {
  return versionsOf(context).every(version => refusalsBy(version, handshake, context.now, verification).length === 0);
}

/** True where the certificate of a target holds for a name, to each version that is asked for. */
export function holdsFor(handshake: CertainHandshake, name: string, context: Context): boolean {
  return versionsOf(context).every(
    version => !isOf(refusalsBy(version, handshake, context.now, { serverName: name }), 'name'),
  );
}

function versionsOf({ options: { prometheusVersion } }: Context): readonly string[] {
  return prometheusVersion === 'any' ? [OLDEST, CURRENT] : [prometheusVersion];
}

function refusalsBy(
  version: string,
  handshake: CertainHandshake,
  now: Date,
  verification?: Verification,
): readonly Refusal[] {
  const profile = profileOf(version);
  if (profile === undefined) return [];
  const wrongTransport = transportRefusalOf(handshake);
  if (wrongTransport !== undefined) return [wrongTransport];
  if (handshake.served.length === 0) return [];
  const verdict = handshakeVerdict({ ...inputOf(handshake, verification), now, profile });
  const refusals = verdict.isAccepted ? [] : verdict.refusals;
  const known = knowsRoots(handshake, verification) ? refusals : refusals.filter(one => isOfLeafAlone(one, handshake));
  return [...addressRefusal(handshake, verification), ...known];
}

/** What is wrong before any certificate is looked at: https without TLS, or TLS without https. */
function transportRefusalOf({ target, encryption }: CertainHandshake): Refusal | undefined {
  if (target.scheme === 'http' && encryption === 'tls') {
    return { kind: 'plain-http', text: 'server returned HTTP status 400 Bad Request' };
  }
  if (target.scheme === 'https' && encryption === 'plain') {
    return { kind: 'plain-http', text: 'http: server gave HTTP response to HTTPS client' };
  }
  return undefined;
}

function inputOf(
  { client, target, served, ca }: CertainHandshake,
  verification: Verification | undefined,
): Omit<HandshakeInput, 'now' | 'profile'> {
  const { insecureSkipVerify, serverName, minVersion, maxVersion } = client.tls ?? {};
  const [leaf] = served;
  const names = leaf?.fields.names?.dns ?? [];
  // Of a Pod nobody knows the address; that the certificate has none is a refusal of its own.
  const host = target.host ?? names[0] ?? '';
  const written = verification === undefined ? literal(serverName)?.value : verification.serverName;
  const file = verification?.roots ?? (typeof ca === 'string' ? undefined : ca);
  const min = literal(minVersion)?.value;
  const max = literal(maxVersion)?.value;
  return {
    client: {
      insecureSkipVerify: verification === undefined && literal(insecureSkipVerify)?.value === true,
      ...(written === undefined ? {} : { serverName: written }),
      ...(min === undefined ? {} : { minVersion: min }),
      ...(max === undefined ? {} : { maxVersion: max }),
      roots:
        file === undefined && ca === 'system'
          ? { from: 'system', certificates: publicRoots() }
          : { from: 'file', certificates: trustedIn(file) },
    },
    target: { scheme: target.scheme, host },
    served: served.map(({ fields }) => fields.der),
  };
}

type Certificates = HandshakeInput['client']['roots']['certificates'];

const NOTHING: Certificates = [];
const TRUSTED = new WeakMap<CertificateFile, Certificates>();

/** What Go takes out of a file: for each file the same object, so that what it is made into is made once. */
function trustedIn(file: CertificateFile | undefined): Certificates {
  if (file === undefined) return NOTHING;
  let trusted = TRUSTED.get(file);
  if (trusted === undefined) {
    trusted = file.certificates.filter(isTaken).map(({ fields }) => fields);
    TRUSTED.set(file, trusted);
  }
  return trusted;
}

/**
 * False where the CA is not in the repository, or nothing of its file is read, which is said elsewhere, and where nobody
 * knows the authorities of the system.
 */
function knowsRoots({ ca }: CertainHandshake, verification: Verification | undefined): boolean {
  if (verification?.roots !== undefined) return true;
  return ca === 'system' ? publicRoots().length > 0 : trustedIn(ca === 'unknown' ? undefined : ca).length > 0;
}

const OF_LEAF: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  'configuration',
  'no-protocol',
  'unparsable',
  'key-size',
  'critical-extension',
  'name',
]);

/** True for what is wrong whatever the client trusts. */
function isOfLeafAlone({ kind, certificate }: Refusal, { served: [leaf] }: CertainHandshake): boolean {
  if (kind === 'expired' || kind === 'not-yet-valid') return certificate !== undefined && isSame(certificate, leaf);
  return OF_LEAF.has(kind);
}

/** True for the fields of a certificate. */
export function isSame(
  { der }: Pick<CertificateFields, 'der'>,
  certificate: { readonly fields: Pick<CertificateFields, 'der'> } | undefined,
): boolean {
  return certificate !== undefined && Buffer.compare(der, certificate.fields.der) === 0;
}

type CertificateFields = NonNullable<Refusal['certificate']>;

/** A Pod is verified by its address where no name is set, and most certificates have none. */
function addressRefusal(
  { client, target, served: [leaf] }: CertainHandshake,
  verification: Verification | undefined,
): readonly Refusal[] {
  const isVerified = verification !== undefined || literal(client.tls?.insecureSkipVerify)?.value !== true;
  const isNamed =
    verification === undefined ? client.tls?.serverName !== undefined : verification.serverName !== undefined;
  if (target.host !== undefined || isNamed || !isVerified || leaf === undefined) return [];
  const addresses = (leaf.fields.names?.ip ?? []).map(ipTextOf);
  // The loopback address is for what asks within the Pod.
  if (!addresses.every(isLoopbackHost)) return [];
  const text =
    addresses.length === 0
      ? "x509: cannot validate certificate for the address of the Pod because it doesn't contain any IP SANs"
      : `x509: certificate is valid for ${addresses.join(', ')}, not the address of the Pod`;
  return [{ kind: 'name', text, certificate: leaf.fields, names: leaf.fields.names?.dns ?? [] }];
}
