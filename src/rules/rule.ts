import type { Problem, Severity } from '../findings/finding.ts';
import type { RuleMetadata } from '../findings/report.ts';
import type { Model } from '../model/model.ts';

/**
 * A small repository, path to text. Marks say what is found: `# want: <rule-id>` on the line, `# want-next: <rule-id>`
 * above it.
 */
export type Example = Readonly<Record<string, string>>;

/** The moment at which examples are linted, so that what they say of dates stays true. */
export const EXAMPLE_NOW = new Date('2026-11-20T00:00:00Z');

/** A check of the model, with all that is known of it. Pure: the same model and context give the same problems. */
export interface Rule extends RuleMetadata {
  readonly id: string;
  readonly severity: Severity;
  /** The severity of problems marked as milder; the rule's own where it is absent. */
  readonly milderSeverity?: Severity;
  /** True when it runs only where the user asks for pedantic rules. */
  readonly isPedantic?: boolean;
  /** True when what it finds depends on the keys that are there and not on values, so that templates change nothing. */
  readonly judgesKeysAlone?: boolean;
  readonly bad: Example;
  readonly good: Example;
  check(model: Model, context: RuleContext): Iterable<Problem>;
}

/** What a rule may know besides the model. */
export interface RuleContext {
  readonly now: Date;
  readonly options: RuleOptions;
  readonly matchesHash: HashMatch;
}

/** Whether a bcrypt hash is made of a password; `undefined` where nobody can say. */
export type HashMatch = (password: string, hash: string) => boolean | undefined;

/** The thresholds that users set. */
export interface RuleOptions {
  /** Days before its end at which a leaf certificate is reported, for those that live long enough. */
  readonly expiryDays: number;
  readonly caExpiryDays: number;
  readonly bcrypt: { readonly minCost: number; readonly maxCost: number };
  /** Suffixes of host names that are private besides the built-in ones. */
  readonly privateDomains: readonly string[];
  /** The version of Prometheus that is to accept files and certificates: `3.5`, `current`, or `any`. */
  readonly prometheusVersion: string;
}
