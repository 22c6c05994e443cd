import { expect, test } from '@jest/globals';
import type { ListedCertificate } from '../../../src/findings/report.ts';
import { expiryRows } from '../../../src/report/html/expiry-rows.ts';
import { SourceFile } from '../../../src/text/source.ts';

const at = new SourceFile('a.pem', 'a').span(0, 1);

function endingAt(days: readonly string[]): readonly ListedCertificate[] {
  return days.map(day => ({
    subject: 'node',
    issuer: 'Root',
    kind: 'leaf',
    names: [],
    notBefore: new Date('2020-01-01'),
    notAfter: new Date(day),
    key: 'ECDSA P-256',
    fingerprint256: 'AA',
    at,
    block: 1,
    blocks: 1,
    usedBy: [],
  }));
}

const isDrawn = (moment: Date): boolean => moment >= new Date('2026-09-01') && moment <= new Date('2027-11-30');
const everyDayOf = (month: string): readonly string[] =>
  Array.from({ length: 28 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['few certificates have a row each', ['2026-10-01', '2027-01-31'], ['2026-10-01 node', '2027-01-31 node']],
  [
    'those that end in the same far year share one',
    ['2020-01-01', '2020-02-01', '2027-01-31', '2036-01-01'],
    ['2020: 2 certificates', '2027-01-31 node', '2036-01-01 node'],
  ],
  [
    'of a year that is drawn in part the rest does',
    ['2026-01-01', '2026-02-01', '2026-10-01', '2027-01-31', '2027-12-01', '2027-12-31'],
    ['rest of 2026: 2 certificates', '2026-10-01 node', '2027-01-31 node', 'rest of 2027: 2 certificates'],
  ],
  [
    'of many near ones those of a month share one',
    [...everyDayOf('2026-12'), ...everyDayOf('2027-01'), '2027-02-03'],
    ['December 2026: 28 certificates', 'January 2027: 28 certificates', '2027-02-03 node'],
  ],
];

test.each(cases)('%s', (_, days, labels) => {
  expect(expiryRows(endingAt(days), isDrawn).map(({ label }) => label)).toEqual(labels);
});

test('more rows than can be told apart end in one for the rest', () => {
  const rows = expiryRows(endingAt(Array.from({ length: 100 }, (_, index) => `${2030 + index}-01-01`)), isDrawn);
  expect(rows).toHaveLength(40);
  expect(rows.at(-1)?.label).toBe('later: 61 certificates');
});
