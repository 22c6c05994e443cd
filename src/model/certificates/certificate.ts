import { isPrivateKeyBlock, pemOf, type PemContent, type PemFault } from '../../parse/pem.ts';
import { pkcs7CertificatesOf } from '../../parse/pkcs7.ts';
import type { SourceText, Span } from '../../text/source.ts';
import { certificateContentOf } from './certificate-content.ts';
import { someOf } from './certificate-limit.ts';
import type { BlockFlaw, Certificate, CertificateContainer, SkippedBlock } from './container.ts';
import { extentOf, privateKeyOf, type PrivateKey } from './private-key.ts';

export type { BlockFlaw, Certificate, CertificateContainer, ContainerKind, SkippedBlock } from './container.ts';
export type { PrivateKey } from './private-key.ts';

const SIZE_LIMIT = 16 * 1024 * 1024;
// RFC 2315; RFC 5652; and what some programs write.
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);

/**
 * The certificates and private keys of a PEM text. What Go passes over is among the skipped: encoding/pem skips a block
 * that is not well formed, crypto/x509 one whose label is not `CERTIFICATE`, which has headers, or which it cannot parse.
 * One with headers is among the certificates too, since crypto/tls takes it. A text of more than 16 Mi characters is one
 * fault.
 *
 * @param isWide true for a file in UTF-16, in which Go finds no block.
 */
export function certificatesOf(source: SourceText, isWide = false): CertificateContainer {
  const reader = new PemReader(isWide);
  if (source.text.length > SIZE_LIMIT) {
    reader.faults.push({ reason: 'it is larger than 16 MiB', at: source.span(0, 0) });
  } else {
    reader.read(source);
  }
  return reader.container();
}

/** Something that may be a certificate, in the order of the text. */
interface Entry {
  readonly at: Span;
  readonly der?: Uint8Array;
  readonly container: 'pem' | 'pkcs7';
  /** Why Go passes over it. */
  readonly skip?: Skip;
}

interface Skip {
  readonly flaw: BlockFlaw;
  readonly reason: string;
}

class PemReader {
  readonly #isWide: boolean;
  readonly #entries: Entry[] = [];
  readonly #keys: PrivateKey[] = [];
  readonly #secrets: Span[] = [];
  readonly faults: { readonly reason: string; readonly at: Span }[] = [];

  constructor(isWide: boolean) {
    this.#isWide = isWide;
  }

  read(source: SourceText): void {
    const { blocks, faults } = pemOf(source);
    for (const fault of faults) this.#addFault(fault);
    for (const block of blocks) {
      if (!isPrivateKeyBlock(block)) {
        for (const entry of entriesIn(block)) this.#entries.push(this.#isWide ? { ...entry, skip: IN_UTF16 } : entry);
        continue;
      }
      const key = privateKeyOf(block);
      this.#secrets.push('extent' in key ? key.extent : extentOf(block));
      if ('reason' in key) this.faults.push({ reason: key.reason, at: block.heading });
      else this.#keys.push(key);
    }
  }

  container(): CertificateContainer {
    const certificates: Certificate[] = [];
    const skipped: SkippedBlock[] = [];
    const entries = inOrder(this.#entries, entry => entry.at);
    for (const [index, entry] of entries.entries()) {
      const place = { block: index + 1, blocks: entries.length };
      const { certificate, skip } = readEntry(entry, place);
      const isPkcs7 = entry.container === 'pkcs7';
      // With headers crypto/tls takes what crypto/x509 passes over.
      const counts = skip === undefined || isPkcs7 || skip.flaw === 'headers';
      if (certificate !== undefined && counts) certificates.push(certificate);
      if (skip === undefined || isPkcs7) continue;
      skipped.push({ ...place, ...skip, at: entry.at, ...(certificate === undefined ? {} : { certificate }) });
    }
    return {
      kind: 'pem',
      certificates,
      keys: this.#keys,
      skipped,
      faults: inOrder(this.faults, fault => fault.at),
      secrets: inOrder(this.#secrets, span => span),
      isReadableWithoutPassword: true,
    };
  }

  #addFault(fault: PemFault): void {
    if (fault.isPrivateKey) this.#secrets.push(extentOf(fault));
    const { flaw, reason, heading: at } = fault;
    if (!fault.isCertificate || flaw === undefined) this.faults.push({ reason, at });
    else this.#entries.push({ at, container: 'pem', skip: { flaw, reason } });
  }
}

const IN_UTF16: Skip = { flaw: 'encoding', reason: 'the file is in UTF-16' };

/** What a block holds: of PKCS #7 any number of certificates, of anything but certificates nothing. */
function entriesIn(block: PemContent): readonly Entry[] {
  const { label, bytes, heading: at } = block;
  if (PKCS7_LABELS.has(label)) {
    const skip = { flaw: 'label', reason: 'it stands in a PKCS #7 container' } as const;
    return Array.from(someOf(pkcs7CertificatesOf(bytes)), der => ({ at, der, container: 'pkcs7', skip }));
  }
  if (!label.endsWith('CERTIFICATE')) return [];
  const skip = skipOf(block);
  return [{ at, der: bytes, container: 'pem', ...(skip === undefined ? {} : { skip }) }];
}

function skipOf({ label, headers, flaw, skipReason: reason }: PemContent): Skip | undefined {
  if (label !== 'CERTIFICATE') return { flaw: 'label', reason: `its label is ${label} and not CERTIFICATE` };
  if (flaw !== undefined && reason !== undefined) return { flaw, reason };
  return headers.size > 0 ? { flaw: 'headers', reason: 'it has headers' } : undefined;
}

/** The certificate of an entry, where there is one, and why Go passes over it, where it does. */
function readEntry(
  { at, der, container, skip }: Entry,
  place: Pick<Certificate, 'block' | 'blocks'>,
): { readonly certificate?: Certificate; readonly skip?: Skip } {
  const content = der === undefined ? undefined : certificateContentOf(der);
  if (content === undefined || 'reason' in content) {
    const reason = content === undefined ? 'it cannot be read' : content.reason;
    return { skip: skip ?? { flaw: 'content', reason } };
  }
  const isReadByGo = skip === undefined;
  const certificate = { ...content, ...place, container, isReadByGo, span: at };
  return skip === undefined ? { certificate } : { certificate: { ...certificate, skipReason: skip.reason }, skip };
}

function inOrder<T>(things: readonly T[], spanOf: (thing: T) => Span): T[] {
  return things.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
}
