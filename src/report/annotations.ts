import type { Finding, Severity } from '../findings/finding.ts';
import { SEVERITIES } from '../findings/finding.ts';
import type { Comparison, Report, Reporter } from '../findings/report.ts';
import { anchorOf, seenLineOf, type Anchor } from './anchor.ts';
import { cutTo } from './cut.ts';
import { mostSevereFirst } from './order.ts';
import { shownRangeOf } from './position.ts';
import { rulePageOf } from './project.ts';
import { severitiesText } from './summary.ts';
import { visibleText } from './visible.ts';
import { workflowCommand } from './workflow-log.ts';

/** How many annotations of each severity a step may write. */
export type AnnotationSlots = Readonly<Record<Severity, number>>;

/**
 * The runner keeps 10 annotations of a level per step (actions/runner, `ExecutionContext.cs`, `_maxCountPerIssueType`),
 * and the error that fails the step takes one of them.
 */
export const ANNOTATION_SLOTS: AnnotationSlots = { error: 9, warning: 10, note: 10 };

/** The runner cuts longer messages, in UTF-16 units (`ExecutionContext.cs`, `_maxIssueMessageLength`). */
export const MAX_ANNOTATION_LENGTH = 4096;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** The findings that become annotations, and how many of each severity do not. */
interface AnnotationPlan {
  readonly shown: readonly AnchoredFinding[];
  /** For want of slots. */
  readonly cut: Readonly<Record<Severity, number>>;
  /** In files that the change does not touch, where GitHub would show them apart from it. */
  readonly untouched: Readonly<Record<Severity, number>>;
}

interface AnchoredFinding {
  readonly finding: Finding;
  /** Absent where there is nothing to compare with, and so each line is shown. */
  readonly anchor?: Anchor;
}

/**
 * Which findings of a report become annotations: of those that count, the worst first, and of these the ones on changed
 * lines before the others.
 */
export function annotationPlanOf({ findings, comparison }: Report, slots: AnnotationSlots): AnnotationPlan {
  const counting = mostSevereFirst(findings.filter(finding => finding.state === 'new'));
  const placed = counting.map(finding => anchored(finding, comparison));
  const shown: AnchoredFinding[] = [];
  const cut = { error: 0, warning: 0, note: 0 };
  const untouched = { error: 0, warning: 0, note: 0 };
  for (const severity of SEVERITIES) {
    const ofSeverity = placed.filter(({ finding }) => finding.severity === severity);
    const showable = ofSeverity.filter(placedFinding => comparison === undefined || placedFinding.anchor !== undefined);
    const nearest = showable.toSorted((a, b) => Number(isElsewhere(a)) - Number(isElsewhere(b)));
    shown.push(...nearest.slice(0, slots[severity]));
    cut[severity] = Math.max(0, showable.length - slots[severity]);
    untouched[severity] = ofSeverity.length - showable.length;
  }
  return { shown, cut, untouched };
}

function anchored(finding: Finding, comparison: Comparison | undefined): AnchoredFinding {
  const anchor = comparison && anchorOf(finding.at, comparison);
  return anchor === undefined ? { finding } : { finding, anchor };
}

function isElsewhere({ anchor }: AnchoredFinding): boolean {
  return anchor?.isElsewhere === true;
}

/** Workflow commands that the runner turns into annotations; then, in plain text, how many were left out. */
export function githubReporter(slots: AnnotationSlots = ANNOTATION_SLOTS): Reporter {
  return report => {
    const { shown, cut, untouched } = annotationPlanOf(report, slots);
    const lines = shown.map(placed => annotation(placed, report.comparison));
    const [full, elsewhere] = [cut, untouched].map(counts => severitiesText(counts));
    if (full) lines.push(`not shown as annotations: ${full} (GitHub keeps 10 of a level per step)`);
    if (elsewhere) lines.push(`not shown as annotations: ${elsewhere} in files that the change does not touch`);
    return lines.map(line => `${line}\n`).join('');
  };
}

function annotation({ finding, anchor }: AnchoredFinding, comparison: Comparison | undefined): string {
  const { line, column: col, endLine, endColumn } = shownRangeOf(finding.at);
  // Without an end line the runner takes the first line. Columns together with another end line would be dropped
  // (`ValidateLinesAndColumns`), and a range of lines would move the annotation to the last of them, so that a place of
  // several lines is its first line.
  const columns = line === endLine && anchor?.isElsewhere !== true ? { col, endColumn } : {};
  return workflowCommand(
    COMMANDS[finding.severity],
    { file: finding.at.file.path, line: anchor?.line ?? line, ...columns, title: finding.ruleId },
    messageText(finding, anchor, comparison),
  );
}

/** The message, the related places, and the rule's page; GitHub shows it as plain text. */
function messageText(finding: Finding, anchor: Anchor | undefined, comparison: Comparison | undefined): string {
  const place = anchor?.isElsewhere === true ? `line ${seenLineOf(finding.at, comparison)}: ` : '';
  const related = finding.related.map(({ at, message }) => {
    const line = at.file.text === '' ? '' : `:${seenLineOf(at, comparison)}`;
    return `${visibleText(at.file.path)}${line}: ${visibleText(message)}`;
  });
  const page = `\n${rulePageOf(finding.ruleId)}`;
  const text = [place + visibleText(finding.message), ...related].join('\n');
  return cutTo(MAX_ANNOTATION_LENGTH - page.length, text) + page;
}
