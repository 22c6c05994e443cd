import { derContentOf, derElementAt, derElementsIn, derNumberOf, derObjectIdentifierOf, TAG } from './der.ts';
import type { DerElement } from './der.ts';

/** An extension of a certificate (RFC 5280, section 4.2). */
export interface Extension {
  /** Dotted. */
  readonly oid: string;
  readonly isCritical: boolean;
  /** What its OCTET STRING holds. */
  readonly value: Uint8Array;
}

/** The extensions that promsec reads, by name (RFC 5280, section 4.2.1). */
export const EXTENSION = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  distributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyId: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  authorityAccess: '1.3.6.1.5.5.7.1.1',
} as const;

/** The bits of {@link X509Extensions.keyUsage}, numbered as in RFC 5280, section 4.2.1.3. */
export const KEY_USAGE = {
  digitalSignature: 1,
  contentCommitment: 2,
  keyEncipherment: 4,
  dataEncipherment: 8,
  keyAgreement: 16,
  certSign: 32,
  crlSign: 64,
  encipherOnly: 128,
  decipherOnly: 256,
} as const;

/** Purposes that an extended key usage may name (RFC 5280, section 4.2.1.12). */
export const PURPOSE = {
  any: '2.5.29.37.0',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
} as const;

/** The tags of general names (RFC 5280, section 4.2.1.6). */
export const GENERAL_NAME = { email: 0x81, dns: 0x82, uri: 0x86, ip: 0x87 } as const;

/** What a certificate's extensions say; a field is absent without its extension, or where that cannot be read. */
export interface X509Extensions {
  readonly basicConstraints?: BasicConstraints;
  /** Of {@link KEY_USAGE}. */
  readonly keyUsage?: number;
  /** Object identifiers, dotted; some are of {@link PURPOSE}. */
  readonly extendedKeyUsage?: readonly string[];
  /** The subject alternative names. */
  readonly names?: SubjectNames;
  readonly subjectKeyId?: Uint8Array;
  readonly authorityKeyId?: Uint8Array;
}

/** Whether a certificate may sign others, and how many may stand between it and the last one. */
interface BasicConstraints {
  readonly isAuthority: boolean;
  readonly pathLength?: number;
}

/** Subject alternative names by kind, each as it is written, byte for byte in Latin-1; kinds that are not listed are not kept. */
interface SubjectNames {
  readonly dns: readonly string[];
  /** 4 or 16 bytes each, if the certificate is sound. */
  readonly ip: readonly Uint8Array[];
  readonly email: readonly string[];
  readonly uri: readonly string[];
}

/** The extensions of the list that stands in the certificate, as far as it can be read. */
export function extensionsIn(list: DerElement | undefined): Extension[] {
  const extensions: Extension[] = [];
  for (const extension of derElementsIn(list)) {
    const [identifier, ...rest] = derElementsIn(extension);
    const oid = identifier && derObjectIdentifierOf(identifier);
    const value = rest.at(-1);
    if (oid === undefined || value === undefined) continue;
    const isCritical = rest[0]?.tag === TAG.boolean && rest[0].source[rest[0].content] !== 0;
    extensions.push({ oid, isCritical, value: derContentOf(value) });
  }
  return extensions;
}

/** What the extensions say; of two with the same identifier the first counts. */
export function x509ExtensionsOf(extensions: readonly Extension[]): X509Extensions {
  const basicConstraints = valueOf(extensions, EXTENSION.basicConstraints, basicConstraintsIn);
  const keyUsage = valueOf(extensions, EXTENSION.keyUsage, keyUsageIn);
  const extendedKeyUsage = valueOf(extensions, EXTENSION.extendedKeyUsage, purposesIn);
  const names = valueOf(extensions, EXTENSION.subjectAlternativeName, subjectNamesIn);
  const subjectKeyId = valueOf(extensions, EXTENSION.subjectKeyId, derContentOf);
  const authorityKeyId = valueOf(extensions, EXTENSION.authorityKeyId, authorityKeyIdIn);
  return {
    ...(basicConstraints !== undefined && { basicConstraints }),
    ...(keyUsage !== undefined && { keyUsage }),
    ...(extendedKeyUsage !== undefined && { extendedKeyUsage }),
    ...(names !== undefined && { names }),
    ...(subjectKeyId !== undefined && { subjectKeyId }),
    ...(authorityKeyId !== undefined && { authorityKeyId }),
  };
}

function valueOf<T>(extensions: readonly Extension[], oid: string, read: (element: DerElement) => T): T | undefined {
  const extension = extensions.find(other => other.oid === oid);
  const element = extension && derElementAt(extension.value);
  return element && read(element);
}

function basicConstraintsIn(sequence: DerElement): BasicConstraints {
  const elements = [...derElementsIn(sequence)];
  const isAuthority = elements[0]?.tag === TAG.boolean && elements[0].source[elements[0].content] !== 0;
  const length = elements.find(element => element.tag === TAG.integer);
  return { isAuthority, ...(length !== undefined && { pathLength: derNumberOf(length) }) };
}

function keyUsageIn(bits: DerElement): number | undefined {
  const [unused, ...bytes] = derContentOf(bits, 3);
  if (bits.tag !== TAG.bitString || unused === undefined) return undefined;
  let usage = 0;
  for (let bit = 0; bit < 9; bit += 1) {
    const byte = bytes[bit >> 3] ?? 0;
    if ((byte & (0x80 >> (bit & 7))) !== 0) usage |= 1 << bit;
  }
  return usage;
}

function purposesIn(sequence: DerElement): string[] {
  return Array.from(derElementsIn(sequence), element => derObjectIdentifierOf(element) ?? '').filter(oid => oid !== '');
}

function subjectNamesIn(sequence: DerElement): SubjectNames {
  const names = {
    dns: new Array<string>(),
    ip: new Array<Uint8Array>(),
    email: new Array<string>(),
    uri: new Array<string>(),
  };
  for (const name of derElementsIn(sequence)) {
    const content = derContentOf(name);
    if (name.tag === GENERAL_NAME.dns) names.dns.push(content.toString('latin1'));
    if (name.tag === GENERAL_NAME.ip) names.ip.push(content);
    if (name.tag === GENERAL_NAME.email) names.email.push(content.toString('latin1'));
    if (name.tag === GENERAL_NAME.uri) names.uri.push(content.toString('latin1'));
  }
  return names;
}

function authorityKeyIdIn(sequence: DerElement): Uint8Array | undefined {
  const [first] = derElementsIn(sequence);
  return first?.tag === 0x80 ? derContentOf(first) : undefined;
}
