import type { Guard } from '../documents/guard.ts';
import type { Problem } from '../findings/finding.ts';
import { firstIndexWhere } from '../text/bisect.ts';
import { groupedBy } from '../text/grouped.ts';
import type { Span } from '../text/source.ts';

interface NestedGuard extends Guard {
  readonly outer: NestedGuard | undefined;
}

/** The branches of all templates, to ask in which a place stands. */
export class Guards {
  readonly #byPath: ReadonlyMap<string, readonly NestedGuard[]>;

  constructor(guards: readonly Guard[]) {
    const byPath = groupedBy(guards, guard => guard.span.file.path);
    this.#byPath = new Map([...byPath].map(([path, ofFile]) => [path, nested(ofFile)]));
  }

  /** The branches that a place stands in, innermost first. */
  around({ file, start }: Span): readonly Guard[] {
    const guards = this.#byPath.get(file.path) ?? [];
    const around: Guard[] = [];
    const last = guards[firstIndexWhere(guards, ({ span }) => span.start > start) - 1];
    for (let guard = last; guard !== undefined; guard = guard.outer) {
      if (start < guard.span.end) around.push(guard);
    }
    return around;
  }
}

/** Sorted, each once, with the one that each stands in. */
function nested(guards: readonly Guard[]): readonly NestedGuard[] {
  const sorted = guards.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const found: NestedGuard[] = [];
  const open: NestedGuard[] = [];
  for (const guard of sorted) {
    const { start, end } = guard.span;
    if (found.at(-1)?.span.start === start && found.at(-1)?.span.end === end) continue;
    while (open.length > 0 && (open.at(-1)?.span.end ?? end) <= start) open.pop();
    const inner: NestedGuard = { ...guard, outer: open.at(-1) };
    found.push(inner);
    open.push(inner);
  }
  return found;
}

/**
 * A problem with what its template makes of it: where the template puts in what is wrong, and whether that is so for
 * who sets nothing. What is not so by default is milder, and no problem where nothing but another default speaks for
 * it: who sets the one can set the other.
 *
 * @param isLookedAt false for the path of a file that is excluded: what a template puts in from there is a problem of
 * the template.
 */
export function underBranches(
  problem: Problem,
  guards: Guards,
  isLookedAt: (path: string) => boolean,
): Problem | undefined {
  const { via, isDefault = false } = problem.at;
  const own = clauseOf('it', guards.around(via ?? problem.at), isDefault);
  const needed = problem.needs && clauseOf('a part of it', guards.around(problem.needs.via ?? problem.needs), false);
  if (needed?.isOff === true && (via !== undefined || isDefault)) return undefined;
  const clause = needed?.isOff === true || own === undefined ? needed : own;
  const isOff = clause?.isOff === true;
  if (clause === undefined && via === undefined) return problem;
  const isInSight = via === undefined || isLookedAt(problem.at.file.path);
  const related = via === undefined || !isInSight ? [] : [{ at: via, message: 'the template puts it in here' }];
  return {
    ...problem,
    at: isInSight ? problem.at : via,
    message: clause === undefined ? problem.message : `${problem.message}; ${clause.words}`,
    related: [...(problem.related ?? []), ...related],
    ...(isOff ? { isMilder: true } : {}),
  };
}

interface Clause {
  readonly words: string;
  readonly isOff?: true;
}

function clauseOf(what: string, around: readonly Guard[], isDefault: boolean): Clause | undefined {
  const off = around.find(({ byDefault }) => byDefault === 'no');
  if (off !== undefined) return { words: `by default it is left out: ${what} stands under ${off.words}`, isOff: true };
  const unsure = around.find(({ byDefault }) => byDefault === 'unknown');
  if (unsure !== undefined) return { words: `${what} stands under ${unsure.words}` };
  const [innermost] = around;
  if (innermost !== undefined) return { words: `this is the default: ${what} stands under ${innermost.words}` };
  return isDefault ? { words: 'this is the default: the template puts it in where nothing is set' } : undefined;
}
