import picomatch from 'picomatch';
import type { Configuration, Level } from './configuration.ts';

/** What of a configuration depends on the path of a file, its globs made ready once. */
export interface Selection {
  /** True when the file is read, going by `include` and `exclude`. */
  includes(path: string): boolean;
  /** The level that the user gives a rule in a file; `undefined` where the user says nothing. */
  levelOf(ruleId: string, path: string): Level | undefined;
}

/** Makes the globs of a configuration ready. They match whole paths, and files whose name starts with a dot too. */
export function selectionOf(configuration: Configuration): Selection {
  const isIncluded = configuration.include.length === 0 ? () => true : matcher(configuration.include);
  const isExcluded = matcher(configuration.exclude);
  const overrides = configuration.overrides.map(({ files, rules }) => ({ matches: matcher(files), rules }));
  return {
    includes: path => isIncluded(path) && !isExcluded(path),
    levelOf(ruleId, path) {
      const override = overrides.findLast(({ matches, rules }) => rules[ruleId] !== undefined && matches(path));
      return override?.rules[ruleId] ?? configuration.rules[ruleId];
    },
  };
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  // A folder stands for all that is in it, as in a .gitignore.
  const whole = globs.flatMap(glob => (glob.endsWith('/') ? [`${glob}**`] : [glob, `${glob}/**`]));
  return globs.length === 0 ? () => false : picomatch(whole, { dot: true, nonegate: true });
}
