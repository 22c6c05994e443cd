import { mapAt, mapsAt } from '../dialect.ts';
import { resourceOf } from '../resource.ts';
import type { CarrierReader } from './embedded.ts';
import { patchesIn } from './kustomize-patch.ts';

const RELEASE_GROUP = 'helm.toolkit.fluxcd.io';
const KUSTOMIZATION_GROUP = 'kustomize.toolkit.fluxcd.io';
const SIGN = /(?:helm|kustomize)\.toolkit\.fluxcd\.io\\*\//;
// Words of values count for nothing in a file that is not called so.
const HIDING_SIGN = /kind\\*["']?[ \t]*:[ \t\r\n]*\\*["']?HelmRelease\b/;

/**
 * What Flux deploys: a HelmRelease has values of a chart and patches of what it renders, a Kustomization of Flux has
 * patches (fluxcd/helm-controller api/v2/helmrelease_types.go at v1.4, fluxcd/kustomize-controller
 * api/v1/kustomization_types.go at v1.7).
 */
export const fluxRelease: CarrierReader = {
  sign: SIGN,
  hidingSign: HIDING_SIGN,
  *embeddedIn(root) {
    const resource = resourceOf(root);
    const spec = mapAt(root, 'spec');
    if (resource === undefined || spec === undefined) return;
    if (resource.group === KUSTOMIZATION_GROUP) yield* patchesIn(spec, ['spec']);
    if (resource.group !== RELEASE_GROUP || resource.kind !== 'HelmRelease') return;
    const values = mapAt(spec, 'values');
    if (values !== undefined) {
      const within = { kind: 'string', key: 'values' } as const;
      yield { node: values, keys: ['spec', 'values'], fileName: 'values.yaml', within };
    }
    for (const renderer of mapsAt(spec, 'postRenderers')) {
      const kustomize = mapAt(renderer, 'kustomize');
      if (kustomize !== undefined) yield* patchesIn(kustomize, ['spec', 'postRenderers', 'kustomize']);
    }
  },
};
