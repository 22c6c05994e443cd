import type { Report } from '../../../src/findings/report.ts';
import type { Files } from '../../tree.ts';
import type { FuzzCase } from '../fuzz-case.ts';

/** A way to write files otherwise. */
interface Rewriting {
  readonly name: string;
  /** How many characters further on all is. */
  readonly moved: number;
  rewritten(files: Files): Files;
}

// What a program tells a file by.
const FIRST_LINE = /^(?:#|\$ANSIBLE_VAULT|%|\ufeff)/;

// It is said once, of the first server.
const OF_REPOSITORY = 'unwatched-certificate-expiry';

const REWRITINGS: readonly Rewriting[] = [
  {
    name: 'a line further down',
    moved: 1,
    rewritten: files => Object.fromEntries(Object.entries(files).map(([path, content]) => [path, movedDown(content)])),
  },
  { name: 'in another order', moved: 0, rewritten: files => Object.fromEntries(Object.entries(files).toReversed()) },
];

/** What is said otherwise of files that mean the same, each in a sentence. */
export function rewritingFaults(
  { files, number }: FuzzCase,
  report: Report,
  reportOn: (files: Files) => Report,
): readonly string[] {
  const rewriting = REWRITINGS[Math.floor(number / 5) % REWRITINGS.length];
  // Where a template breaks YAML, what is left of it is tried from line to line.
  const isRead = report.unread.length === 0;
  if (rewriting === undefined || !isRead || !canBeMoved(files)) return [];
  const [before, after] = [sketches(report, rewriting.moved), sketches(reportOn(rewriting.rewritten(files)), 0)];
  const lost = before
    .filter(sketch => !after.includes(sketch))
    .map(sketch => `${rewriting.name}, it is not: ${sketch}`);
  const brought = after.filter(sketch => !before.includes(sketch)).map(sketch => `${rewriting.name}, it is: ${sketch}`);
  return [...lost, ...brought];
}

function canBeMoved(files: Files): boolean {
  return Object.values(files).every(content => typeof content === 'string' && !FIRST_LINE.test(content));
}

function movedDown(content: string | Uint8Array): string | Uint8Array {
  return typeof content === 'string' ? `\n${content}` : content;
}

function sketches({ findings }: Report, moved: number): readonly string[] {
  return findings
    .filter(({ ruleId }) => ruleId !== OF_REPOSITORY)
    .map(({ ruleId, at, message }) =>
      JSON.stringify([ruleId, at.file.path, at.start + moved, at.end + moved, message]),
    );
}
