import type { Redacted } from '../../text/redacted.ts';
import type { Span } from '../../text/source.ts';
import type { Located, Written } from '../../text/written.ts';
import type { Fields, OwnEntry } from '../own-entry.ts';

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
  /** The entry that says so, where it has to be another as a whole, with what it would have to be; absent for a URL. */
  readonly switching?: Switching;
  /** True where it is no HTTP, so that the credentials and TLS settings of the client are passed over: `tcp://`. */
  readonly isBare?: boolean;
}

/** What turns encryption on or off. */
export interface Switching {
  /** Absent where nothing is written. */
  readonly entry?: OwnEntry;
  readonly on: Fields;
  readonly off: Fields;
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

/** Fields of which at most one may be set, where more are. */
export interface Conflict {
  /** At least two, in the order of the text, with the places of their keys. */
  readonly fields: readonly Located<string>[];
}

/** What a client does when it is told to ask elsewhere. */
export interface Redirects {
  /** The option as the document spells it. */
  readonly field: string;
  /** What is written. */
  readonly areFollowed?: Written<boolean>;
  readonly areFollowedByDefault: boolean;
  /** True for the discoveries that pass over the option and always follow. */
  readonly isOptionIgnored: boolean;
}

/** The user of a `basic_auth` whose name is written out. */
export interface Login {
  readonly username: Located<string>;
  /** Absent where it stands elsewhere or another tool puts it in. */
  readonly password?: Located<Redacted>;
}
