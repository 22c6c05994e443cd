import { expect, test } from '@jest/globals';
import { guardsIn } from './template-sketch.ts';

function told(template: string, values = '{}\n'): readonly string[] {
  return guardsIn(template, values).map(({ words, byDefault }) => `${words} ${byDefault}`);
}

test.each([
  ['.Values.a', '', 'no'],
  ['.Values.a', 'a: true', 'yes'],
  ['.Values.a', 'a: "false"', 'yes'],
  ['.Values.a', 'a: 0', 'no'],
  ['.Values.a', 'a: {}', 'no'],
  ['not .Values.a', '', 'yes'],
  ['and .Values.a .Values.b', 'a: 1\nb: 2', 'yes'],
  ['and .Values.a (.Capabilities.APIVersions.Has "x")', 'a: 1', 'unknown'],
  ['and .Values.a (.Capabilities.APIVersions.Has "x")', '', 'no'],
  ['or .Values.a .Values.b', 'b: 2', 'yes'],
  ['or .Values.a .Values.b', '', 'no'],
  ['eq .Values.a "x"', 'a: x', 'yes'],
  ['eq .Values.a "x"', 'a: y', 'no'],
  ['ne .Values.a "x"', 'a: y', 'yes'],
  ['hasKey .Values.a "b"', 'a: {b: null}', 'yes'],
  ['empty .Values.a', 'a: ""', 'yes'],
  ['semverCompare ">=1" .Values.a', 'a: "1"', 'unknown'],
  [
    'eq (include "kube-prometheus-stack.kubeScheduler.insecureScrape" (list . nil true .Values.a)) "true"',
    'a: null',
    'yes',
  ],
  [
    'eq (include "kube-prometheus-stack.kubeScheduler.insecureScrape" (list . nil true .Values.a)) "true"',
    'a: false',
    'no',
  ],
])('if %s with %s: %s', (condition, values, byDefault) => {
  const guards = guardsIn(`k: 1\n{{- if ${condition} }}\nl: 2\n{{- end }}\n`, `${values}\n`);
  expect(guards.map(guard => guard.byDefault)).toEqual([byDefault]);
});

test('an else holds where nothing before it does', () => {
  expect(
    told('k: 1\n{{- if .Values.a }}\nl: 1\n{{- else if .Values.b }}\nl: 2\n{{- else }}\nl: 3\n{{- end }}\n'),
  ).toEqual(['{{ if .Values.a }} no', '{{ else if .Values.b }} no', '{{ else }} of {{ if .Values.a }} yes']);
});

test('a branch around the whole of a document is none of it', () => {
  expect(told('{{- if .Values.a }}\nk: 1\nl:\n  {{- with .Values.b }}\n  m: 2\n  {{- end }}\n{{- end }}\n')).toEqual([
    '{{ with .Values.b }} no',
  ]);
});

test('words are one short line without what stands in quotes', () => {
  expect(told('k: 1\n{{- if eq .Values.password\n  "s3cret" }}\nl: 2\n{{- end }}\n')).toEqual([
    '{{ if eq .Values.password "..." }} no',
  ]);
  const [long = ''] = told(`k: 1\n{{- if .Values.${'a'.repeat(200)} }}\nl: 2\n{{- end }}\n`);
  expect(long).toMatch(/^\{\{ if \.Values\.a{46}\.\.\. \}\} no$/);
});
