import { expect, test } from '@jest/globals';
import type { Severity } from '../../src/findings/finding.ts';
import { ANNOTATION_SLOTS, MAX_ANNOTATION_LENGTH, githubReporter } from '../../src/report/annotations.ts';
import { SourceFile } from '../../src/text/source.ts';
import { findingOf, placeOf, reportOf } from './sample.ts';
import { commandsIn } from './workflow-commands.ts';

const file = new SourceFile('a.yml', 'a: 1\r\nb: {\r\n  c: 2 }\r\nd: 3');

function findingsOf(count: number, severity: Severity): ReturnType<typeof findingOf>[] {
  return Array.from({ length: count }, (_, index) =>
    findingOf({ at: file.span(0, 1), severity, message: `${severity} ${index + 1}` }),
  );
}

function messagesIn(log: string): readonly string[] {
  return commandsIn(log).map(({ name, data }) => `${name}: ${data.split('\n')[0]}`);
}

test.each([
  { name: 'a part of a line has columns', mark: '1', want: { line: '1', col: '4', endColumn: '5' } },
  { name: 'several lines are their first line, without columns', mark: '{\r\n  c: 2 }', want: { line: '2' } },
  {
    name: 'the last line without a line feed has columns',
    mark: 'd: 3',
    want: { line: '4', col: '1', endColumn: '5' },
  },
])('$name', ({ mark, want }) => {
  const [command] = commandsIn(githubReporter()(reportOf([findingOf({ at: placeOf(file, mark) })])));
  expect(command?.properties).toEqual({ file: 'a.yml', title: 'insecure-skip-verify', ...want });
});

test('of 25 errors 9 are annotations, which leaves one for the step, and a line says how many are not', () => {
  const log = githubReporter()(reportOf(findingsOf(25, 'error')));
  expect(commandsIn(log)).toHaveLength(9);
  expect(log).toMatch(/\nnot shown as annotations: 16 errors \(GitHub keeps 10 of a level per step\)\n$/);
});

test('each severity has its own limit and level, and the worst come first', () => {
  const report = reportOf([...findingsOf(11, 'note'), ...findingsOf(12, 'warning'), ...findingsOf(10, 'error')]);
  const log = githubReporter()(report);
  const names = commandsIn(log).map(command => command.name);
  expect(names).toEqual([
    ...Array<string>(ANNOTATION_SLOTS.error).fill('error'),
    ...Array<string>(ANNOTATION_SLOTS.warning).fill('warning'),
    ...Array<string>(ANNOTATION_SLOTS.note).fill('notice'),
  ]);
  expect(log).toContain('not shown as annotations: 1 error, 2 warnings, 1 note (');
});

test('as many as fit are shown without a further line', () => {
  const log = githubReporter()(reportOf(findingsOf(9, 'error')));
  expect(log.split('\n')).toHaveLength(10);
  expect(log).not.toContain('not shown');
});

test('what is not new is no annotation', () => {
  const [first, ...rest] = findingsOf(10, 'error');
  if (first === undefined) throw new Error('ten findings have a first one');
  const log = githubReporter()(reportOf([{ ...first, state: 'existing' }, ...rest]));
  expect(messagesIn(log)).toEqual(rest.map(finding => `error: ${finding.message}`));
  expect(log).not.toContain('not shown');
});

test('a place behind the last line feed is the end of the line before it, which is there', () => {
  for (const [text, line, col] of [
    ['a: {\n', 1, 5],
    ['a: {\r\n', 1, 5],
    ['a: {\n\n', 2, 1],
    ['\n', 1, 1],
  ] as const) {
    const unfinished = new SourceFile('a.yml', text);
    const log = githubReporter()(reportOf([findingOf({ at: unfinished.span(text.length, text.length) })]));
    expect(commandsIn(log)[0]?.properties).toMatchObject({ line: String(line), col: String(col) });
  }
});

test('a message names the related places and the page of the rule', () => {
  const related = [{ at: placeOf(file, 'c: 2'), message: 'it is used here' }];
  const [command] = commandsIn(
    githubReporter()(reportOf([findingOf({ at: file.span(0, 1), message: 'wrong', related })])),
  );
  expect(command?.data.split('\n')).toEqual([
    'wrong',
    'a.yml:3: it is used here',
    'https://github.com/promsec/promsec/blob/v1/docs/rules/insecure-skip-verify.md',
  ]);
});

test('a message is cut to what the runner keeps, between characters, and keeps the page', () => {
  const long = findingOf({ at: file.span(0, 1), message: `!${'🔥'.repeat(3000)}` });
  const [command] = commandsIn(githubReporter()(reportOf([long])));
  expect(command?.data.length).toBeGreaterThan(MAX_ANNOTATION_LENGTH - 2);
  expect(command?.data.length).toBeLessThanOrEqual(MAX_ANNOTATION_LENGTH);
  expect(command?.data).not.toMatch(/\p{Surrogate}/u);
  expect(command?.data).toMatch(/🔥…\nhttps:\/\/\S+\/insecure-skip-verify\.md$/u);
});

test('a clean run writes nothing', () => {
  expect(githubReporter()(reportOf([]))).toBe('');
});
