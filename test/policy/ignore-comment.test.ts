import { expect, test } from '@jest/globals';
import { ignoreCommentsOf, type CommentSyntax, type IgnoreComment } from '../../src/policy/ignore-comment.ts';
import { SourceFile } from '../../src/text/source.ts';

function commentsIn(text: string, syntax: CommentSyntax = 'yaml'): readonly IgnoreComment[] {
  return ignoreCommentsOf(new SourceFile('a.yml', text), syntax);
}

/** The lines that the comments of a text speak of. */
function linesMeantIn(text: string, syntax: CommentSyntax = 'yaml'): readonly string[] {
  return commentsIn(text, syntax).map(({ line }) => text.slice(line.start, line.end).trim());
}

interface Case {
  readonly comment: string;
  readonly ids: readonly string[];
  readonly reason: string;
  /** The first moment after it; `never` for a day that does not exist. */
  readonly end?: string;
}

const cases: readonly Case[] = [
  { comment: '# promsec-ignore: inline-secret a demo', ids: ['inline-secret'], reason: 'a demo' },
  { comment: '#promsec-ignore inline-secret a demo', ids: ['inline-secret'], reason: 'a demo' },
  { comment: '## promsec-ignore:inline-secret -- a demo', ids: ['inline-secret'], reason: 'a demo' },
  { comment: '# promsec-ignore: inline-secret: a demo.  ', ids: ['inline-secret'], reason: 'a demo.' },
  {
    comment: '# promsec-ignore: inline-secret — größer als (OPS-12)',
    ids: ['inline-secret'],
    reason: 'größer als (OPS-12)',
  },
  {
    comment: '# promsec-ignore: inline-secret,missing-ca-file a demo',
    ids: ['inline-secret', 'missing-ca-file'],
    reason: 'a demo',
  },
  {
    comment: '# promsec-ignore: inline-secret , missing-ca-file a',
    ids: ['inline-secret', 'missing-ca-file'],
    reason: 'a',
  },
  { comment: '# promsec-ignore: inline-secret', ids: ['inline-secret'], reason: '' },
  { comment: '# promsec-ignore: inline-secret -', ids: ['inline-secret'], reason: '' },
  { comment: '# promsec-ignore: inline-secret # …', ids: ['inline-secret'], reason: '' },
  { comment: '# promsec-ignore:', ids: [], reason: '' },
  { comment: '# promsec-ignore: TLS ends at the proxy', ids: [], reason: 'TLS ends at the proxy' },
  {
    comment: '# promsec-ignore: inline-secret a demo until 2027-01-31',
    ids: ['inline-secret'],
    reason: 'a demo',
    end: '2027-02-01T00:00:00.000Z',
  },
  {
    comment: '# promsec-ignore: inline-secret a demo (until 2026-12-31).',
    ids: ['inline-secret'],
    reason: 'a demo',
    end: '2027-01-01T00:00:00.000Z',
  },
  {
    comment: '# promsec-ignore: inline-secret until 2028-02-29: the lab (OPS-12) moves',
    ids: ['inline-secret'],
    reason: 'the lab (OPS-12) moves',
    end: '2028-03-01T00:00:00.000Z',
  },
  {
    comment: '# promsec-ignore: inline-secret the lab, until 2027-01-31, moves',
    ids: ['inline-secret'],
    reason: 'the lab moves',
    end: '2027-02-01T00:00:00.000Z',
  },
  {
    comment: '# promsec-ignore: inline-secret until 2027-01-31',
    ids: ['inline-secret'],
    reason: '',
    end: '2027-02-01T00:00:00.000Z',
  },
  { comment: '# promsec-ignore: inline-secret x until 2027-02-29', ids: ['inline-secret'], reason: 'x', end: 'never' },
  { comment: '# promsec-ignore: inline-secret x until 2027-13-01', ids: ['inline-secret'], reason: 'x', end: 'never' },
  { comment: '# promsec-ignore: inline-secret x until 2027-1-31', ids: ['inline-secret'], reason: 'x', end: 'never' },
  { comment: '# promsec-ignore: inline-secret x Until: 31.01.2027', ids: ['inline-secret'], reason: 'x', end: 'never' },
  { comment: '# promsec-ignore: inline-secret until 2.31 is out', ids: ['inline-secret'], reason: 'until 2.31 is out' },
  {
    comment: '# promsec-ignore: inline-secret until it is replaced',
    ids: ['inline-secret'],
    reason: 'until it is replaced',
  },
];

test.each(cases)('$comment', ({ comment, ids, reason, end }) => {
  const [found, ...others] = commentsIn(`a: 1 ${comment}`);
  expect(found?.ruleIds.map(({ value }) => value)).toEqual(ids);
  expect(found?.ruleIds.map(({ span }) => span.file.text.slice(span.start, span.end))).toEqual(ids);
  expect(found?.reason).toBe(reason);
  const time = found?.end?.getTime();
  expect(time === undefined ? undefined : Number.isNaN(time) ? 'never' : new Date(time).toISOString()).toBe(end);
  expect(others).toEqual([]);
});

const none: readonly (readonly [string, string])[] = [
  ['a single-quoted string', "a: ' # promsec-ignore: inline-secret x'"],
  ['a double-quoted string of two lines', 'a: "x\n  # promsec-ignore: inline-secret x"'],
  ['a literal block', 'a: |\n  b\n  # promsec-ignore: inline-secret x\n'],
  ['a folded block', 'a: >-\n  # promsec-ignore: inline-secret x\n'],
  ['a plain value, where no space stands before the sign', 'a: b# promsec-ignore: inline-secret x'],
  ['a comment that speaks of it later', 'a: 1 # see promsec-ignore: inline-secret x'],
  ['a longer word', 'a: 1 # promsec-ignore-next-line: inline-secret x'],
];

