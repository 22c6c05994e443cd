import type { Span } from '../text/source.ts';
import { firstIndexWhere } from '../text/bisect.ts';
import { groupedBy } from '../text/grouped.ts';

/** Characters that must not be shown, in offsets of their file. */
export interface SecretRange {
  readonly start: number;
  readonly end: number;
}

/** Where the secrets of a report stand. */
export class Secrets {
  readonly #byPath: ReadonlyMap<string, readonly SecretRange[]>;

  constructor(spans: readonly Span[]) {
    const byPath = groupedBy(spans, span => span.file.path);
    this.#byPath = new Map([...byPath].map(([path, ofFile]) => [path, mergedRanges(ofFile)]));
  }

  /**
   * What of the file at `path` is secret and touches the characters from `from` to before `to`: sorted, and apart from
   * each other. By path, so that what one reading of a file found is a secret in any other.
   */
  within(path: string, from: number, to: number): readonly SecretRange[] {
    const ranges = this.#byPath.get(path) ?? [];
    const first = firstIndexWhere(ranges, range => range.end > from);
    return ranges.slice(
      first,
      Math.max(
        first,
        firstIndexWhere(ranges, range => range.start >= to),
      ),
    );
  }
}

function mergedRanges(spans: readonly Span[]): readonly SecretRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) merged.push({ start, end });
  }
  return merged;
}
