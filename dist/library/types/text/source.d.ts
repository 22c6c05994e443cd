/** A committed file as text. Offsets into it are UTF-16 units; a byte order mark is not part of `text`. */
export declare class SourceFile implements SourceText {
    #private;
    readonly file: SourceFile;
    readonly path: string;
    readonly text: string;
    /** True when a byte order mark stands before the text. */
    readonly hasByteOrderMark: boolean;
    /** @param path relative to the root of the tree, with `/`. @param text the decoded content. */
    constructor(path: string, text: string, hasByteOrderMark?: boolean);
    span(start: number, end: number): Span;
    edit(start: number, end: number, text: string): TextEdit;
}
/** Text to parse: a committed file, or something decoded out of one. Its spans always point into the committed file. */
export interface SourceText {
    readonly file: SourceFile;
    readonly text: string;
    /** The place in the committed file of the characters from `start` to before `end`. */
    span(start: number, end: number): Span;
    /**
     * The edit of the committed file after which `text`, whose lines end in `\n`, stands here in the place of the characters
     * from `start` to before `end`: escaped and indented for all that carries this text. `undefined` where no edit does that.
     */
    edit(start: number, end: number, text: string): TextEdit | undefined;
}
/** What stands at a place of a committed file, replaced by other text. The place has to be exact. */
export interface TextEdit {
    readonly at: Span;
    readonly text: string;
}
/** Text that was made of other text: decoded, or with the actions of a template masked. */
export interface DerivedText extends SourceText {
    readonly outer: SourceText;
    /** The place in `outer` of the characters from `start` to before `end`. */
    outerRange(start: number, end: number): {
        readonly start: number;
        readonly end: number;
    };
}
/** True for text that was made of other text, and false for a committed file. */
export declare function isDerived(source: SourceText): source is DerivedText;
/**
 * Half-open, in UTF-16 offsets of the committed file. Where `exact` is false, decoding stands between, and nothing may
 * be edited.
 */
export interface Span {
    readonly file: SourceFile;
    readonly start: number;
    readonly end: number;
    readonly exact: boolean;
    /** Where a template puts in what stands here. */
    readonly via?: Span;
    /** True for what a template puts in where nothing is set. */
    readonly isDefault?: true;
}
