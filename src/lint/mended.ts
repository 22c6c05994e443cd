import { reshapedBy } from '../documents/chart.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { inCodeUnitOrder } from '../findings/order.ts';
import type { Report } from '../findings/report.ts';
import { bytesLike } from '../parse/encoding.ts';
import { selectionOf } from '../policy/selection.ts';
import type { FileTree } from '../text/file-tree.ts';
import { groupedBy } from '../text/grouped.ts';
import { placeAfter, textAfter, type TextEdit } from '../text/text-edit.ts';
import { lint, type LintInput } from './lint.ts';
import { lowered, type LoweredTree } from './lower.ts';

/** Which fixes are made: those that change nothing but the problem, or also those after which something is left to do. */
export type FixChoice = 'safe' | 'all';

/** A finding that is mended by its fix. */
export type Mendable = Finding & { readonly fix: Fix };

/** A file as fixes leave it. */
export interface MendedFile {
  readonly path: string;
  /** What it was; a byte order mark is part of neither text. */
  readonly before: string;
  readonly after: string;
}

/** What fixes make of a repository. Nothing is written. */
export interface Mended {
  /** What is said of the repository as it was. */
  readonly before: Report;
  /** What is said of it with the fixes made. */
  readonly report: Report;
  /** The files that are other than before, by path. */
  readonly files: readonly MendedFile[];
  /** What the fixes took away, in the order in which they were made. Each is as it was found when its fix was made. */
  readonly made: readonly Mendable[];
  /** What would have been mended, had its fix not left it there or brought something else. */
  readonly refused: readonly Mendable[];
}

/** A repository with some fixes made in it. */
interface State {
  readonly texts: ReadonlyMap<string, MendedFile>;
  readonly lowered: LoweredTree;
  readonly report: Report;
}

/**
 * Makes the fixes of findings and lints again, until none is left to make: a fix is kept only where what it mends is gone,
 * nothing new is found and nothing can no longer be read. Fixes that change the same place are made one after the other.
 */
export function mended(input: Omit<LintInput, 'lowered' | 'shard'>, choice: FixChoice): Mended {
  const first = stateWith(input, new Map());
  const made: Mendable[] = [];
  const refused = new Map<string, Mendable>();
  const isOpen = (finding: Mendable): boolean =>
    (choice === 'all' || finding.fix.isSafe) && !refused.has(nameOf(finding));
  let state = first;
  for (;;) {
    const open = state.report.findings.filter(isMendable).filter(isOpen);
    if (open.length === 0) break;
    const round = new Round(input, state);
    round.make(withoutCollisions(open));
    // What is refused may be right once other things are mended.
    if (round.made.length > 0) refused.clear();
    else for (const finding of round.refused) refused.set(nameOf(finding), finding);
    made.push(...round.made);
    state = round.outcome;
  }
  return {
    before: first.report,
    report: state.report,
    files: [...state.texts.values()].sort((a, b) => inCodeUnitOrder(a.path, b.path)),
    made,
    refused: [...refused.values()],
  };
}

/** Fixes made in one state, whose places they all name. */
class Round {
  readonly #input: LintInput;
  readonly #start: State;
  readonly made: Mendable[] = [];
  readonly refused: Mendable[] = [];
  outcome: State;

  constructor(input: LintInput, start: State) {
    this.#input = input;
    this.#start = start;
    this.outcome = start;
  }

