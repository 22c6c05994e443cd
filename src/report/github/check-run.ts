import type { Finding, Severity } from '../../findings/finding.ts';
import type { Comparison, Report } from '../../findings/report.ts';
import { seenLineOf } from '../anchor.ts';
import { cutTo } from '../cut.ts';
import { mostSevereFirst } from '../order.ts';
import { firstLineRangeOf } from '../position.ts';
import { rulePageOf } from '../project.ts';
import { countsText, numbered } from '../summary.ts';
import { visibleText } from '../visible.ts';

/** How many annotations GitHub takes at once (REST API, "Update a check run": more at a time are refused). */
export const ANNOTATIONS_AT_ONCE = 50;

/** How many a check run gets here: each 50 are a request, of which GitHub takes 80 that write per minute. */
const MAX_ANNOTATIONS = 1000;

/** GitHub takes messages of 64 KB, which so many UTF-16 units never exceed. */
const MAX_MESSAGE_LENGTH = 16_000;

const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' } as const satisfies Record<Severity, string>;

/** An annotation as GitHub takes it: lines from 1 of the head commit, columns only where both ends are on one line. */
interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number;
  readonly end_column: number;
  readonly annotation_level: (typeof LEVELS)[Severity];
  readonly title: string;
  readonly message: string;
}

/** What a check run says. */
interface CheckRun {
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly annotations: readonly CheckAnnotation[];
}

/**
 * The check run for a report: each finding that counts is an annotation, worst first. Those outside of the repository,
 * which were named on purpose, have no line on GitHub.
 *
 * @param isFailing whether the findings fail the step.
 */
export function checkRunOf({ findings, comparison }: Report, isFailing: boolean): CheckRun {
  const counting = findings.filter(({ state }) => state === 'new');
  const shown = mostSevereFirst(counting)
    .filter(({ at }) => !/^(?:\.\.)?\//.test(at.file.path))
    .slice(0, MAX_ANNOTATIONS);
  const isQuiet = counting.length === 0;
  const missing = counting.length - shown.length;
  const notShown = missing === 0 ? '' : `, ${numbered(missing, 'finding')} not shown beside a line`;
  return {
    conclusion: isFailing ? 'failure' : isQuiet ? 'success' : 'neutral',
    title: `${countsText(counting)}${notShown}`,
    annotations: shown.map(finding => annotationOf(finding, comparison)),
  };
}

/** Annotations of one line, since GitHub shows others at their end. */
function annotationOf({ at, ruleId, severity, message, related }: Finding, comparison?: Comparison): CheckAnnotation {
  const { column, endColumn } = firstLineRangeOf(at);
  const line = seenLineOf(at, comparison);
  const places = related.map(place => `${place.at.file.path}:${seenLineOf(place.at, comparison)}: ${place.message}`);
  const lines = [message, ...places].map(visibleText);
  return {
    path: at.file.path,
    start_line: line,
    end_line: line,
    start_column: column,
    end_column: endColumn,
    annotation_level: LEVELS[severity],
    title: ruleId,
    message: cutTo(MAX_MESSAGE_LENGTH, [...lines, rulePageOf(ruleId)].join('\n')),
  };
}
