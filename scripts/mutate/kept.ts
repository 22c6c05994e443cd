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
  /** What became of the mutant, if a test noticed it. */
  noticed(mutant: Mutant): Fate | undefined;
  keepNoticed(fate: Fate): void;
}

interface KeptFate {
  /** Of the test file. */
  readonly digest: string;
  readonly fate: Fate;
}

/** What is kept in `folder` of the project at `top`. */
export function keptIn(folder: string, top: string): Kept {
  const own = join(folder, digestOf(top, everythingShared(top)));
  mkdirSync(own, { recursive: true });
  const digestOfFile = (file: string): string => digestOf(top, [join('test', file.replace(/\.js$/, '.ts'))]);
  const pathOf = (file: string): string =>
    join(own, file === '' ? 'start.json' : `${file.replaceAll('/', '-')}-${digestOfFile(file)}.json`);
  const fatesPath = join(own, 'noticed.jsonl');
  const lines = existsSync(fatesPath) ? readFileSync(fatesPath, 'utf8').trim().split('\n') : [];
  // `keepNoticed` has made each line. Mutants have the same numbers as long as the engine is the same.
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
    noticed({ id }) {
      const kept = fates.get(id);
      if (kept?.fate.testFile === undefined) return undefined;
      return kept.digest === digestOfFile(kept.fate.testFile) ? kept.fate : undefined;
    },
    keepNoticed(fate) {
      if (fate.testFile === undefined) return;
      const kept: KeptFate = { digest: digestOfFile(fate.testFile), fate };
      appendFileSync(fatesPath, `${JSON.stringify(kept)}\n`);
    },
  };
}

function everythingShared(top: string): readonly string[] {
  const tests = readdirSync(join(top, 'test'), { recursive: true, withFileTypes: true });
  const sources = readdirSync(join(top, 'src'), { recursive: true, withFileTypes: true });
  return [...sources, ...tests]
    .filter(entry => entry.isFile() && !entry.name.endsWith('.test.ts'))
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
