import type { Span } from '../text/source.js';
import type { TextEdit } from '../text/text-edit.js';
/** SARIF's levels, worst first. */
export declare const SEVERITIES: readonly ['error', 'warning', 'note'];
export type Severity = (typeof SEVERITIES)[number];
/** True when `severity` is `threshold` or worse. */
export declare function isAtLeast(severity: Severity, threshold: Severity): boolean;
/**
 * What a problem is about, without lines: the same after a reformat, a move within the file, or a rename of the file.
 */
export interface Subject {
    /**
     * The configuration path, list items by `job_name` or name where they have one: `scrape_configs[node].tls_config`.
     */
    readonly path: string;
    /** The kind of value there: `password`, `certificate`, `tls verification` ... */
    readonly kind: string;
}
/** Another place that belongs to a problem. */
export interface Related {
    readonly at: Span;
    readonly message: string;
}
/** What mends a problem. */
export interface Fix {
    /** What it does, as an order in lower case: `verify the target with certs/ca.pem`. */
    readonly title: string;
    readonly edits: readonly TextEdit[];
    /** True when nothing but the problem changes by it, and nothing else has to be done. */
    readonly isSafe: boolean;
}
/** What a rule says. It cannot say its own id or severity, so it cannot say them wrongly. */
export interface Problem {
    readonly at: Span;
    readonly subject: Subject;
    /** One sentence in lower case without a full stop: the fact, then what to do. Never holds a secret. */
    readonly message: string;
    /** True for the milder case of the rule: it gets the rule's `milderSeverity`. */
    readonly isMilder?: boolean;
    /** Another place without which there is no problem: where a template leaves it out, nothing is wrong. */
    readonly needs?: Span;
    readonly related?: readonly Related[];
    readonly fix?: Fix;
}
/** A problem with the rule it comes from and the severity the policy gave it. */
export interface Finding extends Problem {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly related: readonly Related[];
    /** `existing`: it stood in the base already. Without a base everything is `new`. */
    readonly state: 'new' | 'existing';
    readonly fingerprint: string;
}
/** A finding that an ignore comment took out, with the reason given there. */
export interface Ignored {
    readonly finding: Finding;
    readonly reason: string;
    readonly at: Span;
}
