import { expect, test } from '@jest/globals';
import { isTemplateName, languageOf, renderedPath } from '../../../src/parse/template/language.ts';
import type { TemplateLanguage } from '../../../src/parse/template/template.ts';

test.each([
  ['prometheus.yml.j2', 'jinja'],
  ['a/web.yml.jinja', 'jinja'],
  ['web.yml.JINJA2', 'jinja'],
  ['prometheus.yml.tftpl', 'terraform'],
  ['values.yaml.gotmpl', 'go'],
  ['_helpers.gotpl', 'go'],
  ['prometheus.yml.tpl', undefined],
  ['prometheus.yml', undefined],
] as const)('the name of %s alone says that it is %s', (path, language) => {
  expect(languageOf(path, 'a: 1\n')).toBe(language);
});

const CONTENTS: readonly (readonly [text: string, language: TemplateLanguage | undefined])[] = [
  ['a: {{ .Values.a }}', 'go'],
  ['{{- if .a }}\nb: ${C}\n{{- end }}', 'go'],
  ['a: {{ $labels.b }}', 'go'],
  ['{% if a %}b{% endif %}', 'jinja'],
  ['{%- for a in b %}{{ a }}{% endfor %}', 'jinja'],
  ['{% if a %}{% raw %}{{ .b }}{% endraw %}{% endif %}', 'jinja'],
  ['a: {{ b }} {# c #}', 'jinja'],
  ['a: ${b}', 'terraform'],
  ['%{ if a ~}\nb: {{ $labels.c }}\n%{ endif ~}', 'terraform'],
  ['a: ${b}\nc: "{{ $value }} of {{ $labels.d }}"', 'terraform'],
  ['a: ${#b} #}', 'terraform'],
  ['a: {#b}', undefined],
  ['a: 1', undefined],
];

test.each(CONTENTS)('of a name that tells nothing, the content %j is %s', (text, language) => {
  expect(languageOf('prometheus.yml.tpl', text)).toBe(language);
  expect(languageOf('prometheus.yml', text)).toBe(language);
});

test('a template is named after what is made of it', () => {
  const paths = ['a/prometheus.yml.j2', 'web.yml.tmpl', '_helpers.tpl', 'web.yml.template', 'a.tpl/web.yml', 'j2'];
  expect(paths.filter(isTemplateName)).toEqual(paths.slice(0, 4));
  expect(paths.map(renderedPath)).toEqual([
    'a/prometheus.yml',
    'web.yml',
    '_helpers',
    'web.yml',
    'a.tpl/web.yml',
    'j2',
  ]);
});
