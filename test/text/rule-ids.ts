import { ENGINE_RULES } from '../../src/findings/engine-rules.ts';
import { RULES } from '../../src/rules/index.ts';

/** Every rule that a configuration file can name. */
export const RULE_IDS: readonly string[] = [...RULES, ...ENGINE_RULES].map(rule => rule.id);
