import { x509FieldsOf } from '../parse/x509.ts';
import type { X509Fields } from '../parse/x509.ts';
import { goCertificateOf } from './go-certificate.ts';
import { curveOf, keyKindOf, rsaBitsOf } from './go-public-key.ts';
import { nameToCheck } from './host-name.ts';
import type { Profile } from './profile.ts';
import type { Refusal } from './refusal.ts';
import { signatureSchemeOf } from './signature-scheme.ts';
import { smallKeyText } from './signature.ts';
import { verificationRefusals } from './verification.ts';

export type { Refusal, RefusalKind } from './refusal.ts';

/** What Go loads from a `ca_file`, or the public roots of the machine. */
export interface Roots {
  readonly from: 'file' | 'system';
  readonly certificates: readonly X509Fields[];
}

/** All that decides a handshake before a client certificate is asked for. */
export interface HandshakeInput {
  readonly client: {
    readonly insecureSkipVerify: boolean;
    readonly serverName?: string;
    /** `TLS10` to `TLS13`, as the configuration spells it. */
    readonly minVersion?: string;
    readonly maxVersion?: string;
    readonly roots: Roots;
  };
  readonly target: {
    readonly scheme: 'http' | 'https';
    /** As it is written in the target, without brackets and port. */
    readonly host: string;
  };
  /** DER, in the order in which the server sends them: the leaf first. Empty for a server without TLS. */
  readonly served: readonly Uint8Array[];
  readonly now: Date;
  readonly profile: Profile;
}

/** Whether Prometheus would go on behind the handshake, and if not, all that it would stumble over. */
export type Verdict = { readonly isAccepted: true } | { readonly isAccepted: false; readonly refusals: Refusals };

/** Every reason, in the order in which Go would come upon them if the ones before were mended. */
type Refusals = readonly [Refusal, ...Refusal[]];

/** Versions by their rank. */
const VERSIONS: readonly string[] = ['TLS10', 'TLS11', 'TLS12', 'TLS13'];
/** What a client of Go begins with (crypto/tls, since Go 1.18). */
const LEAST_VERSION = 'TLS12';

/** Go's limit for RSA keys of servers, in bits (CVE-2023-29409). */
const RSA_LIMIT = 8192;
/** What the signature of TLS with the shortest digest takes, in bits (RFC 8017, section 9.1.1, with SHA-256). */
const RSA_LEAST = 521;

/** Curves that Go's crypto/tls offers for signatures. */
const TLS_CURVES: ReadonlySet<string> = new Set(['P-256', 'P-384', 'P-521']);

const HANDSHAKE_FAILURE = 'remote error: tls: handshake failure';

/**
 * Whether Go's crypto/tls, as Prometheus uses it, would accept what the server sends. The server is taken to be one
 * that speaks TLS 1.2 and 1.3, as OpenSSL does.
 */
export function handshakeVerdict(input: HandshakeInput): Verdict {
  const [first, ...others] = refusalsOf(input);
  return first === undefined ? { isAccepted: true } : { isAccepted: false, refusals: [first, ...others] };
}

function refusalsOf({ client, target, served, now, profile }: HandshakeInput): readonly Refusal[] {
  const settings = [...configurationRefusals(client.minVersion, client.maxVersion)];
  if (target.scheme === 'http') {
    const text = 'server returned HTTP status 400 Bad Request';
    return served.length === 0 ? settings : [...settings, { kind: 'plain-http', text }];
  }
  settings.push(...versionRefusals(client.minVersion, client.maxVersion));
  if (served.length === 0) {
    return [...settings, { kind: 'plain-http', text: 'http: server gave HTTP response to HTTPS client' }];
  }
  const tooLong = lengthRefusal(served, profile);
  if (tooLong !== undefined) return [...settings, tooLong];
  const read = served.map(der => goCertificateOf(der, profile));
  const certificates = read.filter(certificate => typeof certificate === 'object');
  const leaf = typeof read[0] === 'object' ? read[0] : undefined;
  const unparsable = read.find(certificate => typeof certificate === 'string');
  return [
    ...settings,
    ...unservableRefusals(served[0], profile),
    ...(unparsable === undefined
      ? []
      : [{ kind: 'unparsable', text: `tls: failed to parse certificate from server: ${unparsable}` } as const]),
    ...largeKeyRefusals(certificates, profile),
    ...(leaf === undefined || client.insecureSkipVerify
      ? []
      : verificationRefusals(leaf, {
          name: nameToCheck(client.serverName, target.host),
          roots: client.roots.certificates,
          intermediates: certificates.slice(1),
          now,
          profile,
        })),
    ...(leaf === undefined ? [] : smallKeyRefusals(leaf, profile)),
  ];
}

