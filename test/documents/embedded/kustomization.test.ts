import { expect, test } from '@jest/globals';
import { kustomization } from '../../../src/documents/embedded/kustomization.ts';
import { carriedIn } from './sketched.ts';

const PATH = 'overlay/kustomization.yaml';
const TARGET = '{group: monitoring.coreos.com, version: v1, kind: ServiceMonitor, name: kubelet}';
const PATCHED = 'apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: kubelet}';

/** A patch of operations, as a string. */
function patchOf(operations: string, target = TARGET): string {
  return `patches: [{target: ${target}, patch: ${JSON.stringify(operations)}}]`;
}

const CARRIED: readonly (readonly [name: string, text: string, carried: readonly string[]])[] = [
  [
    'entries of ConfigMaps and Secrets, without quotes around them',
    `configMapGenerator: [{name: a, literals: ["b.yml=c: d=e", 'f="g"', "h='i'"]}]\nsecretGenerator: [{name: a, literals: [b=c]}]`,
    [
      'configMapGenerator.a.b.yml (b.yml): "c: d=e"',
      'configMapGenerator.a.f (f): "g"',
      `configMapGenerator.a.h (h): "i"`,
      'secretGenerator.a.b (b): "c"',
    ],
  ],
  [
    'no entries without a name or an equals sign',
    'configMapGenerator: [{literals: [a, "=b", {c: d}], files: [e=f]}]',
    [],
  ],
  [
    'patches in strings',
    'patches:\n  - patch: |-\n      kind: A\n      spec: b\n',
    ['patches.patch, partly: "kind: A\\nspec: b"'],
  ],
  ['no patches in files', 'patches: [{path: a.yaml, target: {kind: A}}]', []],
  ['patches of before', 'patchesStrategicMerge: ["a: b"]', ['patchesStrategicMerge, partly: "a: b"']],
  [
    'values of charts',
    'helmCharts: [{name: a, valuesInline: {b: c}}]',
    ['helmCharts.valuesInline (values.yaml): {b: c}'],
  ],
  [
    'operations as the resource that they make',
    patchOf(
      '- {op: add, path: /spec/endpoints/0/scheme, value: http}\n- {op: replace, path: /spec/jobLabel, value: x}\n',
    ),
    [`patches.patch, partly: {${PATCHED}, spec: {endpoints: [{scheme: http}], jobLabel: x}}`],
  ],
  [
    'operations in JSON',
    patchOf('[{"op":"add","path":"/spec/endpoints/-","value":{"port":"web"}}]'),
    [`patches.patch, partly: {${PATCHED}, spec: {endpoints: [{port: web}]}}`],
  ],
  [
    'keys with escapes',
    patchOf('- {op: add, path: /spec/a~1b~0c, value: d}', '{kind: Pod, version: v1}'),
    ['patches.patch, partly: {apiVersion: v1, kind: Pod, metadata: {}, spec: {a/b~c: d}}'],
  ],
  [
    'a value behind a comment',
    patchOf('# why\n- op: add\n  path: /spec/a\n  value: b\n'),
    [`patches.patch, partly: {${PATCHED}, spec: {a: b}}`],
  ],
  ['nothing that is taken away', patchOf('- {op: remove, path: /spec/endpoints/0/tlsConfig}'), []],
  ['nothing of who knows what', 'patches: [{patch: "- {op: add, path: /spec/a, value: b}"}]', []],
  ['nothing of operations that are broken', patchOf('- {op: add, path: spec, value: b}\n- 1\n- {op: add}\n'), []],
  ['what cannot be read as it stands', patchOf('- {op: add'), ['patches.patch, partly: "- {op: add"']],
];

test.each(CARRIED)('of Kustomize is carried: %s', (_name, text, carried) => {
  expect(carriedIn(kustomization, text, PATH)).toEqual(carried);
});

test('a Kustomization is known by its name or by its group', () => {
  const text = 'configMapGenerator: [{literals: [a=b]}]\n';
  const carried = ['configMapGenerator.a (a): "b"'];
  expect(carriedIn(kustomization, text, 'other.yaml')).toEqual([]);
  expect(carriedIn(kustomization, text, 'a/Kustomization')).toEqual(carried);
  const head = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n';
  expect(carriedIn(kustomization, head + text, 'other.yaml')).toEqual(carried);
});
