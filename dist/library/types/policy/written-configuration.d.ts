import type { Configuration } from './configuration.js';
/** What users write into the configuration file: the keys of its schema (`configuration-schema.ts`). */
export interface WrittenConfiguration {
    readonly version?: 1;
    /** Severities by rule; `off` takes a rule out. */
    readonly rules?: Configuration['rules'];
    readonly 'expiry-days'?: number;
    readonly 'ca-expiry-days'?: number;
    readonly bcrypt?: {
        readonly 'min-cost'?: number;
        readonly 'max-cost'?: number;
    };
    readonly 'private-domains'?: readonly string[];
    /** Globs of the files to read; empty: everything. */
    readonly include?: readonly string[];
    readonly exclude?: readonly string[];
    readonly pedantic?: boolean;
    readonly 'fail-on'?: Configuration['failOn'];
    readonly 'no-files'?: Configuration['noFiles'];
    readonly overrides?: readonly {
        readonly files: readonly string[];
        readonly rules: Configuration['rules'];
    }[];
    /** Where a deployed path is committed. */
    readonly 'path-mappings'?: Configuration['pathMappings'];
    /** The committed certificate that a target, `host:port`, serves. */
    readonly servers?: Configuration['servers'];
    readonly 'prometheus-version'?: string;
    /** Whether the command subtracts `.promsec-baseline.json`. */
    readonly baseline?: boolean;
}
