import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fate } from './fates.ts';
import type { MeasuredFile } from './measurement.ts';
import type { Mutant } from './mutants.ts';

/**
 * What was found out before and is still true: as long as the engine and what the tests share are the same, what a test
 * file does without mutants, and which mutants it notices, depends on that file alone.
 */
export interface Kept {
  /** What the test file does; an empty name stands for loading the engine. */
  measured(file: string): MeasuredFile | undefined;
  keepMeasured(measured: MeasuredFile): void;
  /** What became of the mutant, as long as the test that noticed it, or each test that did not, is the same. */
  fate(mutant: Mutant): Fate | undefined;
  keepFate(fate: Fate): void;
}

interface KeptFate {
  /** Of the test file, or of all. */
  readonly digest: string;
  readonly fate: Fate;
}

/** What is kept in `folder` of the project at `top`, of tests that may take so many seconds for a mutant. */
export function keptIn(folder: string, top: string, seconds: number): Kept {
  const own = join(folder, digestOf(top, everythingShared(top)));
  mkdirSync(own, { recursive: true });
  const digestOfFile = (file: string): string => digestOf(top, [join('test', file.replace(/\.js$/, '.ts'))]);
  const ofAll = digestOf(top, pathsIn(top, 'test'));
  const digestFor = (fate: Fate | undefined): string =>
    fate?.testFile === undefined ? `${ofAll} ${seconds}` : digestOfFile(fate.testFile);
  const pathOf = (file: string): string =>
    join(own, file === '' ? 'start.json' : `${file.replaceAll('/', '-')}-${digestOfFile(file)}.json`);
  const fatesPath = join(own, 'fates.jsonl');
  const lines = existsSync(fatesPath) ? readFileSync(fatesPath, 'utf8').trim().split('\n') : [];
  // `keepFate` has made each line. Mutants have the same numbers as long as the engine is the same.
  const fates = new Map(lines.map(line => JSON.parse(line) as KeptFate).map(kept => [kept.fate.mutant.id, kept]));
  return {
    measured(file) {
      const path = pathOf(file);
      // `keepMeasured` has made it.
      return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as MeasuredFile) : undefined;
    },
    keepMeasured(measured) {
      writeFileSync(pathOf(measured.file), JSON.stringify(measured));
    },
    fate({ id }) {
      const kept = fates.get(id);
      return kept !== undefined && kept.digest === digestFor(kept.fate) ? kept.fate : undefined;
    },
    keepFate(fate) {
      const kept: KeptFate = { digest: digestFor(fate), fate };
      appendFileSync(fatesPath, `${JSON.stringify(kept)}\n`);
    },
  };
}

function everythingShared(top: string): readonly string[] {
  return [...pathsIn(top, 'src'), ...pathsIn(top, 'test').filter(path => !path.endsWith('.test.ts'))];
}

function pathsIn(top: string, folder: string): readonly string[] {
  return readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(top.length + 1))
    .sort();
}

function digestOf(top: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    // A test file may have gone since.
    if (existsSync(join(top, path))) hash.update(`${path}\0`).update(readFileSync(join(top, path)));
  }
  return hash.digest('hex').slice(0, 16);
}
