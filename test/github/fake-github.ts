import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { OPERATIONS } from './operations.ts';
import { Refused } from './rest.ts';
import type { Asked, GitHubState } from './state.ts';

/** What goes wrong with a request: an answer in place of the real one, none in time, or a connection that breaks. */
export type Trouble =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
      readonly errors?: readonly object[];
    }
  | 'silence'
  | 'a slow answer'
  | 'cut'
  /** The request is fulfilled, and then the answer breaks off. */
  | 'cut within the answer'
  /** The request is fulfilled, and the answer says that it is not. */
  | 'failure after the fact'
  | 'a page for people';

/** Which requests have trouble, by the begin of their method and path, and how often. */
export interface Misfortune {
  readonly of: string;
  readonly trouble: Trouble;
  /** Each time unless said. */
  readonly times?: number;
}

const SLOW_MILLISECONDS = 100;

export const TOKEN = 'ghs_token-of-the-workflow';

/** GitHub's API on loopback, strict about what it is asked: see `faults`. */
export class FakeGitHub {
  readonly state: GitHubState;
  /** Every request, as `POST /repos/o/r/check-runs`. */
  readonly requests: string[] = [];
  /** What was asked that GitHub's description does not have; a test that has one fails. */
  readonly faults: string[] = [];
  misfortunes: readonly Misfortune[] = [];
  readonly #server: Server;
  readonly #counts = new Map<Misfortune, number>();

  private constructor(state: GitHubState) {
    this.state = state;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async started(state: GitHubState): Promise<FakeGitHub> {
    const fake = new FakeGitHub(state);
    await new Promise<void>(listening => fake.#server.listen(0, '127.0.0.1', listening));
    return fake;
  }

  /** What `GITHUB_API_URL` has to be. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the fake GitHub does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** The requests that change something. */
  get orders(): readonly string[] {
    return this.requests.filter(request => !request.startsWith('GET ') && !request.endsWith('/graphql'));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(closed => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const asked = `${request.method} ${decodeURIComponent(pathname)}`;
    this.requests.push(asked);
    const sent = await textOf(request);
    const trouble = this.#troubleOf(asked);
    if (trouble === 'silence') return;
    if (trouble === 'a slow answer') await pause(SLOW_MILLISECONDS);
    if (trouble === 'cut') return void request.socket.destroy();
    if (trouble === 'a page for people')
      return send(response, 200, '<html>sign in</html>', { 'content-type': 'text/html' });
    if (typeof trouble === 'object') {
      const { status, headers, message = 'trouble', errors } = trouble;
      return sendJson(response, status, { message, errors }, headers);
    }
    const { status, answer } = this.#fulfilled(request, asked, searchParams, sent);
    if (trouble === 'failure after the fact') return sendJson(response, 502, { message: 'Bad Gateway' });
    if (trouble === 'cut within the answer') return void breakOff(response, status, JSON.stringify(answer));
    if (status === 204) return void response.writeHead(204).end();
    sendJson(response, status, answer);
  }

  #troubleOf(asked: string): Trouble | undefined {
    const misfortune = this.misfortunes.find(
      candidate => asked.startsWith(candidate.of) && (this.#counts.get(candidate) ?? 0) < (candidate.times ?? Infinity),
    );
    if (misfortune !== undefined) this.#counts.set(misfortune, (this.#counts.get(misfortune) ?? 0) + 1);
    return misfortune?.trouble;
  }

  #fulfilled(
    request: IncomingMessage,
    asked: string,
    query: URLSearchParams,
    sent: string,
  ): { readonly status: number; readonly answer: unknown } {
    try {
      const body: unknown = sent === '' ? undefined : JSON.parse(sent);
      this.#check(request);
      if (asked === 'POST /graphql')
        return { status: 200, answer: { data: { viewer: { login: this.state.user.login } } } };
      const operation = OPERATIONS.find(({ pattern }) => pattern.test(asked));
      if (operation === undefined) throw new Refused(404, 'Not Found');
      const faults = operation.faultsOf(query, body);
      this.faults.push(...faults);
      if (faults.length > 0) throw new Refused(422, faults.join());
      const parameters = operation.pattern.exec(asked)?.slice(1) ?? [];
      const question: Asked = { operation: operation.name, parameters, query, body };
      const answer = this.state.answerTo(question);
      this.faults.push(...operation.answerFaultsOf(answer));
      return { status: operation.status, answer };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: error.status, answer: { message: error.message } };
    }
  }

  #check({ headers }: IncomingMessage): void {
    if (headers['user-agent'] === undefined) this.faults.push('a request names no user agent');
    if (headers.authorization !== `token ${TOKEN}`) throw new Refused(401, 'Bad credentials');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(
  response: ServerResponse,
  status: number,
  answer: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, JSON.stringify(answer), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

function send(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>>): void {
  response.writeHead(status, headers).end(text);
}

async function breakOff(response: ServerResponse, status: number, text: string): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length + 1 });
  response.write(text.slice(0, text.length >> 1));
  await pause(20);
  response.destroy();
}
