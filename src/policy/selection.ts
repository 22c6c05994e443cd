import type { Configuration, Level } from './configuration.ts';

/** What of a configuration depends on the path of a file. */
export interface Selection {
  /** True when the file is read, going by `include` and `exclude`. */
  includes(path: string): boolean;
  /** The level that the user gives a rule in a file; `undefined` where the user says nothing. */
  levelOf(ruleId: string, path: string): Level | undefined;
  /** True when the user gives a rule a level in some file, so that it runs though it is pedantic. */
  asksFor(ruleId: string): boolean;
}

/** The questions that a configuration answers for a path. */
export function selectionOf({ include, exclude, rules, overrides }: Configuration): Selection {
  return {
    includes: path => (include.globs.length === 0 || include.has(path)) && !exclude.has(path),
    levelOf(ruleId, path) {
      const override = overrides.findLast(
        ({ files, rules: levels }) => levels[ruleId] !== undefined && files.has(path),
      );
      return override?.rules[ruleId] ?? rules[ruleId];
    },
    asksFor: ruleId => [rules, ...overrides.map(override => override.rules)].some(levels => isOn(levels[ruleId])),
  };
}

function isOn(level: Level | undefined): boolean {
  return level !== undefined && level !== 'off';
}
