import type { RuleMetadata } from '../findings/report.js';
/** What there is to know of a rule before it runs. */
export interface RuleDescription extends RuleMetadata {
    /** True when it runs only where the configuration asks for it. */
    readonly isPedantic: boolean;
}
/** Every rule, and those under whose names the engine itself reports. */
export declare const ALL_RULES: readonly RuleMetadata[];
/** What rules there are, in the order of their names, and what else is reported. */
export declare function rules(): Promise<readonly RuleDescription[]>;
