import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { markIn } from '../../src/report/github/marker.ts';
import type { FakeGitHub, Trouble } from './fake-github.ts';
import type { Issue } from './issues.ts';
import { fakeGitHub, finding, gitHubState, NONE, sinkRun } from './sink-run.ts';

const AUDIT = { wanted: { ...NONE, audit: true }, event: { kind: 'other', name: 'schedule' } } as const;

/** What may happen between two audits, and during one. */
const happening = fc.oneof(
  fc.record({ audits: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }) }),
  fc.record({
    audits: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
    trouble: fc.constantFrom<Trouble>(
      'failure after the fact',
      'cut within the answer',
      'cut',
      { status: 502 },
      { status: 403 },
    ),
    of: fc.constantFrom('POST /repos', 'PATCH ', 'GET ', 'POST /graphql'),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ somebody: fc.constantFrom('opens', 'closes', 'renames', 'cuts', 'annotates', 'copies', 'imitates') }),
);

/** Does to the newest issue what people do to issues. */
function done(by: string, { issues }: FakeGitHub['state']): void {
  const issue = issues.all.at(-1);
  if (issue === undefined) return;
  if (by === 'opens') issues.change(issue.number, { state: 'open' });
  if (by === 'closes') issues.change(issue.number, { state: 'closed' });
  if (by === 'renames') issues.change(issue.number, { title: 'another title' });
  if (by === 'cuts') issues.change(issue.number, { body: issue.body?.slice(0, 200) ?? null });
  if (by === 'annotates') issues.change(issue.number, { body: `A note.\r\n\r\n${issue.body}` });
  if (by === 'copies') issues.create({ title: 'a copy', body: issue.body ?? '' }, issue.user);
  if (by === 'imitates') {
    issues.create({ title: 'an imitation', body: issue.body ?? '' }, { login: 'mallory', type: 'User' });
  }
}

function isOurs({ user, body }: Issue): boolean {
  const step = /^<!-- promsec audit (\S+)/m.exec(body ?? '')?.[1] ?? '';
  return user.type === 'Bot' && markIn('audit', step, body ?? '') !== undefined;
}

test('whatever happened before, an audit that works leaves one issue that says what is so, or none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 8 }), fc.integer({ min: 0, max: 3 }), async (history, count) => {
      const github = await fakeGitHub(gitHubState());
      for (const event of history) {
        if ('somebody' in event) done(event.somebody, github.state);
        else {
          github.misfortunes = 'of' in event ? [event] : [];
          await sinkRun(
            github,
            event.audits.map(line => finding(line)),
            AUDIT,
          );
        }
      }
      github.misfortunes = [];
      const lines = Array.from({ length: count }, (_, index) => 10 + index);
      expect(
        await sinkRun(
          github,
          lines.map(line => finding(line)),
          AUDIT,
        ),
      ).toEqual([]);
      const open = github.state.issues.all.filter(issue => issue.state === 'open' && isOurs(issue));
      expect(open).toHaveLength(count === 0 ? 0 : 1);
      for (const line of lines) expect(open[0]?.body).toContain(`prometheus.yml#L${line})`);
      const before = github.orders.length;
      expect(
        await sinkRun(
          github,
          lines.map(line => finding(line)),
          AUDIT,
        ),
      ).toEqual([]);
      expect(github.orders).toHaveLength(before);
    }),
    { seed: 11, numRuns: 40 },
  );
}, 60_000);
