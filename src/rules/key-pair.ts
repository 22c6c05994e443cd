import type { Certificate, PrivateKey } from '../model/certificates/certificate.ts';
import type { CertificateFile } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import {
  CERTIFICATE_AS_KEY,
  KEY_AS_CERTIFICATE,
  NO_KEY,
  noPemIn,
  OTHER_KEY,
  OTHER_KEY_TYPE,
  UNREADABLE_KEY,
} from '../trust/loading-words.ts';

/** Why a certificate and a key cannot be used together. */
export interface PairFault {
  /** Which of the two has to be changed first. */
  readonly part: 'certificate' | 'key';
  /** The words of Go. */
  readonly error: string;
  readonly remedy: string;
  readonly certificate?: Certificate;
  readonly key?: PrivateKey;
}

// crypto/tls, `parsePrivateKey`: what it knows stands in PKCS #8, PKCS #1 or SEC 1.
const UNKNOWN_LABELS = new Set(['OPENSSH PRIVATE KEY', 'DSA PRIVATE KEY']);
const GO_KEYS = new Set<string>(['rsa', 'ecdsa', 'ed25519']);
const SAFE = 'commit no key, and put the pair in place on deployment';

/**
 * What crypto/tls says of a pair (`X509KeyPair`), in the order in which it looks; `undefined` for one that it takes, and
 * where the files do not say.
 *
 * @param all the containers of the repository, in which the certificate of the key may be.
 */
export function pairFaultOf(
  certificates: CertificateFile,
  keys: CertificateFile,
  all: readonly CertificateFile[],
): PairFault | undefined {
  const [leaf, ...others] = certificates.certificates.filter(({ container }) => container === 'pem');
  if (leaf === undefined) return faultWithoutCertificate(certificates);
  // What stands before it and cannot be read is the leaf to Go.
  if (certificates.skipped.some(({ block }) => block < leaf.block)) return undefined;
  const [key] = keys.keys;
  if (key === undefined) return faultWithoutKey(keys, leaf);
  if (keys.kind !== 'pem') return { ...faultOfContainer(keys, 'key'), certificate: leaf };
  const flaw = flawOf(key);
  if (flaw !== undefined) {
    return { part: 'key', error: UNREADABLE_KEY, remedy: `${flaw}; ${SAFE}`, certificate: leaf, key };
  }
  const { publicKeyFingerprint } = key;
  if (publicKeyFingerprint === undefined || publicKeyFingerprint === leaf.publicKeyFingerprint) return undefined;
  // Go stops at the certificate.
  if (!GO_KEYS.has(leaf.key.type)) return undefined;
  const isOwn = (certificate: Certificate): boolean => certificate.publicKeyFingerprint === publicKeyFingerprint;
  const own = others.find(isOwn);
  const elsewhere = all.flatMap(container => container.certificates).find(isOwn);
  return {
    part: 'certificate',
    error: mismatchOf(leaf, key),
    remedy: remedyFor(leaf, own, elsewhere),
    certificate: leaf,
    key,
  };
}

/** Why Go cannot read a key, as a clause. */
function flawOf({ encryption, label, keyType }: PrivateKey): string | undefined {
  if (encryption === 'encrypted') return 'it is encrypted, and nobody can give a passphrase';
  if (UNKNOWN_LABELS.has(label)) return `${label} is no form that Go reads`;
  return keyType === undefined || GO_KEYS.has(keyType) ? undefined : 'it is of a type that Go does not take';
}

function remedyFor(leaf: Certificate, own: Certificate | undefined, elsewhere: Certificate | undefined): string {
  if (own !== undefined) {
    return `put "${own.name}" (block ${own.block} of ${own.blocks}), whose key it is, before "${leaf.name}"`;
  }
  return elsewhere === undefined
    ? `the key of "${leaf.name}" is another one; put the two together that were made together`
    : `the key is that of "${elsewhere.name}" in ${printable(elsewhere.span.file.path)}`;
}

/** Go tells keys of different types apart. */
function mismatchOf({ key }: Certificate, { keyType }: PrivateKey): string {
  return key.type === keyType ? OTHER_KEY : OTHER_KEY_TYPE;
}

function faultWithoutCertificate(container: CertificateFile): PairFault | undefined {
  if (container.kind !== 'pem') return faultOfContainer(container, 'certificate');
  const [key] = container.keys;
  // Of a certificate that Go passes over another rule speaks.
  if (key === undefined || container.skipped.length > 0) return undefined;
  return {
    part: 'certificate',
    error: KEY_AS_CERTIFICATE,
    remedy: 'switch the two files',
    key,
  };
}

function faultWithoutKey(container: CertificateFile, leaf: Certificate): PairFault | undefined {
  if (container.kind !== 'pem') return { ...faultOfContainer(container, 'key'), certificate: leaf };
  const [first, ...others] = container.certificates;
  if (first === undefined) return undefined;
  const error = others.length === 0 ? CERTIFICATE_AS_KEY : NO_KEY;
  return { part: 'key', error, remedy: 'name the file of the key', certificate: first };
}

function faultOfContainer({ document }: CertificateFile, part: PairFault['part']): PairFault {
  return {
    part,
    error: noPemIn(part),
    remedy: `convert ${printable(document.file.path)} to PEM`,
  };
}
