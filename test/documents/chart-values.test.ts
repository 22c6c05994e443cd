import { expect, test } from '@jest/globals';
import type { YamlNode } from '../../src/parse/yaml-node.ts';
import { spanOf } from '../../src/parse/yaml-node.ts';
import { filledRoots } from './template-sketch.ts';

/** A tree in one line: `~` for what is templated. */
function told(node: YamlNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar') return node.text.includes('{{') ? '~' : node.text;
  if (node.kind === 'list') return `[${node.items.map(told).join(' ')}]`;
  return `{${node.pairs.map(({ key, value }) => (value === undefined ? told(key) : `${told(key)}: ${told(value)}`)).join(', ')}}`;
}

function filled(template: string, values: string): string {
  return filledRoots(template, values).map(told).join(' --- ');
}

test.each([
  ['a value', 'k: {{ .Values.a.b }}\n', 'a: {b: c}\n', '{k: c}'],
  ['quoted by a function', 'k: {{ .Values.a | quote }}\n', 'a: x\n', '{k: x}'],
  ['quoted in the text', 'k: "{{ .Values.a }}"\n', 'a: x\n', '{k: x}'],
  ['from the root', 'k: {{ $.Values.a }}\n', 'a: x\n', '{k: x}'],
  [
    'an empty one',
    'k: {{ .Values.a }}\nl: {{ .Values.b }}\nm: {{ .Values.c.d }}\n',
    'a: ""\nb: {}\n',
    '{k: ~, l: ~, m: ~}',
  ],
  ['a mapping behind a key', 'k:\n  {{- toYaml .Values.a | nindent 2 }}\n', 'a: {b: c}\n', '{k: {b: c, ~}}'],
  ['a mapping on the line of the key', 'k: {{ toYaml .Values.a | nindent 2 }}\n', 'a: {b: c}\n', '{k: {b: c, ~}}'],
  [
    'entries beside others',
    'k:\n  x: y\n  {{- toYaml .Values.a | nindent 2 }}\n',
    'a: {b: c}\n',
    '{k: {x: y, b: c, ~}}',
  ],
  ['a list', 'k:\n{{ toYaml .Values.a | indent 2 }}\n', 'a: [b, c]\n', '{k: [b c]}'],
  ['items beside others', 'k:\n  - x\n  {{- toYaml .Values.a | nindent 2 }}\n', 'a: [b, c]\n', '{k: [x b c ~]}'],
  [
    'its own default where nothing is set',
    'k: {{ .Values.a | default true }}\nl: {{ default "x" .Values.b }}\n',
    '{}\n',
    '{k: true, l: x}',
  ],
  ['its own default where false is set', 'k: {{ .Values.a | default true }}\n', 'a: false\n', '{k: true}'],
  ['not its own default where something is set', 'k: {{ .Values.a | default "x" }}\n', 'a: y\n', '{k: y}'],
  [
    'a path within a with',
    '{{- with .Values.a }}\nk:\n  {{- toYaml .b | nindent 2 }}\nl: {{ .c }}\n{{- end }}\n',
    'a: {b: {d: e}, c: f}\n',
    '{k: {d: e, ~}, l: f}',
  ],
  [
    'nothing in a loop',
    'k:\n  {{- range .Values.a }}\n  - n: {{ .b }}\n  {{- end }}\n',
    'a: [{b: c}]\n',
    '{k: [{n: ~}]}',
  ],
  ['a variable', '{{- $x := .Values.a }}\nk: {{ $x.b }}\n', 'a: {b: c}\n', '{k: c}'],
  [
    'no variable that is set twice',
    '{{- $x := .Values.a }}\n{{- $x = .Values.b }}\nk: {{ $x }}\n',
    'a: c\nb: d\n',
    '{k: ~}',
  ],
  ['no variable that is itself', '{{- $x := $x }}\nk: {{ $x }}\n', '{}\n', '{k: ~}'],
  [
    'what is rendered as a template',
    'k: {{ tpl .Values.a $ }}\nl: {{ include "common.tplvalues.render" (dict "value" .Values.b "context" $) | nindent 2 }}\n',
    'a: x\nb: {c: d}\n',
    '{k: x, l: {c: d, ~}}',
  ],
  ['no other named template', 'k: {{ include "chart.name" . }}\n', '{}\n', '{k: ~}'],
  [
    'the helper of the stack for a null',
    'k: {{ include "kube-prometheus-stack.kubeScheduler.insecureScrape" (list . false true .Values.a) }}\n',
    'a: null\n',
    '{k: true}',
  ],
  [
    'the same for what is set',
    'k: {{ include "kube-prometheus-stack.kubeScheduler.insecureScrape" (list . "x" "y" .Values.a) }}\n',
    'a: false\n',
    '{k: false}',
  ],
  ['no part of a text', 'k: https://{{ .Values.a }}\n', 'a: b\n', '{k: ~}'],
  ['what the chart keeps as a template', 'k: {{ tpl .Values.a . }}\n', 'a: "{{ .Release.Name }}"\n', '{k: ~}'],
])('%s is put in', (_name, template, values, expected) => {
  expect(filled(template, values)).toBe(expected);
});

test('a value stands in values.yaml, and knows the action that puts it in', () => {
  const [root] = filledRoots('k: {{ .Values.a }}\n', '# first\na: yes\n');
  const value = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  expect(value && spanOf(value)).toMatchObject({
    file: { path: 'chart/values.yaml' },
    start: 11,
    end: 14,
    via: { file: { path: 'chart/templates/monitor.yaml' }, start: 3, end: 18 },
  });
});

test('a default of the template stands in the template', () => {
  const template = 'k: {{ .Values.a | default true }}\n';
  const [root] = filledRoots(template, '{}\n');
  const value = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  const start = template.indexOf('true');
  expect(value && spanOf(value)).toMatchObject({
    file: { path: 'chart/templates/monitor.yaml' },
    start,
    end: start + 4,
    isDefault: true,
  });
});

test.each([
  ['{{ .Values.a | default true }}', undefined],
  ['{{ .Values.a | default "true" }}', undefined],
  ['{{ .Values.a | default "true" | quote }}', 'tag:yaml.org,2002:str'],
  ['"{{ .Values.a | default true }}"', 'tag:yaml.org,2002:str'],
])('the default in %s is text only in quotes', (action, tag) => {
  const [root] = filledRoots(`k: ${action}\n`, '{}\n');
  const value = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  expect(value).toMatchObject({ text: 'true', ...(tag === undefined ? {} : { tag }) });
  expect(value?.tag).toBe(tag);
});

test('large values that are printed again and again are not copied without end', () => {
  const values = `a: [${'x, '.repeat(60_000)}x]\n`;
  const template = Array.from({ length: 1000 }, (_, index) => `k${index}: {{ toYaml .Values.a }}\n`).join('');
  const [root] = filledRoots(template, values);
  const lists = root?.kind === 'map' ? root.pairs.filter(({ value }) => value?.kind === 'list') : [];
  expect(lists).toHaveLength(1);
});

test('variables made of variables twice cost what they are long', () => {
  const declared = Array.from(
    { length: 500 },
    (_, index) => `{{- $x${index + 1} := or $x${index} $x${index} $x${index} }}\n`,
  );
  const template = `{{- $x0 := .Values.a }}\n${declared.join('')}k: {{ $x3 }}\nl: {{ $x500 }}\n`;
  // The last is further away than anyone looks.
  expect(filled(template, 'a: b\n')).toBe('{k: b, l: ~}');
});
