import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Report } from '../../src/findings/report.ts';
import { lineHashesOf } from '../../src/report/line-hash.ts';
import { SARIF_LIMITS, sarifReporter } from '../../src/report/sarif.ts';
import { SourceFile } from '../../src/text/source.ts';
import { changeSample } from './change-sample.ts';
import { findingOf, placeOf, reportOf, sample } from './sample.ts';

interface Location {
  readonly id?: number;
  readonly message?: { readonly text: string };
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly endLine: number; readonly endColumn: number };
  };
}

/** What the tests read of a run. */
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Location[];
    readonly relatedLocations?: readonly Location[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
  readonly properties?: { readonly omittedResults: number };
}

const schema: object = JSON.parse(readFileSync('test/report/fixtures/sarif-2.1.0.schema.json', 'utf8'));
const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);

function runOf(report: Report): Run {
  const log: { runs: [Run] } = JSON.parse(sarifReporter('1.2.3')(report));
  return log.runs[0];
}

const file = new SourceFile('a.yml', 'a: [ 1, 2 ]\nb: {\n  c: 3 }\n');

test.each([
  { name: 'a report with everything', report: sample },
  { name: 'a clean report', report: reportOf([]) },
])('$name is valid against the schema of SARIF 2.1.0', ({ report }) => {
  validate(JSON.parse(sarifReporter('1.2.3')(report)));
  expect(validate.errors ?? []).toEqual([]);
});

test('a clean run has results, none, and succeeded', () => {
  expect(runOf(reportOf([]))).toMatchObject({
    results: [],
    invocations: [{ executionSuccessful: true }],
    columnKind: 'utf16CodeUnits',
  });
});

test('nothing names a category, which would beat the one of upload-sarif', () => {
  expect(sarifReporter('1.2.3')(sample)).not.toContain('automationDetails');
});

test('what is not new is a result too, as GitHub compares by itself and takes what is missing for mended', () => {
  expect(runOf(changeSample).results).toHaveLength(changeSample.findings.length);
});

test('what is no text has no hash of ours, so that upload-sarif makes one', () => {
  const binary = new SourceFile('a.der', '');
  const [result] = runOf(reportOf([findingOf({ at: binary.span(0, 0) })])).results;
  expect(Object.keys(result?.partialFingerprints ?? {})).toEqual(['promsec/v1']);
  expect(result?.locations[0]?.physicalLocation.region).toMatchObject({ startLine: 1, endLine: 1 });
});

test('a place behind the last line feed is the end of the line before it, with the hash of that line', () => {
  const unfinished = new SourceFile('a.yml', 'b: 1\na: {\n');
  const [result] = runOf(reportOf([findingOf({ at: unfinished.span(10, 10) })])).results;
  expect(result?.locations[0]?.physicalLocation.region).toEqual({
    startLine: 2,
    startColumn: 5,
    endLine: 2,
    endColumn: 5,
  });
  expect(result?.partialFingerprints['primaryLocationLineHash']).toBe(lineHashesOf(unfinished.text)[1]);
});

test('a rule has what GitHub shows, its security severity a number in a string', () => {
  const [rule] = runOf(reportOf([findingOf({ at: file.span(0, 1) })])).tool.driver.rules;
  expect(rule).toMatchObject({
    id: 'insecure-skip-verify',
    name: 'InsecureSkipVerify',
    fullDescription: { text: 'Why **insecure-skip-verify** matters.' },
    helpUri: 'https://github.com/promsec/promsec/blob/v1/docs/rules/insecure-skip-verify.md',
    defaultConfiguration: { level: 'error' },
    properties: { tags: ['security', 'prometheus'], 'security-severity': '8.0' },
  });
});

test('each rule is listed, and results point at theirs', () => {
  const { results, tool } = runOf(sample);
  expect(tool.driver.rules.map(rule => rule['id'])).toEqual(sample.rules.map(rule => rule.id));
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.['id']).toBe(ruleId);
});

