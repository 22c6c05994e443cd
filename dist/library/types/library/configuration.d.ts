import { type Configuration } from '../policy/configuration.js';
import type { WrittenConfiguration } from '../policy/written-configuration.js';
/** Something in a configuration that cannot be meant. */
export interface ConfigurationMistake {
    /** In lower case, without a full stop, with the near name where there is one. */
    readonly message: string;
    /** From 1; absent where the configuration is an object. */
    readonly line?: number;
    readonly column?: number;
}
/** A configuration that cannot be meant. The message has all that is wrong with it, a line each. */
export declare class ConfigurationError extends Error {
    readonly name = "ConfigurationError";
    readonly mistakes: readonly ConfigurationMistake[];
    constructor(mistakes: readonly ConfigurationMistake[]);
}
/**
 * The configuration that is written as in a `.promsec.yml`, or as an object with its keys.
 *
 * @throws ConfigurationError for what cannot be meant.
 */
export declare function configurationOf(written: string | WrittenConfiguration | undefined): Promise<Configuration>;
