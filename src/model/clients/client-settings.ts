import type { Redacted } from '../../text/redacted.ts';
import type { Located, Written } from '../../text/written.ts';

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
