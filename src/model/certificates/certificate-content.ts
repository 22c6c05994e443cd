import { binaryContainerOf } from '../../parse/binary-container.ts';
import { derElementAt } from '../../parse/der.ts';
import { platform } from '../../parse/current-platform.ts';
import { x509FieldsOf, type DistinguishedName, type X509Fields } from '../../parse/x509.ts';
import { publicKeyKindOf, type PublicKeyKind } from './public-key.ts';

/** What a certificate says, wherever it stands. */
export interface CertificateContent {
  /**
   * The subject as Go names it: its common name, else its first organization, else `serial:` and the number. Printable.
   */
  readonly name: string;
  /** The issuer's common name, else its first organization, else `unnamed`. Printable. */
  readonly issuer: string;
  /** True when it may sign others: `cA` in its basic constraints, or version 1, which has none, and self-issued. */
  readonly isAuthority: boolean;
  /** True when issuer and subject are the same name, byte for byte. */
  readonly isSelfIssued: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: PublicKeyKind;
  /** SHA-256 of the certificate as openssl prints it: `AB:CD:...`. */
  readonly fingerprint256: string;
  /** SHA-256 of the SubjectPublicKeyInfo in lower-case hexadecimal: the private key with the same one is its own. */
  readonly publicKeyFingerprint: string;
  /** What is written in it, as it is written. */
  readonly fields: X509Fields;
}

const NAME_LIMIT = 128;
const SERIAL_LIMIT = 64;

/** What the DER of a certificate says. A reason is a clause that quotes nothing. */
export function certificateContentOf(der: Uint8Array): CertificateContent | { readonly reason: string } {
  if (!isCertificate(der)) return { reason: 'it is no X.509 certificate' };
  const fields = x509FieldsOf(der);
  if (fields === undefined) return { reason: 'it is not in DER, or a date of it is not valid' };
  const { subject, issuer, notBefore, notAfter, publicKey } = fields;
  const isSelfIssued = Buffer.compare(subject.der, issuer.der) === 0;
  return {
    name: nameOf(subject) ?? `serial:${numberOf(fields.serial)}`,
    issuer: nameOf(issuer) ?? 'unnamed',
    isAuthority: fields.basicConstraints?.isAuthority ?? (fields.version === 1 && isSelfIssued),
    isSelfIssued,
    notBefore,
    notAfter,
    key: publicKeyKindOf(fields),
    fingerprint256: platform()
      .sha256Of(der)
      .toUpperCase()
      .replaceAll(/..(?=.)/g, '$&:'),
    publicKeyFingerprint: platform().sha256Of(publicKey),
    fields,
  };
}

/** By its outline, from the first byte to the last. What node:crypto makes of it is not asked, which takes five times as long. */
function isCertificate(der: Uint8Array): boolean {
  return binaryContainerOf(der) === 'certificate' && derElementAt(der)?.end === der.length;
}

function nameOf(name: DistinguishedName): string | undefined {
  const text = name.commonName || name.organization;
  return text === undefined || text === '' ? undefined : shownName(text);
}

/** On one line, without characters that a terminal would act on or that turn the text around, and not too long. */
export function shownName(text: string): string {
  const shown = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return shown.length > NAME_LIMIT ? `${Array.from(shown).slice(0, NAME_LIMIT).join('')}...` : shown;
}

/** A big-endian number in two's complement in decimal, or in hexadecimal where it is too long for a serial number. */
function numberOf(bytes: Uint8Array): string {
  const hexadecimal = `0x0${Buffer.from(bytes.subarray(0, SERIAL_LIMIT)).toString('hex')}`;
  if (bytes.length > SERIAL_LIMIT) return `${hexadecimal}...`;
  return BigInt.asIntN(bytes.length * 8, BigInt(hexadecimal)).toString();
}
