import type { TextEdit } from '../text/text-edit.ts';

/** Edits that make of what is written what should be. */
export interface Mending {
  readonly edits: readonly TextEdit[];
  /** True where nothing else can have been meant, and nothing else changes by it. */
  readonly isCertain: boolean;
}