test.each(none)('%s holds no ignore comment', (_, text) => {
  expect(commentsIn(text)).toEqual([]);
});

const lines: readonly (readonly [string, string, readonly string[]])[] = [
  ['behind a value it means its own line', 'a: 1 # promsec-ignore: x y\nb: 2', ['a: 1 # promsec-ignore: x y']],
  ['alone it means the line below', 'a: 1\n  # promsec-ignore: x y\nb: 2\nc: 3', ['b: 2']],
  ['the line below may be the last, without a line feed', '# promsec-ignore: x y\nb: 2', ['b: 2']],
  ['an empty line parts it from what follows', '# promsec-ignore: x y\n\nb: 2', ['']],
  ['at the end it means itself', 'a: 1\n# promsec-ignore: x y', ['# promsec-ignore: x y']],
  [
    'stacked ones mean the same line, with other comments between them',
    'a: 1\n# promsec-ignore: x y\n# why\n  # promsec-ignore: z y\nb: 2 # promsec-ignore: v y\nc: 3',
    ['b: 2 # promsec-ignore: v y', 'b: 2 # promsec-ignore: v y', 'b: 2 # promsec-ignore: v y'],
  ],
  [
    'the line breaks of Windows change nothing',
    'a: 1\r\n# promsec-ignore: x y\r\n# promsec-ignore: z y\r\nb: 2\r\nc: 3',
    ['b: 2', 'b: 2'],
  ],
  ['behind the key of a block it means that line', 'a: # promsec-ignore: x y\n  b: 2', ['a: # promsec-ignore: x y']],
  ['behind the header of a block scalar too', 'a: | # promsec-ignore: x y\n  b', ['a: | # promsec-ignore: x y']],
  ['within brackets it counts as elsewhere', 'a: [\n  1, # promsec-ignore: x y\n  2 ]', ['1, # promsec-ignore: x y']],
  ['in a second document it counts as in the first', 'a: 1\n---\n# promsec-ignore: x y\nb: 2', ['b: 2']],
];

test.each(lines)('%s', (_, text, want) => {
  expect(linesMeantIn(text)).toEqual(want);
});

test('in a file of PEM blocks each line that begins with the sign is a comment', () => {
  const text =
    '# promsec-ignore: private-key-committed of a test\r\n-----BEGIN PRIVATE KEY-----\r\nAAAA # promsec-ignore: x y\r\n';
  expect(linesMeantIn(text, 'lines')).toEqual(['-----BEGIN PRIVATE KEY-----']);
});

test('a stack of a hundred thousand comments and one of endless spaces are read at once', () => {
  const stack = `${'# promsec-ignore: inline-secret y\n'.repeat(100_000)}b: 2`;
  expect(new Set(linesMeantIn(stack))).toEqual(new Set(['b: 2']));
  const spaces = `a: 1 # promsec-ignore: inline-secret y${' '.repeat(1_000_000)}until ${'('.repeat(1_000_000)}`;
  expect(commentsIn(spaces)).toHaveLength(1);
});

test.each([
  ['go', '{{/* promsec-ignore: inline-secret a demo */}}'],
  ['go', '{{- /* promsec-ignore: inline-secret\n  a\n  demo */ -}}'],
  ['go', '# promsec-ignore: inline-secret a demo'],
  ['jinja', '{# promsec-ignore: inline-secret a demo #}'],
  ['jinja', '{#- promsec-ignore: inline-secret a demo -#}'],
  ['terraform', '# promsec-ignore: inline-secret a demo'],
] as const)('in a template of %s, %s is one and speaks of the line below', (syntax, comment) => {
  const text = `a: b\n  ${comment}\n  # of something else\n  c: d\n`;
  const [found, ...more] = commentsIn(text, syntax);
  expect(more).toEqual([]);
  expect(found?.reason).toBe('a demo');
  expect(found?.ruleIds.map(({ span }) => text.slice(span.start, span.end))).toEqual(['inline-secret']);
  expect(linesMeantIn(text, syntax)).toEqual(['c: d']);
});

test('beside something, a comment of a template speaks of its own line', () => {
  expect(linesMeantIn('{{/* promsec-ignore: a b */}} c: d\ne: f\n', 'go')).toEqual([
    '{{/* promsec-ignore: a b */}} c: d',
  ]);
  expect(linesMeantIn('c: d {# promsec-ignore: a b #}\ne: f\n', 'jinja')).toEqual(['c: d {# promsec-ignore: a b #}']);
});

test('in a template, neither a string in an action nor the text of another language is one', () => {
  expect(commentsIn('a: {{ fail "# promsec-ignore: a b" }}\n', 'go')).toEqual([]);
  expect(commentsIn('a: {{ "{{/* promsec-ignore: a b */}}" }}\n', 'go')).toEqual([]);
  expect(commentsIn('a: "{% raw %}{# promsec-ignore: a b #}{% endraw %}"\n', 'jinja')).toEqual([]);
  expect(commentsIn('a: "{# promsec-ignore: a b #}"\n', 'go')).toEqual([]);
});

test('comments of a template that stand above each other speak of one line', () => {
  const text = '# promsec-ignore: a b\n{{/* promsec-ignore: c d */}}\n# promsec-ignore: e f\ng: {{ .h }}\n';
  expect(linesMeantIn(text, 'go')).toEqual(Array(3).fill('g: {{ .h }}'));
});
