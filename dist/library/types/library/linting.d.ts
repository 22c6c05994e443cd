import type { WrittenConfiguration } from '../policy/written-configuration.js';
import type { FindingJson, ReportJson } from '../report/json-shape.js';
import { type Files, type LazyFiles } from './files.js';
/** What is linted, by what, and when. The same input gives the same report. */
export interface Input {
    readonly files: Files | LazyFiles;
    /** The text of a `.promsec.yml`, or an object with its keys. Without one the defaults hold. */
    readonly configuration?: string | WrittenConfiguration;
    /** The moment that the dates of certificates are compared with. */
    readonly now: Date;
}
/** What fixes make of files. */
export interface Mended {
    /** What is said of the files with the fixes made. */
    readonly report: ReportJson;
    /** The files that are other than before, each as text where it was given as text. */
    readonly files: Files;
    /** What the fixes took away, in the order in which they were made. */
    readonly made: readonly FindingJson[];
    /** What has a fix that was left out, as it would have left the problem there or brought another. */
    readonly refused: readonly FindingJson[];
}
/**
 * Reads files as those of a repository and says what is wrong with them. Never throws for what is in a file.
 *
 * @throws ConfigurationError for a configuration that cannot be meant. @throws TypeError for a path that is none.
 */
export declare function lint(input: Input): Promise<ReportJson>;
/**
 * Makes the fixes of findings, and lints again until none is left to make. A fix is kept only where what it mends is gone
 * and nothing new is found. Nothing that is given is changed.
 *
 * @param choice `safe`: those that change nothing but the problem; `all`: also those after which something is left to do.
 * @throws as `lint` does.
 */
export declare function mended(input: Input, choice?: 'safe' | 'all'): Promise<Mended>;
