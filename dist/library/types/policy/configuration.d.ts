import type { Severity } from '../findings/finding.js';
/** A severity that users may give a rule; `off` takes it out. */
export type Level = Severity | 'off';
/** Levels by rule id. */
type Levels = Readonly<Record<string, Level>>;
/** Some paths of the tree. What matches globs is not loaded unless there are any. */
export interface PathSet {
    readonly globs: readonly string[];
    has(path: string): boolean;
}
/**
 * All that users can set, with every field filled in. Option or input beats the file, and the file beats the defaults.
 */
export interface Configuration {
    readonly rules: Levels;
    readonly expiryDays: number;
    readonly caExpiryDays: number;
    readonly bcrypt: {
        readonly minCost: number;
        readonly maxCost: number;
    };
    readonly privateDomains: readonly string[];
    /** What is read; without globs: everything. */
    readonly include: PathSet;
    readonly exclude: PathSet;
    readonly pedantic: boolean;
    readonly failOn: Severity | 'never';
    /** What it means that nothing of ours was found. */
    readonly noFiles: 'pass' | 'warn' | 'fail';
    /** Later ones beat earlier ones. */
    readonly overrides: readonly {
        readonly files: PathSet;
        readonly rules: Levels;
    }[];
    /** Where a deployed path is committed. */
    readonly pathMappings: Readonly<Record<string, string>>;
    /** The committed certificate that a target serves. */
    readonly servers: Readonly<Record<string, string>>;
    /** The Prometheus that is to accept files and certificates: `3.5`, `current`, or `any`. */
    readonly prometheusVersion: string;
    /** True where what the baseline has does not count. */
    readonly baseline: boolean;
}
/** What holds where nobody says otherwise. */
export declare const DEFAULT_CONFIGURATION: Configuration;
export {};
