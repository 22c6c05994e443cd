import { platform } from '../parse/current-platform.ts';
import { KEY_USAGE } from '../parse/x509-extensions.ts';
import type { X509Fields } from '../parse/x509.ts';
import { keyKindOf, rsaBitsOf } from './go-public-key.ts';
import type { KeyKind } from './go-public-key.ts';
import type { Profile } from './profile.ts';
import { signatureSchemeOf } from './signature-scheme.ts';
import type { SignatureScheme } from './signature-scheme.ts';

const CANNOT_SIGN = 'x509: invalid signature: parent certificate cannot sign this kind of certificate';
const UNIMPLEMENTED = 'x509: cannot verify signature: algorithm unimplemented';

/** Go's names of the types of public keys. */
const GO_TYPE: Readonly<Record<KeyKind, string>> = {
  RSA: '*rsa.PublicKey',
  DSA: '*dsa.PublicKey',
  ECDSA: '*ecdsa.PublicKey',
  Ed25519: 'ed25519.PublicKey',
};

const verified = new WeakMap<X509Fields, WeakMap<X509Fields, boolean>>();

/**
 * Why a certificate is not to be taken for signed by another one, in the words of `CheckSignatureFrom` of Go's
 * crypto/x509; `undefined` where it is. SHA-1 and MD5 never count. Whether a signature verifies is worked out once for
 * each pair.
 */
export function signatureFault(child: X509Fields, parent: X509Fields, profile: Profile): string | undefined {
  if (!maySign(parent)) return CANNOT_SIGN;
  const kind = keyKindOf(parent);
  const scheme = signatureSchemeOf(child.signatureAlgorithm);
  if (kind === undefined || scheme === undefined) return UNIMPLEMENTED;
  if (scheme.digest === 'md5' || scheme.digest === 'sha1') return insecureAlgorithm(scheme, profile);
  if (kind === 'DSA') return UNIMPLEMENTED;
  if (kind !== scheme.key) {
    return `x509: signature algorithm specifies an ${scheme.key} public key, but have public key of type ${GO_TYPE[kind]}`;
  }
  const bits = kind === 'RSA' ? rsaBitsOf(parent) : undefined;
  if (bits !== undefined && bits < 1024 && profile.refusesSmallRsa) return smallKeyText(bits);
  if (isSignedBy(child, parent, scheme)) return undefined;
  return kind === 'RSA' ? 'crypto/rsa: verification error' : `x509: ${kind} verification failure`;
}

/** What crypto/rsa says of a key that is too small, where it minds. */
export function smallKeyText(bits: number): string {
  return `crypto/rsa: ${bits}-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)`;
}

/** By basic constraints, without which only versions before 3 may sign, and by key usage, if there is one. */
function maySign({ version, basicConstraints, keyUsage }: X509Fields): boolean {
  const isAuthority = basicConstraints?.isAuthority ?? version !== 3;
  return isAuthority && (keyUsage === undefined || keyUsage === 0 || (keyUsage & KEY_USAGE.certSign) !== 0);
}

function insecureAlgorithm({ name }: SignatureScheme, profile: Profile): string {
  const isOverridable = profile.go < 24 && (name === 'SHA1-RSA' || name === 'ECDSA-SHA1');
  const override = isOverridable ? ' (temporarily override with GODEBUG=x509sha1=1)' : '';
  return `x509: cannot verify signature: insecure algorithm ${name}${override}`;
}

function isSignedBy(child: X509Fields, parent: X509Fields, scheme: SignatureScheme): boolean {
  const parents = verified.get(child) ?? new WeakMap<X509Fields, boolean>();
  verified.set(child, parents);
  const isSigned = parents.get(parent) ?? verifies(child, parent, scheme);
  parents.set(parent, isSigned);
  return isSigned;
}

/** False too for a key that OpenSSL does not take. */
function verifies(child: X509Fields, parent: X509Fields, scheme: SignatureScheme): boolean {
  return platform().isSigned(child.toBeSigned, child.signature, parent.publicKey, scheme);
}
