import type { OwnEntry } from '../own-entry.ts';

/** An entry that can take the place of the one that holds a secret. */
export interface Replacement {
  readonly entry: OwnEntry;
  /** The keys from the mapping of the entry to the field that says where the secret is to be had. */
  readonly keys: readonly string[];
  /** What the field takes: the path of a file, a list of them, or the key of a Secret, which Google's nest deeper. */
  readonly takes: 'file' | 'files' | 'object' | 'nested object';
  /** The name of the job, the receiver, the resource or the section that the secret belongs to. */
  readonly owner: string;
  /** True where a relative path starts from the folder of the committed file. */
  readonly isBesideFile: boolean;
}
