import { binaryContainerOf } from '../../parse/binary-container.ts';
import { derBytesOf, derElementAt, TAG } from '../../parse/der.ts';
import { keyStoreOf } from '../../parse/key-store.ts';
import { pkcs12Of, type Decipher } from '../../parse/pkcs12.ts';
import { pkcs7CertificatesOf } from '../../parse/pkcs7.ts';
import type { Span } from '../../text/source.ts';
import { certificateContentOf } from './certificate-content.ts';
import { CERTIFICATE_LIMIT, someOf } from './certificate-limit.ts';
import type { Certificate, CertificateContainer, ContainerKind } from './container.ts';
import { binaryPrivateKeyOf } from './private-key.ts';

const SIZE_LIMIT = 16 * 1024 * 1024;
const LIMIT_REASON = `only its first ${CERTIFICATE_LIMIT} certificates are read`;

/** What a container holds, before it is known which of it can be read. */
interface Content {
  readonly kind: ContainerKind;
  /** In clear, each in DER. */
  readonly certificates?: Iterable<Uint8Array>;
  /** Those without encryption in DER. */
  readonly keys?: readonly (Uint8Array | undefined)[];
  readonly isLocked?: boolean;
  /** Why it cannot be read at all. */
  readonly reason?: string;
}

// What Go's encoding/pem finds no block in.
const SKIP_REASONS: Readonly<Record<ContainerKind, string>> = {
  pem: 'it stands in no block',
  der: 'it is in DER and not in PEM',
  pkcs7: 'it stands in a PKCS #7 container',
  pkcs12: 'it stands in a PKCS #12 container',
  'key-store': 'it stands in a key store of Java',
};

/**
 * The certificates and private keys of a container that is no text: DER, PKCS #7, PKCS #12, JKS or JCEKS. Go reads none of
 * them. One of more than 16 MiB is one fault.
 *
 * @param at the place of all that is in it.
 */
export function binaryCertificatesOf(bytes: Uint8Array, at: Span, decipher: Decipher): CertificateContainer {
  const { kind, certificates = [], keys = [], isLocked = false, reason } = contentOf(bytes, decipher);
  const faults = reason === undefined ? [] : [{ reason, at }];
  const read: Certificate[] = [];
  const some = [...someOf(certificates)];
  for (const [index, der] of some.entries()) {
    const content = certificateContentOf(der);
    if ('reason' in content) continue;
    const place = { container: kind, block: index + 1, blocks: some.length, span: at };
    read.push({ ...content, ...place, isReadByGo: false, skipReason: SKIP_REASONS[kind] });
  }
  if (some.length === CERTIFICATE_LIMIT) faults.push({ reason: LIMIT_REASON, at });
  if (read.length < some.length) {
    faults.push({ reason: `${some.length - read.length} of its ${some.length} certificates cannot be read`, at });
  }
  return {
    kind,
    certificates: read,
    keys: keys.map((der, index) => binaryPrivateKeyOf(der, { block: index + 1, span: at })),
    skipped: [],
    faults,
    secrets: keys.length > 0 ? [at] : [],
    isReadableWithoutPassword: !isLocked,
  };
}

function contentOf(bytes: Uint8Array, decipher: Decipher): Content {
  const outline = binaryContainerOf(bytes);
  const kind = outline === 'pkcs7' || outline === 'pkcs12' || outline === 'key-store' ? outline : 'der';
  if (bytes.length > SIZE_LIMIT) return { kind, reason: 'it is larger than 16 MiB' };
  switch (outline) {
    case 'certificate':
      return { kind, certificates: elementsOf(bytes) };
    case 'private key':
      return { kind, keys: [bytes] };
    case 'encrypted private key':
      return { kind, keys: [undefined] };
    case 'pkcs7':
      return { kind, certificates: pkcs7CertificatesOf(bytes) };
    case 'pkcs12':
      return { kind, ...(pkcs12Of(bytes, decipher) ?? { isLocked: true }) };
    case 'key-store': {
      const { certificates = [], keys = 0, isWhole = false } = keyStoreOf(bytes) ?? {};
      return { kind, certificates, keys: Array.from({ length: keys }, () => undefined), isLocked: !isWhole };
    }
    case undefined:
      return { kind, reason: 'it holds neither certificates nor keys' };
  }
}

/** A certificate alone, or several one behind the other. */
function* elementsOf(bytes: Uint8Array): Generator<Uint8Array> {
  let element = derElementAt(bytes);
  while (element?.tag === TAG.sequence) {
    yield derBytesOf(element);
    element = derElementAt(bytes, element.end);
  }
}
