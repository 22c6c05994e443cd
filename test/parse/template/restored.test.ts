import { expect, test } from '@jest/globals';
import { restored } from '../../../src/parse/template/restored.ts';
import { unitsOf } from '../../../src/parse/template/units.ts';
import { decodedText, type YamlNode, type YamlScalar } from '../../../src/parse/yaml-node.ts';
import { readYaml } from '../../../src/parse/yaml.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { linesOf, treeOf } from './tree-sketch.ts';

const CASES: readonly (readonly [name: string, text: string, tree: string])[] = [
  ['a value of only an action is its text', 'a: {{ .x | quote }}\n', 'a: {{ .x | quote }}\n'],
  [
    'a value with an action in it is what is written',
    'a: {{ .x }}:{{ .y }}\nb: "{{ .z }}"\n',
    'a: {{ .x }}:{{ .y }}\nb: {{ .z }}\n',
  ],
  ['a comment in a value is no part of it', 'a: b {{/* c */}}\n', 'a: b\n'],
  ['a key with an action in it is what is written', '{{ .x }}-a: b\n', '{{ .x }}-a: b\n'],
  [
    'entries stand under the branch they are in',
    'a:\n  {{- if .x }}\n  b: c\n  {{- else if .y }}\n  b: d\n  {{- else }}\n  b: e\n  {{- end }}\n  f: g\n',
    'a:\n  b: c # if .x\n  b: d # else if .y\n  b: e # else\n  f: g\n',
  ],
  [
    'lines of an action are an entry',
    'a:\n  b: c\n  {{- toYaml .x | nindent 2 }}\n',
    'a:\n  b: c\n  {{- toYaml .x | nindent 2 }}: \n',
  ],
  [
    'lines of an action at the column of an outer mapping are its entry',
    'a:\n  b: c\n{{ toYaml .x }}\n',
    'a:\n  b: c\n{{ toYaml .x }}: \n',
  ],
  [
    'lines of an action below a key are its value',
    'a:\n  {{- toYaml .x | nindent 2 }}\nb: c\n',
    'a: {{- toYaml .x | nindent 2 }}\nb: c\n',
  ],
  [
    'lines of an action at the column of a key that is in its branch alone are its value',
    'a: b\n{{- if .x }}\nc:\n{{ toYaml .x }}\n{{- end }}\n',
    'a: b\nc: {{ toYaml .x }} # if .x\n',
  ],
  [
    'lines are indented before they are read as a template',
    'a:\n  - b:\n{{ tpl (toYaml .x | indent 6) . }}\n    c: d\n',
    'a:\n  - b: {{ tpl (toYaml .x | indent 6) . }}\n    c: d\n',
  ],
  [
    'lines of an action at the column of a key without a value may be its value or an entry',
    'a:\n{{ toYaml .x }}\nb: c\n',
    'a: {{ toYaml .x }}\nb: c\n{{ toYaml .x }}: \n',
  ],
  [
    'lines of an action in a list are an item',
    'a:\n  - b\n  {{- toYaml .x | nindent 2 }}\n',
    'a:\n  - b\n  - {{- toYaml .x | nindent 2 }}\n',
  ],
  [
    'lines of an action at the column of a list beside its key may be an item or an entry',
    'a:\n- b\n{{ toYaml .x }}\n',
    'a:\n  - b\n  - {{ toYaml .x }}\n{{ toYaml .x }}: \n',
  ],
  [
    'lines of an action deeper than the dash are an entry of the item',
    'a:\n- b: c\n  {{ toYaml .x }}\n',
    'a:\n  - b: c\n    {{ toYaml .x }}: \n',
  ],
  [
    'an action behind a colon is an entry of the mapping below',
    'a: {{- toYaml .x | nindent 2 }}\n  b: c\n',
    'a:\n  b: c\n  {{- toYaml .x | nindent 2 }}: \n',
  ],
  [
    'an action behind a dash is an entry of the mapping below',
    '- {{- toYaml .x | nindent 2 }}\n  b: c\n',
    '- b: c\n  {{- toYaml .x | nindent 2 }}: \n',
  ],
  ['an action behind a dash is an item', '- a\n- {{ .x }}\n- {{ .y }}\n- b\n', '- a\n- {{ .x }}\n- {{ .y }}\n- b\n'],
  ['a block scalar with an action in it is what is written', 'a: |\n  b: {{ .x }}\nc: d\n', 'a:   b: {{ .x }}\nc: d\n'],
  [
    'an action that is all of a block scalar is its text',
    'a: |\n{{ .x | indent 2 }}\nb: c\n',
    'a: {{ .x | indent 2 }}\nb: c\n',
  ],
  [
    'lines of an action behind a block scalar are an entry',
    'a:\n  b: |\n    c\n  {{- toYaml .x | nindent 2 }}\n',
    'a:\n  b: c\\n\n  {{- toYaml .x | nindent 2 }}: \n',
  ],
  [
    'a block scalar before a condition is literal',
    'a: |\n  b\n{{- if .x }}\nc: d\n{{- end }}\n',
    'a: b\\n\nc: d # if .x\n',
  ],
  [
    'each text of a block in a value is a value',
    'a: {{ if .x }}b{{ else }}"c"{{ end }}\n',
    'a: b # if .x\na: c # else\n',
  ],
  [
    'each action of a block in a value is a value',
    'a: {{ if .x }}{{ .b }}{{ else }}{{ .c }}{{ end }}\n',
    'a: {{ .b }} # if .x\na: {{ .c }} # else\n',
  ],
  ['a value in braces stands under its own branch', 'a: { b: {{ if .x }}c{{ end }} }\n', 'a:\n  b: c # if .x\n'],
  ['a text with a block in it is what is written', 'a: b{{ if .x }}c{{ end }}\n', 'a: b{{ if .x }}c\n'],
  ['an action in brackets makes an item of what is written', 'a: [b, {{ .x }}]\n', 'a:\n  - b\n  - {{ .x }}\n'],
];

test.each(CASES)('%s', (_name, text, tree) => {
  expect(`${treeOf(text)}\n`).toBe(tree);
});

test('an alias leads to the node that was restored at its anchor', () => {
  const root = rootOf('a: &x\n  b: {{ .y }}\nc: *x\n');
  expect(valueOf(root, 'c')).toBe(valueOf(root, 'a'));
});

test('documents in a block scalar are restored', () => {
  const text =
    'data:\n  a.yml: |\n    {{- if .x }}\n    b: c\n    {{- end }}\n    d: {{ .y }}\n    {{- toYaml .z | nindent 4 }}\n';
  const scalar = valueOf(valueOf(rootOf(text), 'data'), 'a.yml');
  const decoded = decodedText(scalar as YamlScalar);
  if (decoded === undefined) throw new Error('the block scalar cannot be decoded');
  const reading = readYaml(decoded, { start: 0, end: decoded.text.length, index: 0 });
  if ('fault' in reading || reading.root === undefined) throw new Error('the masked text is no YAML');
  const lines = linesOf(restored(reading.root));
  expect(lines).toEqual(['b: c # if .x', 'd: {{ .y }}', '{{- toYaml .z | nindent 4 }}: ']);
});

function rootOf(text: string): YamlNode {
  const [unit] = unitsOf(new SourceFile('a.yaml', text), 'go');
  const reading = unit?.read();
  if (reading === undefined || 'fault' in reading || reading.roots[0] === undefined) throw new Error('no document');
  return reading.roots[0];
}

function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.pairs.find(pair => pair.key.text === key)?.value : undefined;
}
