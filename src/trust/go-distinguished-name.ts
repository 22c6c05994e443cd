import { DerCursor } from '../parse/der-cursor.ts';
import { derContentOf, derTimeOf, hasCleanBits, isShortestInteger, TAG } from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import { goIdentifierOf } from './object-identifier.ts';
import type { Profile } from './profile.ts';

const INVALID = 'x509: invalid RDNSequence';
/** Go also takes `*` and `&`, which the type does not have (X.680, section 41.4). */
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?*&]*$/;
const NUMERIC = /^[0-9 ]*$/;
const ASCII = /^[\0-\x7f]*$/;

/** Why Go's crypto/x509 cannot read the name of a subject or an issuer, in its words. */
export function distinguishedNameFault(name: DerElement, profile: Profile): string | undefined {
  const names = DerCursor.within(name);
  while (!names.isAtEnd) {
    const attributes = names.enter(TAG.set);
    if (attributes === undefined) return INVALID;
    while (!attributes.isAtEnd) {
      const fault = attributeFault(attributes.enter(), profile);
      if (fault !== undefined) return `${INVALID}: ${fault}`;
    }
  }
  return undefined;
}

function attributeFault(attribute: DerCursor | undefined, profile: Profile): string | undefined {
  if (attribute === undefined) return 'invalid attribute';
  if (goIdentifierOf(attribute.read(TAG.objectIdentifier), profile) === undefined) return 'invalid attribute type';
  const value = attribute.next();
  if (value === undefined) {
    return profile.go < 27 ? 'invalid attribute value' : 'invalid attribute value: invalid ASN.1 element';
  }
  const fault = stringFault(value, profile);
  return fault && `invalid attribute value: ${fault}`;
}

/** Types other than strings are read from Go 1.27 on. */
function stringFault(value: DerElement, profile: Profile): string | undefined {
  const content = derContentOf(value);
  switch (value.tag) {
    case TAG.teletexString:
      return undefined;
    case TAG.printableString:
      return PRINTABLE.test(content.toString('latin1')) ? undefined : 'invalid PrintableString';
    case TAG.utf8String:
      return isUtf8(content) ? undefined : 'invalid UTF-8 string';
    case TAG.bmpString:
      return isBasicPlane(content, profile) ? undefined : 'invalid BMPString';
    case TAG.ia5String:
      return ASCII.test(content.toString('latin1')) ? undefined : 'invalid IA5String';
    case TAG.numericString:
      return NUMERIC.test(content.toString('latin1')) ? undefined : 'invalid NumericString';
    default:
      return profile.go < 27 ? `unsupported string type: ${value.tag}` : otherFault(value, profile);
  }
}

function isBasicPlane(content: Buffer, profile: Profile): boolean {
  if (content.length % 2 !== 0) return false;
  const text = Buffer.from(content).swap16().toString('utf16le');
  return profile.go < 25 || !/[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/.test(text);
}

function otherFault(value: DerElement, profile: Profile): string | undefined {
  switch (value.tag) {
    case TAG.integer:
      return isShortestInteger(value) && value.end - value.content <= 8 ? undefined : 'invalid ASN.1 integer';
    case TAG.bitString:
      return hasCleanBits(value) ? undefined : 'invalid ASN.1 BIT STRING';
    case TAG.boolean: {
      const byte = value.source[value.content];
      const isOne = value.end - value.content === 1 && (byte === 0x00 || byte === 0xff);
      return isOne ? undefined : 'invalid ASN.1 BOOLEAN';
    }
    case TAG.objectIdentifier:
      return goIdentifierOf(value, profile) === undefined ? 'invalid ASN.1 OBJECT IDENTIFIER' : undefined;
    case TAG.utcTime:
      return derTimeOf(value) === undefined ? 'x509: malformed UTCTime' : undefined;
    case TAG.generalizedTime:
      return derTimeOf(value) === undefined ? 'x509: malformed GeneralizedTime' : undefined;
    default:
      return undefined;
  }
}

/** A name may be decoded with replacements; Go looks at the bytes. */
function isUtf8(content: Buffer): boolean {
  return Buffer.compare(Buffer.from(content.toString('utf8')), content) === 0;
}
