import { derElementAt, derElementsIn, derObjectIdentifierOf, TAG, type DerElement } from './der.ts';
import { isKeyStore } from './key-store.ts';
import { isPkcs12 } from './pkcs12.ts';
import { isPkcs7 } from './pkcs7.ts';

/** What bytes hold that are no text. */
type BinaryContainer = 'certificate' | 'private key' | 'encrypted private key' | 'pkcs7' | 'pkcs12' | 'key-store';

const CONTEXT_0 = 0xa0;
// PKCS #5 (RFC 8018, appendix A) and PKCS #12 (RFC 7292, appendix C).
const PASSWORD_BASED = /^1\.2\.840\.113549\.1\.(?:5|12\.1)\./;

/**
 * What the bytes hold by their outline, whatever their file is called; `undefined` for text, and for all that is neither
 * a certificate nor a private key, and holds none. A cheap look: a few elements are read.
 */
export function binaryContainerOf(bytes: Uint8Array): BinaryContainer | undefined {
  if (isKeyStore(bytes)) return 'key-store';
  if (bytes[0] !== TAG.sequence) return undefined;
  if (isPkcs12(bytes)) return 'pkcs12';
  if (isPkcs7(bytes)) return 'pkcs7';
  const [first, second, third] = derElementsIn(derElementAt(bytes));
  if (first?.tag === TAG.integer) return isPrivateKey(second, third) ? 'private key' : undefined;
  if (first?.tag !== TAG.sequence) return undefined;
  if (second?.tag === TAG.octetString) return isPasswordBased(first) ? 'encrypted private key' : undefined;
  const isSigned = second?.tag === TAG.sequence && third?.tag === TAG.bitString;
  return isSigned && isToBeSigned(first) ? 'certificate' : undefined;
}

/** Behind the version: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017), or SEC 1 (RFC 5915). */
function isPrivateKey(second: DerElement | undefined, third: DerElement | undefined): boolean {
  if (second?.tag === TAG.sequence) {
    const [identifier] = derElementsIn(second);
    return identifier?.tag === TAG.objectIdentifier && third?.tag === TAG.octetString;
  }
  return (
    (second?.tag === TAG.integer && third?.tag === TAG.integer) ||
    (second?.tag === TAG.octetString && (third === undefined || third.tag >= CONTEXT_0))
  );
}

function isPasswordBased(algorithm: DerElement): boolean {
  const [identifier] = derElementsIn(algorithm);
  return identifier !== undefined && PASSWORD_BASED.test(derObjectIdentifierOf(identifier) ?? '');
}

/** Tells a certificate from a request and a list of revocations, which are signed too. */
function isToBeSigned(element: DerElement): boolean {
  const elements = derElementsIn(element);
  const { value: version } = elements.next();
  const serial = version?.tag === CONTEXT_0 ? elements.next().value : version;
  if (serial?.tag !== TAG.integer) return false;
  // The algorithm, the issuer, the validity, the subject, the key.
  for (let left = 5; left > 0; left -= 1) if (elements.next().value?.tag !== TAG.sequence) return false;
  return true;
}
