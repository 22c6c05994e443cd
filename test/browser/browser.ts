import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A result or an event of the Chrome DevTools Protocol; its fields are those of the method or the event. */
type Fields = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

/** What one tab says and is told. */
export interface Tab {
  /** Calls a method of the protocol. Rejects where the browser refuses it. */
  call(method: string, params?: Fields): Promise<Fields>;
  /** The events so far. */
  readonly events: readonly { readonly method: string; readonly params: Fields }[];
  /** Waits for the next event of a name. */
  next(method: string): Promise<Fields>;
}

/** A headless Chromium that is spoken to by a pipe (`--remote-debugging-pipe`: JSON, each message ends with a NUL). */
export class Browser {
  readonly #process: ReturnType<typeof spawn>;
  readonly #profile: string;
  readonly #input: Writable;
  readonly #answers = new Map<number, { resolve(result: Fields): void; reject(error: Error): void }>();
  readonly #listeners = new Map<string, (message: Message) => void>();
  #calls = 0;
  #rest = '';

  constructor(program = 'chromium') {
    this.#profile = mkdtempSync(join(tmpdir(), 'promsec-browser-'));
    const settings = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-pipe',
      '--hide-scrollbars',
    ];
    this.#process = spawn(program, [...settings, `--user-data-dir=${this.#profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    // The two pipes are there, as they were asked for above.
    this.#input = this.#process.stdio[3] as Writable;
    const output = this.#process.stdio[4] as Readable;
    output.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.#process.on('error', error => this.#fail(error));
    this.#process.on('exit', code => this.#fail(new Error(`${program} ended with ${code}`)));
  }

  /** A new tab, of a context of its own: without cookies and settings of others. */
  async tab(): Promise<Tab> {
    const { browserContextId } = await this.#call('Target.createBrowserContext');
    const { targetId } = await this.#call('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.#call('Target.attachToTarget', { targetId, flatten: true });
    if (typeof sessionId !== 'string') throw new Error('the browser gave no session');
    const events: { method: string; params: Fields }[] = [];
    const waiting = new Map<string, (params: Fields) => void>();
    this.#listeners.set(sessionId, ({ method = '', params = {} }) => {
      events.push({ method, params });
      waiting.get(method)?.(params);
      waiting.delete(method);
    });
    return {
      events,
      call: (method, params) => this.#call(method, params, sessionId),
      next: method => new Promise(resolve => waiting.set(method, resolve)),
    };
  }

  async close(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    await this.#call('Browser.close').catch(() => this.#process.kill());
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #call(method: string, params: Fields = {}, sessionId?: string): Promise<Fields> {
    this.#calls += 1;
    const id = this.#calls;
    const answer = new Promise<Fields>((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  #take(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const json of messages) {
      const message: Message = JSON.parse(json);
      const { id, sessionId = '', result = {}, error } = message;
      const answer = id === undefined ? undefined : this.#answers.get(id);
      if (answer === undefined) this.#listeners.get(sessionId)?.(message);
      else if (error === undefined) answer.resolve(result);
      else answer.reject(new Error(error.message));
      if (id !== undefined) this.#answers.delete(id);
    }
  }

  #fail(error: Error): void {
    for (const answer of this.#answers.values()) answer.reject(error);
    this.#answers.clear();
  }
}