test('a finding without its rule is our own mistake', () => {
  const report = reportOf([findingOf({ at: file.span(0, 1) })], { rules: [] });
  expect(() => sarifReporter('1.2.3')(report)).toThrow('insecure-skip-verify');
});

test('ignored findings are left out', () => {
  const ignored = [{ finding: findingOf({ at: file.span(0, 1) }), reason: 'known', at: file.span(0, 1) }];
  expect(runOf(reportOf([], { ignored })).results).toEqual([]);
});

test.each([
  ['a/b.yml', 'a/b.yml'],
  ['odd dir/#1, 100%|<b>@team:x.yml', 'odd%20dir/%231%2C%20100%25%7C%3Cb%3E%40team%3Ax.yml'],
  ['é/東.yml', '%C3%A9/%E6%9D%B1.yml'],
  ['a:b.yml', 'a%3Ab.yml'],
  ['\ud83d.yml', '%EF%BF%BD.yml'],
])('the URI of %j is relative and percent-encoded: %s', (path, uri) => {
  const [result] = runOf(reportOf([findingOf({ at: new SourceFile(path, 'a').span(0, 1) })])).results;
  expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri });
});

test('a region ends with its first line', () => {
  const [result] = runOf(reportOf([findingOf({ at: placeOf(file, '{\n  c: 3 }') })])).results;
  expect(result?.locations[0]?.physicalLocation.region).toEqual({
    startLine: 2,
    startColumn: 4,
    endLine: 2,
    endColumn: 5,
  });
});

test('results carry the line hash of GitHub and our own fingerprint', () => {
  const finding = findingOf({ at: placeOf(file, 'c: 3') });
  const [result] = runOf(reportOf([finding])).results;
  expect(result?.partialFingerprints).toEqual({
    primaryLocationLineHash: lineHashesOf(file.text)[2],
    'promsec/v1': finding.fingerprint,
  });
});

test('findings of one rule on one line are one result, the worst, that links to the others', () => {
  const one = findingOf({ at: placeOf(file, '1'), severity: 'note', message: 'first [x](y)' });
  const two = findingOf({ at: placeOf(file, '2'), message: 'second' });
  const other = findingOf({ at: placeOf(file, '1'), rule: 'inline-secret' });
  const { results } = runOf(reportOf([one, two, other]));
  expect(results.map(result => result.ruleId)).toEqual(['insecure-skip-verify', 'inline-secret']);
  expect(results[0]).toMatchObject({ level: 'error', message: { text: 'second\n[first \\[x\\](y)](1)' } });
  expect(results[0]?.relatedLocations).toMatchObject([{ id: 1, physicalLocation: { region: { startColumn: 6 } } }]);
});

test('a name in a message makes no link', () => {
  const [result] = runOf(reportOf([findingOf({ at: file.span(0, 1), message: 'job [a](https://x) [1]' })])).results;
  expect(result?.message.text).toBe('job [a] (https://x) [1]');
});

test('beyond what GitHub accepts the most severe are kept, and the run says how many are not', () => {
  const wide = new SourceFile('a.yml', 'a\n'.repeat(SARIF_LIMITS.results + 10));
  const findings = Array.from({ length: SARIF_LIMITS.results + 10 }, (_, index) =>
    findingOf({ at: wide.span(index * 2, index * 2 + 1), severity: index < 20 ? 'note' : 'error' }),
  );
  const { results, properties } = runOf(reportOf(findings));
  expect(results).toHaveLength(SARIF_LIMITS.results);
  expect(results.filter(result => result.level === 'note')).toHaveLength(10);
  expect(properties).toEqual({ omittedResults: 10 });
});

test('a result has no more related locations than GitHub keeps', () => {
  const related = Array.from({ length: 150 }, () => ({ at: file.span(0, 1), message: 'here' }));
  const [result] = runOf(reportOf([findingOf({ at: file.span(0, 1), related })])).results;
  expect(result?.relatedLocations).toHaveLength(SARIF_LIMITS.relatedLocations);
});
