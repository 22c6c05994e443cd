import { getOctokit } from '@actions/github';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, refusalFor, waitFor, type FailedAnswer } from './refusal.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** What sends a request of a route to GitHub. */
export type Request = Octokit['request'];

/** A page of a list, from 1, of so many things each. */
export interface Place {
  readonly page: number;
  readonly per_page: number;
}

/** How long GitHub is waited for. Times are in milliseconds. */
export interface Patience {
  /** For all requests together, pauses included. */
  readonly total: number;
  /** For the answer to one. */
  readonly answer: number;
  /** How often something is tried. */
  readonly attempts: number;
  /** Before the second attempt; twice that before the third. */
  readonly pause: number;
}

/** What is right for a step of a workflow: nothing depends on it, so it does not take long. */
export const PATIENCE: Patience = { total: 120_000, answer: 15_000, attempts: 3, pause: 1000 };

/** How many things of a list GitHub gives at once. */
const PAGE = 100;

/** What a client is made of. */
interface Access {
  readonly token: string;
  /** `https://api.github.com`, or that of a server of one's own. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
}

/** What the runner's variables say of the repository, for a token. */
export function accessIn(environment: NodeJS.ProcessEnv, token: string): Access {
  const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
  return { token, apiUrl: environment['GITHUB_API_URL'] || 'https://api.github.com', owner, repo };
}

/** What octokit makes of an answer. */
interface Answer {
  readonly status: number;
  readonly data: unknown;
}

interface Viewer {
  readonly login: string;
}

/** The author of what the token of a workflow writes. */
const WORKFLOW: Viewer = { login: 'github-actions[bot]' };

/** GitHub's API for one repository. Every request either succeeds or throws a `Refusal`. */
export class GitHub {
  readonly owner: string;
  readonly repo: string;
  readonly #octokit: Octokit;
  readonly #patience: Patience;
  readonly #end: number;

  constructor({ token, apiUrl, owner, repo }: Access, patience: Patience = PATIENCE) {
    this.owner = owner;
    this.repo = repo;
    this.#octokit = getOctokit(token, { baseUrl: apiUrl, log: SILENCE });
    this.#patience = patience;
    this.#end = Date.now() + patience.total;
  }

  /** The answer to a request. It is sent again only where GitHub says that it has not looked at it. */
  async answer<T extends Answer>(send: (request: Request) => Promise<T>): Promise<T> {
    return this.#answered(signal => send(this.#octokit.request.defaults({ request: { signal } })));
  }

  /** Everything in a list. */
  async list<T>(
    send: (request: Request, place: Place) => Promise<Answer & { data: readonly T[] }>,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for (let page = 1; ; page += 1) {
      const { data } = await this.answer(request => send(request, { page, per_page: PAGE }));
      found.push(...data);
      if (data.length < PAGE) return found;
    }
  }

  /**
   * Who the token speaks for, as comments name their authors: that of a workflow for `github-actions[bot]`. What may not
   * know is taken for one.
   */
  async login(): Promise<string> {
    try {
      const { data } = await this.#answered(async signal => ({ status: 200, data: await this.#viewer(signal) }));
      return data.login;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'forbidden') return WORKFLOW.login;
      throw error;
    }
  }

  async #viewer(signal: AbortSignal): Promise<Viewer> {
    try {
      const query = '{ viewer { login } }';
      return (await this.#octokit.graphql<{ readonly viewer: Viewer }>(query, { request: { signal } })).viewer;
    } catch (error) {
      // The answer of GraphQL to what is not permitted is a success with errors in it.
      if (error instanceof Error && error.name === 'GraphqlResponseError') return WORKFLOW;
      throw error;
    }
  }

  /** What comes of work that may be done once more when nobody knows what became of it: it looks at what is there. */
  async settled<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Refusal) || !error.isUnsettled) throw error;
        await this.#waitOrThrow(error, attempt, this.#patience.pause * attempt);
      }
    }
  }

  async #answered<T extends Answer>(send: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const signal = AbortSignal.timeout(Math.max(1, Math.min(this.#patience.answer, this.#end - Date.now())));
      try {
        const answer = await send(signal);
        if (isWhole(answer)) return answer;
        throw new Error('the answer ends too early');
      } catch (error) {
        const answer = failedAnswerOf(error);
        if (answer === undefined) throw new Refusal(signal.aborted ? 'timeout' : 'unreachable');
        const refusal = refusalFor(answer);
        if (refusal.kind !== 'rate-limit') throw refusal;
        await this.#waitOrThrow(refusal, attempt, waitFor(answer, Date.now()));
      }
    }
  }

  async #waitOrThrow(refusal: Refusal, attempt: number, wait: number): Promise<void> {
    if (attempt >= this.#patience.attempts || Date.now() + wait >= this.#end) throw refusal;
    await pause(wait);
  }
}

const SILENCE = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The answer that an error of the client stands for; it says 500 without one where there was none. */
function failedAnswerOf(error: unknown): FailedAnswer | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response) || !('headers' in response)) {
    return undefined;
  }
  const { status, headers } = response;
  if (typeof status !== 'number' || typeof headers !== 'object' || headers === null) return undefined;
  return { status, headers: Object.fromEntries(Object.entries(headers)), message: error.message };
}

/** False where the connection broke within the answer: octokit then hands on the text that had come by then. */
function isWhole({ status, data }: Answer): boolean {
  return status === 204 || typeof data === 'object';
}
