const SHORTEST_BEGINNING = 3;

/**
 * The name that a wrong one was most likely meant to be: the nearest within a third of its length, counting insertions,
 * deletions, replacements and swaps of neighbours; else the one that begins with it, where all others that do go on from
 * that: `username` and not `username_file`; else the longest that it goes on from, for half of it at least. `undefined`
 * where there is none.
 */
export function nearName(wrong: string, names: readonly string[]): string | undefined {
  // One edit makes any letter of any other.
  const limit = Math.min(wrong.length - 1, Math.max(1, Math.floor(wrong.length / 3)));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - wrong.length) > limit) continue;
    const distance = distanceBetween(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? nameBegunBy(wrong.toLowerCase(), names) ?? nameBeginning(wrong.toLowerCase(), names);
}

/** What to do about a wrong name: the question whether the near one was meant, or, where none is near, something else. */
export function nearAdvice(wrong: string, names: readonly string[], otherwise: string): string {
  const near = nearName(wrong, names);
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

function nameBegunBy(beginning: string, names: readonly string[]): string | undefined {
  if (beginning.length < SHORTEST_BEGINNING) return undefined;
  const begun = names.filter(name => name.toLowerCase().startsWith(beginning)).sort((a, b) => a.length - b.length);
  const [first] = begun;
  return first !== undefined && begun.every(name => name.startsWith(first)) ? first : undefined;
}

function nameBeginning(wrong: string, names: readonly string[]): string | undefined {
  return names
    .filter(({ length }) => length >= SHORTEST_BEGINNING && length * 2 >= wrong.length)
    .filter(name => wrong.startsWith(name.toLowerCase()))
    .reduce<string | undefined>((longest, name) => (name.length > (longest ?? '').length ? name : longest), undefined);
}

/** Damerau and Levenshtein's distance, neighbours swapped once at most. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
