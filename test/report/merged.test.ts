import { describe, expect, test } from '@jest/globals';
import type { Comparison, Report } from '../../src/findings/report.ts';
import { SourceFile } from '../../src/text/source.ts';
import { scenarios } from '../scenario.ts';
import { changeSample, comparison } from './change-sample.ts';
import { everyOutput, mergedReport, mergingOf, shardsOf, sorted } from './merged.ts';
import { findingOf, placeOf, reportOf, sample } from './sample.ts';

const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8];
const REPORTS = [
  { name: 'a report with everything', report: sample },
  { name: 'the report on a pull request', report: sorted(changeSample) },
  ...scenarios(),
];

describe.each(REPORTS)('$name', ({ report }) => {
  test('is the same in every format when it was printed as JSON and read again', () => {
    expect(everyOutput(mergedReport([report], report.rules))).toEqual(everyOutput(report));
  });

  test('is the same in every format when its shards are put together in any order', () => {
    const whole = everyOutput(report);
    for (const count of COUNTS) {
      const shards = shardsOf(report, count).toReversed();
      expect(everyOutput(mergedReport(shards, report.rules))).toEqual(whole);
    }
  });
});

const file = new SourceFile('prometheus.yml', 'scrape_configs:\n  - tls_config: { insecure_skip_verify: true }\n');
const finding = findingOf({ at: placeOf(file, 'insecure_skip_verify: true') });
const whole: Report = reportOf([finding], {
  judgedBy: { failOn: 'error', noFiles: 'pass', fingerprint: '0123456789abcdef' },
});
const shards = shardsOf(whole, 4);
const [first = whole, second = whole, third = whole, fourth = whole] = shards;
const otherwise = { failOn: 'never', noFiles: 'pass', fingerprint: 'fedcba9876543210' } as const;
const moved = new SourceFile('prometheus.yml', file.text.replace('true', 'true '));

const mistakes: readonly { readonly what: string; readonly reports: readonly Report[]; readonly want: string }[] = [
  { what: 'a shard is missing', reports: [first, second, fourth], want: 'shard 3/4 is missing' },
  {
    what: 'shards are missing',
    reports: [{ ...first, repository: 'o/r' }],
    want: 'shards 2/4, 3/4, 4/4 of o/r are missing',
  },
  {
    what: 'many shards are missing',
    reports: [{ ...first, shard: { index: 1, count: 10_000 } }],
    want: `shards ${[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(index => `${index}/10000`).join(', ')}, and 9989 more are missing`,
  },
  {
    what: 'a shard is there twice',
    reports: [...shards, second],
    want: 'shard 2/4 is there more than once: 2.json, 5.json; keep one',
  },
  {
    what: 'shards are of different splits',
    reports: [...shards, { ...first, shard: { index: 1, count: 8 } }],
    want: '1.json and 5.json are parts of 4 and 8 shards; take those of one run',
  },
  {
    what: 'a whole report is among shards',
    reports: [...shards, whole],
    want: '5.json is a whole report, not a part; keep one, or make each with --repository owner/name',
  },
  {
    what: 'there are two whole reports of one repository',
    reports: [
      { ...whole, repository: 'o/r' },
      { ...whole, repository: 'o/r' },
    ],
    want: '1.json, 2.json are whole reports of o/r, not a part; keep one, or make each with --repository owner/name',
  },
  {
    what: 'one of several reports says no repository',
    reports: [whole, { ...whole, repository: 'o/r' }],
    want: '1.json does not say which repository it is of; make it with --repository owner/name',
  },
  {
    what: 'shards were judged by different configurations',
    reports: [first, second, third, { ...fourth, judgedBy: otherwise }],
    want: '1.json and 4.json were judged by different configurations; use one for all shards',
  },
  {
    what: 'other rules ran for a shard',
    reports: [first, second, third, { ...fourth, findings: [], rules: [] }],
    want: '1.json and 4.json were judged by different configurations; use one for all shards',
  },
  {
    what: 'a shard is compared with something',
    reports: [first, { ...second, withoutBase: 'why' }, third, fourth],
    want: '1.json and 2.json are compared with different bases; use one for all shards',
  },
  {
    what: 'shards are compared with different commits',
    reports: shards.map((shard, index) => ({ ...shard, comparison: { ...comparison, fixed: Math.min(index, 2) } })),
    want: '1.json and 2.json are compared with different bases; use one for all shards',
  },
  {
    what: 'a line differs in length',
    reports: shards.map((shard, index) => ({
      ...shard,
      findings:
        index < 2 ? [finding] : index < 3 ? [findingOf({ at: placeOf(moved, 'insecure_skip_verify: true') })] : [],
    })),
    want: '2.json and 3.json differ in prometheus.yml:2; make all shards of one commit',
  },
  {
    what: 'some repositories are compared with a base',
    reports: [
      { ...whole, repository: 'o/a', comparison },
      { ...whole, repository: 'o/b' },
    ],
    want: 'some of the reports are compared with a base and others otherwise; use one scope for all',
  },
];

