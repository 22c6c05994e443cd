import { expect, test } from '@jest/globals';
import { helmfile } from '../../../src/documents/embedded/helmfile.ts';
import { carriedIn } from './sketched.ts';

/** What `helm --set` makes of arguments, written as Helmfile takes them. */
function valuesOf(...parameters: readonly string[]): readonly string[] {
  const set = parameters.map(parameter => {
    const [name, value] = parameter.split('=');
    return { name, value };
  });
  return carriedIn(helmfile, JSON.stringify({ releases: [{ name: 'a', chart: 'b', set }] }));
}

const SETS: readonly (readonly [parameters: readonly string[], values: string])[] = [
  [['a=b'], '{a: !str b}'],
  [['a.b.c=true'], '{a: {b: {c: !bool true}}}'],
  [['a.b=null', 'a.c=1'], '{a: {b: !null null, c: !str 1}}'],
  [['a[0].b=x', 'a[0].c=y', 'a[1].b=z'], '{a: [{b: !str x, c: !str y}, {b: !str z}]}'],
  [['a[0][1]=x'], '{a: [[!str x]]}'],
  [['grafana\\.ini.b=x'], '{grafana.ini: {b: !str x}}'],
  [['a=x', 'a=y'], '{a: !str y}'],
  [['a=x', 'a.b=y'], '{a: {b: !str y}}'],
  [['a.b=y', 'a=x'], '{a: !str x}'],
];

test.each(SETS)('%j sets %s', (parameters, values) => {
  expect(valuesOf(...parameters)).toEqual([`releases.a.set (values.yaml), partly: ${values}`]);
});

test.each(['', '.a', 'a.', 'a..b', 'a[', 'a[x]', '[0]', 'a]b', 'a[1]b', '\\'])('%j is no path of a value', name => {
  expect(valuesOf(`${name}=x`)).toEqual([]);
});

test('a path as deep as no chart goes sets nothing', () => {
  expect(valuesOf(`${'a.'.repeat(200)}b=x`)).toEqual([]);
  expect(valuesOf(`a${'[0]'.repeat(100_000)}=x`)).toEqual([]);
});

const RELEASES: readonly (readonly [name: string, text: string, carried: readonly string[]])[] = [
  [
    'values in place, and not those in files',
    'releases: [{name: a, chart: b, values: [values.yaml, {c: d}]}]',
    ['releases.a.values (values.yaml), partly: {c: d}'],
  ],
  [
    'values that nothing is laid over',
    'releases: [{name: a, chart: b, values: [{c: d}]}]',
    ['releases.a.values (values.yaml): {c: d}'],
  ],
  ['nothing of releases that are no charts', 'releases: [{name: a, values: [{c: d}]}]', []],
  ['nothing of another file', 'releases: {a: {chart: b, values: [{c: d}]}}', []],
];

test.each(RELEASES)('of Helmfile is carried: %s', (_name, text, carried) => {
  expect(carriedIn(helmfile, text)).toEqual(carried);
});
