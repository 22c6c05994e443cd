import { faultsOf } from './faults.ts';
import { documentWith, pathOf, type Place } from './places.ts';
import type { Sampler } from './sampler.ts';
import { yamlText } from './yaml-sketch.ts';

/** A document for both sides. */
export interface Case {
  /** What it is about: a type, or a type and its field, as facts name them. */
  readonly at: string;
  /** All that it meets, named like that: its type, the fields in which something is done, the fields that lead there. */
  readonly meets: readonly string[];
  /** Where in the document. */
  readonly path: string;
  /** What is done there. */
  readonly fault: string;
  readonly text: string;
}

/** Every place with every kind of fault, and without one. */
export function* casesOf(sampler: Sampler, places: readonly Place[]): Generator<Case> {
  for (const place of places) {
    for (const { fault, entries, fields = [] } of faultsOf(sampler, place.type)) {
      const named = fields.map(field => `${place.type}.${field}`);
      yield {
        at: named[0] ?? place.type,
        meets: [...place.steps.map(({ type, field }) => `${type}.${field}`), place.type, ...named],
        path: pathOf(place),
        fault,
        text: yamlText(documentWith(sampler, place, entries)),
      };
    }
  }
}
