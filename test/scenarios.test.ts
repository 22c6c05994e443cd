import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/rules/index.ts';
import { faultsOfFix } from './fixes.ts';
import { expectGolden } from './golden.ts';
import { faultsOfMending, mendingOf } from './lint/mending-faults.ts';
import { foundIn } from './marks.ts';
import { suggestedFixes } from './report/suggested-fixes.ts';
import { outputsOf, shownSecrets } from './rules/shown-secrets.ts';
import { scenarios } from './scenario.ts';
import { scenarioCertificates } from './scenario-certificates.ts';

const SCENARIOS = scenarios();

describe.each(SCENARIOS)('$name', ({ report, wanted, files, reportOn }) => {
  test('has the findings that it marks and no other', () => {
    expect(foundIn(report)).toEqual(wanted);
  });

  test('has fixes that mend what they say and break nothing', () => {
    expect(report.findings.flatMap(finding => faultsOfFix(finding, files, report, reportOn))).toEqual([]);
  });

  test.each(['safe', 'all'] as const)('is mended as promised by fixes: %s', choice => {
    const isMendable = report.findings.some(({ fix }) => fix !== undefined && (choice === 'all' || fix.isSafe));
    expect(isMendable ? faultsOfMending(files, mendingOf(files, choice)) : []).toEqual([]);
  });

  test('shows none of its secrets in any output', () => {
    expect(shownSecrets(report)).toEqual([]);
  });
});

test('what is suggested to reviewdog does what the fix does', () => {
  const suggested = SCENARIOS.flatMap(({ report }) => suggestedFixes(report));
  expect(suggested.length).toBeGreaterThan(10);
  expect(new Set(suggested)).toEqual(new Set(['does']));
});

describe.each(RULES.map(({ id }) => ({ id })))('$id', ({ id }) => {
  test('is found in at least three files of the scenarios', () => {
    const found = SCENARIOS.flatMap(({ name, report }) =>
      report.findings.filter(finding => finding.ruleId === id).map(({ at }) => `${name}/${at.file.path}`),
    );
    expect(new Set(found).size).toBeGreaterThanOrEqual(3);
  });

  test('is silent on at least three near misses of the scenarios', () => {
    const nearMisses = SCENARIOS.flatMap(scenario => scenario.nearMisses).filter(({ ruleId }) => ruleId === id);
    expect(nearMisses.length).toBeGreaterThanOrEqual(3);
  });
});

test('no output says what the scenario of leaks has in secret places, whatever the linter knows of them', () => {
  const { report } = SCENARIOS.find(({ name }) => name === 'leaks') ?? {};
  const outputs = report === undefined ? [] : outputsOf(report);
  expect(outputs.length).toBeGreaterThan(0);
  expect(outputs.filter(output => /Gorse|Linnet/.test(output))).toEqual([]);
});

test('near misses speak of rules that there are', () => {
  const ids = new Set(RULES.map(rule => rule.id));
  const nearMisses = SCENARIOS.flatMap(scenario => scenario.nearMisses);
  expect(nearMisses.filter(({ ruleId }) => !ids.has(ruleId))).toEqual([]);
});

test.each(Object.entries(scenarioCertificates()))('%s is made from its seed', (path, text) => {
  expectGolden(`test/scenarios/${path}`, text);
});