  /** Makes as many of the fixes as do what they promise: all at once, and where that goes wrong each half by itself. */
  make(findings: readonly Mendable[]): void {
    if (findings.length === 0) return;
    const all = [...this.made, ...findings];
    const outcome = stateAfter(this.#input, this.#start, all);
    if (isBetter(outcome.report, this.#start.report, all)) {
      this.made.push(...findings);
      this.outcome = outcome;
    } else if (findings.length === 1) {
      this.refused.push(...findings);
    } else {
      const middle = findings.length >> 1;
      this.make(findings.slice(0, middle));
      this.make(findings.slice(middle));
    }
  }
}

function isMendable(finding: Finding): finding is Mendable {
  return finding.fix !== undefined;
}

/** Findings of which no fix reaches into that of another; several may ask for the very same. */
function withoutCollisions(findings: readonly Mendable[]): readonly Mendable[] {
  const taken = new Map<string, TextEdit[]>();
  return findings.filter(({ fix }) => {
    const isFree = fix.edits.every(edit => {
      return taken.get(edit.at.file.path)?.every(other => isSame(edit, other) || !meets(edit, other)) !== false;
    });
    if (!isFree) return false;
    for (const edit of fix.edits) {
      const { path } = edit.at.file;
      taken.set(path, taken.get(path) ?? []);
      taken.get(path)?.push(edit);
    }
    return true;
  });
}

function keyOf({ at, text }: TextEdit): string {
  return JSON.stringify([at.file.path, at.start, at.end, text]);
}

/** Of two edits of one file. */
function isSame(one: TextEdit, other: TextEdit): boolean {
  return one.at.start === other.at.start && one.at.end === other.at.end && one.text === other.text;
}

/** True where one edit reaches into another of the same file, or both put something at the same place. */
function meets({ at: one }: TextEdit, { at: other }: TextEdit): boolean {
  return (one.start < other.end && other.start < one.end) || (one.start === other.start && one.end === other.end);
}

function stateAfter(input: LintInput, state: State, findings: readonly Mendable[]): State {
  const texts = new Map(state.texts);
  for (const [path, ofFile] of editsByPath(findings)) {
    const text = ofFile[0]?.at.file.text ?? '';
    texts.set(path, { path, before: texts.get(path)?.before ?? text, after: textAfter(text, ofFile) });
  }
  return stateWith(input, texts, state);
}

function stateWith(input: LintInput, texts: State['texts'], before?: State): State {
  const files = treeWith(input.files, texts);
  const changed = [...texts.values()].filter(({ path, after }) => before?.texts.get(path)?.after !== after);
  const isChanged = new Set(changed.map(({ path }) => path));
  const isReshaped = reshapedBy([...isChanged]);
  const read = lowered(files, selectionOf(input.configuration), input.decipher, {
    byPath: before?.lowered.byPath ?? new Map(),
    isSame: path => before !== undefined && !isChanged.has(path) && !isReshaped(path),
  });
  return { texts, lowered: read, report: lint({ ...input, files, lowered: read }) };
}

function treeWith(files: FileTree, texts: State['texts']): FileTree {
  return {
    ...files,
    read(path) {
      const content = files.read(path);
      const text = texts.get(path)?.after;
      return text === undefined || content === undefined || 'reason' in content
        ? content
        : { bytes: bytesLike(content.bytes, text) };
    },
  };
}

/**
 * True where all that was to be mended is gone, nothing is found that was not there, and all can still be read. What is found
 * in the same characters is the same, whatever the path to them is called by now.
 */
function isBetter(after: Report, before: Report, made: readonly Mendable[]): boolean {
  const left = before.findings.filter(beyond(made));
  const added = after.findings.filter(beyond(left));
  const gone = left.filter(beyond(after.findings));
  const unread = new Set(before.unread.map(({ path }) => path));
  return added.every(isMovedFrom(gone, made)) && after.unread.every(({ path }) => unread.has(path));
}

/** Whether a finding, of some that are asked for one after the other, is more than there are of its name among others. */
function beyond(others: readonly Finding[]): (finding: Finding) => boolean {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(nameOf(other), (counts.get(nameOf(other)) ?? 0) + 1);
  return finding => {
    const count = counts.get(nameOf(finding)) ?? 0;
    counts.set(nameOf(finding), count - 1);
    return count <= 0;
  };
}

/** Whether a finding is one that was there before fixes were made, by what it is and its characters. */
function isMovedFrom(gone: readonly Finding[], made: readonly Mendable[]): (finding: Finding) => boolean {
  const edits = editsByPath(made);
  const moved = new Set(
    gone.flatMap(({ ruleId, at }) => {
      const place = placeAfter(at, edits.get(at.file.path) ?? []);
      return place === undefined ? [] : placeNameOf(ruleId, at.file.path, place);
    }),
  );
  return ({ ruleId, at }) => moved.has(placeNameOf(ruleId, at.file.path, at));
}

/** The edits of fixes, each once. */
function editsByPath(findings: readonly Mendable[]): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map(findings.flatMap(({ fix }) => fix.edits).map(edit => [keyOf(edit), edit]));
  return groupedBy([...edits.values()], ({ at }) => at.file.path);
}

function placeNameOf(ruleId: string, path: string, { start, end }: { start: number; end: number }): string {
  return `${ruleId} ${start}-${end} ${path}`;
}

function nameOf({ ruleId, at, fingerprint }: Finding): string {
  return `${ruleId} ${fingerprint} ${at.file.path}`;
}
