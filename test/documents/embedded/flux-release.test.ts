import { expect, test } from '@jest/globals';
import { fluxRelease } from '../../../src/documents/embedded/flux-release.ts';
import { carriedIn } from './sketched.ts';

const RELEASE = 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n';
const MONITOR = '{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor}';
const OPERATION = '{op: add, path: /spec/endpoints/0/scheme, value: http}';

const RELEASES: readonly (readonly [name: string, text: string, carried: readonly string[]])[] = [
  ['values', `${RELEASE}spec: {values: {a: b}}`, ['spec.values (values.yaml): {a: b}']],
  ['nothing where values come from elsewhere', `${RELEASE}spec: {valuesFrom: [{kind: ConfigMap, name: a}]}`, []],
  [
    'patches of what is rendered, as strings and as what they are',
    `${RELEASE}spec:
  postRenderers:
    - kustomize:
        patches: [{patch: "a: b"}]
        patchesStrategicMerge: [${MONITOR}]
        patchesJson6902: [{target: {version: v1, kind: Service, name: x}, patch: [${OPERATION}]}]
`,
    [
      'spec.postRenderers.kustomize.patches.patch, partly: "a: b"',
      'spec.postRenderers.kustomize.patchesJson6902.patch, partly: {apiVersion: v1, kind: Service, metadata: {name: x}, spec: {endpoints: [{scheme: http}]}}',
      `spec.postRenderers.kustomize.patchesStrategicMerge, partly: {apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor}`,
    ],
  ],
  [
    'the patches of a Kustomization of Flux',
    'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {patches: [{patch: "a: b"}]}',
    ['spec.patches.patch, partly: "a: b"'],
  ],
  [
    'nothing of a repository',
    'apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nspec: {values: {a: b}}',
    [],
  ],
];

test.each(RELEASES)('of Flux is carried: %s', (_name, text, carried) => {
  expect(carriedIn(fluxRelease, text)).toEqual(carried);
});
