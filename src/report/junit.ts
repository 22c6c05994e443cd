import { INTERNAL_ERROR } from '../findings/engine-rules.ts';
import { isAtLeast, type Finding, type Ignored } from '../findings/finding.ts';
import type { Report, Reporter } from '../findings/report.ts';
import { groupedBy } from '../text/grouped.ts';
import type { Span } from '../text/source.ts';
import { painterFor } from './color.ts';
import { findingText } from './finding-text.ts';
import { shownRangeOf } from './position.ts';
import { TOOL_NAME } from './project.ts';
import { Secrets } from './secrets.ts';
import { visibleText } from './visible.ts';
import { XML_DECLARATION, xmlElement, xmlLines } from './xml.ts';

/** What became of a test case. */
interface Outcome {
  readonly element: 'error' | 'failure' | 'skipped';
  readonly message: string;
}

interface Case {
  readonly finding: Finding;
  readonly outcome: Outcome;
}

/**
 * Test results in the XML of JUnit, in the part of it that Jenkins' schema (`junit-10.xsd` of the xUnit plugin) and
 * GitLab take: a suite for each rule that ran, and in it a case for each finding, or one that passed. What makes the run
 * fail is a failure, and our own failure an error; what is not new, what is ignored, and what is below `fail-on` are
 * skipped cases that say so. A case keeps its name when lines move.
 */
export function junitReporter(): Reporter {
  return report => {
    const secrets = new Secrets(report.secrets);
    const cases = groupedBy(casesOf(report), ({ finding }) => finding.ruleId);
    const suites = report.rules.map(({ id }) => suiteElement(id, cases.get(id) ?? [], secrets));
    const counts = countsOf([...cases.values()].flat());
    const passed = report.rules.filter(({ id }) => !cases.has(id)).length;
    const { tests, failures, errors } = { ...counts, tests: counts.tests + passed };
    return XML_DECLARATION + xmlElement('testsuites', { name: TOOL_NAME, tests, failures, errors }, suites.join(''));
  };
}

function casesOf({ findings, ignored, judgedBy }: Report): readonly Case[] {
  const failOn = judgedBy?.failOn ?? 'error';
  return [
    ...findings.map(finding => ({ finding, outcome: outcomeOf(finding, failOn) })),
    ...ignored.map(one => ({ finding: one.finding, outcome: outcomeOfIgnored(one) })),
  ];
}

function outcomeOf({ ruleId, message, severity, state }: Finding, failOn: Finding['severity'] | 'never'): Outcome {
  if (ruleId === INTERNAL_ERROR.id) return { element: 'error', message };
  if (state === 'existing') return { element: 'skipped', message: `not new: ${message}` };
  if (failOn !== 'never' && isAtLeast(severity, failOn)) return { element: 'failure', message };
  return { element: 'skipped', message: `${severity}, which does not fail the run: ${message}` };
}

function outcomeOfIgnored({ finding, reason }: Ignored): Outcome {
  return { element: 'skipped', message: `ignored (${reason}): ${finding.message}` };
}

function suiteElement(ruleId: string, cases: readonly Case[], secrets: Secrets): string {
  const classname = `${TOOL_NAME}.${ruleId}`;
  const { tests, failures, errors, skipped } = countsOf(cases);
  const named = groupedBy(cases, ({ finding }) => nameOf(finding));
  const elements = [...named].flatMap(([name, alike]) =>
    alike.map((one, place) =>
      xmlElement(
        'testcase',
        { classname, name: place === 0 ? name : `${name} #${place + 1}` },
        outcomeElement(one, secrets),
      ),
    ),
  );
  const passed = xmlElement('testcase', { classname, name: 'nothing found' });
  return xmlElement(
    'testsuite',
    { name: ruleId, tests: Math.max(1, tests), failures, errors, skipped },
    elements.join('') || passed,
  );
}

function nameOf({ at, subject }: Finding): string {
  return visibleText(`${at.file.path}: ${subject.path} (${subject.kind})`);
}

function outcomeElement({ finding, outcome: { element, message } }: Case, secrets: Secrets): string {
  // Of what is ignored, a report that was read again from JSON has no lines to show.
  const text = element === 'skipped' ? placeText(finding.at) : findingText(finding, secrets, painterFor(false));
  return xmlElement(element, { type: finding.severity, message: visibleText(message) }, xmlLines(text));
}

function placeText(place: Span): string {
  const { line, column } = shownRangeOf(place);
  return `${visibleText(place.file.path)}${place.file.text === '' ? '' : `:${line}:${column}`}`;
}

function countsOf(cases: readonly Case[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const count = (element: Outcome['element']): number =>
    cases.filter(({ outcome }) => outcome.element === element).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}
