import type { Document } from '../../documents/document.ts';
import type { Mending } from '../mending.ts';
import type { Span } from '../../text/source.ts';

/** Whose configuration it is. */
export type Program = 'prometheus' | 'web' | 'alertmanager' | 'blackbox' | 'operator';

/** A place where a document is not as the program wants that reads it. */
export interface Departure {
  readonly document: Document;
  readonly program: Program;
  /**
   * `unknown`: nobody knows the field. `pruned`: it is one of another type or spelling, and the API server drops it.
   * `invalid`: the value is none of its kind. `missing`, `conflict`: of fields that go together. `duplicate`: a key that
   * comes twice. `version`: a field of other versions alone.
   */
  readonly kind: 'unknown' | 'pruned' | 'invalid' | 'missing' | 'conflict' | 'duplicate' | 'version';
  /** The key that is wrong, the value that is; of what is missing the key of the block without it. */
  readonly at: Span;
  /** The path of what it is about: `scrape_configs[node].tls_config.ca_flie`. */
  readonly path: string;
  /** The field as it is written, or as it would be. */
  readonly field: string;
  /** What the program says of it. Never holds a secret. */
  readonly text: string;
  /** What the program does where it does not refuse the document, its name being the subject: `fails each probe`. */
  readonly consequence?: string;
  /** What to do, as an order, where it is more than removing or adding the field: `write true without quotes`. */
  readonly remedy?: string;
  /** Of an unknown field the one that was meant, as it would be written there. */
  readonly nearest?: string;
  /** Does what there is to do, where edits can. */
  readonly mending?: Mending;
  /** Of a conflict the other fields; of a key that comes twice the first. */
  readonly others: readonly { readonly field: string; readonly at: Span }[];
  /** The first version that takes the field, and the first that does not any more. */
  readonly since?: string;
  readonly until?: string;
  /** What of it may be a secret, since nobody knows what it is: no frame shows it. */
  readonly hidden?: Span;
  /** True where it stands in settings of TLS or credentials. */
  readonly isOfSecurity: boolean;
}
