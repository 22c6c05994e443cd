import { EXTENSION, PURPOSE } from '../parse/x509-extensions.ts';
import type { X509Fields } from '../parse/x509.ts';
import type { CertificatePool } from './certificate-pool.ts';
import { hasUnhandledExtension } from './go-extensions.ts';
import { keyKindOf } from './go-public-key.ts';
import { numberText, quoted, timeText } from './go-text.ts';
import { constraintFault } from './name-constraints.ts';
import type { Profile } from './profile.ts';
import type { Refusal } from './refusal.ts';
import { signatureFault } from './signature.ts';

/** A leaf first, then each one that signed the one before. */
export type Chain = readonly [leaf: X509Fields, ...authorities: X509Fields[]];

/** What chains are built from, and when. */
interface ChainSources {
  readonly roots: CertificatePool;
  readonly intermediates: CertificatePool;
  readonly now: Date;
  readonly profile: Profile;
}

/** As many signatures as Go looks at for one leaf. */
const SIGNATURE_CHECK_LIMIT = 100;

const LIMIT_TEXT = 'x509: signature check attempts limit reached while verifying certificate chain';

/** The chains from a certificate to a root, in the order in which Go finds them; else why there is none. */
export function chainsOf(leaf: X509Fields, sources: ChainSources): readonly Chain[] | Refusal {
  return sources.roots.has(leaf) ? [[leaf]] : new ChainSearch(sources).from([leaf]);
}

/**
 * What `isValid` of Go's crypto/x509 minds in a certificate by itself: a critical extension that it does not know, and
 * the dates, to the second of `now`.
 */
export function validityRefusal(certificate: X509Fields, now: Date, profile: Profile): Refusal | undefined {
  if (hasUnhandledExtension(certificate, profile)) {
    return { kind: 'critical-extension', text: 'x509: unhandled critical extension', certificate };
  }
  const { notBefore, notAfter } = certificate;
  const stem = `x509: certificate has expired or is not yet valid: current time ${timeText(now)} is`;
  if (now < notBefore) return { kind: 'not-yet-valid', text: `${stem} before ${timeText(notBefore)}`, certificate };
  return now > notAfter ? { kind: 'expired', text: `${stem} after ${timeText(notAfter)}`, certificate } : undefined;
}

/** True when no certificate of the chain, the root among them, has purposes that leave out to be a server. */
export function isForServers(chain: readonly X509Fields[]): boolean {
  return chain.every(({ extendedKeyUsage = [] }) => {
    const mayServe = extendedKeyUsage.includes(PURPOSE.any) || extendedKeyUsage.includes(PURPOSE.serverAuthentication);
    return mayServe || extendedKeyUsage.length === 0;
  });
}

/** `buildChains` of Go's crypto/x509: depth first, roots before what the server sent. */
class ChainSearch {
  readonly #sources: ChainSources;
  #checks = 0;

  constructor(sources: ChainSources) {
    this.#sources = sources;
  }

  from(chain: Chain): readonly Chain[] | Refusal {
    const { roots, intermediates } = this.#sources;
    const child = chain.at(-1) ?? chain[0];
    const candidates = [
      ...roots.issuersOf(child).map(issuer => ({ issuer, isRoot: true })),
      ...intermediates.issuersOf(child).map(issuer => ({ issuer, isRoot: false })),
    ];
    const chains: Chain[] = [];
    let refusal: Refusal | undefined;
    let hint: { readonly fault: string; readonly issuer: X509Fields } | undefined;
    for (const { issuer, isRoot } of candidates) {
      if (this.#isPassedOver(issuer, chain)) continue;
      this.#checks += 1;
      if (this.#checks > SIGNATURE_CHECK_LIMIT) {
        refusal = { kind: 'chain', text: LIMIT_TEXT, certificate: child };
        break;
      }
      const fault = signatureFault(child, issuer, this.#sources.profile);
      if (fault !== undefined) {
        hint ??= { fault, issuer };
        continue;
      }
      refusal = this.#authorityRefusal(issuer, isRoot, chain);
      if (refusal !== undefined) continue;
      const longer: Chain = [...chain, issuer];
      const found = isRoot ? [longer] : this.from(longer);
      if ('kind' in found) refusal = found;
      else chains.push(...found);
    }
    if (chains.length > 0) return chains;
    return refusal ?? unknownAuthority(child, hint);
  }

  /** From Go 1.21.8 on, an authority whose key is of a kind that Go does not know is no candidate. */
  #isPassedOver(issuer: X509Fields, chain: Chain): boolean {
    const hasUnknownKey = keyKindOf(issuer) === undefined;
    return (hasUnknownKey && this.#sources.profile.go >= 22) || isAlreadyIn(chain, issuer);
  }

  #authorityRefusal(issuer: X509Fields, isRoot: boolean, chain: Chain): Refusal | undefined {
    const { now, profile } = this.#sources;
    const refusal = validityRefusal(issuer, now, profile);
    if (refusal !== undefined) return refusal;
    // Up to Go 1.22 an authority is held to its own constraints, and of those below it only the leaf is.
    const constrained = profile.go < 23 ? [chain[0], issuer] : chain;
    const constraint = profile.go < 26 ? constraintFault(issuer, constrained, profile) : undefined;
    if (constraint !== undefined) return { kind: 'name-constraints', text: constraint, certificate: issuer };
    const { basicConstraints } = issuer;
    if (!isRoot && basicConstraints?.isAuthority !== true) {
      const text = 'x509: certificate is not authorized to sign other certificates';
      return { kind: 'chain', text, certificate: issuer };
    }
    const isTooLong = chain.length - 1 > (basicConstraints?.pathLength ?? Infinity);
    const text = 'x509: too many intermediates for path length constraint';
    return isTooLong ? { kind: 'chain', text, certificate: issuer } : undefined;
  }
}

/** By subject, key and subject alternative names, so that authorities that signed each other make no circle. */
function isAlreadyIn(chain: Chain, candidate: X509Fields): boolean {
  const names = namesOf(candidate);
  const alike = chain.filter(
    ({ subject, publicKey }) =>
      Buffer.compare(subject.der, candidate.subject.der) === 0 && Buffer.compare(publicKey, candidate.publicKey) === 0,
  );
  for (const certificate of alike) {
    const others = namesOf(certificate);
    if (names === undefined || others === undefined) return names === others;
    if (Buffer.compare(names, others) === 0) return true;
  }
  return false;
}

function namesOf({ extensions }: X509Fields): Uint8Array | undefined {
  return extensions.find(({ oid }) => oid === EXTENSION.subjectAlternativeName)?.value;
}

function unknownAuthority(
  certificate: X509Fields,
  hint: { readonly fault: string; readonly issuer: X509Fields } | undefined,
): Refusal {
  const text = 'x509: certificate signed by unknown authority';
  if (hint === undefined) return { kind: 'unknown-authority', text, certificate };
  const { fault, issuer } = hint;
  const because = `possibly because of ${quoted(fault)} while trying to verify candidate authority certificate`;
  return {
    kind: 'unknown-authority',
    text: `${text} (${because} ${quoted(nameOf(issuer))})`,
    certificate,
    candidate: issuer,
  };
}

function nameOf({ subject, serial }: X509Fields): string {
  return subject.commonName || (subject.organization ?? `serial:${numberText(serial)}`);
}
