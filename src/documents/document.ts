import type { SourceFile, Span } from '../text/source.ts';
import type { YamlNode } from '../parse/yaml-node.ts';

/** How a document spells its fields: `ca_file`, `caFile`, or both, as Helm values do. */
export type Spelling = 'snake' | 'camel' | 'either';

/** A document that is ours. */
export type Document = YamlDocument | PemDocument;

/** Whose configuration a document is. */
export type DialectId = Document['dialect'];

/** A document of one of the YAML dialects. */
export interface YamlDocument {
  readonly dialect: 'prometheus' | 'web-config' | 'operator' | 'helm-values';
  readonly spelling: Spelling;
  readonly file: SourceFile;
  /** The kind of a custom resource. */
  readonly kind?: string;
  /** What paths into the document start with: empty, or `ServiceMonitor/name`. */
  readonly name: string;
  /** Where configuration of ours begins: the root, or in Helm values the topmost keys that speak of us. */
  readonly parts: readonly Part[];
}

/** A node of a document below which everything is configuration of ours. */
export interface Part {
  /** The keys from the root of the document to the node. */
  readonly keys: readonly string[];
  readonly node: YamlNode;
}

/** A file that holds PEM blocks. */
export interface PemDocument {
  readonly dialect: 'pem';
  readonly file: SourceFile;
}

/** Something that might be ours and could not be read. */
export interface Fault {
  readonly at: Span;
  /** Lower case, without a full stop; never quotes the file. */
  readonly reason: string;
  /** What is never shown, since what cannot be read may be a secret. */
  readonly hidden: Span;
  /** True when the name of the file alone says that it is ours. */
  readonly isOursByName: boolean;
}
