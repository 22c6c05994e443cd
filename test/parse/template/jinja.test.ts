import { expect, test } from '@jest/globals';
import { actionsIn, branchesIn, codesIn } from './template-sketch.ts';

const ACTIONS: readonly (readonly [name: string, text: string, actions: readonly string[]])[] = [
  ['expressions', "{{ a }} {{ b | default('}}') }}", ['output {{ a }}', "output {{ b | default('}}') }}"]],
  ['brackets in an expression', "{{ {'a': {'b': 1}}['a'] }}", ["output {{ {'a': {'b': 1}}['a'] }}"]],
  ['a mapping right behind the delimiter', "{{{'a': 1}}}", ["output {{{'a': 1}}}"]],
  ['a string with escapes', String.raw`{{ "\"}}" }}`, [String.raw`output {{ "\"}}" }}`]],
  ['a string over lines', '{{ "a\n}}" }}', ['output {{ "a\n}}" }}']],
  ['a comment', "{# a {{ b }} it's #}c", ["quiet {# a {{ b }} it's #}"]],
  ['assignments', '{% set a = b %}{% set a, b = 1, 2 %}', ['quiet {% set a = b %}', 'quiet {% set a, b = 1, 2 %}']],
  ['an assignment with a filter', '{% set a = b | c %}', ['quiet {% set a = b | c %}']],
  ['other statements', '{% import "a" as b %}{% do c() %}', ['quiet {% import "a" as b %}', 'quiet {% do c() %}']],
  ['a statement that puts text in', '{% include "a" %}', ['output {% include "a" %}']],
  ['raw text', '{% raw %}{{ $labels.a }}{% endraw %}', ['quiet {% raw %}', 'quiet {% endraw %}']],
  ['raw text with trim markers', '{%- raw -%} {# {%- endraw +%}', ['quiet {%- raw -%}', 'quiet {%- endraw +%}']],
  ['raw text that does not end', '{% raw %}{{ a }}', ['quiet {% raw %}']],
];

test.each(ACTIONS)('Jinja: %s', (_name, text, actions) => {
  expect(actionsIn(text, 'jinja')).toEqual(actions);
});

test.each([
  ['an expression that is not closed', '{{ a', []],
  ['a string that is not closed', "{{ it's }}", []],
  ['a comment that is not closed', '{# a {{ b }}', ['output {{ b }}']],
  ['an expression in an expression', '{{ a {{ b }}', ['output {{ b }}']],
  ['the delimiters of a shell', '${a} ${#b}', []],
])('Jinja: %s is text', (_name, text, actions) => {
  expect(actionsIn(text, 'jinja')).toEqual(actions);
});

test('Jinja: code is what stands between the delimiters, without markers and blanks', () => {
  expect(codesIn('{%- if a -%}{{- b -}}{%+ endif +%}{# c #}', 'jinja')).toEqual(['if a', 'b', 'endif', '']);
});

test('Jinja: a first line for Ansible changes the delimiters', () => {
  const header = "#jinja2: trim_blocks: True, variable_start_string: '[[', variable_end_string: ']]'";
  expect(actionsIn(`${header}\na: {{ $labels.b }} [[ c ]] {% if d %}`, 'jinja')).toEqual([
    'output [[ c ]]',
    'branch {% if d %}',
  ]);
  expect(actionsIn('#jinja2: trim_blocks: True\n{{ a }}', 'jinja')).toEqual(['output {{ a }}']);
  expect(actionsIn('#jinja2: {{ a }}', 'jinja')).toEqual([]);
});

const BRANCHES: readonly (readonly [text: string, branches: readonly string[]])[] = [
  ['{% if a %}b{% elif c %}d{% else %}e{% endif %}', ['if a: b', 'if c: d', 'else: e']],
  ['{% for a in b %}c{% else %}d{% endfor %}', ['range a in b: c', 'else: d']],
  ['{% macro a(b) %}c{% endmacro %}{% block d %}e{% endblock %}', ['define a: c', 'define d: e']],
  ['{% set a %}b{% endset %}c{% set d | upper %}e{% endset %}', ['define a: b', 'define d: e']],
  ['{% filter indent(2) %}a{% endfilter %}', []],
  ['{% for a in b %}{% if a %}c{% endfor %}d', ['range a in b: {% if a %}c', 'range a in b > if a: c']],
  ['{% if a %}b{% endfor %}c{% endif %}', ['if a: b{% endfor %}c']],
  ['{% endif %}{% if a %}b', ['if a: b']],
  ['{% switch_if a %}b{% endswitch_if %}', []],
];

test.each(BRANCHES)('Jinja: the branches of %s', (text, branches) => {
  expect(branchesIn(text, 'jinja')).toEqual(branches);
});
