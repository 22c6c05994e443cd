import { touchesChange } from '../findings/changed-lines.ts';
import type { Finding, Ignored } from '../findings/finding.ts';
import type { ChangedFile, Comparison, Report } from '../findings/report.ts';
import { subtracted, type Change } from '../policy/comparison.ts';
import { selectionOf } from '../policy/selection.ts';
import { rangeOf } from '../report/position.ts';
import { numbered } from '../report/summary.ts';
import type { FileTree } from '../text/file-tree.ts';
import { lint, type LintInput } from './lint.ts';
import { lowered } from './lower.ts';

/** What a tree is compared with. */
export interface BaseSide {
  readonly files: FileTree;
  /** True for a file that is there on both sides, and means the same. */
  isSame(path: string): boolean;
}

/** Reports of both sides, judged by one configuration at one moment. */
interface Sides {
  readonly head: Report;
  readonly base: Report;
}

/** Lints two sides, and reads once what is the same on both. @param input the head, and all that holds for both. */
export function lintedSides(input: LintInput, base: BaseSide): Sides {
  const selection = selectionOf(input.configuration);
  const ofHead = lowered(input.files, selection, input.decipher);
  const before = { byPath: ofHead.byPath, isSame: (path: string) => base.isSame(path) };
  const ofBase = lowered(base.files, selection, input.decipher, before);
  return {
    head: lint({ ...input, lowered: ofHead }),
    base: lint({ ...input, files: base.files, lowered: ofBase }),
  };
}

/** What is known of the change between two sides besides their findings. */
export type KnownChange = Pick<Comparison, 'scope' | 'base' | 'headCommit' | 'changes' | 'shifts' | 'policyChanges'>;

/** The report of the head with what the base makes of it: what is new, what is gone, and which ignores were added. */
export function reportWithBase({ head, base }: Sides, known: KnownChange): Report {
  const change = changeIn(known.changes);
  const { brought, gone } = subtracted(head.findings, base.findings, change);
  const counts = known.scope === 'new' ? (finding: Finding) => brought.has(finding) : change.isOnChangedLine;
  const policyChanges = [...known.policyChanges, ...ignoresAdded(head.ignored, base.ignored, change)];
  return {
    ...head,
    findings: head.findings.map(finding => (counts(finding) ? finding : { ...finding, state: 'existing' })),
    comparison: { ...known, policyChanges, fixed: gone, isUntouched: false },
  };
}

function changeIn(changes: ReadonlyMap<string, ChangedFile>): Change {
  return {
    pathInBase: path => changes.get(path)?.previousPath ?? path,
    isOnChangedLine({ at }) {
      const file = changes.get(at.file.path);
      if (file === undefined) return false;
      const { line, endLine } = rangeOf(at);
      return touchesChange(file, line, endLine);
    },
  };
}

const NAMED_IGNORES = 10;

function ignoresAdded(head: readonly Ignored[], base: readonly Ignored[], change: Change): readonly string[] {
  const [ofHead = [], ofBase = []] = [head, base].map(ignored => ignored.map(({ finding }) => finding));
  const { brought } = subtracted(ofHead, ofBase, change);
  const places = head
    .filter(({ finding }) => brought.has(finding))
    .map(({ at }) => `${at.file.path}:${rangeOf(at).line}`);
  const each = [...new Set(places)];
  if (each.length === 0) return [];
  const others = each.length > NAMED_IGNORES ? [`and ${each.length - NAMED_IGNORES} more`] : [];
  const isOrAre = each.length === 1 ? 'is' : 'are';
  const named = [...each.slice(0, NAMED_IGNORES), ...others].join(', ');
  return [`${numbered(each.length, 'ignore comment')} ${isOrAre} added: ${named}`];
}
