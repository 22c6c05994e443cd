import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { frameOf } from '../../src/report/frame.ts';
import { Secrets } from '../../src/report/secrets.ts';
import { columnsOf } from '../../src/report/visible.ts';
import type { Span } from '../../src/text/source.ts';
import { SourceFile } from '../../src/text/source.ts';
import { placeOf } from './sample.ts';

/** The frame as a terminal shows it: the text, and the carets under it. */
function drawn(at: Span, secrets: readonly Span[] = []): readonly string[] {
  const { text, caretStart, caretLength } = frameOf(at, new Secrets(secrets));
  return [text, ' '.repeat(caretStart) + '^'.repeat(caretLength)];
}

const E = String.fromCharCode(0x1b);

const cases = [
  { name: 'marks the span', text: 'a: true', mark: 'true', want: ['a: true', '   ^^^^'] },
  { name: 'keeps indentation', text: 'x:\n    a: on\nb: 1', mark: 'on', want: ['    a: on', '       ^^'] },
  {
    name: 'expands each tab to four columns',
    text: 'x:\n\ta:\ton',
    mark: 'on',
    want: ['    a:    on', '          ^^'],
  },
  { name: 'marks a tab whole', text: 'a:\ton', mark: '\ton', want: ['a:    on', '  ^^^^^^'] },
  { name: 'leaves out a CRLF', text: 'a: on\r\nb: 1\r\n', mark: 'on', want: ['a: on', '   ^^'] },
  { name: 'leaves out blanks at the end', text: 'a: on  \n', mark: 'on', want: ['a: on', '   ^^'] },
  { name: 'shows a lone carriage return', text: 'a\rb: on', mark: 'on', want: ['a\\u{d}b: on', '         ^^'] },
  {
    name: 'counts two columns for wide characters',
    text: '東京🔥: on',
    mark: 'on',
    want: ['東京🔥: on', '        ^^'],
  },
  { name: 'counts none for combining marks', text: 'e\u0301: on', mark: 'on', want: ['e\u0301: on', '   ^^'] },
  {
    name: 'shows bidirectional controls',
    text: '\u202eab: on',
    mark: 'on',
    want: ['\\u{202e}ab: on', '            ^^'],
  },
  { name: 'shows escape sequences', text: `${E}[31m: on`, mark: 'on', want: ['\\u{1b}[31m: on', '            ^^'] },
  { name: 'shows C1 controls', text: '\u009b: on', mark: 'on', want: ['\\u{9b}: on', '        ^^'] },
  { name: 'shows lone surrogates', text: '\ud83d: on', mark: 'on', want: ['\\u{d83d}: on', '          ^^'] },
  { name: 'shows invisible letters', text: 'a\u3164: on', mark: 'on', want: ['a\\u{3164}: on', '           ^^'] },
  { name: 'marks an escape whole', text: 'a\u200bb', mark: '\u200b', want: ['a\\u{200b}b', ' ^^^^^^^^'] },
  {
    name: 'marks several lines to the end of the first',
    text: 'a: {\n b: 1 }\n',
    mark: '{\n b: 1 }',
    want: ['a: {', '   ^'],
  },
] as const;

test.each(cases)('a frame $name', ({ text, mark, want }) => {
  expect(drawn(placeOf(new SourceFile('a.yml', text), mark))).toEqual(want);
});

const secretCases = [
  {
    name: 'before the mark',
    text: 'p: hunter2, a: on',
    mark: 'on',
    secrets: ['hunter2'],
    want: ['p: ***, a: on', '           ^^'],
  },
  {
    name: 'shorter than the mask',
    text: 'p: x, a: on',
    mark: 'on',
    secrets: ['x'],
    want: ['p: ***, a: on', '           ^^'],
  },
  { name: 'that is the mark', text: 'p: hunter2', mark: 'hunter2', secrets: ['hunter2'], want: ['p: ***', '   ^^^'] },
  {
    name: 'within the mark',
    text: 'p: "hunter2"',
    mark: '"hunter2"',
    secrets: ['hunter2'],
    want: ['p: "***"', '   ^^^^^'],
  },
  {
    name: 'around the mark',
    text: 'p: a:hunter2',
    mark: 'hunter2',
    secrets: ['a:hunter2'],
    want: ['p: ***', '   ^^^'],
  },
  {
    name: 'that overlaps another',
    text: 'p: abcdef!',
    mark: '!',
    secrets: ['abcd', 'cdef'],
    want: ['p: ***!', '      ^'],
  },
  {
    name: 'that lies in another',
    text: 'p: abcdef!',
    mark: '!',
    secrets: ['abcdef', 'cd'],
    want: ['p: ***!', '      ^'],
  },
  {
    name: 'that began lines before',
    text: 'p: a\n b\n c # d',
    mark: '# d',
    secrets: ['a\n b\n c'],
    want: [' *** # d'.slice(1), '    ^^^'],
  },
  { name: 'that goes on', text: 'p: a\n b\n', mark: 'p', secrets: ['a\n b\n'], want: ['p: ***', '^'] },
] as const;

