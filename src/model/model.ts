import type { Document, Fault } from '../documents/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Span } from '../text/source.ts';
import type { Located, Written } from '../text/written.ts';
import type { AlertRules } from './alert-rules.ts';
import type { Access } from './access/access.ts';
import type { Certificate } from './certificates/certificate.ts';
import type { Renewal } from './certificates/renewal.ts';
import type { Conflict, Login, Redirects, Targets, Transport } from './clients/client-settings.ts';
import type { CommandLine } from './commands/command-line.ts';
import type {
  CertificateFile,
  CommittedCertificate,
  CommittedKey,
  CommittedSecret,
  SecretObject,
} from './committed.ts';
import type { Mending } from './mending.ts';
import type { Mailer } from './clients/mailer.ts';
import type { Reference, TlsClient } from './clients/tls-settings.ts';
import type { OwnEntry } from './own-entry.ts';
import type { Replacement } from './secrets/secret-source.ts';
import type { SecretNature } from './secrets/secret.ts';
import type { RateLimit, ServerHttp, ServerTls, User } from './servers/server-settings.ts';
import type { Departure } from './shape/departure.ts';

export type { Targets, Transport } from './clients/client-settings.ts';
export type { Flag, Reference, TlsClient } from './clients/tls-settings.ts';
export type {
  CertificateFile,
  CommittedCertificate,
  CommittedKey,
  CommittedSecret,
  SecretObject,
  Use,
} from './committed.ts';

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
  /** The connections of which the repository has both sides for certain. */
  readonly handshakes: readonly CertainHandshake[];
  /** Every secret that a document of ours writes out, those of clients too. */
  readonly credentials: readonly Credential[];
  readonly certificates: readonly CommittedCertificate[];
  readonly privateKeys: readonly CommittedKey[];
  /** Every file and every string that holds certificates or keys, or was to. */
  readonly containers: readonly CertificateFile[];
  readonly renewals: readonly Renewal[];
  /** Every field that names a file or a Kubernetes object, with what it leads to. */
  readonly references: readonly ResolvedReference[];
  /** True when every Prometheus resource of the repository denies monitors its own files, and there is one. */
  readonly deniesMonitorsItsFiles: boolean;
  /** True when a resource of the repository lends TLS settings to every monitor that has none of its own. */
  readonly hasDefaultScrapeClass: boolean;
  /** What servers may ask of Kubernetes, and what they have to. */
  readonly access: Access;
  /** True when the repository holds a file of that path, whatever it is. */
  isCommitted(path: string): boolean;
  /** Looks through all files: only for who needs it. */
  alertRules(): AlertRules;
  /** Where documents are not as the programs want that read them. */
  readonly departures: readonly Departure[];
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
  /** An entry of the client behind which others can be put, and what a block of TLS settings is called there. */
  readonly own?: { readonly entry: OwnEntry; readonly tlsField: string };
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

/** One way in which a client says who it is. */
export interface Authentication {
  /** `cloud` signs requests for a cloud; `header` is a header of one's own that holds a secret. */
  readonly kind: 'basic' | 'token' | 'oauth2' | 'cloud' | 'header';
  /** The field as the document spells it: `basic_auth`, `bearer_token_file`; of a header its name. */
  readonly field: string;
  /** The key of the field. */
  readonly at: Span;
  /** What replaces a field that is deprecated. */
  readonly successor?: Successor;
}

/** The form that takes the place of a deprecated one. */
export interface Successor {
  /** For messages: `authorization.credentials_file`. */
  readonly words: string;
  /** Moves the value there; absent where it is not to be had by that. */
  readonly mending?: Mending;
}

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
  readonly misnamed?: Located<string> & { readonly mending?: Mending };
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

/** A connection of which the repository has both sides for certain. */
export interface CertainHandshake {
  readonly client: Client;
  readonly target: {
    /** As it is written, without brackets; absent for the address of a Pod, which nobody knows. */
    readonly host?: string;
    readonly port?: string;
    /** The target, or the name of a port. */
    readonly at: Span;
    readonly scheme: 'http' | 'https';
  };
  /** Whether the target speaks TLS. */
  readonly encryption: 'tls' | 'plain';
  /** What the target sends, the leaf first; empty without TLS, and where its certificate is not in the repository. */
  readonly served: readonly Certificate[];
  readonly servedBy: {
    /** Who says what the target serves, in words: `service "node"`. */
    readonly words: string;
    /** The flag that names its configuration, or its certificate. */
    readonly at?: Span;
    /** Absent where a flag, or the configuration of promsec, names the certificate itself. */
    readonly server?: Server;
  };
  /** What the client verifies with; `unknown` where the CA that it names is not in the repository. */
  readonly ca: 'system' | 'unknown' | CertificateFile;
  /** True for a server that scrapes itself. */
  readonly isSelfScrape: boolean;
  /** The committed files that the client could verify with, the likeliest first. */
  readonly choices: readonly NameableFile[];
}

/** A committed file of certificates, and how a document would name it: by a path, or as an entry of an object. */
export type NameableFile =
  | { readonly file: CertificateFile; readonly path: string }
  | {
      readonly file: CertificateFile;
      readonly entry: { readonly to: ObjectTarget['to']; readonly name: string; readonly key: string };
    };

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
  /** What can take the place of its entry; absent where nothing certainly does. */
  readonly replacement?: Replacement;
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

/** A file, by a path. */
export interface FileTarget {
  readonly to: 'file';
  readonly path: Written<string>;
  /** What a relative path starts from: the folder of the document, or the working directory of some process. */
  readonly base: 'document' | 'process';
}

/** An entry of a Kubernetes object, by the names of both. */
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
      /** True for the file of a CA out of which Go takes no certificate. */
      readonly lacksCertificates?: true;
    }
  | { readonly kind: 'missing key'; readonly object: SecretObject; readonly key: string; readonly isSure: boolean }
  | { readonly kind: 'entry'; readonly secret: CommittedSecret; readonly textId: string }
  /** An entry of a ConfigMap or Secret that is a document of ours: certificates, or configuration. */
  | { readonly kind: 'document'; readonly textId: string };
