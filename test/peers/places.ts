import type { Kind } from './kind.ts';
import type { Sampler } from './sampler.ts';
import { list, mapping, valueOf, type Entry, type Yaml } from './yaml-sketch.ts';

/** Where a mapping of a type may stand: the fields that lead to it from the root of a document. */
export interface Place {
  readonly type: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly type: string;
  readonly field: string;
}

/**
 * Every place that the facts have, shortest ways first: each field that leads to a type, on the shortest way to the field.
 * @param leftOut fields, as `Type.field`, that are not followed
 */
export function placesOf(sampler: Sampler, root: string, leftOut: ReadonlySet<string>): readonly Place[] {
  const places: Place[] = [{ type: root, steps: [] }];
  const followed = new Set<string>();
  for (const { type, steps } of places) {
    if (followed.has(type)) continue;
    followed.add(type);
    for (const { field, to } of sampler.edges(type)) {
      if (!leftOut.has(`${type}.${field}`)) places.push({ type: to, steps: [...steps, { type, field }] });
    }
  }
  return places;
}

/** The path of a place, as messages write it. */
export function pathOf({ steps }: Place): string {
  return steps.map(({ field }) => field).join('.');
}

/** The document that has these entries at the place, and around them the least that it needs. */
export function documentWith(sampler: Sampler, { steps }: Place, entries: readonly Entry[]): Yaml {
  let value: Yaml = mapping(...entries);
  for (const { type, field } of steps.toReversed()) {
    const kind = sampler.kindOf(type, field);
    const here = wrapped(kind, value);
    const before = kind.is === 'type' ? undefined : valueOf(sampler.smallest(type), field);
    value = mapping(...sampler.with(type, field, joined(before, here)));
  }
  return value;
}

/** A value that the smallest document has already stays beside another one. */
function joined(before: Yaml | undefined, added: Yaml): Yaml {
  if (before === undefined || typeof before === 'string' || typeof added === 'string') return added;
  if ('items' in before && 'items' in added) return list(...before.items, ...added.items);
  if ('entries' in before && 'entries' in added) return mapping(...before.entries, ...added.entries);
  return added;
}

function wrapped(kind: Kind, value: Yaml): Yaml {
  if (kind.is === 'list') return list(wrapped(kind.of, value));
  return kind.is === 'map' ? mapping(['another_key', wrapped(kind.of, value)]) : value;
}
