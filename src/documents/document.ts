import type { SourceFile, Span } from '../text/source.ts';
import type { YamlNode } from '../parse/yaml-node.ts';

/** How a document spells its fields: `ca_file`, `caFile`, or both, as Helm values do. */
export type Spelling = 'snake' | 'camel' | 'either';

/** Whose configuration a document is. */
export type DialectId = 'prometheus' | 'web-config' | 'operator' | 'helm-values' | 'pem';

/** A document that is ours: what it is, without its content, which is let go of when it has been read. */
export interface Document {
  readonly dialect: DialectId;
  readonly file: SourceFile;
  /** The kind of a custom resource. */
  readonly kind?: string;
  /** What paths into the document start with: empty, or `ServiceMonitor/name`. */
  readonly name: string;
}

/** A document of one of the YAML dialects, with its content. */
export interface YamlDocument extends Document {
  readonly dialect: Exclude<DialectId, 'pem'>;
  readonly spelling: Spelling;
  /** Where configuration of ours begins: the root, or in Helm values the topmost keys that speak of us. */
  readonly parts: readonly Part[];
}

/** A file that holds PEM blocks; its content is its text. */
export interface PemDocument extends Document {
  readonly dialect: 'pem';
}

/** A document without its content, for what outlives the reading of it. */
export function identityOf({ dialect, file, kind, name }: Document): Document {
  return kind === undefined ? { dialect, file, name } : { dialect, file, kind, name };
}

/** A node of a document below which everything is configuration of ours. */
export interface Part {
  /** The keys from the root of the document to the node. */
  readonly keys: readonly string[];
  readonly node: YamlNode;
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
