import { expect, test } from '@jest/globals';
import type { ChangedFile, Comparison } from '../../src/findings/report.ts';
import { githubReporter } from '../../src/report/annotations.ts';
import { anchorOf } from '../../src/report/anchor.ts';
import { markdownReporter } from '../../src/report/markdown.ts';
import { textReporter } from '../../src/report/text.ts';
import { SourceFile } from '../../src/text/source.ts';
import { expectGolden } from '../golden.ts';
import { changeSample, comparison } from './change-sample.ts';
import { findingOf, reportOf } from './sample.ts';
import { commandsIn } from './workflow-commands.ts';

const DAY = 24 * 60 * 60 * 1000;
const commit = 'https://github.com/o/r/blob/5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';
const file = new SourceFile('a.yml', Array.from({ length: 50 }, (_, index) => `k${index + 1}: 1\n`).join(''));

function placeOnLine(line: number): ReturnType<SourceFile['span']> {
  const start = file.text.indexOf(`k${line}:`);
  return file.span(start, start + 2);
}

function comparisonOf(change: Partial<ChangedFile>, shifts: Comparison['shifts'] = new Map()): Comparison {
  const changed = { path: file.path, lines: [], deletedAfter: [], isWhole: false, ...change };
  return { ...comparison, changes: new Map([[file.path, changed]]), shifts };
}

const change = {
  lines: [
    { start: 20, end: 22 },
    { start: 40, end: 40 },
  ],
  deletedAfter: [32],
};
const shifts = new Map([
  [
    file.path,
    [
      { start: 10, offset: 5 },
      { start: 25, offset: -4 },
    ],
  ],
]);

test.each([
  ['a changed line is its own place', 21, change, { line: 26, isElsewhere: false }],
  ['a line that is shown around a change is its own place', 17, change, { line: 22, isElsewhere: false }],
  ['a line above the changes is shown at the first of them', 4, change, { line: 25, isElsewhere: true }],
  ['a line between changes is shown at the nearest one', 28, change, { line: 28, isElsewhere: true }],
  ['a line near to what was taken out is its own place', 34, change, { line: 30, isElsewhere: false }],
  ['a line below the changes is shown at the last of them', 50, change, { line: 36, isElsewhere: true }],
  ['each line of a new file is its own place', 4, { isWhole: true }, { line: 4, isElsewhere: false }],
  ['each line of a file that was only moved is its own place', 30, {}, { line: 26, isElsewhere: false }],
] as const)('%s', (_name, line, changed, anchor) => {
  expect(anchorOf(placeOnLine(line), comparisonOf(changed, shifts))).toEqual(anchor);
});

test('a file that is not changed has no anchor', () => {
  expect(anchorOf(placeOnLine(4), { ...comparison, changes: new Map() })).toBeUndefined();
});

test('an annotation on another line has no columns and says which line is meant, as the pull request counts', () => {
  const report = reportOf([findingOf({ at: placeOnLine(4), message: 'wrong' })], {
    comparison: comparisonOf(change, shifts),
  });
  const [command] = commandsIn(githubReporter()(report));
  expect(command?.properties).toEqual({ file: 'a.yml', line: '25', title: 'insecure-skip-verify' });
  expect(command?.data).toMatch(/^line 4: wrong\n/);
});

test('of what does not fit, errors on changed lines are kept before those elsewhere', () => {
  const lines = [1, 2, 3, 4, 5, 20, 21, 22, 40, 41, 42];
  const findings = lines.map(line => findingOf({ at: placeOnLine(line), message: `m${line}` }));
  const log = githubReporter()(reportOf(findings, { comparison: comparisonOf(change) }));
  const messages = commandsIn(log).map(({ data }) => data.split('\n')[0]);
  expect(messages).toEqual(['m20', 'm21', 'm22', 'm40', 'm41', 'm42', 'line 1: m1', 'line 2: m2', 'line 3: m3']);
  expect(log).toContain('not shown as annotations: 2 errors (GitHub keeps 10 of a level per step)\n');
});

test('what stands in a file that the change does not touch is no annotation, and is counted', () => {
  const report = reportOf([findingOf({ at: placeOnLine(4) })], { comparison: { ...comparison, changes: new Map() } });
  expect(githubReporter()(report)).toBe('not shown as annotations: 1 error in files that the change does not touch\n');
});

test.each([
  { golden: 'change.md', reporter: markdownReporter({ commit, verdict: 'This fails the step.' }) },
  { golden: 'change.github.txt', reporter: githubReporter() },
  { golden: 'change.txt', reporter: textReporter({ color: false, verbose: false }) },
  { golden: 'change.verbose.txt', reporter: textReporter({ color: false, verbose: true }) },
])('the report on a pull request reads as $golden', ({ golden, reporter }) => {
  expectGolden(`test/report/golden/${golden}`, reporter(changeSample));
});

test('without anything to compare with, the list of certificates is open where one is about to end', () => {
  const { certificates, findings } = changeSample;
  const opened = (shown: typeof certificates): boolean =>
    markdownReporter()(reportOf(findings, { certificates: shown })).includes('<details open><summary>');
  expect([opened(certificates), opened(certificates.slice(3))]).toEqual([true, false]);
});

test('the timeline shows at most 20 certificates, none that is long over or ends in more than a year', () => {
  const [certificate] = changeSample.certificates;
  if (certificate === undefined) throw new Error('there are four');
  const days = [-91, -90, ...Array<number>(25).fill(30), 365, 366];
  const certificates = days.map(day => ({
    ...certificate,
    notAfter: new Date(changeSample.now.getTime() + day * DAY),
  }));
  const barsIn = (shown: typeof certificates): readonly string[] =>
    [...markdownReporter()(reportOf([], { certificates: shown })).matchAll(/^ {4}(\d+) /gm)].map(([, row = '']) => row);
  expect(barsIn(certificates)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 2)));
  expect(barsIn(certificates.slice(-2))).toEqual(['1']);
  expect(markdownReporter()(reportOf([], { certificates: certificates.slice(0, 1) }))).not.toContain('mermaid');
});

test('where nothing of ours is changed, the summary and the log say that nothing was judged', () => {
  const report = reportOf([], {
    comparison: { ...comparison, fixed: 0, policyChanges: [], isUntouched: true },
    files: { seen: 0, documents: {} },
  });
  expect(markdownReporter()(report)).toContain(
    '\nNothing that promsec reads is other than in HEAD^1 (<code>1a2b3c4</code>), so that nothing was judged.\n',
  );
  expect(textReporter({ color: false, verbose: false })(report)).toContain(
    'nothing that promsec reads is other than in HEAD^1 (1a2b3c4)',
  );
});

test('where there is no base, the summary and the log say that everything counts, and why', () => {
  const report = reportOf([], { withoutBase: 'the checkout has no history' });
  expect(markdownReporter()(report)).toContain(
    '\nEverything counts, what stood there before too: the checkout has no history.\n',
  );
  expect(textReporter({ color: false, verbose: false })(report)).toContain(
    'everything counts, what stood there before too: the checkout has no history\n',
  );
});

test('on changed lines only, the summary says so', () => {
  const report = reportOf([], { comparison: { ...comparison, scope: 'changed-lines' } });
  expect(markdownReporter()(report)).toContain('Only what stands on lines that are other than in HEAD^1');
});
