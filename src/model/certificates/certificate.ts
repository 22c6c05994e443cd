import { nodeCrypto } from '../../parse/crypto.ts';
import { isPrivateKeyBlock, pemOf } from '../../parse/pem.ts';
import type { PemContent } from '../../parse/pem.ts';
import { x509FieldsOf } from '../../parse/x509.ts';
import type { DistinguishedName } from '../../parse/x509.ts';
import type { SourceText, Span } from '../../text/source.ts';
import { extentOf, privateKeyOf } from './private-key.ts';
import type { PrivateKey } from './private-key.ts';

export type { PrivateKey } from './private-key.ts';

/** An X.509 certificate of a PEM text. Its key may be of any type. */
export interface Certificate {
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
  /** From 1, among the certificates of the text, those that cannot be read included. */
  readonly block: number;
  /** How many certificates the text holds. */
  readonly blocks: number;
  /** The BEGIN line. */
  readonly span: Span;
  /** SHA-256 of the certificate as openssl prints it: `AB:CD:...`. */
  readonly fingerprint256: string;
  /** SHA-256 of the SubjectPublicKeyInfo in lower-case hexadecimal: the private key with the same one is its own. */
  readonly publicKeyFingerprint: string;
}

/** What a PEM text holds, each list in the order of the text. */
export interface PemContainer {
  readonly certificates: readonly Certificate[];
  readonly keys: readonly PrivateKey[];
  /** What should have been a certificate or a key and cannot be read. A reason is a clause that quotes nothing. */
  readonly faults: readonly { readonly reason: string; readonly at: Span }[];
  /** Where private keys stand, or what is left of one: to be masked wherever the text is shown. */
  readonly secrets: readonly Span[];
}

const SIZE_LIMIT = 16 * 1024 * 1024;
const NAME_LIMIT = 128;
const SERIAL_LIMIT = 64;

/**
 * The certificates and private keys of a PEM text. A certificate that Go passes over is a fault: encoding/pem skips a
 * block that is not well formed, crypto/tls and crypto/x509 one whose label is not `CERTIFICATE`. One with headers is
 * given, since crypto/tls takes it, though crypto/x509 leaves it out of a CA file. A text of more than 16 Mi characters
 * is one fault.
 */
export function certificatesOf(source: SourceText): PemContainer {
  if (source.text.length > SIZE_LIMIT) {
    const fault = { reason: 'it is larger than 16 MiB', at: source.span(0, 0) };
    return { certificates: [], keys: [], faults: [fault], secrets: [] };
  }
  const pem = pemOf(source);
  const certificates: Certificate[] = [];
  const keys: PrivateKey[] = [];
  const faults = pem.faults.map(fault => ({ reason: fault.reason, at: fault.heading }));
  const secrets = pem.faults.filter(fault => fault.isPrivateKey).map(extentOf);
  const total = pem.blocks.filter(block => block.label === 'CERTIFICATE').length;
  let position = 0;
  for (const block of pem.blocks) {
    const at = block.heading;
    if (isPrivateKeyBlock(block)) {
      const key = privateKeyOf(block);
      secrets.push('extent' in key ? key.extent : extentOf(block));
      if ('reason' in key) faults.push({ reason: key.reason, at });
      else keys.push(key);
    } else if (block.label.endsWith('CERTIFICATE')) {
      const content = certificateIn(block);
      if (block.label === 'CERTIFICATE') position += 1;
      if ('reason' in content) faults.push({ reason: content.reason, at });
      else certificates.push({ ...content, block: position, blocks: total, span: at });
    }
  }
  return { certificates, keys, faults: inOrder(faults, fault => fault.at), secrets: inOrder(secrets, span => span) };
}

function inOrder<T>(things: readonly T[], spanOf: (thing: T) => Span): T[] {
  return things.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
}

type CertificateContent = Omit<Certificate, 'block' | 'blocks' | 'span'>;

function certificateIn(block: PemContent): CertificateContent | { readonly reason: string } {
  if (block.label !== 'CERTIFICATE') return { reason: 'Go skips the certificate: its label is not CERTIFICATE alone' };
  if (block.skipReason !== undefined) return { reason: `Go skips the certificate: ${block.skipReason}` };
  const fingerprint256 = fingerprintOf(block.bytes);
  if (fingerprint256 === undefined) return { reason: 'the block is no X.509 certificate' };
  const fields = x509FieldsOf(block.bytes);
  if (fields === undefined) return { reason: 'the certificate is not in DER, or a date of it is not valid' };
  const { subject, issuer, notBefore, notAfter } = fields;
  const isSelfIssued = Buffer.compare(subject.der, issuer.der) === 0;
  return {
    name: nameOf(subject) ?? `serial:${numberOf(fields.serial)}`,
    issuer: nameOf(issuer) ?? 'unnamed',
    isAuthority: fields.isAuthority ?? (fields.version === 1 && isSelfIssued),
    isSelfIssued,
    notBefore,
    notAfter,
    fingerprint256,
    publicKeyFingerprint: sha256Of(fields.publicKey),
  };
}

/**
 * `undefined` for what node:crypto refuses, or reads as anything else than a certificate of just these bytes: it would
 * also take PEM, and pass over what follows.
 */
function fingerprintOf(bytes: Uint8Array): string | undefined {
  try {
    const { fingerprint256 } = new (nodeCrypto().X509Certificate)(bytes);
    return fingerprint256.replaceAll(':', '').toLowerCase() === sha256Of(bytes) ? fingerprint256 : undefined;
  } catch {
    return undefined;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return nodeCrypto().createHash('sha256').update(bytes).digest('hex');
}

function nameOf(name: DistinguishedName): string | undefined {
  const text = name.commonName || name.organization;
  return text === undefined || text === '' ? undefined : escaped(text);
}

/** On one line, without characters that a terminal would act on or that turn the text around, and not too long. */
function escaped(text: string): string {
  const shown = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return shown.length > NAME_LIMIT ? `${Array.from(shown).slice(0, NAME_LIMIT).join('')}...` : shown;
}

/** A big-endian number in two's complement in decimal, or in hexadecimal where it is too long for a serial number. */
function numberOf(bytes: Uint8Array): string {
  const hexadecimal = `0x0${Buffer.from(bytes.subarray(0, SERIAL_LIMIT)).toString('hex')}`;
  if (bytes.length > SERIAL_LIMIT) return `${hexadecimal}...`;
  return BigInt.asIntN(bytes.length * 8, BigInt(hexadecimal)).toString();
}
