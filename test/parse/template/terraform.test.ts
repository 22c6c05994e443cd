import { expect, test } from '@jest/globals';
import { actionsIn, branchesIn, codesIn } from './template-sketch.ts';

const ACTIONS: readonly (readonly [name: string, text: string, actions: readonly string[]])[] = [
  ['interpolations', '${a} ${b.c}', ['output ${a}', 'output ${b.c}']],
  ['braces in one', '${ {a = {b = 1}}["a"] }}', ['output ${ {a = {b = 1}}["a"] }']],
  ['a string with a brace', '${join("}", a)}', ['output ${join("}", a)}']],
  [
    'a string with an interpolation',
    '${join(",", [for a in b : "${a.c}-{}"])}',
    ['output ${join(",", [for a in b : "${a.c}-{}"])}'],
  ],
  ['a string with escapes', '${f("\\"}")}', ['output ${f("\\"}")}']],
  ['an expression over lines', '${jsonencode([\n  a,\n])}', ['output ${jsonencode([\n  a,\n])}']],
  ['what stands side by side', '${a}${b}', ['output ${a}', 'output ${b}']],
  ['a word of a shell', '${A:-b} ${A%x}', ['output ${A:-b}', 'output ${A%x}']],
];

test.each(ACTIONS)('Terraform: %s', (_name, text, actions) => {
  expect(actionsIn(text, 'terraform')).toEqual(actions);
});

test.each([
  ['an escape', '$${a} %%{ if b } ${c}', ['output ${c}']],
  ['an escape in a string', '${f("$${a}")}', ['output ${f("$${a}")}']],
  ['an interpolation that is not closed', '${a ${b}', ['output ${b}']],
  ['a string that is not closed on its line', '${"a}\n${b}', ['output ${b}']],
  ['an interpolation in one that is not closed', '${"${a}', ['output ${a}']],
  ['what begins no statement', '%{http_code} %{ifs}', []],
  ['a variable without braces', '$a $1', []],
])('Terraform: %s is text', (_name, text, actions) => {
  expect(actionsIn(text, 'terraform')).toEqual(actions);
});

test('Terraform: code is what stands between the delimiters, without markers and blanks', () => {
  expect(codesIn('%{~ if a ~}${~ b ~}%{ endif }', 'terraform')).toEqual(['if a', 'b', 'endif']);
});

const BRANCHES: readonly (readonly [text: string, branches: readonly string[]])[] = [
  ['%{ if a == "}" }b%{ else }c%{ endif }', ['if a == "}": b', 'else: c']],
  ['%{ for a, b in c ~}d%{ endfor ~}', ['range a, b in c: d']],
  ['%{ for a in b }%{ if a }c%{ endif }%{ endfor }', ['range a in b: %{ if a }c%{ endif }', 'range a in b > if a: c']],
  ['%{ endif }a%{ else }', []],
];

test.each(BRANCHES)('Terraform: the branches of %s', (text, branches) => {
  expect(branchesIn(text, 'terraform')).toEqual(branches);
});
