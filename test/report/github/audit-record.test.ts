import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import type { Finding } from '../../../src/findings/finding.ts';
import { changeSince, recordIn, recordLine } from '../../../src/report/github/audit-record.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { findingOf } from '../sample.ts';

/** Findings by `path rule fingerprint`. */
function findings(...sketches: readonly string[]): readonly Finding[] {
  return sketches.map(sketch => {
    const [path = '', rule = '', fingerprint = ''] = sketch.split(' ');
    return { ...findingOf({ at: new SourceFile(path, 'a').span(0, 1), rule }), fingerprint };
  });
}

/** What is new and what is fixed from one list to another, through a body. */
function changed(before: readonly Finding[], after: readonly Finding[]): readonly (readonly number[] | number)[] {
  const record = recordIn(`a body\n${recordLine(before)}`) ?? [];
  const { brought, fixed } = changeSince(record, after);
  return [after.flatMap((finding, index) => (brought.has(finding) ? index : [])), fixed.length];
}

test.each([
  ['the same', ['a x 1', 'b x 1'], ['b x 1', 'a x 1'], [], 0],
  ['one more', ['a x 1'], ['a x 1', 'a x 2'], [1], 0],
  ['one less', ['a x 1', 'a x 2'], ['a x 2'], [], 1],
  ['one more of the same', ['a x 1'], ['a x 1', 'a x 1', 'a x 1'], [1, 2], 0],
  ['one less of the same', ['a x 1', 'a x 1', 'a x 1'], ['a x 1'], [], 2],
  ['another rule', ['a x 1'], ['a y 1'], [0], 1],
  ['another file', ['a x 1'], ['b x 1'], [0], 1],
  ['nothing and nothing', [], [], [], 0],
])('of %s it is known what is new and what is fixed', (_, before, after, brought, fixed) => {
  expect(changed(findings(...before), findings(...after))).toEqual([brought, fixed]);
});

test('a record holds whatever a path may be called, in one line that shows nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), path => {
      const before = [{ ...findingOf({ at: new SourceFile(path, 'a').span(0, 1) }), fingerprint: '0123456789abcdef' }];
      const line = recordLine(before);
      expect(line).toMatch(/^<!-- promsec record [\w+/=]+ -->\n$/);
      expect(recordIn(line)).toEqual([{ path, ruleId: 'insecure-skip-verify', digits: '89abcdef' }]);
    }),
    { seed: 3 },
  );
});

/** A record of anything. */
function recordOf(value: unknown): string {
  return `<!-- promsec record ${deflateRawSync(JSON.stringify(value)).toString('base64')} -->`;
}

test.each([
  ['none', 'a body'],
  ['one that somebody has cut', '<!-- promsec record c3VycHJpc2U= -->'],
  ['one that is no list', recordOf({ a: 1 })],
  ['one that would be a gigabyte', recordOf('a'.repeat(2 ** 24))],
  ['one in the middle', `${recordOf([['a', 'x', '1']])}\nand more`],
])('%s is no record', (_, body) => {
  expect(recordIn(body)).toBeUndefined();
});

test('of a record that somebody has changed the rows that make sense count', () => {
  expect(recordIn(recordOf([['a', 'x', '1'], 7, ['a', 3], null, ['b'], []]))).toEqual([
    { path: 'a', ruleId: 'x', digits: '1' },
  ]);
});

test('line breaks as an editor on the web leaves them are none the less', () => {
  const line = recordLine(findings('a x 1'));
  expect(recordIn(`a body\r\n${line.replace('\n', '\r\n')}`)).toHaveLength(1);
});
