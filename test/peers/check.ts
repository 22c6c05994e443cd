import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './peer.ts';

/** How the check of a program is called, and how what it prints is read. */
export interface Checking {
  readonly program: string;
  /** Arguments in front of the names of files. */
  readonly arguments: readonly string[];
  /** Matches where what is said of a file begins; what is said is behind it. */
  readonly beginning: RegExp;
  /** Matches in what is said of a file that is taken. */
  readonly success: RegExp;
}

/** What the program says of each text, in their order. */
export async function verdictsOnCheck(
  checking: Checking,
  folder: string,
  texts: readonly string[],
): Promise<readonly Verdict[]> {
  const names = texts.map((_, index) => `${index}.yml`);
  texts.forEach((text, index) => writeFileSync(join(folder, `${index}.yml`), text));
  const verdicts: Verdict[] = [];
  // A program that crashes over a file says nothing of those behind it.
  while (verdicts.length < names.length) {
    verdicts.push(...(await verdictsOfFiles(checking, folder, names.slice(verdicts.length))));
  }
  return verdicts;
}

async function verdictsOfFiles(
  checking: Checking,
  folder: string,
  names: readonly string[],
): Promise<readonly Verdict[]> {
  const output = await outputOf(checking, folder, names);
  const beginnings = [...output.matchAll(checking.beginning)];
  if (beginnings.length === 0) throw new Error(`${checking.program} says nothing of ${names[0]}:\n${output}`);
  return beginnings.map((match, index) => {
    const said = output.slice(match.index + match[0].length, beginnings[index + 1]?.index);
    return { isRefused: !checking.success.test(said), said: said.trim() };
  });
}

/** What the program prints on both streams, in the order in which it does. */
async function outputOf(checking: Checking, folder: string, names: readonly string[]): Promise<string> {
  const path = join(folder, 'output');
  const output = openSync(path, 'w');
  // Nobody is to be asked for the region of this machine.
  const env = { ...process.env, AWS_EC2_METADATA_DISABLED: 'true' };
  const stdio: StdioOptions = ['ignore', output, output];
  await once(spawn(checking.program, [...checking.arguments, ...names], { cwd: folder, env, stdio }), 'close');
  closeSync(output);
  return readFileSync(path, 'utf8');
}