test.each(mistakes)('$what: that is said', ({ reports, want }) => {
  const rules = new Map(reports.flatMap(report => report.rules).map(rule => [rule.id, rule]));
  expect(rules.size).toBeGreaterThan(0);
  expect(mergingOf(reports)).toEqual({ mistakes: [want] });
});

test('shards that were made on different days are put together, which is said', () => {
  const late = shards.map((shard, index) =>
    index === 1 ? { ...shard, now: new Date('2026-11-21T00:00:00Z') } : shard,
  );
  expect(mergingOf(late)).toMatchObject({
    json: { now: '2026-11-21T00:00:00.000Z' },
    remarks: [
      'the reports were made on different days: 2026-11-20, 2026-11-21; certificates are dated from the last one',
    ],
  });
  expect(mergingOf(shards)).toMatchObject({ remarks: [] });
});

describe('the reports of several repositories', () => {
  const base: Comparison = { ...comparison, changes: new Map(), shifts: new Map() };
  const reports = ['o/b', 'o/a'].flatMap(repository => shardsOf({ ...sample, repository }, 2));
  const report = mergedReport(reports, sample.rules);

  test('have their repository before each path', () => {
    const wanted = ['o/a', 'o/b'].flatMap(name => sample.findings.map(({ at }) => `${name}/${at.file.path}`));
    expect(report.findings.map(({ at }) => at.file.path)).toEqual(wanted);
    expect(report.unread.map(({ path }) => path)).toEqual(
      ['o/a', 'o/b'].flatMap(name => sample.unread.map(({ path }) => `${name}/${path}`)),
    );
    expect(report.files).toEqual({
      seen: 240,
      documents: { certificate: 2, 'helm-values': 2, prometheus: 8, web: 2 },
    });
    expect(report.repository).toBeUndefined();
  });

  test('show the same frames as each alone', () => {
    expect(framesOf(report)).toEqual(framesOf(sample));
  });

  test('can be put together with others again', () => {
    expect(everyOutput(mergedReport([report], sample.rules))).toEqual(everyOutput(report));
  });

  test('say of each repository what it is compared with', () => {
    const compared = mergedReport(
      [
        { ...whole, repository: 'o/a', comparison: base },
        { ...whole, repository: 'o/b', comparison: { ...base, fixed: 5, policyChanges: [] } },
      ],
      whole.rules,
    );
    expect(compared.comparison).toEqual({
      scope: 'new',
      base: 'the base of each repository',
      fixed: 7,
      policyChanges: ['o/a: .promsec.yml is changed', 'o/a: 2 ignore comments are added in <a|b>.yml'],
      isUntouched: false,
      changes: new Map(),
      shifts: new Map(),
    });
  });

  test('say of each repository why it is compared with nothing', () => {
    const { withoutBase } = mergedReport(
      [
        { ...whole, repository: 'o/a', withoutBase: 'the history is cut off' },
        { ...whole, repository: 'o/b' },
        { ...whole, repository: 'o/c', withoutBase: 'there is no base' },
      ],
      whole.rules,
    );
    expect(withoutBase).toBe('o/a: the history is cut off; o/c: there is no base');
  });

  test('are judged by one configuration only where all are', () => {
    const judgedBy = (other: Report['judgedBy']): Report['judgedBy'] => {
      const others = other === undefined ? {} : { judgedBy: other };
      return mergedReport(
        [
          { ...whole, repository: 'o/a' },
          { ...whole, ...others, repository: 'o/b' },
        ],
        whole.rules,
      ).judgedBy;
    };
    expect(judgedBy(whole.judgedBy)).toEqual(whole.judgedBy);
    expect(judgedBy(otherwise)).toBeUndefined();
  });
});

/** The findings as text has them, whatever the repository. */
function framesOf(report: Report): ReadonlySet<string> {
  const { text = '' } = everyOutput(report);
  return new Set(
    text
      .replaceAll(/o\/[ab]\//g, '')
      .split('\n\n')
      .slice(0, -1),
  );
}
