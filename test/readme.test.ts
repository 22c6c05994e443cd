import { expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIn } from './edge/recorded-run.ts';

const readme = readFileSync('README.md', 'utf8');
const sessions = [...readme.matchAll(/^```console\n\$ npx promsec ([^\n]*)\n([^]*?)^```$/gm)].map(
  ([, command = '', output = '']) => [command, output] as const,
);

test('the README shows what commands print', () => {
  expect(sessions.length).toBeGreaterThan(0);
});

test.each(sessions)('`promsec %s` prints what the README shows of it', async (command, shown) => {
  const folder = mkdtempSync(join(tmpdir(), 'promsec-'));
  try {
    // Alone in a folder, as a repository of a user has it: here the configuration leaves the examples out.
    cpSync('examples', join(folder, 'examples'), { recursive: true });
    const { output, complaints } = await runIn(folder, wordsOf(command));
    expect(complaints).toEqual([]);
    // Three dots on a line stand for what is left out there.
    let rest = output;
    for (const part of shown.split(/^\.\.\.\n/m)) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
    expect(shown.endsWith('...\n') || rest === '').toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The words of a command, of which one may be in single quotes. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain);
}
