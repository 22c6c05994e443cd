import { isIP } from 'node:net';
import { attribute, authorityKeyIdentifier, extension, keyIdentifier, type KeyPair } from '../certificate-parts.ts';
import {
  addressBytes,
  bitString,
  boolean,
  element,
  explicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  utf8String,
} from '../der.ts';
import { subjectOf, type RecipeExtension } from './recipe.ts';

/** The keys that the extensions of a certificate name: its own, and its issuer's where that one names it as well. */
interface NamedKeys {
  readonly own: KeyPair;
  readonly issuer?: KeyPair;
}

/** The DER of an extension in the words of openssl; none where the words ask for none. */
export function extensionOf({ name, value, isCritical }: RecipeExtension, keys: NamedKeys): readonly Buffer[] {
  if (value.startsWith('DER:')) {
    return [extension(EXTENSIONS.get(name) ?? name, Buffer.from(value.slice('DER:'.length), 'hex'), isCritical)];
  }
  switch (name) {
    case 'basicConstraints':
      return [extension('2.5.29.19', basicConstraints(value), isCritical)];
    case 'keyUsage':
      return [extension('2.5.29.15', keyUsage(value), isCritical)];
    case 'extendedKeyUsage':
      return [extension('2.5.29.37', sequence(...value.split(',').map(purpose)), isCritical)];
    case 'subjectKeyIdentifier':
      return value === 'none' ? [] : [extension('2.5.29.14', octetString(keyIdentifier(keys.own)), isCritical)];
    case 'authorityKeyIdentifier':
      return keys.issuer === undefined ? [] : [authorityKeyIdentifier(keys.issuer)];
    case 'subjectAltName':
      return [extension('2.5.29.17', sequence(...value.split(',').map(generalName)), isCritical)];
    case 'nameConstraints':
      return [extension('2.5.29.30', nameConstraints(value), isCritical)];
    case 'certificatePolicies':
      return [extension('2.5.29.32', sequence(...value.split(',').map(policy)), isCritical)];
    default:
      return [extension(name, utf8String(value.replace(/^ASN1:UTF8String:/, '')), isCritical)];
  }
}

/** The DER of a distinguished name. */
export function distinguishedName(subject: readonly (readonly [string, string])[], encode = utf8String): Buffer {
  return sequence(...subject.map(([type, value]) => attribute(found(ATTRIBUTES, type), encode(value))));
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['basicConstraints', '2.5.29.19'],
  ['keyUsage', '2.5.29.15'],
  ['extendedKeyUsage', '2.5.29.37'],
  ['subjectKeyIdentifier', '2.5.29.14'],
  ['subjectAltName', '2.5.29.17'],
  ['nameConstraints', '2.5.29.30'],
]);

const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['CN', '2.5.4.3'],
  ['C', '2.5.4.6'],
  ['L', '2.5.4.7'],
  ['ST', '2.5.4.8'],
  ['O', '2.5.4.10'],
  ['OU', '2.5.4.11'],
]);

const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['serverAuth', '1.3.6.1.5.5.7.3.1'],
  ['clientAuth', '1.3.6.1.5.5.7.3.2'],
  ['codeSigning', '1.3.6.1.5.5.7.3.3'],
  ['anyExtendedKeyUsage', '2.5.29.37.0'],
]);

/** By their bits (RFC 5280, section 4.2.1.3). */
const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
];

function basicConstraints(value: string): Buffer {
  const length = /pathlen:(\d+)/.exec(value)?.[1];
  return sequence(
    ...(value.includes('CA:TRUE') ? [boolean(true)] : []),
    ...(length === undefined ? [] : [integer(BigInt(length))]),
  );
}

function keyUsage(value: string): Buffer {
  const bits = value.split(',').map(name => USAGES.indexOf(name));
  const octet = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
  return bitString(Buffer.from([octet]), 7 - Math.max(...bits));
}

function purpose(name: string): Buffer {
  return objectIdentifier(found(PURPOSES, name));
}

function policy(identifier: string): Buffer {
  return sequence(objectIdentifier(identifier));
}

/** `permitted;DNS:example.test,excluded;IP:10.0.0.0/255.0.0.0` */
function nameConstraints(value: string): Buffer {
  const constraints = value.split(',').map(constraint => constraint.split(';'));
  const subtrees = (kind: string): Buffer[] =>
    constraints.flatMap(([written, base = '']) => (written === kind ? [sequence(generalName(base))] : []));
  const lists = ['permitted', 'excluded'].map((kind, number) => ({ number, bases: subtrees(kind) }));
  return sequence(
    ...lists.flatMap(({ number, bases }) => (bases.length === 0 ? [] : [explicit(number, Buffer.concat(bases))])),
  );
}

function generalName(text: string): Buffer {
  const at = text.indexOf(':');
  const value = text.slice(at + 1);
  switch (text.slice(0, at)) {
    case 'email':
      return element(0x81, Buffer.from(value));
    case 'DNS':
      return element(0x82, Buffer.from(value));
    case 'dirName':
      return explicit(4, distinguishedName(subjectOf(value)));
    case 'URI':
      return element(0x86, Buffer.from(value));
    case 'IP':
      return element(0x87, ...value.split('/').map(part => ipBytes(part)));
    default:
      throw new Error(`no general name: ${text}`);
  }
}

function ipBytes(address: string): Buffer {
  if (isIP(address) === 0) throw new Error(`no IP address: ${address}`);
  return addressBytes(address);
}

function found(map: ReadonlyMap<string, string>, name: string): string {
  const identifier = map.get(name);
  if (identifier === undefined) throw new Error(`no object identifier is known for ${name}`);
  return identifier;
}
