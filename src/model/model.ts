import type { Document, Fault } from '../documents/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Span } from '../text/source.ts';
import type { Located, Written } from '../text/written.ts';
import type { Access } from './access/access.ts';
import type { Certificate, PrivateKey } from './certificates/certificate.ts';
import type { Conflict, Login, Redirects } from './clients/client-settings.ts';
import type { CommandLine } from './commands/command-line.ts';
import type { Mailer } from './clients/mailer.ts';
import type { SecretNature } from './secrets/secret.ts';
import type { RateLimit, ServerHttp, ServerTls, User } from './servers/server-settings.ts';

/** What the documents of a repository mean. Rules see nothing else. */
export interface Model {
  readonly documents: readonly Document[];
  readonly clients: readonly Client[];
  readonly mailers: readonly Mailer[];
  readonly servers: readonly Server[];
  /** Every command that starts a server of ours, wherever it is written. */
  readonly commandLines: readonly CommandLine[];
  /** The clients with the servers of the repository that they certainly ask. */
  readonly links: readonly Link[];
  /** Every secret that a document of ours writes out, those of clients too. */
  readonly credentials: readonly Credential[];
  readonly certificates: readonly CommittedCertificate[];
  readonly privateKeys: readonly CommittedKey[];
  /** Every field that names a file or a Kubernetes object, with what it leads to. */
  readonly references: readonly ResolvedReference[];
  /** True when every Prometheus resource of the repository denies monitors its own files, and there is one. */
  readonly deniesMonitorsItsFiles: boolean;
  /** True when a resource of the repository lends TLS settings to every monitor that has none of its own. */
  readonly hasDefaultScrapeClass: boolean;
  /** What servers may ask of Kubernetes, and what they have to. */
  readonly access: Access;
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
  /** Set for a module of the blackbox exporter: whether its name says that it watches certificates, or trusts any. */
  readonly probe?: { readonly isAboutCertificates: boolean };
  readonly transport: Transport;
  readonly targets: Targets;
  readonly tls?: TlsClient;
  /** The field of the document that takes a CA, for messages; absent where it is not known. */
  readonly caField?: string;
  /** What it identifies itself with, in the order of the text. Blocks without content are none. */
  readonly authentications: readonly Authentication[];
  /** Settings of which one alone may be set, and several are. */
  readonly conflicts: readonly Conflict[];
  readonly redirects: Redirects;
  /** True when a default scrape class supplies settings that are missing here. */
  readonly takesScrapeClass: boolean;
  /**
   * True when something that is not in this document, a scrape class or a chart's template, may supply settings that
   * are missing here, or replace those that are.
   */
  readonly mayInherit: boolean;
  /** True for a data source of Grafana, of whose verification a rule of its own speaks. */
  readonly isDataSource?: true;
}

/** Whether a connection is encrypted, and what decides that. */
export interface Transport {
  /** `unknown` where a template, a label or a chart decides. */
  readonly kind: 'tls' | 'plain' | 'unknown';
  /** The value that says so; absent where nothing is written and the default counts. */
  readonly at?: Span;
  /** A clause for messages in the words of the document: `scheme is http by default`, `url begins with http://`. */
  readonly reason: string;
  /** What would encrypt the connection, for messages: `set scheme: https`. */
  readonly remedy: string;
  /** True where it is no HTTP, so that the credentials and TLS settings of the client are passed over: `tcp://`. */
  readonly isBare?: boolean;
}

/** Whom a client connects to, as far as the file says. */
export interface Targets {
  /** Host names and addresses, without a port. */
  readonly hosts: readonly Written<string>[];
  /** True when they are found inside the cluster, by Kubernetes discovery or a monitor. */
  readonly areInCluster: boolean;
  /** True when some come from elsewhere and nothing is known of them. */
  readonly areUnknown: boolean;
  /** True when they are the kubelets of a cluster, or its API server in their place. */
  readonly areKubelets: boolean;
  /** True when it is the API server of a cluster, whose certificate has its addresses. */
  readonly isApiServer: boolean;
}

/** One way in which a client says who it is. */
export interface Authentication {
  /** `cloud` signs requests for a cloud; `header` is a header of one's own that holds a secret. */
  readonly kind: 'basic' | 'token' | 'oauth2' | 'cloud' | 'header';
  /** The field as the document spells it: `basic_auth`, `bearer_token_file`; of a header its name. */
  readonly field: string;
  /** The key of the field. */
  readonly at: Span;
  /** What replaces a field that is deprecated, in words for messages. */
  readonly successor?: string;
}

/** A `tls_config` of a client. */
export interface TlsClient {
  /** The key of the block. */
  readonly at: Span;
  /** True when the whole block, or what is merged into it, is a template. */
  readonly isTemplated: boolean;
  readonly insecureSkipVerify?: Flag;
  readonly ca?: Reference;
  readonly cert?: Reference;
  readonly key?: Reference;
  /** The name that the certificate is verified for, in place of the host. */
  readonly serverName?: Written<string>;
  readonly minVersion?: Written<string>;
  readonly maxVersion?: Written<string>;
  /** How the document spells fields that may be missing, for messages. */
  readonly spelled: { readonly cert: string; readonly key: string; readonly serverName: string };
}

/** A switch, and how the document spells it. */
export type Flag = Written<boolean> & {
  readonly field: string;
  /** True where the document says `null`, and a chart makes that true. */
  readonly isOfChart?: true;
};

