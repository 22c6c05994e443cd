import type { SourceFile, SourceText, Span } from '../text/source.ts';
import type { TemplateLanguage } from '../parse/template/template.ts';
import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';

/** How a document spells its fields: `ca_file`, `caFile`, or both, as Helm values do. */
export type Spelling = 'snake' | 'camel' | 'either';

/** Whose configuration a document is. */
export type DialectId =
  | 'prometheus'
  | 'web-config'
  | 'operator'
  | 'kubernetes-access'
  | 'kubernetes-secret'
  | 'helm-values'
  | 'ansible-variables'
  | 'cert-manager'
  | 'pem'
  | 'certificates'
  | CommandDialect
  | 'grafana-datasources'
  | 'opentelemetry'
  | 'grafana-agent'
  | 'promxy'
  | 'thanos'
  | 'alertmanager'
  | 'blackbox';

/** Documents that matter only for the commands in them that start a server. */
type CommandDialect = 'compose' | 'kubernetes-workload' | 'systemd-unit' | 'script' | 'dockerfile';

/** A document that is ours: what it is, without its content, which is let go of when it has been read. */
export interface Document {
  readonly dialect: DialectId;
  readonly file: SourceFile;
  /** The kind of a Kubernetes resource. */
  readonly kind?: string;
  /** The API group of a Kubernetes resource, without its version; empty for the core of Kubernetes. */
  readonly group?: string;
  /** The namespace of a Kubernetes resource, where it is written. */
  readonly namespace?: string;
  /**
   * What paths into the document start with: empty, or `ServiceMonitor/name`; of an embedded one the way to it,
   * `ConfigMap/metrics: data.prometheus.yml`.
   */
  readonly name: string;
  /** What the document is embedded in; absent for one that is a file, or a document of its stream. */
  readonly within?: Carrier;
  /** The text that it was read from, where that is not the file itself. */
  readonly source?: SourceText;
  /** The language of the template that it is read from, where it is one. */
  readonly language?: TemplateLanguage;
}

/** What carries a document to where it is read: an entry of a Kubernetes object, or any other string in another document. */
export interface Carrier {
  readonly kind: 'ConfigMap' | 'Secret' | 'string';
  /** The name of the object, where it is one and its name is known. */
  readonly object?: string;
  readonly namespace?: string;
  /** The key of the entry, or of the string: `prometheus.yml`. */
  readonly key: string;
}

/** A document of one of the dialects that configure something, with its content. */
export interface YamlDocument extends Document {
  readonly dialect: Exclude<DialectId, 'pem' | 'certificates' | 'kubernetes-secret' | CommandDialect>;
  readonly spelling: Spelling;
  /** The version of the API of a Kubernetes resource, without its group: `v1beta1`. */
  readonly version?: string;
  /** The metadata of a Kubernetes resource. */
  readonly metadata?: YamlMap;
  /** Where configuration of ours begins: the root, or in Helm values the topmost keys that speak of us. */
  readonly parts: readonly Part[];
}

/** A Kubernetes Secret. It configures nothing of ours; what matters is what fields elsewhere refer to. */
export interface SecretDocument extends Document {
  readonly dialect: 'kubernetes-secret';
  readonly resource: YamlMap;
}

/** A YAML document that says which containers run. */
export interface WorkloadDocument extends Document {
  readonly dialect: 'compose' | 'kubernetes-workload';
  readonly root: YamlMap;
}

/** A file of commands: a unit of systemd, a script of a shell, a makefile, a Dockerfile. Its content is its text. */
export interface ScriptDocument extends Document {
  readonly dialect: 'systemd-unit' | 'script' | 'dockerfile';
}

/** Whatever is read for what it means. */
export type ReadDocument =
  | YamlDocument
  | SecretDocument
  | WorkloadDocument
  | ScriptDocument
  | PemDocument
  | BinaryDocument;

/** A text that holds PEM blocks. */
export interface PemDocument extends Document {
  readonly dialect: 'pem';
  readonly source: SourceText;
  /** True for a file in UTF-16. */
  readonly isWide?: true;
}

/** Certificates or keys that are no text: DER, PKCS #7, PKCS #12, a key store. */
export interface BinaryDocument extends Document {
  readonly dialect: 'certificates';
  readonly bytes: Uint8Array;
  /** The begin of the file, or the string that holds them. */
  readonly at: Span;
}

const IDENTITIES = new WeakMap<Document, Document>();

/** A document without its content, for what outlives the reading of it. */
export function identityOf(document: Document): Document {
  let identity = IDENTITIES.get(document);
  if (identity === undefined) {
    identity = identityWithout(document);
    IDENTITIES.set(document, identity);
  }
  return identity;
}

function identityWithout(document: Document): Document {
  const { dialect, file, name, kind, group, namespace, within, source, language } = document;
  return {
    dialect,
    file,
    name,
    ...(kind === undefined ? {} : { kind }),
    ...(group === undefined ? {} : { group }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(within === undefined ? {} : { within }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
  };
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
