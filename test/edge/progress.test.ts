import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Progress, showsProgress } from '../../src/edge/cli/progress.ts';
import { treeOf, type DiskTree } from '../../src/edge/tree.ts';

const EMPTY_LINE = '\r\u001b[K';

/** The line of a terminal with a text, which is cut where the terminal is narrower. */
function lineOf(text: string): string {
  return `${EMPTY_LINE}\u001b[?7l${text}\u001b[?7h`;
}

/** A tree of so many files, `0000` and on, that counts how often it is listed. */
function treeOfFiles(count: number): { readonly tree: DiskTree; listings(): number } {
  const paths = Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'));
  let listings = 0;
  const tree: DiskTree = {
    root: '/',
    get paths() {
      listings += 1;
      return paths;
    },
    named: new Set(),
    belowNamed: new Set(),
    covers: () => true,
    isBelowNamed: () => false,
    has: path => paths.includes(path),
    read: path => ({ bytes: Buffer.from(path) }),
  };
  return { tree, listings: () => listings };
}

/** What is drawn where each file takes so long to read, and the progress itself. */
function drawnWhile(
  count: number,
  millisecondsEach: number,
): { readonly progress: Progress; readonly drawn: string[] } {
  const drawn: string[] = [];
  let elapsed = 0;
  const progress = new Progress({ milliseconds: () => elapsed, draw: text => void drawn.push(text) });
  const tree = progress.watched(treeOfFiles(count).tree);
  for (const path of tree.paths) {
    elapsed += millisecondsEach;
    expect(tree.read(path)).toEqual({ bytes: Buffer.from(path) });
  }
  return { progress, drawn };
}

test('a run of less than a second draws nothing', () => {
  const { progress, drawn } = drawnWhile(5000, 0.19);
  progress.clear();
  expect(drawn).toEqual([]);
});

test('a longer one says how far it is, at most ten times a second, and takes the line away at the end', () => {
  const { progress, drawn } = drawnWhile(5000, 0.5);
  progress.clear();
  progress.clear();
  expect(drawn[0]).toBe(lineOf('reading 2,000 of 5,000 files'));
  expect(drawn.at(-2)).toBe(lineOf('reading 5,000 of 5,000 files'));
  expect(drawn.at(-1)).toBe(EMPTY_LINE);
  expect(drawn).toHaveLength(17);
});

test('a file that is read again draws nothing back', () => {
  const drawn: string[] = [];
  let elapsed = 5000;
  const progress = new Progress({ milliseconds: () => elapsed, draw: text => void drawn.push(text) });
  const tree = progress.watched(treeOfFiles(1500).tree);
  for (const path of ['1199', '0001', 'elsewhere']) {
    tree.read(path);
    elapsed += 1000;
  }
  expect(drawn).toEqual([
    lineOf('reading 1,200 of 1,500 files'),
    lineOf('reading 1,200 of 1,500 files'),
    lineOf('reading 1,500 of 1,500 files'),
  ]);
});

test('a tree that is watched is listed no earlier than another', () => {
  const { tree, listings } = treeOfFiles(3);
  const progress = new Progress({ milliseconds: () => 0, draw: () => undefined });
  progress.watched(tree).read('0001');
  expect(listings()).toBe(0);
});

test('a tree on disk that is watched is the same tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'promsec-'));
  try {
    writeFileSync(join(folder, 'a.yml'), 'a: 1\n');
    const tree = treeOf([join(folder, 'a.yml')], folder);
    const watched = new Progress({ milliseconds: () => 0, draw: () => undefined }).watched(tree);
    expect(Object.keys(watched).sort()).toEqual(Object.keys(tree).sort());
    expect([watched.paths, [...watched.named], [...watched.belowNamed]]).toEqual([['a.yml'], ['a.yml'], []]);
    expect([watched.has('a.yml'), watched.covers('b.yml'), watched.root]).toEqual([true, false, tree.root]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const terminals: readonly (readonly [Record<string, string>, boolean, boolean])[] = [
  [{ TERM: 'xterm' }, true, true],
  [{ TERM: 'xterm', NO_COLOR: '1' }, true, true],
  [{ TERM: 'xterm' }, false, false],
  [{ TERM: 'xterm', CI: 'true' }, true, false],
  [{ TERM: 'dumb' }, true, false],
  [{}, true, false],
];

test.each(terminals)('with %j and a terminal (%j), progress is shown: %j', (env, isTerminal, want) => {
  expect(showsProgress(env, () => isTerminal)).toBe(want);
});

/** What a terminal of its own gets of the command, `script` being what makes one, or of the command without one. */
function seenOf(environment: Readonly<Record<string, string>>, isTerminal = true, options = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'promsec-'));
  try {
    writeFileSync(join(folder, 'prometheus.yml'), 'scrape_configs: []\n');
    // A clock that is already late.
    writeFileSync(join(folder, 'late.cjs'), 'performance.now = () => 2000;\n');
    const command = `${process.execPath} --require ./late.cjs ${join(process.cwd(), 'build/src/index.js')} prometheus.yml ${options}`;
    const env = { PATH: process.env['PATH'] ?? '', ...environment };
    const words = isTerminal ? ['script', '-qec', command, '/dev/null'] : ['sh', '-c', `${command} 2>&1`];
    return execFileSync(words[0] ?? '', words.slice(1), { cwd: folder, env, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('in a terminal the line is there while files are read, and gone before the result', () => {
  expect(seenOf({ TERM: 'xterm', NO_COLOR: '1' })).toBe(
    `${lineOf('reading 1 of 1 files')}${EMPTY_LINE}no findings (1 file seen, 1 document read: 1 prometheus)\r\n`,
  );
});

test('in a terminal the line is gone in the end where the result is in a file', () => {
  const seen = seenOf({ TERM: 'xterm' }, true, '--output report.txt');
  expect(seen).toBe(`${lineOf('reading 1 of 1 files')}${EMPTY_LINE}`);
});

test.each([{ TERM: 'dumb' }, { TERM: 'xterm', CI: 'true', NO_COLOR: '1' }])('with %j there is only the result', env => {
  expect(seenOf(env)).toBe('no findings (1 file seen, 1 document read: 1 prometheus)\r\n');
});

test('without a terminal there is only the result', () => {
  expect(seenOf({ TERM: 'xterm' }, false)).toBe('no findings (1 file seen, 1 document read: 1 prometheus)\n');
});
