import type { Document, Fault } from '../documents/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Span } from '../text/source.ts';
import type { Located, Written } from '../text/written.ts';
import type { BcryptReading } from './bcrypt.ts';
import type { Certificate, PrivateKey } from './certificate.ts';
import type { SecretNature } from './secret.ts';

/** What the documents of a repository mean. Rules see nothing else. */
export interface Model {
  readonly documents: readonly Document[];
  readonly clients: readonly Client[];
  readonly servers: readonly Server[];
  /** Every secret that a document of ours writes out, those of clients too. */
  readonly credentials: readonly Credential[];
  readonly certificates: readonly CommittedCertificate[];
  readonly privateKeys: readonly CommittedKey[];
  /** True when a resource of the repository lends TLS settings to every monitor that has none of its own. */
  readonly hasDefaultScrapeClass: boolean;
  /** What could not be read, and might be ours. */
  readonly faults: readonly Fault[];
}

/** Whatever opens a connection: a scrape, a remote write, a service discovery, a request for a token. */
export interface Client {
  readonly document: Document;
  /** What messages call it: `scrape job "node"`. */
  readonly label: string;
  /** Its configuration path, without a line or an index. */
  readonly path: string;
  /** As written, in lower case, or taken from its URL; absent where nothing is written, which means http. */
  readonly scheme?: Written<string>;
  readonly targets: Targets;
  readonly tls?: TlsClient;
  /** The field of the document that takes a CA, for messages; absent where it is not known. */
  readonly caField?: string;
  /** True when a default scrape class supplies TLS settings that are missing here. */
  readonly takesScrapeClass: boolean;
  /**
   * True when something that is not in this document, a scrape class or a chart's template, may supply the TLS
   * settings.
   */
  readonly mayInheritTls: boolean;
}

/** Whom a client connects to, as far as the file says. */
export interface Targets {
  /** Host names and addresses, without a port. */
  readonly hosts: readonly Written<string>[];
  /** True when they are found inside the cluster, by Kubernetes discovery or a monitor. */
  readonly areInCluster: boolean;
  /** True when some come from elsewhere and nothing is known of them. */
  readonly areUnknown: boolean;
}

/** A `tls_config` of a client. */
export interface TlsClient {
  /** The key of the block. */
  readonly at: Span;
  /** True when the whole block, or what is merged into it, is a template. */
  readonly isTemplated: boolean;
  readonly insecureSkipVerify?: Written<boolean> & { readonly field: string };
  readonly ca?: Reference;
  readonly cert?: Reference;
  readonly key?: Reference;
  /** The name that the certificate is verified for, in place of the host. */
  readonly serverName?: Written<string>;
}

/** Where something is to be had that is not written here, or the fact that it is written here. */
export type Reference =
  | { readonly to: 'file'; readonly path: Written<string>; readonly field: string }
  | { readonly to: 'object' | 'inline'; readonly at: Span; readonly field: string };

/** Whatever accepts connections: the web configuration of Prometheus or of an exporter. */
export interface Server {
  readonly document: Document;
  readonly path: string;
  readonly users: readonly User[];
  readonly cert?: Reference;
  readonly key?: Reference;
  readonly clientCa?: Reference;
}

/** A user who may log in to a server, with what stands in the place of the bcrypt hash. */
export interface User {
  readonly path: string;
  readonly name: string;
  readonly hash: Located<Redacted>;
  readonly nature: SecretNature;
  readonly reading: BcryptReading;
}

/** A secret value in a configuration, or what stands in its place. */
export interface Credential {
  readonly document: Document;
  /** What it is, in words: `password`, `bearer token`, `client secret`. */
  readonly kind: string;
  readonly path: string;
  /** The field as the document spells it. */
  readonly field: string;
  /** The form that keeps the secret out of the document; absent where there is none. */
  readonly alternative?: Alternative;
  readonly value: Located<Redacted>;
  readonly nature: SecretNature;
}

/** How else a document can come by a secret: from a file that a field names, or from a Kubernetes object. */
export type Alternative = { readonly to: 'file'; readonly field: string } | { readonly to: 'object' };

/** A certificate in a file of the repository, and the fields that lead to it. */
export interface CommittedCertificate extends Certificate {
  readonly uses: readonly Use[];
  /** True when the configuration file says that a target serves it. */
  readonly isServed: boolean;
  /** The certificates of the same file, itself among them. */
  readonly bundle: readonly Certificate[];
}

/** A private key in a file of the repository. */
export interface CommittedKey extends PrivateKey {
  readonly uses: readonly Use[];
}

/** A reference of the configuration that leads to a committed file. */
export interface Use {
  readonly field: string;
  readonly as: 'ca' | 'certificate' | 'key';
  readonly at: Span;
}
