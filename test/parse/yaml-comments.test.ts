import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Parser, parseAllDocuments } from 'yaml';
import { yamlCommentsOf } from '../../src/parse/yaml-comments.ts';
import { SourceFile } from '../../src/text/source.ts';
import { yamlStream } from './generated-yaml.ts';
import { scalarsIn } from './mapped-scalar.ts';

function commentsIn(text: string, word = ''): readonly string[] {
  return [...yamlCommentsOf(new SourceFile('a.yaml', text), word)].map(({ value, span }) => {
    expect(text.slice(span.start, span.end)).toBe(value);
    return value;
  });
}

const ROWS: readonly (readonly [name: string, yaml: string, comments: readonly string[]])[] = [
  ['a line of its own, at any indentation', '# a\nb:\n  # c\n  d: e\n    # f\n', ['# a', '# c', '# f']],
  ['the line of a value', 'a: b # c\nd: "e" # f\n', ['# c', '# f']],
  ['the line of a key, a dash, a marker', 'a: # b\n  - # c\n    d\n--- # e\n', ['# b', '# c', '# e']],
  ['the header of a block scalar', 'a: | # b\n  # c\nd: >-  # e\n  f\n', ['# b', '# e']],
  ['flow collections', 'a: [b, # c\n  d] # e\nf: { # g\n}\n', ['# c', '# e', '# g']],
  ['the end of a document', 'a: 1\n... # b\n# c\n---\nd: 2\n', ['# b', '# c']],
  ['lines before a document, with directives', '# a\n%YAML 1.2 # b\n---\nc: 1\n', ['# a', '# b']],
  ['lines that end with CR LF or with spaces', 'a: b # c \r\n# d\t\r\n', ['# c', '# d']],
  ['no string of any style', `a: b#c\nd: 'e # f'\ng: "h # i"\nj: |\n  # k\nl: >\n  # m\n`, []],
  ['no string of several lines', `a: 'b\n  # c'\nd: "e\n  # f"\ng: h\n  i#j\n`, []],
  ['no key', `"# a": 1\na#b: 2\n'# c': 3\n`, []],
  ['no anchor, alias or tag', '&a#b c: 1\nd: !e#f g\n', []],
  [
    'whatever comes behind a string of one control character',
    'a: \u0002\nb: \u001f # c\nd: \u0018 # e\n',
    ['# c', '# e'],
  ],
  ['the documents behind one with an error', 'a: "b\n---\nc: d # e\n', ['# e']],
];

test.each(ROWS)('comments are found on %s', (_name, yaml, comments) => {
  expect(commentsIn(yaml)).toEqual(comments);
});

test('only comments with the word are found', () => {
  expect(commentsIn('# a word\n# b\nc: word # d\n---\n# the word\nd: e\n', 'word')).toEqual(['# a word', '# the word']);
});

test('a document over a limit has no comments, and costs none of another document', () => {
  const long = `a: |\n  ${'x'.repeat(8 * 2 ** 20)}\nb: 1 # word\n`;
  const dense = `${'- 1\n'.repeat(600_000)}- 2 # word\n`;
  expect(commentsIn(`${long}---\n${dense}---\nc: 2 # the word\n`, 'word')).toEqual(['# the word']);
});

test('of YAML without errors all comments are found that the parser keeps, and nothing of a scalar', () => {
  let count = 0;
  fc.assert(
    fc.property(yamlStream, text => {
      const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
      if (!Array.isArray(documents) || documents.some(document => document.errors.length > 0)) return;
      const file = new SourceFile('generated.yaml', text);
      const spans = [...yamlCommentsOf(file, '')].map(({ span }) => span);
      const kept = [...new Parser().parse(text)].flatMap(commentOffsetsIn);
      count += kept.length;
      expect(spans.map(({ start }) => start)).toEqual(expect.arrayContaining(kept));
      for (const { decoded } of scalarsIn(file)) {
        if (decoded === undefined || decoded.text === '') continue;
        const { start, end } = decoded.span(0, decoded.text.length);
        expect(spans.filter(span => span.start < end && start < span.end)).toEqual([]);
      }
    }),
    { seed: 20_240_229, numRuns: 3000 },
  );
  expect(count).toBeGreaterThan(400);
});

function commentOffsetsIn(token: unknown): readonly number[] {
  if (typeof token !== 'object' || token === null) return [];
  if ('type' in token && token.type === 'comment' && 'offset' in token) return [Number(token.offset)];
  return Object.values(token).flatMap(commentOffsetsIn);
}
