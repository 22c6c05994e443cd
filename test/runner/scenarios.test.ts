import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEVERITIES, type Finding } from '../../src/findings/finding.ts';
import { countsOf } from '../../src/findings/report.ts';
import { ANNOTATION_SLOTS } from '../../src/report/annotations.ts';
import { reporterFor } from '../../src/report/format.ts';
import { visibleText } from '../../src/report/visible.ts';
import { plainLogText } from '../../src/report/workflow-log.ts';
import { folderWith } from '../edge/folder.ts';
import { runStep } from '../edge/runner.ts';
import { rendered } from '../report/rendered-markdown.ts';
import { scenarioFiles, scenarios } from '../scenario.ts';
import type { Annotation } from './annotation.ts';
import { viewOf } from './step-view.ts';

const OPTIONS = { color: false, verbose: true, version: '1.2.3' };
const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' } as const;

/** What an annotation marks in the file of its finding; `undefined` where it marks a whole line. */
function markedBy({ line = 0, column, endColumn }: Annotation, { at }: Finding): string | undefined {
  const text = at.file.text.split(/\r?\n/)[line - 1];
  return column === undefined ? undefined : text?.slice(column - 1, (endColumn ?? column) - 1);
}

describe.each(scenarios())('of $name', ({ report }) => {
  const { findings } = report;
  const log = reporterFor('github', OPTIONS)(report) + plainLogText(reporterFor('text', OPTIONS)(report));
  const view = viewOf(log, reporterFor('markdown', OPTIONS)(report), '/work');

  test('as many findings of each severity are annotations as fit, and the log counts the others', () => {
    expect(view.lostAnnotations).toEqual({ failure: 0, warning: 0, notice: 0 });
    expect(view.obeyed).toHaveLength(view.annotations.length);
    for (const severity of SEVERITIES) {
      const found = countsOf(findings)[severity];
      const shown = view.annotations.filter(({ level }) => level === LEVELS[severity]).length;
      expect(shown).toBe(Math.min(found, ANNOTATION_SLOTS[severity]));
      if (shown < found)
        expect(view.log).toMatch(new RegExp(`not shown as annotations: .*\\b${found - shown} ${severity}`));
    }
  });

  test('each annotation marks what its finding is about', () => {
    for (const annotation of view.annotations) {
      const { file, title, message } = annotation;
      const said = message.split('\n')[0];
      const about = findings.filter(
        finding => finding.at.file.path === file && finding.ruleId === title && visibleText(finding.message) === said,
      );
      const marks = about.map(finding => [
        markedBy(annotation, finding),
        finding.at.file.text.slice(finding.at.start, finding.at.end),
      ]);
      expect(
        marks.some(([marked, whole = '']) => (marked === undefined ? whole.includes('\n') : marked === whole)),
      ).toBe(true);
    }
  });

  test('the log and the summary say each finding', () => {
    const { shown } = rendered(view.summary ?? '');
    for (const { message, at } of findings) {
      const said = visibleText(message);
      expect(view.log).toContain(said);
      expect(shown).toContain(said.replaceAll('`', ''));
      expect(shown).toContain(`${visibleText(at.file.path)}${at.file.text === '' ? '' : ':'}`);
    }
  });
});

test('the bundle says the same of all of them at once to the runner as in its JSON', () => {
  const workspace = folderWith(scenarioFiles());
  const { view, outputs, status } = runStep(workspace, { inputs: { 'json-file': 'all.json' } });
  expect(status).toBe(1);
  const { counts } = JSON.parse(readFileSync(join(workspace, 'all.json'), 'utf8')) as {
    readonly counts: Readonly<Record<string, number>>;
  };
  expect(outputs).toMatchObject({
    errors: String(counts['error']),
    warnings: String(counts['warning']),
    notes: String(counts['note']),
  });
  expect(view.annotations.map(({ level }) => level)).toEqual([
    ...Array<string>(9).fill('failure'),
    ...Array<string>(10).fill('warning'),
    ...Array<string>(Math.min(10, counts['note'] ?? 0)).fill('notice'),
    'failure',
  ]);
  expect(view).toMatchObject({ masks: [], set: {}, lostAnnotations: { failure: 0, warning: 0, notice: 0 } });
  expect(view.annotations.at(-1)?.message).toMatch(/^promsec found .* errors, .*; the summary of the job lists them$/);
  expect(view.summary).toContain(`## promsec: ${counts['error']} errors`);
});
