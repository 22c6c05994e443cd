import { expect, test } from '@jest/globals';
import { diffLinesOf } from '../../../src/report/github/diff-lines.ts';
import { reviewPlan, type PostedComment, type ReviewState } from '../../../src/report/github/review.ts';
import { suggestionsOf, type Suggestion } from '../../../src/report/github/suggestion.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { comparison } from '../change-sample.ts';
import { findingOf, reportOf } from '../sample.ts';

const LINES = Array.from({ length: 40 }, (_, index) => `line${index + 1}: 1`);
const TEXT = `${LINES.join('\n')}\n`;
const PATH = 'prometheus.yml';

/** What a diff shows around two changes, without the first three lines of its hunks where those begin the file. */
const PATCH = [
  '@@ -1,4 +1,5 @@ global:',
  ' line1: 1',
  '+line2: 1',
  ' line3: 1',
  ' line4: 1',
  ' line5: 1',
  '@@ -9,4 +10,3 @@',
  ' line10: 1',
  '-gone: 1',
  ' line11: 1',
  ' line12: 1',
  '\\ No newline at end of file',
].join('\n');

/** A suggestion to put other text in place of lines, both ends inclusive. */
function suggestionFor(first: number, last = first, text = TEXT, replacement = 'mended: 1'): Suggestion {
  const file = new SourceFile(PATH, text);
  const start =
    text
      .split('\n')
      .slice(0, first - 1)
      .join('\n').length + (first === 1 ? 0 : 1);
  const end = text.split('\n').slice(0, last).join('\n').length;
  const at = file.span(start, end);
  const finding = findingOf({ at, message: 'line `x` by @ops is wrong' });
  const fix = { title: 'mend it', edits: [{ at, text: replacement }], isSafe: true };
  const [suggestion] = suggestionsOf(reportOf([{ ...finding, fix, fingerprint: String(first).padStart(16, '0') }]));
  if (suggestion === undefined) throw new Error('there is nothing to suggest');
  return suggestion;
}

function planOf(rest: Partial<ReviewState>): ReturnType<typeof reviewPlan> {
  return reviewPlan({ step: 'lint', suggestions: [], patches: new Map([[PATH, PATCH]]), posted: [], ...rest });
}

/** The comments that a plan makes, as if they were posted. */
function postedBy(suggestions: readonly Suggestion[], step = 'lint'): readonly PostedComment[] {
  return planOf({ suggestions, step }).create.map(({ path, body, line, start_line: startLine }, index) => ({
    id: index + 1,
    path,
    body,
    line,
    ...(startLine === undefined ? {} : { startLine }),
    hasReply: false,
  }));
}

const NOTHING = { create: [], update: [], remove: [], postponed: 0 };

test('a diff shows the lines of its new side, each with its number and hunk', () => {
  expect([...diffLinesOf(PATCH)].map(([line, { text, hunk }]) => `${line} ${hunk} ${text}`)).toEqual([
    '1 1 line1: 1',
    '2 1 line2: 1',
    '3 1 line3: 1',
    '4 1 line4: 1',
    '5 1 line5: 1',
    '10 2 line10: 1',
    '11 2 line11: 1',
    '12 2 line12: 1',
  ]);
  expect(diffLinesOf('')).toEqual(new Map());
  expect([...diffLinesOf('@@ -0,0 +1 @@\n+only\r')]).toEqual([[1, { text: 'only\r', hunk: 1 }]]);
});

test('a suggestion on one line has no first line, one on several has both', () => {
  expect(planOf({ suggestions: [suggestionFor(2), suggestionFor(10, 12)] }).create).toEqual([
    { path: PATH, side: 'RIGHT', line: 2, body: expect.stringContaining('```suggestion\nmended: 1\n```\n') },
    { path: PATH, side: 'RIGHT', line: 12, start_side: 'RIGHT', start_line: 10, body: expect.anything() },
  ]);
});

test('a comment begins with a marker, links the rule and escapes the message', () => {
  expect(planOf({ suggestions: [suggestionFor(2)] }).create[0]?.body).toBe(
    '<!-- promsec suggestion lint 0000000000000002-1 -->\n' +
      '[insecure-skip-verify](https://github.com/promsec/promsec/blob/v1/docs/rules/insecure-skip-verify.md): ' +
      'line <code>x</code> by <span>@</span>ops is wrong\n\n```suggestion\nmended: 1\n```\n',
  );
});

const outside: readonly (readonly [string, Partial<ReviewState>])[] = [
  ['that the diff does not show', { suggestions: [suggestionFor(20)] }],
  ['that reach out of the diff', { suggestions: [suggestionFor(5, 6)] }],
  ['that reach from one hunk into another', { suggestions: [suggestionFor(5, 10)] }],
  ['that are others on GitHub', { suggestions: [suggestionFor(2, 2, TEXT.replace('line2', 'other'))] }],
  ['of a file without hunks', { suggestions: [suggestionFor(2)], patches: new Map() }],
  ['too long for a comment', { suggestions: [suggestionFor(2, 2, TEXT, 'x'.repeat(60_001))] }],
];

test.each(outside)('nothing is suggested for lines %s', (_, state) => {
  expect(planOf(state)).toEqual(NOTHING);
});

