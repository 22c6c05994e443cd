import type { FileTree } from '../text/file-tree.js';
/** Files by their path from the top of the repository, with `/`: text, or the bytes of a file. */
export type Files = Readonly<Record<string, string | Uint8Array>>;
/** Files that are read when they are asked for, most of them never: what is no configuration is told by its name. */
export interface LazyFiles {
    /** The paths of all files from the top of the repository, with `/`. */
    readonly paths: Iterable<string>;
    /** The text of a file or its bytes; `undefined` where it cannot be had. */
    read(path: string): string | Uint8Array | undefined;
}
/**
 * The tree that files make.
 *
 * @throws TypeError for a path that is not one from the top of the repository.
 */
export declare function treeOf(files: Files | LazyFiles): FileTree;
/** The content of a file as it was given: as text where that was text. @param bytes the content of now. */
export declare function asGiven(files: Files | LazyFiles, path: string, bytes: Uint8Array): string | Uint8Array;
