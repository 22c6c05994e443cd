import { expect, test } from '@jest/globals';
import { viewOf, type StepView } from './step-view.ts';

function viewOfLog(...lines: readonly string[]): StepView {
  return viewOf(lines.join('\n'), '', '/work/r');
}

test('of a level ten are kept, the first ones, and of each level apart', () => {
  const lines = Array.from({ length: 12 }, (_, index) => [`::error::e${index}`, `::warning::w${index}`]).flat();
  const { annotations, lostAnnotations } = viewOfLog(...lines);
  expect(annotations).toHaveLength(20);
  expect(annotations.at(-1)).toEqual({ level: 'warning', message: 'w9' });
  expect(lostAnnotations).toEqual({ failure: 2, warning: 2, notice: 0 });
});

test('an annotation without a message is none, and a long message is cut', () => {
  const { annotations } = viewOfLog('::error:: ', `::error::${'a'.repeat(5000)}`);
  expect(annotations.map(({ message }) => message.length)).toEqual([4096]);
});

// The position rules of ValidateLinesAndColumns.
test.each([
  ['line=2', { line: 2, endLine: 2 }],
  ['endLine=2', { line: 2, endLine: 2 }],
  ['line=2,col=3', { line: 2, endLine: 2, column: 3, endColumn: 3 }],
  ['line=2,endColumn=3', { line: 2, endLine: 2, column: 3, endColumn: 3 }],
  ['line=2,endLine=2,col=3,endColumn=5', { line: 2, endLine: 2, column: 3, endColumn: 5 }],
  ['line=2,endLine=3,col=3,endColumn=5', { line: 2, endLine: 3 }],
  ['line=2,endLine=02,col=3', { line: 2, endLine: 2 }],
  ['line=3,endLine=2', {}],
  ['line=2,col=5,endColumn=3', { line: 2, endLine: 2 }],
  ['col=3', {}],
] as const)('of a place that is %s, this is left: %j', (properties, place) => {
  expect(viewOfLog(`::error ${properties}::a`).annotations).toEqual([{ level: 'failure', message: 'a', ...place }]);
});

test('a file in the workspace is relative to it', () => {
  const { annotations } = viewOfLog(
    '::error file=/work/r/a/b.yml::a',
    '::error file=/work/other::b',
    '::error file=c::c',
  );
  expect(annotations.map(({ file }) => file)).toEqual(['a/b.yml', '/work/other', 'c']);
});

test('masks hide what follows in messages, the log and the summary, but not in titles and names of files', () => {
  const log = ['::add-mask::hidden', '::error file=hidden,title=hidden::hidden', 'hidden'].join('\n');
  const view = viewOf(log, 'a hidden b\n', '/work/r');
  expect(view).toMatchObject({ log: '***\n***', summary: 'a *** b\n', masks: ['hidden'] });
  expect(view.annotations).toEqual([{ level: 'failure', message: '***', file: 'hidden', title: 'hidden' }]);
});

test('between a stop and its token nothing is a command', () => {
  const { annotations, log } = viewOfLog('::stop-commands::token', '::error::a', '::token::', '::error::b');
  expect(annotations).toEqual([{ level: 'failure', message: 'b' }]);
  expect(log).toContain('::error::a');
});

test('deprecated commands still set outputs', () => {
  expect(viewOfLog('a ##[set-output name=passed]true').set).toEqual({ passed: 'true' });
});

test('a summary of more than a mebibyte, in bytes, is not shown at all and is one error more', () => {
  const fitting = viewOf('', 'é'.repeat(512 * 1024), '/work/r');
  const over = viewOf('', `${'é'.repeat(512 * 1024)}a`, '/work/r');
  expect([fitting.summary?.length, fitting.annotations.length]).toEqual([512 * 1024, 0]);
  expect([over.summary, over.annotations.length]).toEqual([undefined, 1]);
});

test('a step without a summary shows none', () => {
  expect(viewOf('', '', '/work/r').summary).toBeUndefined();
});