/** What the loading of the configuration, or the making of the client, refuses. */
function configurationRefusals(minVersion = '', maxVersion = ''): readonly Refusal[] {
  const unknown = [minVersion, maxVersion].find(version => version !== '' && !VERSIONS.includes(version));
  if (unknown !== undefined) return [{ kind: 'configuration', text: `unknown TLS version: ${unknown}` }];
  const areBoth = minVersion !== '' && maxVersion !== '';
  if (!areBoth || VERSIONS.indexOf(maxVersion) >= VERSIONS.indexOf(minVersion)) return [];
  const fields = 'tls_config.max_version must be greater than or equal to tls_config.min_version';
  return [{ kind: 'configuration', text: `${fields} if both are specified` }];
}

function versionRefusals(minVersion = '', maxVersion = ''): readonly Refusal[] {
  const least = VERSIONS.indexOf(minVersion === '' ? LEAST_VERSION : minVersion);
  const most = VERSIONS.indexOf(maxVersion === '' ? 'TLS13' : maxVersion);
  if (least < 0 || most < 0) return [];
  if (least > most) {
    return minVersion !== '' && maxVersion !== ''
      ? []
      : [{ kind: 'no-protocol', text: 'tls: no supported versions satisfy MinVersion and MaxVersion' }];
  }
  const isTooOld = most < VERSIONS.indexOf(LEAST_VERSION);
  return isTooOld ? [{ kind: 'no-protocol', text: 'remote error: tls: protocol version not supported' }] : [];
}

/** Go gives up before it looks at any of so many certificates. The message is that of TLS 1.3 (RFC 8446, section 4.4.2). */
function lengthRefusal(served: readonly Uint8Array[], profile: Profile): Refusal | undefined {
  const length = served.reduce((sum, der) => sum + der.length + 5, 4);
  const limit = profile.go < 23 ? 65_536 : 262_144;
  if (length <= limit) return undefined;
  const text = `tls: handshake message of length ${length} bytes exceeds maximum of ${limit} bytes`;
  return { kind: 'unparsable', text };
}

/** What a server has no way to serve to a client of Go: the handshake ends before the certificate is sent. */
function unservableRefusals(der: Uint8Array | undefined, profile: Profile): readonly Refusal[] {
  const leaf = der && x509FieldsOf(der);
  if (leaf === undefined) return [];
  const isServable = isUsableForTls(leaf) && (profile.go < 26 || isAskedFor(leaf));
  return isServable ? [] : [{ kind: 'no-protocol', text: HANDSHAKE_FAILURE, certificate: leaf }];
}

/** By the signature schemes that Go's crypto/tls offers. OpenSSL serves a curve that is written out like a named one. */
function isUsableForTls(leaf: X509Fields): boolean {
  switch (keyKindOf(leaf)) {
    case 'RSA':
      return (rsaBitsOf(leaf) ?? 0) >= RSA_LEAST;
    case 'ECDSA': {
      const curve = curveOf(leaf);
      return curve === undefined || TLS_CURVES.has(curve);
    }
    case 'Ed25519':
      return true;
    default:
      return false;
  }
}

/** From Go 1.26 on, clients say which signatures certificates may have (`signature_algorithms_cert`); MD5 is not one. */
function isAskedFor(leaf: X509Fields): boolean {
  const scheme = signatureSchemeOf(leaf.signatureAlgorithm);
  return scheme !== undefined && scheme.digest !== 'md5' && scheme.key !== 'DSA';
}

function largeKeyRefusals(certificates: readonly X509Fields[], profile: Profile): readonly Refusal[] {
  const large = certificates.find(other => keyKindOf(other) === 'RSA' && (rsaBitsOf(other) ?? 0) > RSA_LIMIT);
  if (large === undefined || profile.go < 21) return [];
  const text = `tls: server sent certificate containing RSA key larger than ${RSA_LIMIT} bits`;
  return [{ kind: 'key-size', text, certificate: large }];
}

function smallKeyRefusals(leaf: X509Fields, profile: Profile): readonly Refusal[] {
  const bits = keyKindOf(leaf) === 'RSA' ? (rsaBitsOf(leaf) ?? 0) : Infinity;
  if (bits >= 1024 || !profile.refusesSmallRsa) return [];
  const text = `tls: invalid signature by the server certificate: ${smallKeyText(bits)}`;
  return [{ kind: 'key-size', text, certificate: leaf }];
}
