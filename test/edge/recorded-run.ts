import { run } from '../../src/edge/cli/main.ts';

/** What came of a command. */
export interface Outcome {
  readonly status: number;
  /** What was printed on standard output. */
  readonly output: string;
  /** The lines on standard error. */
  readonly complaints: readonly string[];
}

/** Runs the command with a terminal in a folder, on November 20th 2026. */
export async function runIn(folder: string, words: readonly string[], hasColor = false): Promise<Outcome> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await run(words, {
    folder,
    now: new Date('2026-11-20T00:00:00Z'),
    hasColor,
    print: text => void printed.push(text),
    emit: text => void printed.push(text),
    complain: line => void complaints.push(line),
  });
  return { status, output: printed.join(''), complaints };
}

/** The findings that a command prints, as `path:line rule`. */
export async function findingsIn(folder: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { output, complaints } = await runIn(folder, ['--format', 'json', ...words]);
  if (output === '') throw new Error(complaints.join('\n'));
  // Our own format, which `test/report/` compares with its schema.
  const { findings } = JSON.parse(output) as { findings: readonly { file: string; line: number; rule: string }[] };
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}
