import type { TextEdit } from './source.js';
export type { TextEdit } from './source.js';
/**
 * A text with edits made in it. They may come in any order, and none may reach into another.
 *
 * @param edits of this text alone.
 */
export declare function textAfter(text: string, edits: readonly TextEdit[]): string;
