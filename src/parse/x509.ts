import {
  derBeginsWith,
  derBytesOf,
  derContentOf,
  derElementAt,
  derElementsIn,
  derTextOf,
  derTimeOf,
  TAG,
} from './der.ts';
import type { DerElement } from './der.ts';

/** Fields of an X.509 certificate (RFC 5280, section 4.1) as they are written in its DER. */
export interface X509Fields {
  /** 1 to 3. */
  readonly version: number;
  /** A big-endian number in two's complement. */
  readonly serial: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** The DER of the SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** `cA` of the basic constraints; absent without that extension. */
  readonly isAuthority?: boolean;
}

/** The name of a subject or an issuer. Its values may hold any character. */
export interface DistinguishedName {
  readonly der: Uint8Array;
  /** The last one, as Go's crypto/x509/pkix takes it. */
  readonly commonName?: string;
  /** The first one. */
  readonly organization?: string;
}

/** Object identifiers as they are encoded: 2.5.4.3, 2.5.4.10 and 2.5.29.19. */
const COMMON_NAME = [0x55, 0x04, 0x03];
const ORGANIZATION = [0x55, 0x04, 0x0a];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];

const CONTEXT = { 0: 0xa0, 3: 0xa3 } as const;
/** X.520 limits these names to 64 characters; a certificate may hold megabytes. */
const VALUE_LIMIT = 1024;

/** The fields of a certificate, or `undefined` where one is missing, a date is not valid, or the bytes are no DER. */
export function x509FieldsOf(der: Uint8Array): X509Fields | undefined {
  const [toBeSigned] = derElementsIn(derElementAt(der));
  const elements = [...derElementsIn(toBeSigned)];
  const hasVersion = elements[0]?.tag === CONTEXT[0];
  const [serial, , issuer, validity, subject, publicKey] = hasVersion ? elements.slice(1) : elements;
  if (serial === undefined || issuer === undefined || subject === undefined || publicKey === undefined)
    return undefined;
  const [notBefore, notAfter] = [...derElementsIn(validity)].map(derTimeOf);
  if (notBefore === undefined || notAfter === undefined) return undefined;
  const isAuthority = isAuthorityBy(elements.find(element => element.tag === CONTEXT[3]));
  return {
    version: hasVersion ? versionIn(elements[0]) : 1,
    serial: derContentOf(serial),
    issuer: distinguishedNameOf(issuer),
    subject: distinguishedNameOf(subject),
    notBefore,
    notAfter,
    publicKey: derBytesOf(publicKey),
    ...(isAuthority !== undefined && { isAuthority }),
  };
}

function versionIn(explicit: DerElement | undefined): number {
  const [number] = derElementsIn(explicit);
  return number === undefined ? 1 : (derContentOf(number)[0] ?? 0) + 1;
}

function distinguishedNameOf(name: DerElement): DistinguishedName {
  let commonName: string | undefined;
  let organization: string | undefined;
  for (const attributes of derElementsIn(name)) {
    for (const attribute of derElementsIn(attributes)) {
      const [type, value] = derElementsIn(attribute);
      if (type === undefined || value === undefined) continue;
      if (derBeginsWith(type, COMMON_NAME)) commonName = derTextOf(value, VALUE_LIMIT);
      if (derBeginsWith(type, ORGANIZATION)) organization ??= derTextOf(value, VALUE_LIMIT);
    }
  }
  return {
    der: derBytesOf(name),
    ...(commonName !== undefined && { commonName }),
    ...(organization !== undefined && { organization }),
  };
}

function isAuthorityBy(extensions: DerElement | undefined): boolean | undefined {
  const [list] = derElementsIn(extensions);
  for (const extension of derElementsIn(list)) {
    const [identifier, ...rest] = derElementsIn(extension);
    const value = rest.at(-1);
    if (identifier === undefined || value === undefined || !derBeginsWith(identifier, BASIC_CONSTRAINTS)) continue;
    const [isAuthority] = derElementsIn(derElementAt(derContentOf(value)));
    return isAuthority?.tag === TAG.boolean && derContentOf(isAuthority)[0] !== 0;
  }
  return undefined;
}
