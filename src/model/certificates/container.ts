import type { PemFlaw } from '../../parse/pem-flaw.ts';
import type { Span } from '../../text/source.ts';
import type { CertificateContent } from './certificate-content.ts';
import type { PrivateKey } from './private-key.ts';

/** What holds certificates: text with PEM blocks, or bytes of one kind or the other. A key store is one of Java. */
export type ContainerKind = 'pem' | 'der' | 'pkcs7' | 'pkcs12' | 'key-store';

/** An X.509 certificate of a container. Its key may be of any type. */
export interface Certificate extends CertificateContent {
  /** What it stands in; of a PKCS #7 block in a PEM text `pkcs7`. */
  readonly container: ContainerKind;
  /** True when Go takes it out of a CA file: false for one that it passes over, or whose container it cannot read. */
  readonly isReadByGo: boolean;
  /** Why Go does not; a clause: lower case, without a full stop. */
  readonly skipReason?: string;
  /** From 1, among the certificates of the container, those that cannot be read included. */
  readonly block: number;
  /** How many certificates the container holds. */
  readonly blocks: number;
  /** The BEGIN line; of a container that is no text the begin of the file, or the string that it is in. */
  readonly span: Span;
}

/** Why Go passes over a block: its form, its encoding, its label, its headers, or that it holds no certificate, or one that Go refuses. */
export type BlockFlaw = PemFlaw | 'encoding' | 'label' | 'headers' | 'content' | 'unsupported';

/** What should be a certificate to Go, and what it passes over without a word. */
export interface SkippedBlock {
  /** What Go misses, where it can be read at all. */
  readonly certificate?: Certificate;
  readonly flaw: BlockFlaw;
  /** A clause about the block: lower case, without a full stop, nothing of the content. */
  readonly reason: string;
  /** The BEGIN line. */
  readonly at: Span;
  readonly block: number;
  readonly blocks: number;
}

/** What a container holds, each list in its order. */
export interface CertificateContainer {
  readonly kind: ContainerKind;
  /** Those that Go reads, those of containers that it cannot read, and those that it leaves out of CA files alone. */
  readonly certificates: readonly Certificate[];
  readonly keys: readonly PrivateKey[];
  readonly skipped: readonly SkippedBlock[];
  /** What should have been a key, or a container, and cannot be read. A reason is a clause that quotes nothing. */
  readonly faults: readonly { readonly reason: string; readonly at: Span }[];
  /** Where private keys stand, or what is left of one: to be masked wherever the text is shown. */
  readonly secrets: readonly Span[];
  /** False where a part of it may hold certificates and opens with a password alone. */
  readonly isReadableWithoutPassword: boolean;
}
