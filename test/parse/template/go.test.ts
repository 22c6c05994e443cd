import { expect, test } from '@jest/globals';
import { actionsIn, branchesIn, codesIn } from './template-sketch.ts';

const ACTIONS: readonly (readonly [name: string, text: string, actions: readonly string[]])[] = [
  ['values', 'a: {{ .Values.a }}-{{.b|quote}}', ['output {{ .Values.a }}', 'output {{.b|quote}}']],
  ['a string with delimiters', 'a: {{ "{{ $labels.x }}" }} b', ['output {{ "{{ $labels.x }}" }}']],
  ['a string with quotes', String.raw`{{ "\"}}" }}}}`, [String.raw`output {{ "\"}}" }}`]],
  ['a raw string with delimiters', '{{`{{`}} $x {{`}}`}}', ['output {{`{{`}}', 'output {{`}}`}}']],
  ['a raw string over lines, with a backslash', '{{ `a\\\n}}` }}', ['output {{ `a\\\n}}` }}']],
  ['a character constant', `{{ '"' }} b {{ '}' }}`, [`output {{ '"' }}`, `output {{ '}' }}`]],
  ['an action over lines', '{{ include\n  "a" . }}', ['output {{ include\n  "a" . }}']],
  ['a comment', '{{/* a }} "b */}}c', ['quiet {{/* a }} "b */}}']],
  ['a comment over lines with trim markers', '{{- /* a\n{{ b }}\n*/ -}}', ['quiet {{- /* a\n{{ b }}\n*/ -}}']],
  ['a comment whose first asterisk ends nothing', '{{/*/}} a */}}b', ['quiet {{/*/}} a */}}']],
  ['trim markers', '{{- .a -}}', ['output {{- .a -}}']],
  ['a negative number, which is no trim marker', '{{-3}}', ['output {{-3}}']],
  [
    'assignments',
    '{{ $a := .b }}{{$a = 1}}{{ $_ := set . }}',
    ['quiet {{ $a := .b }}', 'quiet {{$a = 1}}', 'quiet {{ $_ := set . }}'],
  ],
  ['a variable and a comparison', '{{ $a }}{{ eq $a 1 }}', ['output {{ $a }}', 'output {{ eq $a 1 }}']],
  [
    'what puts nothing in',
    '{{ fail "a" }}{{ break }}{{continue}}',
    ['quiet {{ fail "a" }}', 'quiet {{ break }}', 'quiet {{continue}}'],
  ],
  [
    'what puts another template in',
    '{{ template "a" . }}{{ include "b" . }}',
    ['output {{ template "a" . }}', 'output {{ include "b" . }}'],
  ],
  [
    'functions that start like keywords',
    '{{ endsWith "a" }}{{ ifNot .a }}',
    ['output {{ endsWith "a" }}', 'output {{ ifNot .a }}'],
  ],
];

test.each(ACTIONS)('Go: %s', (_name, text, actions) => {
  expect(actionsIn(text, 'go')).toEqual(actions);
});

const TEXT: readonly (readonly [name: string, text: string, actions: readonly string[]])[] = [
  ['an action that is not closed', 'a {{ b', []],
  ['a string that is not closed on its line', '{{ "a }}\n{{ b }}', ['output {{ b }}']],
  ['a raw string that is not closed', '{{ `a }} {{ b }}', ['output {{ b }}']],
  ['a comment that is not closed', '{{/* a }} {{ b }}', ['output {{ b }}']],
  ['a comment that does not end its action', '{{/* a */ b }} {{ c }}', ['output {{ c }}']],
  ['an action in an action', '{{ a {{ b }} }}', ['output {{ b }}']],
  ['a single brace', '{ a } ${b}', []],
  ['what closes nothing', 'a }} b', []],
];

test.each(TEXT)('Go: %s is text', (_name, text, actions) => {
  expect(actionsIn(text, 'go')).toEqual(actions);
});

test('Go: code is what stands between the delimiters, without trim markers and blanks', () => {
  expect(codesIn('{{-  if .a -}}{{toYaml . | nindent 8 }}{{- /* a */ -}}{{ end }}', 'go')).toEqual([
    'if .a',
    'toYaml . | nindent 8',
    '',
    'end',
  ]);
});

const BRANCHES: readonly (readonly [text: string, branches: readonly string[]])[] = [
  ['{{ if .a }}b{{ else if .c }}d{{ else }}e{{ end }}f', ['if .a: b', 'if .c: d', 'else: e']],
  ['{{ with .a }}b{{ else with .c }}d{{ end }}', ['with .a: b', 'with .c: d']],
  ['{{ range $i, $e := .a }}b{{ else }}c{{ end }}', ['range $i, $e := .a: b', 'else: c']],
  ['{{ if .a }}b{{ with .c }}d{{ end }}{{ end }}', ['if .a: b{{ with .c }}d{{ end }}', 'if .a > with .c: d']],
  ['{{ define "a.b" }}c{{ end }}{{ block "d" . }}e{{ end }}', ['define a.b: c', 'define d: e']],
  ['{{if(eq .a "}}")}}b{{end}}', ['if (eq .a "}}"): b']],
  ['{{ if .a }}b', ['if .a: b']],
  ['{{ end }}a{{ else }}b', []],
  ['{{ define "a" }}b{{ else }}c{{ end }}', ['define a: b{{ else }}c']],
];

test.each(BRANCHES)('Go: the branches of %s', (text, branches) => {
  expect(branchesIn(text, 'go')).toEqual(branches);
});
