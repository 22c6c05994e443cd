import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { fingerprintOf } from '../../src/findings/fingerprint.ts';
import type { BaselineEntry } from '../../src/findings/report.ts';
import { baselineText, readBaseline } from '../../src/policy/baseline-file.ts';
import { baselineOf, pruned, withoutBaseline } from '../../src/policy/baseline.ts';
import { rangeOf } from '../../src/report/position.ts';
import { SourceFile } from '../../src/text/source.ts';

interface Sketch {
  readonly path?: string;
  readonly subject?: string;
  readonly severity?: Severity;
  readonly state?: Finding['state'];
  readonly ruleId?: string;
}

function finding({
  path = 'a.yml',
  subject = 'job',
  severity = 'error',
  state = 'new',
  ruleId = 'x',
}: Sketch): Finding {
  const about = { path: subject, kind: 'value' };
  const at = new SourceFile(path, 'true').span(0, 4);
  return {
    at,
    subject: about,
    message: '',
    ruleId,
    severity,
    related: [],
    state,
    fingerprint: fingerprintOf(ruleId, about),
  };
}

function entriesOf(text: string): readonly BaselineEntry[] {
  const reading = readBaseline(new SourceFile('baseline.json', text));
  if ('mistake' in reading) throw new Error(reading.mistake.message);
  return reading.entries;
}

const rows: readonly (readonly [
  what: string,
  now: readonly Sketch[],
  recorded: readonly Sketch[],
  counting: number,
  stale: number,
])[] = [
  ['what is recorded', [{}], [{}], 0, 0],
  ['one more of the same', [{}, {}, {}], [{}, {}], 1, 0],
  ['one less of the same', [{}], [{}, {}, {}], 0, 2],
  ['about something else', [{ subject: 'other' }], [{}], 1, 1],
  ['the same in another file', [{ path: 'b.yml' }], [{}], 1, 1],
  ['by another rule', [{ ruleId: 'y' }], [{}], 1, 1],
  ['better than before', [{ severity: 'warning' }], [{}], 0, 0],
  ['worse than before', [{}], [{ severity: 'warning' }], 1, 1],
  ['a worse one goes for a better one', [{ severity: 'note' }, {}], [{}, { severity: 'warning' }], 0, 0],
  ['what a base has already takes the recorded one', [{}, { state: 'existing' }], [{}], 1, 0],
];

for (const [what, now, recorded, counting, stale] of rows) {
  test(`what counts beside a baseline: ${what}`, () => {
    const outcome = withoutBaseline(now.map(finding), baselineOf(recorded.map(finding)));
    const states = outcome.findings.filter(({ state }) => state === 'new');
    const gone = outcome.stale.reduce((sum, { count }) => sum + count, 0);
    expect({ counting: states.length, stale: gone }).toEqual({ counting, stale });
  });
}

test('our own mistakes are never recorded', () => {
  expect(baselineOf([finding({ ruleId: 'internal-error' })])).toEqual([]);
});

const sketches = fc.array(
  fc.record({
    path: fc.constantFrom('a.yml', 'b/"\u2028.yml', '__proto__', 'ä'),
    subject: fc.constantFrom('a', 'b'),
    severity: fc.constantFrom<Severity>('error', 'warning', 'note'),
    ruleId: fc.constantFrom('x', 'y'),
  }),
  { maxLength: 30 },
);

test('a baseline has the same text in whatever order findings come, is read as it was written, and leaves nothing', () => {
  fc.assert(
    fc.property(sketches, seeds => {
      const findings = seeds.map(finding);
      const text = baselineText(baselineOf(findings));
      expect(baselineText(baselineOf(findings.toReversed()))).toBe(text);
      expect(baselineText(entriesOf(text))).toBe(text);
      const { findings: judged, stale } = withoutBaseline(findings, entriesOf(text));
      expect({ stale, counting: judged.filter(({ state }) => state === 'new') }).toEqual({ stale: [], counting: [] });
    }),
    { seed: 11, numRuns: 200 },
  );
});

test('a baseline without what is stale has what is found, and nothing of it is stale', () => {
  fc.assert(
    fc.property(sketches, sketches, (before, after) => {
      const entries = baselineOf(before.map(finding));
      const now = after.map(finding);
      const { stale, findings } = withoutBaseline(now, entries);
      const rest = pruned(entries, stale);
      expect(withoutBaseline(now, rest)).toEqual({ findings, stale: [] });
      expect(pruned(rest, [])).toEqual(rest);
    }),
    { seed: 11, numRuns: 200 },
  );
});

const ENTRY = '{ "rule": "x", "severity": "error", "fingerprint": "0123456789abcdef", "count": 1 }';

function withEntry(entry: string): string {
  return `{\n  "version": 1,\n  "findings": {\n    "a.yml": [\n      ${entry}\n    ]\n  }\n}\n`;
}

const wrong: readonly (readonly [text: string, mistake: string])[] = [
  ['', '1:1: this is no JSON; mend it, or make it anew with promsec baseline'],
  ['version: 1\n', '1:1: this is no JSON; mend it, or make it anew with promsec baseline'],
  [withEntry(`${ENTRY}\n<<<<<<< HEAD`), '6:1: this is no JSON; mend it, or make it anew with promsec baseline'],
  ['[]', '1:1: the baseline has to be an object'],
  ['{}', '1:1: version is missing'],
  ['{ "version": 1 }', '1:1: findings is missing'],
  ['{ "version": 2, "findings": {} }', '1:14: version has a value that it does not take; use 1'],
  ['{ "version": 1, "findings": [] }', '1:29: findings has to be an object'],
  ['{ "version": 1, "findings": {}, "__proto__": {} }', '1:46: there is no such key; it has version, findings'],
  ['{ "version": 1, "findings": { "a": {} } }', '1:36: the findings of a file have to be a list'],
  [withEntry('1'), '5:7: a finding has to be an object'],
  [withEntry('null'), '5:7: a finding has to be an object'],
  [withEntry(ENTRY.replace('"x"', '1')), '5:17: rule has to be the id of a rule'],
  [withEntry(ENTRY.replace('error', 'fatal')), '5:34: severity has to be error, warning or note'],
  [withEntry(ENTRY.replace('f"', '"')), '5:58: fingerprint has to be 16 hexadecimal digits'],
  [withEntry(ENTRY.replace('1 }', '0 }')), '5:87: count has to be a whole number from 1 to 2147483647'],
  [withEntry(ENTRY.replace('1 }', '1e300 }')), '5:87: count has to be a whole number from 1 to 2147483647'],
  [withEntry(ENTRY.replace('1 }', '0.5 }')), '5:87: count has to be a whole number from 1 to 2147483647'],
  [withEntry(ENTRY.replace(', "count": 1', '')), '5:7: count is missing'],
  [withEntry(`${ENTRY},\n      ${ENTRY}`), '6:7: this is recorded above already; keep one, with their sum'],
];

test.each(wrong)('%j is refused with its place', (text, mistake) => {
  const reading = readBaseline(new SourceFile('baseline.json', text));
  if (!('mistake' in reading)) throw new Error('it was taken');
  const { line, column } = rangeOf(reading.mistake.at);
  expect(`${line}:${column}: ${reading.mistake.message}`).toBe(mistake);
});

test('brackets without end are refused', () => {
  for (const bracket of ['[', '{"a":']) {
    expect(readBaseline(new SourceFile('baseline.json', bracket.repeat(100_000)))).toHaveProperty('mistake');
  }
});
