import { expect, test } from '@jest/globals';
import { hashSync } from 'bcryptjs';
import { linted } from '../../src/lint/linted.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW, type Rule } from '../../src/rules/rule.ts';
import { treeOf } from '../tree.ts';

const RULE: Rule = {
  id: 'asking',
  severity: 'error',
  summary: 'A rule that asks',
  explanation: 'It asks.',
  bad: {},
  good: {},
  *check({ documents }, { matchesHash }) {
    const [first] = documents;
    if (first === undefined || matchesHash('Wren-Stile-20', hashSync('Wren-Stile-21', 4)) !== false) return;
    const at = first.file.span(0, 1);
    yield { at, subject: { path: '', kind: 'password' }, message: 'the password is another' };
  },
};

const FILES = treeOf({ 'prometheus.yml': 'scrape_configs: [{job_name: a}]\n' });

async function countOf(rules: readonly Rule[]): Promise<number> {
  const report = await linted({ files: FILES, configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW, rules });
  return report.findings.length;
}

test('a rule that asks whether a password matches a hash gets an answer', async () => {
  expect(await countOf([RULE])).toBe(1);
});

test('where no rule asks everything is judged once', async () => {
  let runs = 0;
  const counting: Rule = {
    ...RULE,
    check: () => {
      runs += 1;
      return [];
    },
  };
  await countOf([counting]);
  expect(runs).toBe(1);
});
