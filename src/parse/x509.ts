import {
  derBeginsWith,
  derBitStringOf,
  derBytesOf,
  derContentOf,
  derElementAt,
  derElementsIn,
  derObjectIdentifierOf,
  derTextOf,
  derTimeOf,
} from './der.ts';
import type { DerElement } from './der.ts';
import { extensionsIn, x509ExtensionsOf } from './x509-extensions.ts';
import type { Extension, X509Extensions } from './x509-extensions.ts';

/** Fields of an X.509 certificate (RFC 5280, section 4.1) as they are written in its DER; bytes are views into it. */
export interface X509Fields extends X509Extensions {
  /** The whole certificate. */
  readonly der: Uint8Array;
  /** The DER of the tbsCertificate. */
  readonly toBeSigned: Uint8Array;
  /** As it stands behind what is signed; the same is to stand within. */
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
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
  readonly publicKeyAlgorithm: AlgorithmIdentifier;
  /** What the BIT STRING of the SubjectPublicKeyInfo holds: the form of the key depends on its algorithm. */
  readonly publicKeyBits: Uint8Array;
  /** In the order of the certificate; none before version 3. */
  readonly extensions: readonly Extension[];
}

/** An algorithm with its parameters (RFC 5280, section 4.1.1.2). */
export interface AlgorithmIdentifier {
  /** Dotted. */
  readonly oid: string;
  /** The DER of what follows the identifier. */
  readonly parameters?: Uint8Array;
}

/** The name of a subject or an issuer. Its values may hold any character. */
export interface DistinguishedName {
  readonly der: Uint8Array;
  /** The last one, as Go's crypto/x509/pkix takes it. */
  readonly commonName?: string;
  /** The first one. */
  readonly organization?: string;
}

/** Object identifiers as they are encoded: 2.5.4.3 and 2.5.4.10. */
const COMMON_NAME = [0x55, 0x04, 0x03];
const ORGANIZATION = [0x55, 0x04, 0x0a];

const CONTEXT = { 0: 0xa0, 3: 0xa3 } as const;
/** X.520 limits these names to 64 characters; a certificate may hold megabytes. */
const VALUE_LIMIT = 1024;

/** The fields of a certificate, or `undefined` where one is missing, a date is not valid, or the bytes are no DER. */
export function x509FieldsOf(der: Uint8Array): X509Fields | undefined {
  const certificate = derElementAt(der);
  const [toBeSigned, outerAlgorithm, signatureBits] = derElementsIn(certificate);
  const elements = [...derElementsIn(toBeSigned)];
  const hasVersion = elements[0]?.tag === CONTEXT[0];
  const [serial, , issuer, validity, subject, publicKey] = hasVersion ? elements.slice(1) : elements;
  if (certificate === undefined || toBeSigned === undefined || serial === undefined) return undefined;
  if (issuer === undefined || subject === undefined || publicKey === undefined) return undefined;
  const [notBefore, notAfter] = Array.from(derElementsIn(validity), derTimeOf);
  if (notBefore === undefined || notAfter === undefined) return undefined;
  const [keyAlgorithm, keyBits] = derElementsIn(publicKey);
  const signatureAlgorithm = algorithmIn(outerAlgorithm);
  const publicKeyAlgorithm = algorithmIn(keyAlgorithm);
  const signature = signatureBits && derBitStringOf(signatureBits);
  const publicKeyBits = keyBits && derBitStringOf(keyBits);
  if (signatureAlgorithm === undefined || publicKeyAlgorithm === undefined) return undefined;
  if (signature === undefined || publicKeyBits === undefined) return undefined;
  const version = hasVersion ? versionIn(elements[0]) : 1;
  const [list] = derElementsIn(elements.find(element => element.tag === CONTEXT[3]));
  const extensions = version === 3 ? extensionsIn(list) : [];
  return {
    der: derBytesOf(certificate),
    toBeSigned: derBytesOf(toBeSigned),
    signatureAlgorithm,
    signature,
    version,
    serial: derContentOf(serial),
    issuer: distinguishedNameOf(issuer),
    subject: distinguishedNameOf(subject),
    notBefore,
    notAfter,
    publicKey: derBytesOf(publicKey),
    publicKeyAlgorithm,
    publicKeyBits,
    extensions,
    ...x509ExtensionsOf(extensions),
  };
}

function algorithmIn(sequence: DerElement | undefined): AlgorithmIdentifier | undefined {
  const [identifier, parameters] = derElementsIn(sequence);
  const oid = identifier && derObjectIdentifierOf(identifier);
  if (oid === undefined) return undefined;
  return { oid, ...(parameters !== undefined && { parameters: derBytesOf(parameters) }) };
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
