import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeCollected, type CollectedTest, type TestBody } from './jest-globals.ts';

/** The rooms whose code is mutated. */
export const ROOMS = ['parse', 'model', 'trust', 'rules'] as const;

// Tests of the world outside and of other programs, those that read the repository itself or the committed bundle, and
// those that run for a minute to find what no single input shows. They may notice mutants too; none is counted as
// noticed for that.
const LEFT_OUT =
  /^(?:edge|github|homes|library|runner|peers|workflows|browser|live|fuzz|certificate-fuzz)\/|^(?:fuzz|hostile|layers|readme)\.test/;

/** The test files that are asked for mutants, from `build/test`, sorted. */
export function testFiles(project: string): readonly string[] {
  return readdirSync(join(project, 'build/test'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.test.js') && !LEFT_OUT.test(path))
    .sort();
}

/** Loads what is mutated, as a test file would. */
export async function loadEngine(project: string): Promise<void> {
  for (const room of ROOMS) {
    const folder = join(project, 'build/src', room);
    const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.js'));
    for (const path of modules.sort()) await import(pathToFileURL(join(folder, path)).href);
  }
}

/** Loads a test file and gives its tests, in their order. What it works out is worked out anew for another turn. */
export async function loadedTests(project: string, file: string, turn = 0): Promise<readonly CollectedTest[]> {
  takeCollected();
  await import(`${pathToFileURL(join(project, 'build/test', file)).href}?${turn}`);
  return takeCollected();
}

/** Whether the test passes. What it throws is its failure; where it lasts, so does this. */
export async function passes(body: TestBody): Promise<boolean> {
  try {
    await body();
    return true;
  } catch {
    return false;
  }
}
