import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { jsonReporter } from '../../src/report/json.ts';
import { readReport } from '../../src/report/json-reading.ts';
import { merged } from '../../src/report/merged.ts';
import { rebuiltReport } from '../../src/report/rebuilt-report.ts';
import { changeSample } from './change-sample.ts';
import { hostile } from './hostile-pieces.ts';
import { everyOutput } from './merged.ts';

const rules = changeSample.rules;
const wanted = { version: '1.2.3', ruleIds: new Set(rules.map(({ id }) => id)) };
const printed = jsonReporter('1.2.3')({ ...changeSample, repository: 'o/r', shard: { index: 1, count: 2 } });

/** The mistake in a report with another value at a JSON pointer; `undefined` takes out what is there. */
function mistakeWith(pointer: string, value: unknown): string | undefined {
  const json: unknown = JSON.parse(printed);
  setAt(json, pointer.slice(1).split('/'), value);
  const reading = readReport(JSON.stringify(json), wanted);
  return 'mistake' in reading ? reading.mistake : undefined;
}

function setAt(json: unknown, keys: readonly string[], value: unknown): void {
  const [key = '', ...rest] = keys;
  if (typeof json !== 'object' || json === null) throw new Error(`there is nothing at ${key}`);
  if (rest.length > 0) setAt(Reflect.get(json, key), rest, value);
  else if (value === undefined) Reflect.deleteProperty(json, key);
  else Reflect.set(json, key, value);
}

test('what is no JSON is no report', () => {
  for (const none of ['', '{', '\u0000', 'null,', printed.slice(0, -5)]) {
    expect(readReport(none, wanted)).toEqual({ mistake: 'this is no JSON; write it with --format json' });
  }
});

test('a report of another version is read by that one alone', () => {
  expect(readReport(printed, { ...wanted, version: '2.0.0' })).toEqual({
    mistake: 'it was made by promsec 1.2.3, and this is 2.0.0; use one version for all',
  });
});

const EXCERPT = '/excerpts/2';
const LINE = '/excerpts/2/shown/0';
const rows: readonly (readonly [pointer: string, value: unknown, want: string])[] = [
  ['/version', 2, 'at /version must be equal to constant'],
  ['/now', 'today', 'at /now must match format "date-time"'],
  ['/now', '2026-02-31T12:00:00.000Z', 'at /now must match format "date-time"'],
  ['/now', '2026-13-31T12:00:00.000Z', 'at /now must match format "date-time"'],
  ['/repository', 'o/../../etc', 'at /repository must match pattern'],
  ['/repository', 'o/..', 'at /repository must match pattern'],
  ['/repository', '/etc', 'at /repository must match pattern'],
  ['/shard', { index: 0, count: 2 }, 'at /shard/index must be >= 1'],
  ['/shard', { index: 3, count: 2 }, 'at /shard index is above count'],
  ['/shard', { index: 1, count: 1e9 }, 'at /shard count is above 10000'],
  ['/rules', ['no-such-rule'], 'at /rules there is no rule no-such-rule'],
  ['/rules', [], 'at /findings/0/rule must be one of the rules that ran'],
  ['/findings/0/severity', 'fatal', 'at /findings/0/severity must be equal to one of the allowed values'],
  ['/findings/0/line', 0, 'at /findings/0/line must be >= 1'],
  ['/findings/0/line', 1.5, 'at /findings/0/line must be integer'],
  ['/findings/0/line', 1e300, 'at /findings/0/line must be <= 2147483647'],
  ['/findings/0/line', '4', 'at /findings/0/line must be integer'],
  ['/findings/0/line', 1, 'at /findings/0 its place is in no excerpt'],
  ['/findings/0/endColumn', 4000, 'at /findings/0 its place is in no excerpt'],
  ['/findings/0/endColumn', 1, 'at /findings/0 it ends before it begins'],
  ['/findings/0/file', '/etc/passwd', 'at /findings/0 its place is in no excerpt'],
  ['/findings/0/related', undefined, "at /findings/0 must have required property 'related'"],
  ['/certificates/0/usedBy', [{ field: 'ca_file' }], "at /certificates/0/usedBy/0 must have required property 'file'"],
  [
    '/certificates/0/notAfter',
    '+999999-01-01T00:00:00.000Z',
    'at /certificates/0/notAfter must match format "date-time"',
  ],
  ['/comparison/shifts/0/lines/0/offset', 0.5, 'at /comparison/shifts/0/lines/0/offset must be integer'],
  ['/excerpts', [], 'at /findings/0 its place is in no excerpt'],
  [`${EXCERPT}/lines`, 1e6, ''],
  [`${EXCERPT}/lines`, 1e9, `at ${EXCERPT} the files up to here are too large`],
  [`${LINE}/length`, 2e9, `at ${EXCERPT} the files up to here are too large`],
  [`${LINE}/line`, 1e6, `at ${LINE} this line is out of order`],
  [`${LINE}/length`, 1, `at ${LINE} a part does not lie within the line`],
  [`${LINE}/parts/0/text`, 'a\nb', `at ${LINE}/parts/0/text must match pattern`],
  [`${LINE}/masked`, [{ column: 3, endColumn: 2 }], `at ${LINE} a part does not lie within the line`],
  [`${LINE}/masked`, [{ column: 1, endColumn: 4000 }], `at ${LINE} a part does not lie within the line`],
  [`${LINE}/hash`, '"><script>', `at ${LINE}/hash must match pattern`],
  ['/excerpts/2/file', 'certs/bundle.pem', 'at /excerpts/2 this file has an excerpt already'],
];

