/** The content of a file, or why it could not be had: lower case, without a full stop, nothing of the content. */
export type FileContent = {
    readonly bytes: Uint8Array;
} | {
    readonly reason: string;
};
/** The files of a repository, made by the edge. Paths are relative to its root, with `/`. */
export interface FileTree {
    /** The paths to look at, sorted. */
    readonly paths: readonly string[];
    /**
     * Files that were named one by one: they are read whatever they are called and whatever the configuration excludes.
     */
    readonly named: ReadonlySet<string>;
    /** Files below a folder that was named: what the configuration excludes is no matter for them. */
    readonly belowNamed: ReadonlySet<string>;
    /** True when the repository holds a file of that path, also one that is not looked at. */
    has(path: string): boolean;
    /** The content of a path; `undefined` where no file is, or is no longer. Never throws. */
    read(path: string): FileContent | undefined;
}
