import { expect, test } from '@jest/globals';
import { commentText } from '../../../src/report/github/comment.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { changeSample } from '../change-sample.ts';
import { findingOf, reportOf } from '../sample.ts';

const WHEREABOUTS = { files: 'https://github.com/o/r/blob/5ca1ab1e', run: 'https://github.com/o/r/actions/runs/1' };

test('a comment says what concerns the pull request, and leads to the rest', () => {
  const text = commentText(changeSample, WHEREABOUTS);
  expect(text).toMatch(/^## promsec: 3 new errors, 1 new warning in 3 files\n/);
  expect(text).toContain('.promsec.yml is changed');
  expect(text).toContain('(https://github.com/o/r/blob/5ca1ab1e/new/web.yml#L2)');
  expect(text).not.toMatch(/not new|not read|ignored by|expire/i);
  expect(text.endsWith('\n[The whole report](https://github.com/o/r/actions/runs/1)\n')).toBe(true);
});

test('a comment is never longer than GitHub takes', () => {
  const file = new SourceFile('a.yml', 'x: 1\n');
  const many = Array.from({ length: 3000 }, () => findingOf({ at: file.span(3, 4), message: '字'.repeat(100) }));
  const text = commentText(reportOf(many), WHEREABOUTS);
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text).toMatch(/… \d+ more/);
  expect(text.endsWith('\n[The whole report](https://github.com/o/r/actions/runs/1)\n')).toBe(true);
});
