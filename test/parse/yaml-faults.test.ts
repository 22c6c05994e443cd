import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseDocument, type ErrorCode } from 'yaml';
import { readYaml } from '../../src/parse/yaml.ts';
import { LIMITS } from '../../src/parse/yaml-syntax.ts';
import { SourceFile } from '../../src/text/source.ts';
import { yamlStream } from './generated-yaml.ts';
import { faultIn } from './read-yaml.ts';

// Each text holds a secret, which the reason must not.
const FAULTS: readonly (readonly [code: ErrorCode, yaml: string, fault: string])[] = [
  ['ALIAS_PROPS', 'a: &hunter2 1\nb: !t *hunter2\n', '2:7: an alias has an anchor or a tag of its own'],
  ['BAD_ALIAS', 'hunter2: *\n', '1:10: an anchor or an alias has no name, or one that ends in a colon'],
  ['BAD_DIRECTIVE', '%YAML hunter2\n---\na: 1\n', '1:7: a YAML directive is malformed'],
  ['BAD_DQ_ESCAPE', 'a: "hunter2\\q"\n', '1:12: a double-quoted string has an escape that YAML does not know'],
  ['BAD_INDENT', 'a:\n    b: 1\n  hunter2: 2\n', '3:1: a line is indented wrongly'],
  ['BAD_PROP_ORDER', '{ !hunter2 ? a : b }\n', '1:12: an anchor or a tag stands in the wrong place'],
  ['BAD_SCALAR_START', 'a: @hunter2\n', '1:4: a plain value starts with a character that YAML reserves'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a: b: hunter2\n', '1:4: a nested mapping stands on the line of its key'],
  ['BLOCK_IN_FLOW', 'a: [\n  - hunter2\n]\n', '2:3: a block collection stands inside brackets or braces'],
  ['KEY_OVER_1024_CHARS', `hunter2${'k'.repeat(1100)}: 1\n`, '1:1: a key is longer than 1024 characters'],
  ['MISSING_CHAR', 'a: "hunter2\n', '1:12: a quote, bracket, brace, comma, colon or line break is missing'],
  ['MULTILINE_IMPLICIT_KEY', 'a: 1\nhunter2\nb: 2\n', '2:1: a key runs over several lines, or a colon is missing'],
  ['MULTIPLE_ANCHORS', 'a: &hunter2 &b c\n', '1:13: a value has several anchors'],
  ['MULTIPLE_TAGS', 'a: !hunter2 !b c\n', '1:13: a value has several tags'],
  ['TAB_AS_INDENT', 'a:\n\thunter2: 1\n', '2:1: a line is indented with a tab'],
  ['TAG_RESOLVE_FAILED', 'a: !hunter2!x b\n', '1:4: a tag cannot be resolved'],
  ['UNEXPECTED_TOKEN', 'a: [b]]\nhunter2: 1\n', '1:7: something stands where YAML allows nothing'],
];

test.each(FAULTS)('an error of the kind %s has a reason of our own, at its place', (code, yaml, fault) => {
  expect(parseDocument(yaml, { prettyErrors: false }).errors[0]?.code).toBe(code);
  expect(faultIn(yaml)).toBe(fault);
  expect(faultIn(yaml)).not.toContain('hunter2');
});

test('of several errors the first in the text is told', () => {
  expect(faultIn('a: "\\q"\nb: [\n')).toMatch(/^1:5: a double-quoted/);
  expect(faultIn('a: @\n]\n')).toMatch(/^1:4: a plain value/);
  expect(faultIn(']\na: @\n')).toMatch(/^1:1: something/);
});

test('an error at the end of a text without a last line break lies within it', () => {
  expect(faultIn('a: "b')).toBe('1:5: a quote, bracket, brace, comma, colon or line break is missing');
});

test.each([': 😀:', 'a: "😀'])('an error in or before a character of two units takes it whole: %s', text => {
  const source = new SourceFile('a.yml', text);
  const reading = readYaml(source, { start: 0, end: text.length, index: 0 });
  const at = 'fault' in reading ? reading.fault.at : source.span(0, 0);
  expect(at.end).toBeGreaterThan(at.start);
  expect(text.slice(at.start, at.end)).not.toMatch(/\p{Cs}/u);
});

test('text with errors in any place is told with one of these reasons, which quotes none of it', () => {
  const reasons = new Set(FAULTS.map(([, , fault]) => fault.replace(/^\d+:\d+: /, '')));
  const secret = 'hunter2';
  let count = 0;
  fc.assert(
    fc.property(
      yamlStream,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', '"', ']', '\t', '\n- ', ': '),
      (text, at, to, put) => {
        const broken = text.replaceAll('bc', secret);
        const start = at % (broken.length + 1);
        const fault = faultIn(broken.slice(0, start) + put + broken.slice(start + (to % 5)));
        if (fault === 'none') return;
        count += 1;
        expect(reasons).toContain(fault.replace(/^\d+:\d+: /, ''));
      },
    ),
    { seed: 20_240_229, numRuns: 3000 },
  );
  expect(count).toBeGreaterThan(500);
});

describe('a document that is over a limit is told so', () => {
  test('when it is larger than 8 MiB', () => {
    expect(faultIn(long(LIMITS.documentUnits))).toBe('none');
    expect(faultIn(long(LIMITS.documentUnits + 1))).toBe('1:1: the document is larger than 8 MiB');
  });

  test('when a line of flow YAML is longer than 1 MiB, at that line', () => {
    expect(faultIn(flow(LIMITS.flowLineUnits))).toBe('none');
    expect(faultIn(flow(LIMITS.flowLineUnits + 1))).toBe('2:1: it has a line of flow YAML or JSON longer than 1 MiB');
    expect(faultIn(`b: |\n  ${'x'.repeat(LIMITS.flowLineUnits)}\n`)).toBe('none');
  });

  test('when it nests more than 100 levels deep, at the first level that does', () => {
    expect(faultIn(deep(99))).toBe('none');
    expect(faultIn(deep(100))).toBe('1:103: it is nested more than 100 levels deep');
    expect(faultIn(`a: []\n${deep(2000)}${deep(100)}`)).toBe('2:103: it is nested more than 100 levels deep');
    expect(faultIn(`${'- '.repeat(100)}x`)).toBe('none');
    expect(faultIn(`${'- '.repeat(50_000)}x`)).toBe('1:201: it is nested more than 100 levels deep');
    expect(faultIn('[{a: '.repeat(50_000))).toBe('1:251: it is nested more than 100 levels deep');
  });

  test('when it has more than a million tokens, at the first too many', () => {
    expect(faultIn('-\n'.repeat(LIMITS.tokens / 2))).toBe('500000:2: the document has more than 1,000,000 tokens');
    expect(faultIn('-\n'.repeat(LIMITS.tokens / 2 - 1))).toBe('none');
    const mixed = `\ufeff# a\nb: |\n  c\nd:\n${'  - "e": [f] # g\n    h: i\n'.repeat(60_000)}`;
    expect(faultIn(mixed)).toBe('95241:10: the document has more than 1,000,000 tokens');
    expect(faultIn(mixed.slice(0, 1_000_000))).toBe('none');
  });

  test('when its aliases stand for more than a million values, at the first too many', () => {
    expect(faultIn(aliased(1000))).toBe('none');
    expect(faultIn(aliased(1001))).toBe(`2:${4 + 4 * 1000}: its aliases stand for more than 1,000,000 values`);
  });

  test('when its aliases stand for aliases that stand for aliases', () => {
    const lines = Array.from({ length: 40 }, (_, level) => `k${level + 1}: &k${level + 1} [*k${level}, *k${level}]\n`);
    expect(faultIn(`k0: &k0 hunter2\n${lines.join('')}`)).toMatch(/^19:\d+: its aliases stand for more than/);
  });
});

function long(units: number): string {
  return `a: |\n  ${'x'.repeat(units - 8)}\n`;
}

function flow(units: number): string {
  return `b:\n  - ["${'x'.repeat(units - 8)}"]\n`;
}

function deep(brackets: number): string {
  return `a: ${'['.repeat(brackets)}${']'.repeat(brackets)}\n`;
}

/** An alias that stands for a list of 999 texts, so many times. */
function aliased(times: number): string {
  return `- &a [${'b, '.repeat(998)}b]\n- [${'*a, '.repeat(times)}]\n`;
}
