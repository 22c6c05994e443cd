import { expect, test } from '@jest/globals';
import { array, assert, constantFrom, property } from 'fast-check';
import type { TemplateLanguage } from '../../../src/parse/template/template.ts';
import { unitsOf } from '../../../src/parse/template/units.ts';
import type { YamlNode } from '../../../src/parse/yaml-node.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { treeOf, treesOf } from './tree-sketch.ts';

function unitsIn(text: string): ReturnType<typeof unitsOf> {
  return unitsOf(new SourceFile('a.yaml', text), 'go');
}

test('each document of a stream is a unit', () => {
  const units = [...unitsIn('a: {{ .x }}\n---\n{{- if .y }}\nb: c\n---\n{{- end }}\nd: e\n')];
  expect(units.map(({ index, text }) => [index, text])).toEqual([
    [0, 'a: {{ .x }}\n'],
    [1, '---\n{{- if .y }}\nb: c\n'],
    [2, '---\n{{- end }}\nd: e\n'],
  ]);
});

test('each named template is a unit, and no part of the stream', () => {
  const text = '{{ define "x" }}\n- a: {{ .b }}\n{{ end }}\nc: d\n{{ define "y" -}}\ne: f\n{{- end }}\n';
  expect([...unitsIn(text)].map(({ name }) => name)).toEqual([undefined, 'x', 'y']);
  expect(treesOf(text)).toEqual(['c: d', '- a: {{ .b }} # define "x"', 'e: f # define "y"']);
});

test('a file of nothing but named templates and actions has no document of its own', () => {
  expect([...unitsIn('{{ define "x" }}a{{ end }}\n{{ template "x" }}\n')].map(({ name }) => name)).toEqual(['x']);
});

test('branches that cannot be parsed together are read apart', () => {
  const text = 'a:\n  {{- if .x }}\n  b: c\n  {{- else if .y }}\n  - d\n  {{- else }}\n  []\n  {{- end }}\ne: f\n';
  expect(treesOf(text)).toEqual(['a:\n  b: c # if .x\ne: f', 'a:\n  - d\ne: f', 'a:\ne: f']);
});

test('documents in the branches of a block are several', () => {
  const text = '{{- if .x }}\nkind: A\na: b\n{{- else }}\nkind: B\na: c\n{{- end }}\nd: {{ .e }}\n';
  expect(treeOf(text)).toBe(
    'kind: A # if .x\na: b # if .x\nd: {{ .e }}\n---\nkind: B # else\na: c # else\nd: {{ .e }}',
  );
});

test('a kind that is one of two words makes two documents', () => {
  expect(treeOf('kind: {{ if .x }}A{{ else }}B{{ end }}\na: b\n')).toBe(
    'kind: A # if .x\na: b\n---\nkind: B # else\na: b',
  );
});

test('what is no YAML is left out, and its entries stand alone beside something unknown', () => {
  const text = 'a:\n  b: c\n{{- if .x }}\n  d: [ e\n  insecure: true\n{{- end }}\ng: h\n';
  const [unit] = unitsIn(text);
  const reading = unit?.read();
  if (reading === undefined || 'fault' in reading) throw new Error('the document is not read');
  expect(reading.blanked.map(({ start, end }) => text.slice(start, end))).toEqual(['\n  d: [ e\n  insecure: true\n']);
  expect(treeOf(text)).toBe('a:\n  b: c\n  {{ }}: # if .x\n    - insecure: true # if .x\n      {{ }}: \ng: h');
});

test('what is no YAML in a long branch costs its line alone', () => {
  const entries = Array.from({ length: 60 }, (_, index) => `key-${index}: value\n`).join('');
  const [unit] = unitsIn(`{{- if .x }}\n${entries}a: b: c\n${entries}{{- end }}\n`);
  const reading = unit?.read();
  if (reading === undefined || 'fault' in reading) throw new Error('the document is not read');
  const [root] = reading.roots;
  expect(root?.kind === 'map' && root.pairs.length).toBe(121);
});

test('a document that is not YAML at all is a fault', () => {
  expect(treeOf('a: [\n'.repeat(40))).toMatch(/^fault: /);
});

const PIECES = [
  'a: ',
  'b:',
  'kind: x',
  '- ',
  '  ',
  '\n',
  '\n',
  '\n  ',
  '\n---\n',
  '|',
  '>-\n  ',
  '"',
  "'",
  '# ',
  'c',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '\r\n',
  '\t',
  '&x ',
  '*x',
  '!t ',
  '{{ .x }}',
  '{{- toYaml .x | nindent 2 }}',
  '{{ if .x }}',
  '{{ else }}',
  '{{ else if .y }}',
  '{{ end }}',
  '{{ range .z }}',
  '{{ define "n" }}',
  '{{/* c */}}',
  '{{ $x := 1 }}',
  '{{',
  '}}',
  '{% if a %}',
  '{% endif %}',
  '{% else %}',
  '{# c #}',
  '${x}',
  '%{ if x }',
  '%{ endif }',
];

test('any text gives units, each literal at the place where it is written', () => {
  const languages = constantFrom<TemplateLanguage>('go', 'jinja', 'terraform');
  const texts = array(constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''));
  const holds = property(texts, languages, (text, language) => {
    for (const unit of unitsOf(new SourceFile('a.yaml', text), language)) {
      const reading = unit.read();
      for (const root of 'fault' in reading ? [] : reading.roots) expectPlaces(root, text);
    }
  });
  assert(holds, { seed: 5, numRuns: 3000 });
});

/** A word that no action stands in is written as it is read. */
function expectPlaces(node: YamlNode, text: string): void {
  if (node.kind === 'list') for (const item of node.items) expectPlaces(item, text);
  if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      expectPlaces(key, text);
      if (value !== undefined) expectPlaces(value, text);
    }
  }
  if (node.kind !== 'scalar' || node.style !== 'plain' || node.masked !== undefined || !/^[a-c]+$/.test(node.text))
    return;
  const { start, end } = node.source.span(node.start, node.end);
  expect(text.slice(start, end)).toBe(node.text);
}
