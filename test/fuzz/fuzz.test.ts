import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/findings/finding.ts';
import { RULES } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Span } from '../../src/text/source.ts';
import { reportOn } from '../linted.ts';
import { DIALECT_FIXTURES, SECRET } from './dialect-fixtures.ts';
import { faultsOf } from './examination.ts';
import { DEADLY, FAULTY, HANGING } from './failing-worker.ts';
import { fixtures } from './fixtures.ts';
import { caseOf, type FuzzCase } from './fuzz-case.ts';
import { shrunk } from './shrunk.ts';
import { TEMPLATE_FIXTURES } from './template-fixtures.ts';
import { fuzzed } from './workers.ts';

const VOCABULARY = fixtures();
const COUNT = 200;
const CASES = Array.from({ length: COUNT }, (_, number) => caseOf(7, number, VOCABULARY));

test('every dialect and carrier of the fixtures has findings before it is changed', () => {
  const files = { 'chart/Chart.yaml': 'name: shop\n', ...DIALECT_FIXTURES, ...TEMPLATE_FIXTURES };
  const found = reportOn(files).findings.map(({ at }) => at.file.path);
  expect([...new Set(found)].sort()).toEqual(Object.keys({ ...DIALECT_FIXTURES, ...TEMPLATE_FIXTURES }).sort());
});

test('a case is the same whenever it is made, and other seeds have others', () => {
  const again = CASES.slice(0, 20).map(({ number }) => caseOf(7, number, VOCABULARY).files);
  expect(again).toEqual(CASES.slice(0, 20).map(({ files }) => files));
  const others = CASES.slice(0, 20).map(({ number }) => caseOf(8, number, VOCABULARY).files);
  expect(others.filter((files, index) => JSON.stringify(files) === JSON.stringify(again[index]))).toEqual([]);
});

test('cases are changed, and most of them are still read and have findings', () => {
  const changed = CASES.filter(({ files, original }) => JSON.stringify(files) !== JSON.stringify(original.files));
  const reports = CASES.map(({ files }) => reportOn(files));
  const faulty = reports.filter(({ unread }) => unread.length > 0);
  expect(changed.length).toBeGreaterThan(COUNT * 0.9);
  expect(reports.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(COUNT * 0.6);
  expect(faulty.length).toBeGreaterThan(COUNT * 0.05);
  expect(faulty.length).toBeLessThan(COUNT * 0.5);
  expect(reports.filter(report => report.secrets.some(span => textAt(span).includes(SECRET))).length).toBeGreaterThan(
    10,
  );
});

test('nothing is wrong with any of some cases', () => {
  expect(CASES.map(fuzzCase => ({ number: fuzzCase.number, faults: faultsOf(fuzzCase) })).filter(isFaulty)).toEqual([]);
});

function isFaulty({ faults }: { readonly faults: readonly unknown[] }): boolean {
  return faults.length > 0;
}

function textAt({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

/** A rule that says the same of each secret. */
function ruleOnSecrets(problemOf: (span: Span) => Pick<Problem, 'at' | 'message'>): Rule {
  const [rule] = RULES;
  if (rule === undefined) throw new Error('there are no rules');
  return {
    ...rule,
    *check({ credentials }) {
      for (const { value } of credentials) yield { ...problemOf(value.span), subject: { path: 'a', kind: 'secret' } };
    },
  };
}

const WITH_SECRETS: FuzzCase = {
  number: 0,
  original: { name: 'dialects', files: {}, configuration: CASES[0]?.configuration ?? never() },
  configuration: CASES[0]?.configuration ?? never(),
  files: {
    'a/prometheus.yml': `scrape_configs:\n- job_name: a\n  basic_auth: {username: a, password: ${SECRET}0x}\n`,
    'b/prometheus.yml': `# anything\nscrape_configs:\n- job_name: b\n  authorization: {credentials: ${SECRET}1x}\n`,
  },
};

function never(): never {
  throw new Error('there are no cases');
}

let turn = 0;
const BROKEN: readonly (readonly [what: string, check: string, rule: Rule])[] = [
  ['throws', 'nothing of ours breaks', ruleOnSecrets(never)],
  [
    'tells a secret at another place',
    'no secret is shown',
    ruleOnSecrets(at => ({ at: { ...at, start: 0, end: 1 }, message: textAt(at) })),
  ],
  ['points behind the end', 'nothing throws', ruleOnSecrets(at => ({ at: { ...at, end: 1e6 }, message: 'a' }))],
  [
    'points into a word',
    'every place is what is spoken of',
    ruleOnSecrets(at => ({ at: { ...at, start: at.start + 1 }, message: 'a' })),
  ],
  [
    'points at nothing',
    'every place is true',
    ruleOnSecrets(at => ({ at: { ...at, start: at.start - 1, end: at.start }, message: 'a' })),
  ],
  [
    'says something else each time',
    'the same input gives the same bytes',
    ruleOnSecrets(at => ({ at, message: `turn ${(turn += 1)}` })),
  ],
];

describe.each(BROKEN)('a rule that %s', (_, check, rule) => {
  const examined = { rules: [rule] };
  const faults = faultsOf(WITH_SECRETS, examined);

  test('is told', () => {
    expect(faults.map(fault => fault.check)).toContain(check);
  });

  test('is shown by little of one file', () => {
    const fault = faults.find(one => one.check === check) ?? never();
    const { files } = shrunk(WITH_SECRETS, fault, fuzzCase => faultsOf(fuzzCase, examined), 300);
    const [[, text] = never(), ...others] = Object.entries(files);
    expect(others).toEqual([]);
    expect(text.length).toBeLessThan(80);
  });
});

test('a case that does not end and one that ends all are faults of their own, and cost no other', async () => {
  const found: string[] = [];
  const outcome = await fuzzed({
    seed: 1,
    count: 8,
    jobs: 2,
    seconds: 1,
    onFault: ({ number, fault }) => found.push(`${number}: ${fault.check}: ${fault.what}`),
    program: new URL('failing-worker.js', import.meta.url),
  });
  expect(found.sort()).toEqual([
    `${HANGING}: each case ends: it takes more than 1 s`,
    `${DEADLY}: each case ends: RangeError: the thread dies`,
    `${FAULTY}: nothing is wrong: something is`,
  ]);
  expect(outcome).toEqual({ failed: 3, slowest: { number: 7, milliseconds: 1 } });
});
