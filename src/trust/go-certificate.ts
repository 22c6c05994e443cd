import { DerCursor } from '../parse/der-cursor.ts';
import {
  derBitStringOf,
  derBytesOf,
  derElementAt,
  derNumberOf,
  derTextOf,
  derTimeOf,
  hasCleanBits,
  isShortestInteger,
  TAG,
} from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import { x509FieldsOf } from '../parse/x509.ts';
import type { X509Fields } from '../parse/x509.ts';
import { distinguishedNameFault } from './go-distinguished-name.ts';
import { extensionsFault } from './go-extensions.ts';
import { algorithmFrom, publicKeyFault } from './go-public-key.ts';
import type { Profile } from './profile.ts';

const CONTEXT = { version: 0xa0, issuerId: 0x81, subjectId: 0x82, extensions: 0xa3 } as const;

/** The fields of a certificate, or why `ParseCertificate` of Go's crypto/x509 refuses it, in its words. */
export function goCertificateOf(der: Uint8Array, profile: Profile): X509Fields | string {
  const fault = certificateFault(der, profile);
  return fault ?? x509FieldsOf(der) ?? 'x509: malformed certificate';
}

/** True when Go takes the certificate from a CA file: it passes over one that it cannot parse. */
export function isReadByGo(certificate: X509Fields, profile: Profile): boolean {
  return certificateFault(certificate.der, profile) === undefined;
}

function certificateFault(der: Uint8Array, profile: Profile): string | undefined {
  const whole = derElementAt(der);
  if (whole?.tag !== TAG.sequence) return 'x509: malformed certificate';
  const certificate = DerCursor.within(whole);
  const toBeSigned = certificate.enter();
  if (toBeSigned === undefined) return 'x509: malformed tbs certificate';
  const version = versionFrom(toBeSigned);
  if (typeof version === 'string') return version;
  return (
    serialFault(toBeSigned.read(TAG.integer), profile) ??
    algorithmFault(toBeSigned.read(TAG.sequence), certificate.read(TAG.sequence), profile) ??
    namedFault(toBeSigned.read(TAG.sequence), profile) ??
    validityFault(toBeSigned.enter(), profile) ??
    namedFault(toBeSigned.read(TAG.sequence), profile) ??
    keyFault(toBeSigned.enter(), profile) ??
    tailFault(toBeSigned, version, profile) ??
    signatureBitsFault(certificate.read(TAG.bitString)) ??
    (whole.end === der.length ? undefined : 'x509: trailing data')
  );
}

function versionFrom(toBeSigned: DerCursor): number | string {
  if (!toBeSigned.isBefore(CONTEXT.version)) return 1;
  const explicit = toBeSigned.enter(CONTEXT.version);
  const number = explicit?.read(TAG.integer);
  if (explicit?.isAtEnd !== true || number === undefined || !isShortestInteger(number)) {
    return 'x509: malformed version';
  }
  if (isNegative(number) || number.end - number.content > 8) return 'x509: malformed version';
  const version = derNumberOf(number) + 1;
  return version > 3 ? 'x509: invalid version' : version;
}

function serialFault(serial: DerElement | undefined, profile: Profile): string | undefined {
  if (serial === undefined || !isShortestInteger(serial)) return 'x509: malformed serial number';
  return isNegative(serial) && profile.refusesNegativeSerial ? 'x509: negative serial number' : undefined;
}

function algorithmFault(
  inner: DerElement | undefined,
  outer: DerElement | undefined,
  profile: Profile,
): string | undefined {
  if (inner === undefined) return 'x509: malformed signature algorithm identifier';
  if (outer === undefined) return 'x509: malformed algorithm identifier';
  if (Buffer.compare(derBytesOf(inner), derBytesOf(outer)) !== 0) {
    return "x509: inner and outer signature algorithm identifiers don't match";
  }
  const algorithm = algorithmFrom(DerCursor.within(inner), profile);
  return typeof algorithm === 'string' ? algorithm : undefined;
}

/** Go says `issuer` of a subject too. */
function namedFault(name: DerElement | undefined, profile: Profile): string | undefined {
  return name === undefined ? 'x509: malformed issuer' : distinguishedNameFault(name, profile);
}

function validityFault(validity: DerCursor | undefined, profile: Profile): string | undefined {
  if (validity === undefined) return 'x509: malformed validity';
  return timeFault(validity.next(), profile) ?? timeFault(validity.next(), profile);
}

/**
 * Go's time package writes an offset of zero as `Z`, and 60 minutes as an hour: cryptobyte takes only what it would
 * write. More than 24 hours are refused since Go 1.20.
 */
function timeFault(time: DerElement | undefined, profile: Profile): string | undefined {
  const kind = time?.tag === TAG.utcTime ? 'UTCTime' : 'GeneralizedTime';
  if (time?.tag !== TAG.utcTime && time?.tag !== TAG.generalizedTime) return 'x509: unsupported time format';
  const [, hours, minutes] = /[+-](\d\d)(\d\d)$/.exec(derTextOf(time, 20)) ?? [];
  const isFar = Number(minutes) > 59 || (profile.go >= 20 && Number(hours) > 24);
  const isSound = derTimeOf(time) !== undefined && `${hours}${minutes}` !== '0000' && !isFar;
  return isSound ? undefined : `x509: malformed ${kind}`;
}

function keyFault(publicKey: DerCursor | undefined, profile: Profile): string | undefined {
  if (publicKey === undefined) return 'x509: malformed spki';
  const sequence = publicKey.enter();
  if (sequence === undefined) return 'x509: malformed public key algorithm identifier';
  const algorithm = algorithmFrom(sequence, profile);
  if (typeof algorithm === 'string') return algorithm;
  const bits = publicKey.read(TAG.bitString);
  if (bits === undefined || !hasCleanBits(bits)) return 'x509: malformed subjectPublicKey';
  return publicKeyFault(algorithm, derBitStringOf(bits) ?? new Uint8Array(), profile);
}

function signatureBitsFault(signature: DerElement | undefined): string | undefined {
  return signature !== undefined && hasCleanBits(signature) ? undefined : 'x509: malformed signature';
}

/** What stands behind the key; it depends on the version. */
function tailFault(toBeSigned: DerCursor, version: number, profile: Profile): string | undefined {
  if (version === 1) return undefined;
  if (isCutOff(toBeSigned, CONTEXT.issuerId)) return 'x509: malformed issuerUniqueID';
  if (isCutOff(toBeSigned, CONTEXT.subjectId)) return 'x509: malformed subjectUniqueID';
  if (version === 2 || !toBeSigned.isBefore(CONTEXT.extensions)) return undefined;
  return extensionsFault(toBeSigned.enter(CONTEXT.extensions)?.enter(), profile);
}

/** Passes over an element that may be there; true when it is there and cannot be read. */
function isCutOff(cursor: DerCursor, tag: number): boolean {
  return cursor.isBefore(tag) && cursor.next() === undefined;
}

function isNegative({ source, content }: DerElement): boolean {
  return (source[content] ?? 0) >= 0x80;
}
