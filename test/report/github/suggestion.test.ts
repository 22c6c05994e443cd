import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Finding } from '../../../src/findings/finding.ts';
import { suggestionsOf } from '../../../src/report/github/suggestion.ts';
import { SourceFile, type Span } from '../../../src/text/source.ts';
import type { TextEdit } from '../../../src/text/text-edit.ts';
import { findingOf, reportOf } from '../sample.ts';

/** A finding of a file with a safe fix: what stands between brackets is replaced by the texts, in order. */
function fixedFinding(marked: string, replacements: readonly string[], rest: Partial<Finding> = {}): Finding {
  const file = new SourceFile('prometheus.yml', marked.replaceAll(/[⟦⟧]/g, ''));
  const edits: TextEdit[] = [];
  let removed = 0;
  for (const match of marked.matchAll(/⟦([^⟧]*)⟧/g)) {
    const start = match.index - removed;
    edits.push({ at: file.span(start, start + (match[1] ?? '').length), text: replacements[edits.length] ?? '' });
    removed += 2;
  }
  const at = edits[0]?.at ?? file.span(0, 0);
  return { ...findingOf({ at }), fix: { title: 'verify it', edits, isSafe: true }, ...rest };
}

function suggestedFor(finding: Finding, secrets: readonly Span[] = []): readonly object[] {
  return suggestionsOf(reportOf([finding], { secrets })).map(({ line, before, after }) => ({ line, before, after }));
}

const placed: readonly (readonly [string, string, readonly string[], object])[] = [
  ['a value', 'a:\n  skip: ⟦true⟧\nb: 1\n', ['false'], { line: 2, before: ['  skip: true'], after: '  skip: false\n' }],
  [
    'a line that is put below another',
    'a:\n  ca: x⟦⟧\nb: 1\n',
    ['\n  name: y'],
    { line: 2, before: ['  ca: x'], after: '  ca: x\n  name: y\n' },
  ],
  [
    'a line that is put above another',
    'a:\n⟦⟧  ca: x\n',
    ['  name: y\n'],
    { line: 2, before: ['  ca: x'], after: '  name: y\n  ca: x\n' },
  ],
  ['a line that goes away', 'a: 1\n⟦b: 2\n⟧c: 3\n', [''], { line: 2, before: ['b: 2'], after: '' }],
  ['the last line that goes away', 'a: 1\n⟦b: 2⟧', [''], { line: 2, before: ['b: 2'], after: '' }],
  [
    'a line that goes up to the one before',
    'a: 1⟦\n⟧b: 2\nc: 3\n',
    [' '],
    { line: 1, before: ['a: 1', 'b: 2'], after: 'a: 1 b: 2\n' },
  ],
  [
    'two places with a line between them',
    'a: ⟦1⟧\nb: 2\nc: ⟦3⟧\nd: 4\n',
    ['x', 'y'],
    { line: 1, before: ['a: 1', 'b: 2', 'c: 3'], after: 'a: x\nb: 2\nc: y\n' },
  ],
  ['lines with CRLF', 'a:\r\n  b: ⟦1⟧\r\nc: 2\r\n', ['2'], { line: 2, before: ['  b: 1\r'], after: '  b: 2\r\n' }],
  ['a last line without its break', 'a: 1\nb: ⟦2⟧', ['3'], { line: 2, before: ['b: 2'], after: 'b: 3' }],
  ['a file of one line', '⟦x⟧', ['y'], { line: 1, before: ['x'], after: 'y' }],
];

test.each(placed)('the suggestion for %s replaces whole lines', (_, marked, replacements, expected) => {
  expect(suggestedFor(fixedFinding(marked, replacements))).toEqual([expected]);
});

const MARKED = 'skip: ⟦true⟧\npassword: hunter2\n';
const SAFE = fixedFinding(MARKED, ['false']);
const file = SAFE.at.file;
const other = new SourceFile('other.yml', 'x');
const fixOf = (edits: readonly TextEdit[], isSafe = true): Partial<Finding> => ({
  fix: { title: 'verify it', edits, isSafe },
});

