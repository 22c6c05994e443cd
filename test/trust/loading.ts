import { isPrivateKeyBlock } from '../../src/parse/pem.ts';
import type { Pem } from '../../src/parse/pem.ts';
import type { X509Fields } from '../../src/parse/x509.ts';
import { goCertificateOf } from '../../src/trust/go-certificate.ts';
import { UNUSABLE_AUTHORITY } from '../../src/trust/loading-words.ts';
import type { Profile } from '../../src/trust/profile.ts';
import { keyPairFault } from './key-pair.ts';

/** A file that a `tls_config` names, or what stands in it itself. */
export interface NamedFile {
  /** As Go names it; absent for `ca`, `cert` and `key`, whose text stands in the configuration. */
  readonly path?: string;
  /** What is there. A file that is no PEM at all has no blocks. */
  readonly content: Pem | 'missing' | 'directory';
}

/** The first version of prometheus/common 0 that reads all files through one function, and words its errors anew. */
const NEW_WORDS = 54;
/** The first version that refuses a configuration in which a certificate or a key stands alone. */
const WHOLE_PAIRS = 44;

/**
 * The certificates that Go takes from a CA file (`AppendCertsFromPEM`): blocks that say `CERTIFICATE` and no more, and
 * that it can parse. It passes over the others.
 */
export function authoritiesIn(pem: Pem, profile: Profile): readonly X509Fields[] {
  return pem.blocks.flatMap(block => {
    if (!block.isReadByGo || block.label !== 'CERTIFICATE' || block.headers.size > 0) return [];
    const certificate = isPrivateKeyBlock(block) ? '' : goCertificateOf(block.bytes, profile);
    return typeof certificate === 'object' ? [certificate] : [];
  });
}

/**
 * What Prometheus says of a `ca_file` when it makes the client, behind `error creating HTTP client: `; `undefined`
 * where it takes a certificate from it.
 */
export function caFault(file: NamedFile, profile: Profile): string | undefined {
  const { path, content } = file;
  const isNew = profile.common >= NEW_WORDS;
  if (typeof content === 'string') {
    return isNew
      ? `unable to read CA cert: ${readFault(file)}`
      : `unable to load specified CA cert ${path}: ${openFault(file)}`;
  }
  if (authoritiesIn(content, profile).length > 0) return undefined;
  if (isNew) return `${UNUSABLE_AUTHORITY} ${describe(file)}`;
  return path === undefined ? 'unable to use inline CA cert' : `${UNUSABLE_AUTHORITY} ${path}`;
}

/**
 * What Prometheus says of `cert_file` and `key_file`, behind `error creating HTTP client: `, or, where one of them is
 * not set, when it loads the configuration.
 */
export function clientPairFault(
  certificate: NamedFile | undefined,
  key: NamedFile | undefined,
  profile: Profile,
): string | undefined {
  if (certificate === undefined || key === undefined) return halfPairFault(certificate, key, profile);
  const isNew = profile.common >= NEW_WORDS;
  const pair = isNew
    ? `(${describe(certificate)}) & key (${describe(key)})`
    : `(${certificate.path ?? ''}) & key (${key.path ?? ''})`;
  if (typeof certificate.content === 'string') {
    return isNew
      ? `unable to read specified client cert: ${readFault(certificate)}`
      : `unable to read specified client cert ${pair}: ${openFault(certificate)}`;
  }
  if (typeof key.content === 'string') {
    return isNew
      ? `unable to read specified client key: ${readFault(key)}`
      : `unable to read specified client cert ${pair}: ${openFault(key)}`;
  }
  const fault = keyPairFault(certificate.content, key.content, profile);
  return fault && `unable to use specified client cert ${pair}: ${fault}`;
}

function halfPairFault(
  certificate: NamedFile | undefined,
  key: NamedFile | undefined,
  profile: Profile,
): string | undefined {
  const isNew = profile.common >= WHOLE_PAIRS;
  if (certificate !== undefined) {
    return isNew
      ? 'exactly one of key or key_file must be configured when a client certificate is configured'
      : `client cert file "${certificate.path ?? ''}" specified without client key file`;
  }
  if (key === undefined) return undefined;
  return isNew
    ? 'exactly one of cert or cert_file must be configured when a client key is configured'
    : `client key file "${key.path ?? ''}" specified without client cert file`;
}

/** As prometheus/common calls it since 0.54. */
function describe({ path }: NamedFile): string {
  return path === undefined ? 'inline' : `file ${path}`;
}

function readFault(file: NamedFile): string {
  return `unable to read file ${file.path}: ${openFault(file)}`;
}

/** Of Linux. */
function openFault({ path, content }: NamedFile): string {
  return content === 'missing' ? `open ${path}: no such file or directory` : `read ${path}: is a directory`;
}
