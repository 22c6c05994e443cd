import { afterEach, expect } from '@jest/globals';
import type { WorkflowEvent } from '../../src/edge/action/event.ts';
import type { Patience } from '../../src/edge/github/client.ts';
import { runSinks, type Sinks } from '../../src/edge/github/sinks.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { SourceFile } from '../../src/text/source.ts';
import { findingOf, reportOf } from '../report/sample.ts';
import { FakeGitHub, TOKEN, type Misfortune } from './fake-github.ts';
import { GitHubState, NUMBER } from './state.ts';

export const HEAD = '5ca1ab1e'.repeat(5);

export const ALL: Sinks = { suggestions: true, checkRun: 'promsec', comment: true, audit: true };
export const NONE: Sinks = { suggestions: false, comment: false, audit: false };

export const HASTE: Patience = { total: 3000, answer: 400, attempts: 2, pause: 5 };

const JOB = 'scheme: https';
const FILE = new SourceFile('deploy/prometheus.yml', Array.from({ length: 60 }, () => `${JOB}\n`).join(''));

/** A finding on a line, from 1, with a safe fix for it. */
export function finding(line: number, rest: Partial<Finding> = {}): Finding {
  const start = (line - 1) * (JOB.length + 1);
  const at = FILE.span(start, start + JOB.length);
  const fix = { title: 'say it', edits: [{ at, text: `${JOB} # ${line}` }], isSafe: true };
  return { ...findingOf({ at }), fingerprint: line.toString(16).padStart(16, '0'), fix, ...rest };
}

/** The pull request changes every line of the file. */
export function gitHubState(): GitHubState {
  const state = new GitHubState();
  const patch = `@@ -0,0 +1,60 @@\n${Array.from({ length: 60 }, () => `+${JOB}`).join('\n')}`;
  state.files = [{ filename: FILE.path, status: 'modified', patch }];
  return state;
}

let running: FakeGitHub | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** A fake GitHub that ends with the test. */
export async function fakeGitHub(state: GitHubState, misfortunes: readonly Misfortune[] = []): Promise<FakeGitHub> {
  await running?.stop();
  running = await FakeGitHub.started(state);
  running.misfortunes = misfortunes;
  return running;
}

/** What may be other in a run than usually. */
interface Circumstances {
  readonly wanted?: Sinks;
  readonly event?: WorkflowEvent;
  readonly token?: string;
  readonly isFailing?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
}

export const PULL_REQUEST = { kind: 'pull-request', name: 'pull_request', number: NUMBER, headSha: HEAD } as const;

/** Sends a report to a fake GitHub, and expects that it is asked for nothing that GitHub does not have. */
export async function sinkRun(
  github: FakeGitHub,
  findings: readonly Finding[] | Report,
  { wanted = ALL, event = PULL_REQUEST, token = TOKEN, isFailing = true, environment = {} }: Circumstances = {},
): Promise<readonly string[]> {
  const report = 'findings' in findings ? findings : reportOf(findings);
  const surroundings = {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SHA: 'f'.repeat(40),
    GITHUB_RUN_ID: '42',
    GITHUB_WORKFLOW: 'lint',
    GITHUB_JOB: 'promsec',
    INPUT_PATH: '.',
    ...environment,
  };
  const notices = await runSinks(wanted, { report, isFailing, event, token, environment: surroundings }, HASTE);
  expect(github.faults).toEqual([]);
  expect(notices.join()).not.toContain(TOKEN);
  return notices;
}
