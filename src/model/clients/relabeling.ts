import { spanOf, type YamlMap, type YamlScalar } from '../../parse/yaml-node.ts';
import type { Located } from '../../text/written.ts';
import type { Mapping } from '../mapping.ts';
import { camelOf } from '../role.ts';

/** What the relabelings of a client make of the labels that decide whom it asks, and how. */
export interface Relabeling {
  /** True where `__scheme__` may become another. */
  readonly rewritesScheme: boolean;
  /** True where `__address__` may become another. */
  readonly rewritesAddress: boolean;
  /** What `__address__` becomes, where the last one that says so does in plain text. */
  readonly address?: Located<string>;
}

const FIELDS = ['relabelConfigs', 'relabelings'];

/**
 * Reads the relabelings of a client, which beat what its own settings say (scrape/target.go, PopulateLabels). A label
 * whose name is made of what is found can be any.
 */
export function relabelingOf(mapping: Mapping): Relabeling {
  let rewritesScheme = false;
  let rewritesAddress = false;
  let address: Located<string> | undefined;
  for (const field of FIELDS) {
    const list = mapping.pair(field)?.value;
    if (list?.kind !== 'list') continue;
    for (const rule of list.items) {
      if (rule.kind !== 'map') continue;
      const label = scalarIn(rule, 'targetLabel')?.text ?? '';
      const isAny = label.includes('$') && !label.startsWith('__param_');
      rewritesScheme ||= isAny || label === '__scheme__';
      if (!isAny && label !== '__address__') continue;
      rewritesAddress = true;
      const replacement = isAny ? undefined : scalarIn(rule, 'replacement');
      const isPlain = replacement !== undefined && !/[${]/.test(replacement.text);
      address = isPlain ? { value: replacement.text, span: spanOf(replacement) } : undefined;
    }
  }
  return { rewritesScheme, rewritesAddress, ...(address === undefined ? {} : { address }) };
}

function scalarIn({ pairs }: YamlMap, field: string): YamlScalar | undefined {
  const value = pairs.find(({ key }) => camelOf(key.text) === field)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}
