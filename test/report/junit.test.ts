import { expect, test } from '@jest/globals';
import { INTERNAL_ERROR } from '../../src/findings/engine-rules.ts';
import type { Report } from '../../src/findings/report.ts';
import { junitReporter } from '../../src/report/junit.ts';
import { SourceFile } from '../../src/text/source.ts';
import { changeSample } from './change-sample.ts';
import { elementsIn, readXml, type Element } from './read-xml.ts';
import { findingOf, placeOf, reportOf, sample } from './sample.ts';
import { faultsOfForm } from './xml-form.ts';

const file = new SourceFile('a.yml', 'a: 1\nb: 2\nc: 3\n');
const finding = findingOf({ at: placeOf(file, 'a: 1'), message: 'wrong' });
const CASE = 'a.yml: scrape_configs[node].tls_config (tls verification)';

function documentOf(report: Report): Element {
  return readXml(junitReporter()(report));
}

/** Each case by name, with what became of it. */
function outcomesOf(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elementsIn(documentOf(report), 'testcase').map(({ attributes, children: [outcome] }) => [
      attributes['name'] ?? '',
      outcome === undefined ? 'passed' : `${outcome.name}: ${outcome.attributes['message']}`,
    ]),
  );
}

test.each([
  { name: 'a report with everything', report: sample },
  { name: 'the report on a pull request', report: changeSample },
  { name: 'a clean report', report: { ...sample, findings: [], ignored: [] } },
  { name: 'a report without rules', report: reportOf([]) },
])('$name has the form that Jenkins takes, and its counts are true', ({ report }) => {
  const document = documentOf(report);
  expect(faultsOfForm(document, 'junit')).toEqual([]);
  for (const element of [document, ...elementsIn(document, 'testsuite')]) {
    const { tests, failures, errors, skipped } = element.attributes;
    expect([tests, failures, errors]).toEqual(
      ['testcase', 'failure', 'error'].map(name => String(elementsIn(element, name).length)),
    );
    if (element !== document) expect(skipped).toBe(String(elementsIn(element, 'skipped').length));
  }
});

test('no two cases have one name, by which they are followed from run to run', () => {
  const names = elementsIn(documentOf(sample), 'testcase').map(({ attributes }) => Object.values(attributes).join(' '));
  expect(new Set(names).size).toBe(names.length);
});

test('a rule that finds nothing is a case that passed', () => {
  expect(outcomesOf({ ...reportOf([finding]), findings: [] })).toEqual({ 'nothing found': 'passed' });
});

test.each([
  { failOn: undefined, severity: 'error', want: 'failure: wrong' },
  { failOn: undefined, severity: 'warning', want: 'skipped: warning, which does not fail the run: wrong' },
  { failOn: 'warning', severity: 'warning', want: 'failure: wrong' },
  { failOn: 'note', severity: 'note', want: 'failure: wrong' },
  { failOn: 'never', severity: 'error', want: 'skipped: error, which does not fail the run: wrong' },
] as const)('where fail-on is $failOn, what becomes of an $severity', ({ failOn, severity, want }) => {
  const judgedBy = failOn === undefined ? {} : { judgedBy: { failOn, noFiles: 'pass', fingerprint: '0' } as const };
  expect(outcomesOf(reportOf([{ ...finding, severity }], judgedBy))).toEqual({ [CASE]: want });
});

test('what is not new and what is ignored is skipped, and says so', () => {
  const existing = { ...finding, state: 'existing' } as const;
  const ignored = [
    { finding: findingOf({ at: placeOf(file, 'b: 2'), message: 'bad' }), reason: 'why', at: finding.at },
  ];
  expect(outcomesOf(reportOf([existing], { ignored }))).toEqual({
    [CASE]: 'skipped: not new: wrong',
    [`${CASE} #2`]: 'skipped: ignored (why): bad',
  });
});

test('our own failure is an error, whatever fails the run', () => {
  const broken = findingOf({ at: finding.at, rule: INTERNAL_ERROR.id, message: 'a rule broke' });
  const judgedBy = { failOn: 'never', noFiles: 'pass', fingerprint: '0' } as const;
  expect(outcomesOf(reportOf([broken], { judgedBy }))).toEqual({ [CASE]: 'error: a rule broke' });
});

test('a failure shows the frame', () => {
  const [failure] = elementsIn(documentOf(reportOf([finding])), 'failure');
  expect(failure?.text).toBe('error[insecure-skip-verify]: wrong\n --> a.yml:1:1\n  |\n1 | a: 1\n  | ^^^^');
});
