import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import { mapAt } from '../../documents/dialect.ts';
import { literal } from '../../text/written.ts';
import { selectorIn } from '../commands/reach.ts';
import type { Mapping } from '../mapping.ts';
import type { Place } from '../walk.ts';

/** The Services, or the Pods, that a monitor selects by their labels, in one namespace. */
export interface Selection {
  readonly document: Document;
  readonly of: 'Services' | 'Pods';
  readonly labels: ReadonlyMap<string, string>;
  /** Where it is not that of the monitor. */
  readonly namespace?: string;
}

const SELECTED: ReadonlyMap<string, Selection['of']> = new Map<string, Selection['of']>([
  ['ServiceMonitor', 'Services'],
  ['PodMonitor', 'Pods'],
]);

/** What a monitor selects, where labels alone say it. */
export function selectionsAt(place: Place, document: YamlDocument): readonly Selection[] {
  const of = SELECTED.get(document.kind ?? '');
  if (of === undefined || place.isItem || place.keys.join('.') !== 'spec') return [];
  const [spec, ...others] = place.mappings;
  if (spec === undefined || others.length > 0 || spec.isTemplated) return [];
  const [selector] = spec.mappings('selector');
  const labels = selectorIn(selector && mapAt(selector.node, 'matchLabels'));
  const namespaces = namespacesIn(spec);
  if (selector?.keys.join() !== 'matchLabels' || labels === undefined || namespaces === undefined) return [];
  const [namespace, ...further] = namespaces;
  if (further.length > 0) return [];
  return [{ document: identityOf(document), of, labels, ...(namespace === undefined ? {} : { namespace }) }];
}

/** Without names it is that of the monitor; `undefined` where it is any. */
function namespacesIn(spec: Mapping): readonly string[] | undefined {
  if (!spec.has('namespaceSelector')) return [];
  const [selector] = spec.mappings('namespaceSelector');
  if (selector === undefined || selector.keys.join() !== 'matchNames')
    return selector?.keys.length === 0 ? [] : undefined;
  return selector.texts('matchNames').flatMap(name => literal(name)?.value ?? []);
}
