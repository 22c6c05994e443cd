import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../usage-error.ts';

/** Far beyond any password, so that input without end is not read. */
const MOST_BYTES = 4096;

/** Where a password comes from, and where it is asked for. */
interface PasswordInput {
  readonly input: NodeJS.ReadStream;
  /** Where the question is asked: not where the results go. */
  readonly output: NodeJS.WritableStream;
}

/**
 * The password that a person types twice, of which nothing is shown, or the line that another program writes to standard
 * input.
 *
 * @throws UsageError where there is none, and where the two differ.
 */
export async function enteredPassword({ input, output }: PasswordInput): Promise<string> {
  if (!input.isTTY) return passwordIn(await bytesOf(input));
  const ask = questioner(input, output);
  try {
    const password = await ask('Password: ');
    const again = await ask('The same again: ');
    if (password !== again) throw new UsageError(['the two passwords differ; start again']);
    return password;
  } finally {
    ask.close();
  }
}

interface Questioner {
  (question: string): Promise<string>;
  close(): void;
}

/** Asks on a terminal whose echo is off. Two lines that are pasted at once answer two questions. */
function questioner(input: NodeJS.ReadStream, output: NodeJS.WritableStream): Questioner {
  // The terminal does not echo while lines are edited here, and what would show them goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  const answers = lines[Symbol.asyncIterator]();
  lines.on('SIGINT', () => lines.close());
  const ask = async (question: string): Promise<string> => {
    output.write(question);
    const answer = await answers.next();
    output.write('\n');
    if (answer.done === true) throw new UsageError(['no password was entered']);
    return answer.value;
  };
  return Object.assign(ask, { close: () => lines.close() });
}

async function bytesOf(input: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** What a program writes, without the end of its one line. */
function passwordIn(bytes: Uint8Array): string {
  const text = decoded(bytes).replace(/\r?\n$/, '');
  if (!/[\r\n]/.test(text)) return text;
  throw new UsageError(['there is more than one line on standard input; write the password alone']);
}

function decoded(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // A browser sends none, so that nobody could log in.
    if (!text.startsWith('\ufeff')) return text;
  } catch {
    // What a decoder says could quote it.
  }
  throw new UsageError(['what is on standard input is no UTF-8, or begins with a byte order mark']);
}
