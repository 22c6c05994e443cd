import type { TextEdit } from '../../text/source.ts';
import type { Fields, OwnEntry } from '../own-entry.ts';

/** An entry that can take the place of the one that holds a secret. */
export interface Replacement {
  readonly entry: OwnEntry;
  /** The keys from the mapping of the entry to the field that says where the secret is to be had. */
  readonly keys: readonly string[];
  /**
   * What the field takes: the path of a file, a list of them, the key of a Secret, which Google's nest deeper, or what Grafana
   * puts a file in for.
   */
  readonly takes: 'file' | 'files' | 'object' | 'nested object' | 'expression';
  /** Set where it comes behind the entry: what takes the secret out, and what stands beside the field. */
  readonly behind?: { readonly removal: TextEdit; readonly beside: Fields };
  /** The name of the job, the receiver, the resource or the section that the secret belongs to. */
  readonly owner: string;
  /** True where a relative path starts from the folder of the committed file. */
  readonly isBesideFile: boolean;
}
