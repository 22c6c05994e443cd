import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Verdict } from './peer.ts';

const PATIENCE_IN_SECONDS = 30;

/** A program that reads its configuration again when it is asked to, and says what it thinks of it. */
export interface Reloading {
  readonly program: string;
  /** Its arguments, given the address to listen on. */
  readonly arguments: (address: string) => readonly string[];
  /** The name of its configuration, and one that it takes. */
  readonly file: string;
  readonly taken: string;
}

/** What a running process says of each text, in their order. One that ends over a text is started again for the next. */
export async function verdictsOnReload(
  reloading: Reloading,
  folder: string,
  texts: readonly string[],
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  let running: Running | undefined;
  try {
    for (const text of texts) {
      running ??= await started(reloading, folder);
      writeFileSync(join(folder, reloading.file), text);
      const verdict = await reloaded(running);
      verdicts.push(verdict ?? { isRefused: true, said: `${reloading.program} ended` });
      if (verdict !== undefined) continue;
      running.process.kill('SIGKILL');
      running = undefined;
    }
    return verdicts;
  } finally {
    running?.process.kill('SIGKILL');
  }
}

interface Running {
  readonly process: ChildProcess;
  readonly address: string;
}

async function started({ program, arguments: argumentsAt, file, taken }: Reloading, folder: string): Promise<Running> {
  writeFileSync(join(folder, file), taken);
  const address = `127.0.0.1:${await freePort()}`;
  const running = spawn(program, argumentsAt(address), { cwd: folder, stdio: 'ignore' });
  for (let tries = 0; tries < PATIENCE_IN_SECONDS * 20 && running.exitCode === null; tries += 1) {
    await pause(50);
    const verdict = await reloaded({ process: running, address });
    if (verdict?.isRefused === false) return { process: running, address };
  }
  running.kill('SIGKILL');
  throw new Error(`${program} does not get ready`);
}

/** What the process answers when it is asked to read its configuration; `undefined` where it ends over it. */
async function reloaded({ address }: Running): Promise<Verdict | undefined> {
  const answer = await fetch(`http://${address}/-/reload`, {
    method: 'POST',
    signal: AbortSignal.timeout(PATIENCE_IN_SECONDS * 1000),
  }).catch(() => undefined);
  return answer === undefined ? undefined : { isRefused: !answer.ok, said: (await answer.text()).trim() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // an address with a port, since it does not listen on a socket file
  server.close();
  await once(server, 'close');
  return port;
}
