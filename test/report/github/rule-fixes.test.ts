import { expect, test } from '@jest/globals';
import { lint } from '../../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/policy/configuration.ts';
import { suggestionsOf } from '../../../src/report/github/suggestion.ts';
import { RULES } from '../../../src/rules/index.ts';
import { EXAMPLE_NOW } from '../../../src/rules/rule.ts';
import { textAfter } from '../../../src/text/text-edit.ts';
import { treeOf } from '../../tree.ts';

const findings = RULES.flatMap(rule => {
  const configuration = { ...DEFAULT_CONFIGURATION, pedantic: true };
  const report = lint({ files: treeOf(rule.bad), configuration, now: EXAMPLE_NOW });
  return report.findings.flatMap(({ ruleId, fix, at }) => (fix?.isSafe === true ? [{ ruleId, fix, at, report }] : []));
});

test('some rule mends its own example safely', () => {
  expect(findings.length).toBeGreaterThan(0);
});

test.each(findings)(
  'the safe fix of $ruleId can be suggested, and does what it does',
  ({ ruleId, fix, at, report }) => {
    const suggestion = suggestionsOf(report).find(({ finding }) => finding.at === at && finding.ruleId === ruleId);
    if (suggestion === undefined) throw new Error('it is not suggested');
    const { line, before, after } = suggestion;
    const { text } = fix.edits[0]?.at.file ?? at.file;
    const lines = text.split('\n');
    const mended = [
      ...lines.slice(0, line - 1).map(one => `${one}\n`),
      after,
      lines.slice(line - 1 + before.length).join('\n'),
    ];
    expect(mended.join('')).toBe(textAfter(text, fix.edits));
  },
);
