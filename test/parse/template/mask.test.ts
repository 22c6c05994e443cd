import { expect, test } from '@jest/globals';
import { templateOf } from '../../../src/parse/template/lexed.ts';
import { maskedText } from '../../../src/parse/template/mask.ts';
import type { TemplateLanguage } from '../../../src/parse/template/template.ts';
import { SourceFile } from '../../../src/text/source.ts';

function masked(text: string, language: TemplateLanguage = 'go'): string {
  return maskedText(new SourceFile('a.yaml', text), templateOf(text, language)).text;
}

test.each([
  ['a line of nothing but actions becomes an empty line', 'a:\n  {{- if .x }} {{ .y }}\n  b: c\n', 'a:\n\n  b: c\n'],
  ['an action over several lines becomes one empty line', 'a: b\n{{ include "x"\n   . }}\nc: d\n', 'a: b\n\nc: d\n'],
  ['a block is taken off the line it stands on', '{{ if .x }}a: b{{ end }}\n', 'a: b\n'],
  ['an action leaves nothing of a value that is nothing else', 'a: {{ .x }}\n- {{ .y }} # why\n', 'a: \n-  # why\n'],
  ['an action leaves nothing behind a tag', 'a: !!str {{ .x }}\n', 'a: !!str \n'],
  ['actions within a value become a letter', 'a: {{ .x }}:{{ .y }}\nb: "{{ .z }}"\n', 'a: x:x\nb: "x"\n'],
  ['an action in the place of a key becomes a letter', '{{ $k }}: b\n"{{ $k }}-c": d\n', 'x: b\n"x-c": d\n'],
  ['a block scalar keeps its header', 'a: |{{ if .x }}\n  b\n  {{ end }}\nc: |-{{ .y }}\n', 'a: |\n  b\n\nc: |-\n'],
  ['blocks of a value become a letter', 'a: {{ if .x }}"b"{{ else }}[c]{{ end }}\n', 'a: x\n'],
  ['white space that is trimmed is no indentation', '{{ if .x -}} a: b\n{{- end }}\n', 'a: b\n\n'],
  ['an action that starts a line is taken off the one before', 'a: b{{ toYaml .x | nindent 0 }}\n', 'a: b\n'],
  ['an action behind a colon without a blank may still be a mapping', 'a:{{ toYaml .x | nindent 2 }}\n', 'a:\n'],
  ['an action next to a quote leaves nothing', 'a: "b"{{ .x }}\n', 'a: "b"\n'],
  ['comments and assignments leave nothing', 'a: b{{/* c */}}\n{{- $x := 1 }}\nd: {{ $y := 2 }}e\n', 'a: b\n\nd: e\n'],
  ['line breaks of Windows stay', 'a: {{ .x }}\r\n{{- if .y }}\r\nb: c\r\n', 'a: \r\n\nb: c\r\n'],
  ['what is not closed is text', 'a: {{ .x\n', 'a: {{ .x\n'],
])('%s', (_name, text, expected) => {
  expect(masked(text)).toBe(expected);
});

test('masks Jinja', () => {
  const text = '{% if a %}\nb: {{ c }}\n{% endif %}\n{# d #}\ne: "{{ f }}"\n';
  expect(masked(text, 'jinja')).toBe('\nb: \n\n\ne: "x"\n');
});

test('masks Terraform', () => {
  const text = '%{ if a ~}\nb: ${c}\n%{ endif ~}\nd: ${e}:9090\n';
  expect(masked(text, 'terraform')).toBe('\nb: \n\nd: x:9090\n');
});

test('knows where each character was written', () => {
  const text = 'a:\n  {{- if .x }}\n  b: {{ .y }}-c\n  {{- end }}\n  d: e\n';
  const source = maskedText(new SourceFile('a.yaml', text), templateOf(text, 'go'));
  const written = (part: string): string => {
    const start = source.text.indexOf(part);
    const span = source.span(start, start + part.length);
    return text.slice(span.start, span.end);
  };
  expect(written('x-c')).toBe('{{ .y }}-c');
  expect(written('d: e')).toBe('d: e');
});

test('says at which column the output of whole lines begins', () => {
  const text = 'a:\n  {{ .x }}\n{{ toYaml .y | indent 4 }}\n  {{- toYaml .z | nindent 6 }}\nb: {{ .v }}\n';
  const { detached } = maskedText(new SourceFile('a.yaml', text), templateOf(text, 'go'));
  expect(detached.map(({ column }) => column)).toEqual([2, 4, 6, Infinity]);
});
