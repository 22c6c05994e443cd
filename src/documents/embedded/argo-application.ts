import type { YamlMap } from '../../parse/yaml-node.ts';
import { mapAt, mapsAt, nodeAt } from '../dialect.ts';
import { resourceOf } from '../resource.ts';
import type { CarrierReader, Embedded } from './embedded.ts';
import { valuesOfParameters } from './helm-parameters.ts';

const GROUP = 'argoproj.io';
const VALUES = 'values.yaml';
// Generators hold generators: a matrix of merges is as deep as Argo CD allows.
const MAX_DEPTH = 3;

/** A mapping and the keys that lead to it. */
interface Found {
  readonly keys: readonly string[];
  readonly map: YamlMap;
}

const SIGN = /argoproj\.io\\*\//;
// Words of values count for nothing in a file that is not called so.
const HIDING_SIGN = /kind\\*["']?[ \t]*:[ \t\r\n]*\\*["']?Application(?:Set)?\b/;

/**
 * An Application or ApplicationSet of Argo CD, whose sources hold values of a chart (argoproj/argo-cd
 * pkg/apis/application/v1alpha1/types.go and applicationset_types.go, at v3.2).
 */
export const argoApplication: CarrierReader = {
  sign: SIGN,
  hidingSign: HIDING_SIGN,
  *embeddedIn(root) {
    const resource = resourceOf(root);
    const spec = mapAt(root, 'spec');
    if (resource?.group !== GROUP || spec === undefined) return;
    const found = { keys: ['spec'], map: spec };
    const specs =
      resource.kind === 'Application' ? [found] : resource.kind === 'ApplicationSet' ? specsOfSet(found) : [];
    for (const { keys, map } of specs) {
      for (const source of sourcesIn(map, keys)) yield* valuesIn(source);
    }
  },
};

/** What the applications of a set are made of: its template, and those that its generators lay over that. */
function* specsOfSet({ keys, map }: Found, depth = 0): Generator<Found> {
  const template = mapAt(map, 'template');
  const spec = template && mapAt(template, 'spec');
  if (spec !== undefined) yield { keys: [...keys, 'template', 'spec'], map: spec };
  if (depth >= MAX_DEPTH) return;
  for (const generator of mapsAt(map, 'generators')) {
    for (const { key, value } of generator.pairs) {
      if (value?.kind === 'map') yield* specsOfSet({ keys: [...keys, 'generators', key.text], map: value }, depth + 1);
    }
  }
}

function sourcesIn(spec: YamlMap, keys: readonly string[]): readonly Found[] {
  const source = mapAt(spec, 'source');
  return [
    ...(source === undefined ? [] : [{ keys: [...keys, 'source'], map: source }]),
    ...mapsAt(spec, 'sources').map(map => ({ keys: [...keys, 'sources'], map })),
  ];
}

/** The values of a source. Parameters are laid over `valuesObject`, and that stands in the place of `values`. */
function* valuesIn({ keys, map }: Found): Generator<Embedded> {
  const helm = mapAt(map, 'helm');
  if (helm === undefined) return;
  const parameters = valuesOfParameters(nodeAt(helm, 'parameters'));
  const isPartial = parameters !== undefined;
  const object = mapAt(helm, 'valuesObject');
  const values = nodeAt(helm, 'values');
  const placed = (key: string) => ({
    keys: [...keys, 'helm', key],
    fileName: VALUES,
    within: { kind: 'string', key } as const,
    isPartial,
  });
  if (object !== undefined) yield { node: object, ...placed('valuesObject') };
  else if (values?.kind === 'scalar') yield { scalar: values, encoding: 'none', ...placed('values') };
  if (parameters !== undefined) yield { node: parameters, ...placed('parameters') };
}