test.each(secretCases)('a frame masks a secret $name', ({ text, mark, secrets, want }) => {
  const file = new SourceFile('a.yml', text);
  const spans = secrets.map(secret => placeOf(file, secret));
  expect(drawn(placeOf(file, mark), spans)).toEqual(want);
});

test('a frame masks what another reading of the same file found', () => {
  const text = 'p: hunter2';
  const found = placeOf(new SourceFile('a.yml', text), 'hunter2');
  expect(drawn(placeOf(new SourceFile('a.yml', text), 'p'), [found])).toEqual(['p: ***', '^']);
});

test('an empty span is marked by one caret, at the end of a file too', () => {
  const file = new SourceFile('a.yml', 'a: {');
  expect(drawn(file.span(2, 2))).toEqual(['a: {', '  ^']);
  expect(drawn(file.span(4, 4))).toEqual(['a: {', '    ^']);
  expect(drawn(new SourceFile('a.yml', 'a\n').span(2, 2))).toEqual(['', '^']);
  expect(drawn(new SourceFile('a.yml', 'a\r\nb').span(2, 3))).toEqual(['a', ' ^']);
});

test.each([
  { name: 'in the middle', head: 500, tail: 500, want: { length: 122, caret: 61 } },
  { name: 'at the start', head: 0, tail: 500, want: { length: 121, caret: 0 } },
  { name: 'at the end', head: 500, tail: 0, want: { length: 121, caret: 116 } },
  { name: 'of a line that just fits', head: 100, tail: 15, want: { length: 120, caret: 100 } },
])('a wide line is cut around a mark $name', ({ head, tail, want }) => {
  const file = new SourceFile('a.yml', `${'h'.repeat(head)}<-^->${'t'.repeat(tail)}`);
  const { text, caretStart, caretLength } = frameOf(placeOf(file, '<-^->'), new Secrets([]));
  expect({ length: text.length, caret: caretStart, length5: caretLength }).toEqual({ ...want, length5: 5 });
  expect(text.slice(caretStart, caretStart + caretLength)).toBe('<-^->');
});

test('a mark wider than a frame ends with it', () => {
  const file = new SourceFile('a.yml', `a: ${'x'.repeat(400)}`);
  const { text, caretStart, caretLength } = frameOf(file.span(3, 403), new Secrets([]));
  expect(text).toBe(`a: ${'x'.repeat(117)}…`);
  expect([caretStart, caretLength]).toEqual([3, 117]);
});

test('a secret longer than a frame is masked before the line is cut', () => {
  const file = new SourceFile('a.yml', `p: "${'S'.repeat(5000)}", a: on`);
  const secret = file.span(4, 5004);
  expect(drawn(secret, [secret])).toEqual(['p: "***…', '    ^^^']);
  expect(drawn(placeOf(file, 'on'), [secret])).toEqual(['…***", a: on', '          ^^']);
});

test('an empty line within a secret has nothing to mask', () => {
  const file = new SourceFile('a.yml', 'key: |\n  S\n\n  S\n');
  expect(drawn(file.span(11, 11), [file.span(7, file.text.length)])).toEqual(['', '^']);
});

test('no frame shows a character of a secret, splits a character, or is wider than 122 columns', () => {
  const piece = fc.constantFrom('a', '\t', '東', '🔥', '\u202e', '\r', '\n', ' '.repeat(30), 'b'.repeat(70));
  const text = fc.array(fc.oneof(piece, fc.constantFrom('S', 'S'.repeat(9), 'S'.repeat(600))), { maxLength: 30 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (pieces, one, other) => {
      const file = new SourceFile('a.yml', pieces.join(''));
      const secrets = [...file.text.matchAll(/S+/g)].map(match =>
        file.span(match.index, match.index + match[0].length),
      );
      const [start = 0, end = 0] = [one, other].map(seed => seed % (file.text.length + 1)).sort((a, b) => a - b);
      const frame = frameOf(file.span(start, end), new Secrets(secrets));
      const columns = [...frame.text].reduce((sum, character) => sum + columnsOf(character), 0);
      expect(frame.text).not.toMatch(/S|[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(columns).toBeLessThanOrEqual(122);
      expect(frame.caretLength).toBeGreaterThan(0);
      expect(frame.caretStart + frame.caretLength).toBeLessThanOrEqual(123);
    }),
    { seed: 20261120, numRuns: 1000 },
  );
});
