import type { Span, TextEdit } from './source.js';
export type { TextEdit } from './source.js';
/**
 * A text with edits made in it. They may come in any order, and none may reach into another.
 *
 * @param edits of this text alone.
 */
export declare function textAfter(text: string, edits: readonly TextEdit[]): string;
/**
 * Where the characters of a place stand once edits are made in its file; `undefined` where an edit reaches across an end of
 * the place. What is put in at an end of it is no part of it.
 */
export declare function placeAfter({ start, end }: Pick<Span, 'start' | 'end'>, edits: readonly TextEdit[]): Pick<Span, 'start' | 'end'> | undefined;
