import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { baseName } from '../../text/path.ts';
import { mapAt, mapsAt, nodeAt, textAt } from '../dialect.ts';
import { resourceOf } from '../resource.ts';
import type { CarrierReader, Embedded } from './embedded.ts';
import { patchesIn } from './kustomize-patch.ts';

const GROUP = 'kustomize.config.k8s.io';
const NAME = /^kustomization(?:\.ya?ml)?$/i;
const GENERATORS = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
] as const;

/**
 * A Kustomization or a Component of Kustomize: what its generators make ConfigMaps and Secrets of, its patches, and the
 * values that it gives charts (kubernetes-sigs/kustomize api/types/kustomization.go, at v5.7).
 */
export const kustomization: CarrierReader = {
  sign: /kustomize\.config\.k8s\.io|(?:configMap|secret)Generator|patches|helmCharts/,
  // Words of values count for nothing in a file that is not called so.
  hidingSign: /valuesInline|(?:values[\w.-]{0,60}|web(?:-config)?)\.ya?ml\b/,
  *embeddedIn(root, path) {
    // Both fields may be left out of a file of that name.
    const isKustomization = resourceOf(root)?.group === GROUP || NAME.test(baseName(path));
    if (!isKustomization) return;
    for (const [key, kind] of GENERATORS) {
      for (const generator of mapsAt(root, key)) yield* literalsIn(generator, key, kind, textAt(root, 'namespace'));
    }
    yield* patchesIn(root, []);
    for (const chart of mapsAt(root, 'helmCharts')) {
      const values = mapAt(chart, 'valuesInline');
      if (values === undefined) continue;
      const within = { kind: 'string', key: 'valuesInline' } as const;
      yield { node: values, keys: ['helmCharts', 'valuesInline'], fileName: 'values.yaml', within };
    }
  },
};

/** The entries that a generator has as `name=value`, where quotes around the value are taken off (api/kv/kv.go). */
function* literalsIn(
  generator: YamlMap,
  key: string,
  kind: 'ConfigMap' | 'Secret',
  namespaceOfAll: string | undefined,
): Generator<Embedded> {
  const object = textAt(generator, 'name');
  const namespace = textAt(generator, 'namespace') ?? namespaceOfAll;
  for (const scalar of itemsOf(nodeAt(generator, 'literals'))) {
    if (scalar.kind !== 'scalar') continue;
    const equals = scalar.text.indexOf('=');
    if (equals <= 0) continue;
    const name = scalar.text.slice(0, equals);
    yield {
      scalar,
      range: withoutQuotes(scalar.text, equals + 1),
      encoding: 'none',
      keys: [key, ...(object === undefined ? [] : [object]), name],
      fileName: name,
      within: {
        kind,
        key: name,
        ...(object === undefined ? {} : { object }),
        ...(namespace === undefined ? {} : { namespace }),
      },
    };
  }
}

function withoutQuotes(text: string, valueStart: number): { readonly start: number; readonly end: number } {
  let start = valueStart;
  let end = text.length;
  while (start < end && isQuote(text[start])) start += 1;
  while (end > start && isQuote(text[end - 1])) end -= 1;
  return { start, end };
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}