const left: readonly (readonly [string, Finding, readonly Span[]])[] = [
  ['a finding without a fix', findingOf({ at: SAFE.at }), []],
  ['a fix that is not safe', { ...SAFE, ...fixOf(SAFE.fix?.edits ?? [], false) }, []],
  ['a fix without edits', { ...SAFE, ...fixOf([]) }, []],
  ['a fix in two files', { ...SAFE, ...fixOf([...(SAFE.fix?.edits ?? []), { at: other.span(0, 1), text: 'y' }]) }, []],
  ['a fix that is not exact', { ...SAFE, ...fixOf([{ at: { ...SAFE.at, exact: false }, text: 'false' }]) }, []],
  ['a finding that stood there before', { ...SAFE, state: 'existing' }, []],
  ['a fix that changes nothing', fixedFinding(MARKED, ['true']), []],
  ['a line with a secret', SAFE, [file.span(0, 4)]],
  ['a line with a character that nobody sees', fixedFinding('a: ⟦1⟧ # \u202e\n', ['2']), []],
  ['a replacement with a character that nobody sees', fixedFinding('a: ⟦1⟧\n', ['\u200b2']), []],
  ['a lone carriage return', fixedFinding('a: ⟦1⟧\rb: 2\n', ['2']), []],
];

test.each(left)('nothing is suggested for %s', (_, finding, secrets) => {
  expect(suggestedFor(finding, secrets)).toEqual([]);
});

test('a secret on another line is no matter', () => {
  expect(suggestedFor(SAFE, [file.span(24, 31)])).toHaveLength(1);
});

test('equal findings of a file have keys of their own, and equal ones of two files may have the same', () => {
  const text = 'skip: true\nskip: true\n';
  const findings = ['a.yml', 'b.yml'].flatMap(path => {
    const source = new SourceFile(path, text);
    return [6, 17].map(start => {
      const at = source.span(start, start + 4);
      return { ...findingOf({ at }), fingerprint: '0123456789abcdef', ...fixOf([{ at, text: 'false' }]) };
    });
  });
  const keys = suggestionsOf(reportOf(findings)).map(({ path, key }) => `${path} ${key}`);
  expect(keys).toEqual([
    'a.yml 0123456789abcdef-1',
    'a.yml 0123456789abcdef-2',
    'b.yml 0123456789abcdef-1',
    'b.yml 0123456789abcdef-2',
  ]);
});

test('the same change for two findings is suggested once, for the first', () => {
  const second = { ...SAFE, ruleId: 'self-scrape-mismatch', fingerprint: 'f'.repeat(16) };
  expect(suggestionsOf(reportOf([SAFE, second])).map(({ finding }) => finding.ruleId)).toEqual([
    'insecure-skip-verify',
  ]);
});

test('whatever is edited, putting the lines in gives the file as the fix leaves it', () => {
  const lines = fc.array(fc.constantFrom('a: 1', '  b: `x`', '', '```', '- c'), { minLength: 1, maxLength: 6 });
  const property = fc.property(
    lines,
    fc.constantFrom('\n', '\r\n'),
    fc.nat(),
    fc.nat(),
    fc.constantFrom('', 'x', 'x\n', '\n', 'x\ny'),
    (texts, breaks, from, length, text) => {
      const source = new SourceFile('a.yml', texts.join(breaks));
      const start = from % (source.text.length + 1);
      const end = start + (length % (source.text.length - start + 1));
      const at = source.span(start, end);
      const fixed = source.text.slice(0, start) + text + source.text.slice(end);
      const finding = { ...findingOf({ at }), ...fixOf([{ at, text }]) };
      for (const { line, before, after } of suggestionsOf(reportOf([finding]))) {
        const all = source.text.split('\n');
        expect(all.slice(line - 1, line - 1 + before.length)).toEqual([...before]);
        const head = all.slice(0, line - 1).map(one => `${one}\n`);
        const rest = all.slice(line - 1 + before.length).join('\n');
        expect(`${head.join('')}${after}${rest}`).toBe(fixed);
      }
    },
  );
  fc.assert(property, { seed: 8, numRuns: 2000 });
});
