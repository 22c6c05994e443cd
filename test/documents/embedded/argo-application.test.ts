import { expect, test } from '@jest/globals';
import { argoApplication } from '../../../src/documents/embedded/argo-application.ts';
import { carriedIn } from './sketched.ts';

const HEAD = 'apiVersion: argoproj.io/v1alpha1\nkind: Application\n';
const SET = 'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\n';

const APPLICATIONS: readonly (readonly [name: string, text: string, carried: readonly string[]])[] = [
  [
    'its values as a string',
    `${HEAD}spec:\n  source:\n    helm:\n      values: |\n        a: b\n`,
    ['spec.source.helm.values (values.yaml): "a: b\\n"'],
  ],
  [
    'its values as an object, which stands in the place of a string',
    `${HEAD}spec: {source: {helm: {values: "a: b", valuesObject: {c: d}}}}`,
    ['spec.source.helm.valuesObject (values.yaml): {c: d}'],
  ],
  [
    'each of its sources',
    `${HEAD}spec: {sources: [{path: a}, {helm: {values: a}}, {helm: {values: b}}]}`,
    ['spec.sources.helm.values (values.yaml): "a"', 'spec.sources.helm.values (values.yaml): "b"'],
  ],
  [
    'its parameters as a tree, and what they are laid over as a part',
    `${HEAD}spec: {source: {helm: {values: a, parameters: [{name: b.c, value: "true"}, {name: b.d, value: x}]}}}`,
    [
      'spec.source.helm.values (values.yaml), partly: "a"',
      'spec.source.helm.parameters (values.yaml), partly: {b: {c: !bool true, d: !str x}}',
    ],
  ],
  ['nothing without a chart', `${HEAD}spec: {source: {path: a, kustomize: {images: [b]}}}`, []],
  [
    'nothing of a project',
    'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nspec: {source: {helm: {values: a}}}',
    [],
  ],
  ['nothing of another group', 'apiVersion: v1\nkind: Application\nspec: {source: {helm: {values: a}}}', []],
  [
    'the template of a set, and those of its generators',
    `${SET}spec:
  template: {spec: {source: {helm: {values: a}}}}
  generators:
    - list: {template: {spec: {source: {helm: {values: b}}}}}
    - matrix: {generators: [{git: {template: {spec: {sources: [{helm: {valuesObject: {c: d}}}]}}}}]}
`,
    [
      'spec.template.spec.source.helm.values (values.yaml): "a"',
      'spec.generators.list.template.spec.source.helm.values (values.yaml): "b"',
      'spec.generators.matrix.generators.git.template.spec.sources.helm.valuesObject (values.yaml): {c: d}',
    ],
  ],
];

test.each(APPLICATIONS)('of Argo CD is carried: %s', (_name, text, carried) => {
  expect(carriedIn(argoApplication, text)).toEqual(carried);
});