test('lines of a merge commit are commented on where the head of the pull request has them', () => {
  const shifted = { ...comparison, shifts: new Map([[PATH, [{ start: 4, offset: -3 }]]]) };
  const text = `a\nb\nc\n${TEXT}`;
  const suggestions = [suggestionFor(5, 5, text), suggestionFor(13, 14, text)];
  const places = planOf({ suggestions, comparison: shifted }).create.map(({ line, start_line: first }) => [
    first,
    line,
  ]);
  expect(places).toEqual([
    [undefined, 2],
    [10, 11],
  ]);
  expect(planOf({ suggestions })).toEqual(NOTHING);
});

test.each(['`', '```', '````', 'a ``` b ````` c'])('a replacement with %s stays within its fence', text => {
  const body = planOf({ suggestions: [suggestionFor(2, 2, TEXT, text)] }).create[0]?.body ?? '';
  const [, fence = '', inside] = /\n(`{3,})suggestion\n([^]*)\n\1\n$/.exec(body) ?? [];
  expect(inside).toBe(text);
  expect(text).not.toContain(fence);
});

test('CRLF and indentation are kept, and a line that goes away leaves an empty suggestion', () => {
  const text = TEXT.replaceAll('\n', '\r\n');
  const patches = new Map([[PATH, PATCH.replaceAll('\n', '\r\n')]]);
  const bodies = planOf({ suggestions: [suggestionFor(2, 2, text, '\t  x: 1\r')], patches }).create.map(
    ({ body }) => body,
  );
  expect(bodies).toEqual([expect.stringMatching(/\n```suggestion\n\t {2}x: 1\r\n```\n$/)]);
  const removal = { ...suggestionFor(2), after: '' };
  expect(planOf({ suggestions: [removal] }).create[0]?.body).toMatch(/\n```suggestion\n```\n$/);
});

const SUGGESTIONS = [suggestionFor(2), suggestionFor(10, 12)];
const POSTED = postedBy(SUGGESTIONS);

test('what stands there already is left alone, also where GitHub has changed its line breaks', () => {
  expect(planOf({ suggestions: SUGGESTIONS, posted: POSTED })).toEqual(NOTHING);
  const returned = POSTED.map(comment => ({ ...comment, body: comment.body.replaceAll('\n', '\r\n').trimEnd() }));
  expect(planOf({ suggestions: SUGGESTIONS, posted: returned })).toEqual(NOTHING);
});

test('another fix for the same lines changes the comment', () => {
  const [first, second] = SUGGESTIONS;
  if (first === undefined || second === undefined) throw new Error('there are two');
  const plan = planOf({ suggestions: [{ ...first, after: 'better: 1\n' }, second], posted: POSTED });
  expect(plan).toEqual({ ...NOTHING, update: [{ id: 1, body: expect.stringContaining('better: 1') }] });
});

test('what is no longer suggested goes away, but not where somebody has replied', () => {
  expect(planOf({ posted: POSTED })).toEqual({ ...NOTHING, remove: [1, 2] });
  const answered = POSTED.map(comment => ({ ...comment, hasReply: comment.id === 1 }));
  expect(planOf({ posted: answered })).toEqual({ ...NOTHING, remove: [2] });
});

test('an outdated comment is made anew at its place, but not where somebody has replied', () => {
  const outdated = POSTED.map(({ line: _line, startLine: _first, ...comment }) => comment);
  expect(planOf({ suggestions: SUGGESTIONS, posted: outdated })).toMatchObject({
    create: [{ line: 2 }, { line: 12 }],
    update: [],
    remove: [1, 2],
  });
  const answered = outdated.map(comment => ({ ...comment, hasReply: true }));
  expect(planOf({ suggestions: SUGGESTIONS, posted: answered })).toEqual(NOTHING);
});

test('of a comment that stands there twice one is left', () => {
  const twice = [...POSTED, ...POSTED.map(comment => ({ ...comment, id: comment.id + 10 }))];
  const { create, remove } = planOf({ suggestions: SUGGESTIONS, posted: twice });
  expect(create).toEqual([]);
  expect(remove).toHaveLength(2);
});

test('comments of another step, and those without a marker, are left alone', () => {
  const others = [
    ...postedBy(SUGGESTIONS, 'another'),
    { id: 20, path: PATH, body: 'looks good', line: 2, hasReply: false },
    { id: 21, path: PATH, body: `> ${POSTED[0]?.body}`, line: 2, hasReply: false },
  ];
  expect(planOf({ posted: others })).toEqual(NOTHING);
});

test('more than thirty comments wait for the next run', () => {
  const patches = new Map([[PATH, `@@ -0,0 +1,40 @@\n${LINES.map(line => `+${line}`).join('\n')}`]]);
  const suggestions = LINES.map((_, index) => suggestionFor(index + 1));
  const { create, postponed } = planOf({ suggestions, patches });
  expect([create.length, postponed]).toEqual([30, 10]);
  const posted = create.map(({ path, body, line }, id) => ({ id, path, body, line, hasReply: false }));
  expect(planOf({ suggestions, patches, posted }).create.map(({ line }) => line)).toEqual(
    Array.from({ length: 10 }, (_, index) => index + 31),
  );
});