test.each(rows)('%s as %j is a mistake, and is said with its place', (pointer, value, want) => {
  expect(mistakeWith(pointer, value) ?? '').toMatch(
    want === '' ? /^$/ : new RegExp(`^this is no report of promsec: ${want.replaceAll('/', '\\/')}`),
  );
});

/** A path to some value of the report, by numbers that choose a key at each step. */
const path = fc.array(fc.nat(), { minLength: 1, maxLength: 7 });
/** What becomes of a value: another one, or one of its kind. */
const change = fc.oneof(
  fc
    .oneof(
      fc.constantFrom(undefined, -1, 1e9, true, null, '__proto__', [], {}, { file: 'x' }),
      fc.jsonValue({ maxDepth: 2 }),
    )
    .map(other => () => other),
  fc.tuple(hostile, fc.integer({ min: -3, max: 3 })).map(
    ([text, step]) =>
      (old: unknown) =>
        likeIt(old, text, step),
  ),
);

function likeIt(old: unknown, text: string, step: number): unknown {
  if (typeof old === 'number') return old + step;
  if (typeof old === 'string') return text;
  if (typeof old === 'boolean') return !old;
  if (Array.isArray(old)) return step < 0 ? old.toReversed() : old.slice(step);
  return old;
}

test('whatever stands in a report, it is read and shown in every format, or what is wrong with it is said', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(path, change), { minLength: 1, maxLength: 2 }), changes => {
      const json: unknown = JSON.parse(printed);
      for (const [choices, changed] of changes) changeAt(json, choices, changed);
      const reading = readReport(JSON.stringify(json), wanted);
      if ('mistake' in reading) {
        expect(reading.mistake).toMatch(/^(?:this is no report of promsec: |it was made by promsec )[^\n]+$/);
        return;
      }
      const merging = merged([
        { name: 'a', json: reading.json },
        { name: 'b', json: { ...reading.json, shard: { index: 2, count: 2 } } },
      ]);
      if ('mistakes' in merging) return;
      read += 1;
      expect(Object.keys(everyOutput(rebuiltReport(merging.json, rules)))).toContain('html');
    }),
    { seed: 20261121, numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(100);
});

/** Changes what numbers lead to, each of which chooses a key. */
function changeAt(json: unknown, [choice = 0, ...rest]: readonly number[], changed: (old: unknown) => unknown): void {
  if (typeof json !== 'object' || json === null) return;
  const keys = Object.keys(json);
  const key = keys[choice % Math.max(1, keys.length)];
  if (key === undefined) return;
  const old: unknown = Reflect.get(json, key);
  if (rest.length > 0 && typeof old === 'object' && old !== null) changeAt(old, rest, changed);
  else setAt(json, [key], changed(old));
}
