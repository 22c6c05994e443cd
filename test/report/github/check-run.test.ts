import { expect, test } from '@jest/globals';
import { checkRunOf } from '../../../src/report/github/check-run.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { changeSample } from '../change-sample.ts';
import { findingOf, reportOf } from '../sample.ts';

const file = new SourceFile('a.yml', 'one: 1\ntwo:\n  three: 3\n');
const ONE = file.span(5, 6);

test('each finding that counts is an annotation, worst first, on the line that the head of the pull request has', () => {
  const { annotations, title, conclusion } = checkRunOf(changeSample, true);
  const shown = annotations.map(({ annotation_level: level, path, start_line: line }) => `${level} ${path}:${line}`);
  expect(shown).toEqual([
    'failure deploy/prometheus (old).yml:40',
    'failure new/web.yml:2',
    'failure other/prometheus.yml:2',
    'warning deploy/prometheus (old).yml:5',
  ]);
  expect({ title, conclusion }).toEqual({ title: '3 errors, 1 warning', conclusion: 'failure' });
});

test('an annotation says the message, the related places and the page of the rule', () => {
  const finding = findingOf({
    at: ONE,
    message: 'one \u202e is wrong',
    related: [{ at: file.span(7, 10), message: 'see' }],
  });
  expect(checkRunOf(reportOf([finding]), true).annotations).toEqual([
    {
      path: 'a.yml',
      start_line: 1,
      end_line: 1,
      start_column: 6,
      end_column: 7,
      annotation_level: 'failure',
      title: 'insecure-skip-verify',
      message:
        'one \\u{202e} is wrong\na.yml:2: see\nhttps://github.com/promsec/promsec/blob/v1/docs/rules/insecure-skip-verify.md',
    },
  ]);
});

test('a place of several lines is its first line, since columns go with one line alone', () => {
  const [annotation] = checkRunOf(reportOf([findingOf({ at: file.span(7, file.text.length) })]), true).annotations;
  expect(annotation).toMatchObject({ start_line: 2, end_line: 2, start_column: 1, end_column: 5 });
});

test('the conclusion is what the step comes to', () => {
  const [note] = [findingOf({ at: ONE, severity: 'note' })];
  const conclusions = [
    checkRunOf(reportOf([note]), true),
    checkRunOf(reportOf([note]), false),
    checkRunOf(reportOf([]), false),
  ];
  expect(conclusions.map(({ conclusion, title }) => `${conclusion}: ${title}`)).toEqual([
    'failure: 1 note',
    'neutral: 1 note',
    'success: no findings',
  ]);
});

test('what stood there before is no annotation', () => {
  expect(checkRunOf(reportOf([findingOf({ at: ONE, state: 'existing' })]), false)).toEqual({
    conclusion: 'success',
    title: 'no findings',
    annotations: [],
  });
});

test('what GitHub has no line for, or what is too much, is counted', () => {
  const outside = ['/etc/prometheus.yml', '../prometheus.yml'].map(path =>
    findingOf({ at: new SourceFile(path, 'x').span(0, 1) }),
  );
  const many = Array.from({ length: 1200 }, () => findingOf({ at: ONE }));
  const { annotations, title } = checkRunOf(reportOf([...outside, ...many]), true);
  expect(annotations).toHaveLength(1000);
  expect(title).toBe('1202 errors, 202 findings not shown beside a line');
});

test('a long message is cut to what GitHub takes', () => {
  const [annotation] = checkRunOf(reportOf([findingOf({ at: ONE, message: '字'.repeat(70_000) })]), true).annotations;
  expect(Buffer.byteLength(annotation?.message ?? '')).toBeLessThanOrEqual(64 * 1024);
});
