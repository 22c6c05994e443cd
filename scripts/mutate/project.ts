import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const COPIED: ReadonlySet<string> = new Set(['src', 'test', 'scripts']);
const STAND_IN = 'scripts/mutate/jest-globals.ts';

/**
 * Makes a project of its own in `folder`: the one at `top` with these texts in place of its own, and tests that run
 * without Jest. It is compiled without checks of types, which mutants break.
 */
export function buildProject(top: string, folder: string, texts: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(top)) {
    if (name === 'build' || name === '.git') continue;
    if (COPIED.has(name)) cpSync(join(top, name), join(folder, name), { recursive: true });
    else symlinkSync(join(top, name), join(folder, name));
  }
  for (const [path, text] of texts) writeFileSync(join(folder, path), text);
  for (const path of readdirSync(join(folder, 'test'), { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.ts')) withoutJest(folder, join('test', path));
  }
  run(folder, join(top, 'node_modules/typescript/bin/tsc'), '-p', '.', '--noCheck');
  run(folder, 'build/scripts/compile-validators.js');
}

function withoutJest(folder: string, path: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  const up = '../'.repeat(dirname(path).split('/').length);
  writeFileSync(join(folder, path), text.replace("from '@jest/globals'", `from '${up}${STAND_IN}'`));
}

function run(folder: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
}
