import { ENGINE_RULES } from '../findings/engine-rules.ts';
import type { RuleMetadata } from '../findings/report.ts';
import { RULES } from '../rules/index.ts';

/** What there is to know of a rule before it runs. */
export interface RuleDescription extends RuleMetadata {
  /** True when it runs only where the configuration asks for it. */
  readonly isPedantic: boolean;
}

/** Every rule, and those under whose names the engine itself reports. */
export const ALL_RULES: readonly RuleMetadata[] = [...RULES, ...ENGINE_RULES];

const PEDANTIC: ReadonlySet<string> = new Set(RULES.filter(rule => rule.isPedantic === true).map(({ id }) => id));

/** What rules there are, in the order of their names, and what else is reported. */
export async function rules(): Promise<readonly RuleDescription[]> {
  return ALL_RULES.map(({ id, severity, summary, explanation }) => {
    return { id, severity, summary, explanation, isPedantic: PEDANTIC.has(id) };
  });
}
