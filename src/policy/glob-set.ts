import picomatch from 'picomatch';
import type { PathSet } from './configuration.ts';

/** The paths that one of some globs matches, whole, and also where a name in them starts with a dot. */
export class GlobSet implements PathSet {
  readonly globs: readonly string[];
  readonly #matches: (path: string) => boolean;

  /** A folder stands for all that is in it, as in a .gitignore. */
  constructor(globs: readonly string[]) {
    this.globs = globs;
    const whole = globs.flatMap(glob => (glob.endsWith('/') ? [`${glob}**`] : [glob, `${glob}/**`]));
    this.#matches = globs.length === 0 ? () => false : picomatch(whole, { dot: true, nonegate: true });
  }

  has(path: string): boolean {
    return this.#matches(path);
  }
}
