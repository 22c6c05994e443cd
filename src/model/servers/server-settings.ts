import type { Redacted } from '../../text/redacted.ts';
import type { Span } from '../../text/source.ts';
import type { Located, Written } from '../../text/written.ts';
import type { BcryptReading } from './bcrypt.ts';
import type { SecretNature } from '../secrets/secret.ts';

/** The TLS settings of a server. */
export interface ServerTls {
  /** The key of the block; of gossip the whole block. */
  readonly at: Span;
  /** True when the whole block, or some entry of it, is a template. */
  readonly isTemplated: boolean;
  /** As written; absent where it is empty. */
  readonly clientAuthType?: Written<string>;
  /** The key of the names that client certificates may have, where some are written. */
  readonly allowedNames?: Located<string>;
  /** True where the CA of the clients is written here, or no file at all, and holds no certificate. */
  readonly hasEmptyClientCa: boolean;
  readonly minVersion?: Written<string>;
  readonly maxVersion?: Written<string>;
  /** Empty where Go's own count. */
  readonly cipherSuites: readonly Written<string>[];
  /** The key of the cipher suites, where they are written. */
  readonly cipherSuitesAt?: Span;
  readonly curvePreferences: readonly Written<string>[];
  /** Fields of which another takes the place. */
  readonly replaced: readonly Replaced[];
  /** How the document spells fields that may be missing, for messages. */
  readonly spelled: Readonly<
    Record<'cert' | 'key' | 'clientCa' | 'clientAuthType' | 'cipherSuites' | 'curvePreferences', string>
  >;
}

/** A field that is passed over, or refused, since another says the same thing. */
export interface Replaced {
  readonly field: Located<string>;
  readonly by: string;
}

/** What a server does with HTTP itself. */
export interface ServerHttp {
  /** Absent where it is not written, and on. */
  readonly http2?: Written<boolean>;
  /** The headers of every answer, where some are written. */
  readonly headers?: ServerHeaders;
}

export interface ServerHeaders {
  /** The key of the block. */
  readonly at: Span;
  /** True when some entry of it is a template. */
  readonly isTemplated: boolean;
  /** By the name that HTTP has for it, with the key. */
  readonly entries: readonly Header[];
}

export interface Header {
  readonly name: Located<string>;
  readonly value: Written<string>;
  /** True in a resource, whose fields and values the API server has looked at. */
  readonly isChecked: boolean;
}

/** How many requests a server takes. */
export interface RateLimit {
  /** The key of the block. */
  readonly at: Span;
  readonly interval?: Written<string>;
  readonly burst?: Written<string>;
}

/** A user who may log in to a server, with what stands in the place of the bcrypt hash. */
export interface User {
  readonly path: string;
  readonly name: string;
  readonly nameAt: Span;
  /** False for a name with a colon, at which basic authentication ends it. */
  readonly canBeSent: boolean;
  /** True when a user of that name stands above. */
  readonly isRepeated: boolean;
  readonly hash: Located<Redacted>;
  readonly nature: SecretNature;
  readonly reading: BcryptReading;
  /** Where the hash is published together with its password, for messages. */
  readonly publication?: string;
  /** The name of an earlier user with the very same hash. */
  readonly hashOf?: string;
}
