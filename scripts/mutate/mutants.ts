import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from './tests.ts';

/** One change of one place: what stands there, and what would stand there instead. */
export interface Mutant {
  readonly id: number;
  /** From the top of the project. */
  readonly path: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly operator: string;
  readonly original: string;
  readonly replacement: string;
}

/** All mutants of some files, and the text of these files with a switch at the place of each. */
export interface MutatedSources {
  readonly mutants: readonly Mutant[];
  readonly switched: ReadonlyMap<string, string>;
}

// Where the switches of Stryker's instrumenter ask and count. They become calls of `switch.ts`, which are cheap, and
// those of mutants that nobody asked for are `false` from the outset.
const QUESTION = /stryMutAct_9fa48\("(\d+)"\)/g;
const COUNT = /stryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g;

const OPTIONS: InstrumenterOptions = { plugins: null, ignorers: [], excludedMutations: [] };
const SILENT = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

/** The sources of the rooms in the folder `src` at `top`, sorted. */
export function sourcePaths(top: string): readonly string[] {
  return ROOMS.flatMap(room =>
    readdirSync(join(top, 'src', room), { recursive: true, encoding: 'utf8' }).map(path => `src/${room}/${path}`),
  )
    .filter(path => path.endsWith('.ts'))
    .sort();
}

/** Every mutant of these sources that Stryker's operators make. */
export async function mutatedSources(top: string, paths: readonly string[]): Promise<MutatedSources> {
  const texts = new Map(paths.map(path => [path, readFileSync(join(top, path), 'utf8')]));
  const files = [...texts].map(([name, content]) => ({ name, content, mutate: true }));
  const { mutants, files: switched } = await new Instrumenter(SILENT).instrument(files, OPTIONS);
  return {
    mutants: mutants.map(({ id, fileName, location: { start, end }, mutatorName, replacement }) => {
      const lines = (texts.get(fileName) ?? '').split('\n').slice(start.line, end.line + 1);
      const last = lines.length - 1;
      const original = lines
        .map((line, index) => line.slice(index === 0 ? start.column : 0, index === last ? end.column : undefined))
        .join('\n');
      return {
        id: Number(id),
        path: fileName,
        line: start.line + 1,
        column: start.column + 1,
        operator: mutatorName,
        original,
        replacement,
      };
    }),
    switched: new Map(switched.map(({ name, content }) => [name, content])),
  };
}

/** The text of a file whose switches ask for the chosen mutants alone. */
export function switchedFor(path: string, text: string, chosen: ReadonlySet<number>): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const asking = text
    .replaceAll(QUESTION, (_, id: string) => (chosen.has(Number(id)) ? `mutation.isActive(${id})` : 'false'))
    .replaceAll(COUNT, (_, ids: string) => `(mutation.counts && mutation.reached(${ids.replaceAll('"', '')}))`);
  return `import * as mutation from '${up}scripts/mutate/switch.ts';\n${asking}`;
}
