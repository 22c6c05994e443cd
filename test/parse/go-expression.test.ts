import { expect, test } from '@jest/globals';
import { goExpression, type GoExpression } from '../../src/parse/template/go-expression.ts';
import { wholeAction } from '../../src/parse/template/whole-action.ts';

/** An expression as calls in prefix form. */
function told(expression: GoExpression | undefined): string {
  if (expression === undefined) return 'none';
  if (expression.kind === 'literal') return expression.type === 'string' ? `'${expression.text}'` : expression.text;
  if (expression.kind === 'path') return [expression.from, ...expression.keys].join('/');
  return `${expression.name}(${expression.operands.map(told).join(' ')})`;
}

test.each([
  ['.', '.'],
  ['.Values.a.b', './Values/a/b'],
  ['$.Values.a', '$/Values/a'],
  ['$x.b', '$x/b'],
  ['"a b"', "'a b'"],
  ['`a"b`', "'a\"b'"],
  ['default true .a', 'default(true ./a)'],
  ['.a | default "x" | quote', "quote(default('x' ./a))"],
  ['toYaml (.a | default .b) | nindent 8', 'nindent(8 toYaml(default(./b ./a)))'],
  ['(index .Values "a-b").c', "(index(./Values 'a-b'))"],
  ['(.a).b', './a/b'],
  ['and (not .a) (eq .b "c")', "and(not(./a) eq(./b 'c'))"],
  ['include "x" (list . false true $.c)', "include('x' list(. false true $/c))"],
  ['eq .a nil', 'eq(./a nil)'],
  ['-1', '-1'],
  ['"a\\n"', '()'],
  ['', 'none'],
  ['.a.Has .b', '(./b)'],
  ['(.a', 'none'],
  ['.a | .b', 'none'],
  ['"open', 'none'],
  ['#', 'none'],
])('%s is read', (code, expected) => {
  expect(told(goExpression(code))).toBe(expected);
});

test('what is nested too deeply or too long is none', () => {
  expect(goExpression(`${'('.repeat(100_000)}.a`)).toBeUndefined();
  expect(goExpression(`${'('.repeat(100)}.a${')'.repeat(100)}`)).toBeUndefined();
  expect(goExpression('.a '.repeat(100_000))).toBeUndefined();
});

test('a literal knows where it stands, without its quotes', () => {
  const expression = goExpression('.a | default "xyz"');
  const [literal] = expression?.kind === 'call' ? expression.operands : [];
  expect(literal).toMatchObject({ text: 'xyz', start: 14, end: 17 });
});

test.each([
  ['{{ .a }}', '.a', 3, false],
  ['{{- .a -}}\n', '.a', 4, false],
  ['{{.a}}', '.a', 2, false],
  ['"{{ .a }}"', '.a', 4, true],
  ["'{{ .a }}'", '.a', 4, true],
  ['{{ "}}" }}', '"}}"', 3, false],
  ['{{-1}}', '-1', 2, false],
])('%s is an action and nothing else', (text, code, start, isQuoted) => {
  expect(wholeAction(text)).toEqual({ code, start, isQuoted });
});

test.each(['{{ .a }}:{{ .b }}', 'x{{ .a }}', '{{ .a }}x', '{{', '{{}', '{{ "a" }}b{{ "c" }}', ''])(
  '%s is more or less than an action',
  text => {
    expect(wholeAction(text)).toBeUndefined();
  },
);