/** Where something is to be had that is not written here, or the fact that it is written here. */
export type Reference =
  | { readonly to: 'file'; readonly path: Written<string>; readonly field: string }
  | { readonly to: 'object' | 'inline'; readonly at: Span; readonly field: string };

/** Whatever accepts connections: the web configuration of Prometheus or of an exporter, the web server of a resource. */
export interface Server {
  readonly document: Document;
  /** What messages call it: `the server`, `the web server of Prometheus "main"`. */
  readonly label: string;
  readonly path: string;
  /** False where a template, a chart or another tool may put in what is missing. */
  readonly isComplete: boolean;
  /** `gossip` is what Alertmanagers speak among themselves. */
  readonly protocol: 'http' | 'gossip';
  /** True for the settings of a resource, which the operator checks before a server sees them. */
  readonly isOfOperator: boolean;
  readonly users: readonly User[];
  /** The key of the users, where there are some. */
  readonly usersAt?: Span;
  readonly cert?: Reference;
  readonly key?: Reference;
  readonly clientCa?: Reference;
  /** `unknown` where a template or a chart decides. */
  readonly encryption: 'tls' | 'plain' | 'unknown';
  /** Whether clients have to show a certificate: `demanded` where a connection without one fails. */
  readonly clientCertificates: 'none' | 'asked' | 'demanded' | 'unknown';
  readonly tls?: ServerTls;
  readonly http?: ServerHttp;
  readonly rateLimit?: RateLimit;
  /** A block of TLS settings under the name that clients have for it. */
  readonly misnamed?: Located<string>;
}

/** A client and the server that it certainly asks. */
export interface Link {
  readonly client: Client;
  readonly server: Server;
  /** What says whom it asks: the target, or the port of the endpoint. */
  readonly target: Span;
  /** The flag that gives the server its web configuration, where that is what ties the two. */
  readonly evidence?: Span;
  readonly login?: Login;
}

/** A secret value in a configuration, or what stands in its place. */
export interface Credential {
  readonly document: Document;
  /** What it is, in words: `password`, `bearer token`, `client secret`. */
  readonly kind: string;
  readonly path: string;
  /** The field as the document spells it; of a header or a parameter its name. */
  readonly field: string;
  /** Where it stands: in a field made for a secret, in a URL, or in a header or parameter. */
  readonly carrier: 'field' | 'url' | 'header';
  /** The form that keeps the secret out of the document; absent where there is none. */
  readonly alternative?: Alternative;
  /** Where else the server shows it, for messages: `Prometheus shows it on /config`; absent where it masks it. */
  readonly leak?: string;
  readonly value: Located<Redacted>;
  readonly nature: SecretNature;
}

/**
 * How else a document can come by a secret: from a file that a field names, from a Kubernetes object, or as some
 * words say.
 */
export type Alternative =
  | { readonly to: 'file'; readonly field: string }
  | { readonly to: 'object' }
  | { readonly to: 'other'; readonly advice: string };

/** A field that says where something is to be had: a file, or a key of a Kubernetes object. */
export interface FieldReference {
  readonly document: Document;
  readonly path: string;
  /** The field as the document spells it. */
  readonly field: string;
  /** What is to be had there, in words: `password`, `CA certificate`. */
  readonly kind: string;
  /** True where that is a secret. */
  readonly isSecret: boolean;
  /** The value; of an object the mapping that names it. */
  readonly at: Span;
  /** True where a monitor makes Prometheus read a file of its own. */
  readonly isOfMonitor: boolean;
  readonly target: FileTarget | ObjectTarget | { readonly to: 'nothing' };
}

export interface FileTarget {
  readonly to: 'file';
  readonly path: Written<string>;
  /** What a relative path starts from: the folder of the document, or the working directory of some process. */
  readonly base: 'document' | 'process';
}

export interface ObjectTarget {
  readonly to: 'Secret' | 'ConfigMap';
  /** Absent where it is not written. */
  readonly name?: Written<string>;
  readonly key?: Written<string>;
  /** Where it is not that of the document. */
  readonly namespace?: Written<string>;
  readonly isOptional: boolean;
}

/** A reference with what the repository holds in its place. */
export interface ResolvedReference extends FieldReference {
  readonly found: Found;
}

/**
 * What a reference leads to: a file or an entry of an object in the repository, nothing where there should be something,
 * or the repository does not say.
 */
export type Found =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing file'; readonly path: string }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly secret?: CommittedSecret;
      /** True for the file of a CA that holds no certificate in PEM. */
      readonly lacksCertificates?: true;
    }
  | { readonly kind: 'missing key'; readonly object: SecretObject; readonly key: string; readonly isSure: boolean }
  | { readonly kind: 'entry'; readonly secret: CommittedSecret; readonly textId: string }
  /** An entry of a ConfigMap or Secret that is a document of ours: certificates, or configuration. */
  | { readonly kind: 'document'; readonly textId: string };

/** A secret in a committed file or object, or what stands in its place. */
export interface CommittedSecret {
  readonly value: Located<Redacted>;
  readonly nature: SecretNature;
}

/** A Kubernetes Secret in the repository. */
export interface SecretObject {
  readonly document: Document;
  readonly name: Located<string>;
  readonly namespace?: string;
  readonly entries: ReadonlyMap<string, CommittedSecret>;
  /** False where a controller or a template adds entries. */
  readonly isComplete: boolean;
}

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
