import { setOutput } from '@actions/core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { countsOf, type Report } from '../../findings/report.ts';
import { reporterFor, type FormatOptions } from '../../report/format.ts';
import { UsageError } from '../usage-error.ts';
import type { Inputs } from './inputs.ts';

/**
 * Sets the outputs of the step and writes the files that are asked for. Counted is what counts: of a pull request what it
 * brings. The files hold everything.
 *
 * @throws UsageError where a file cannot be written.
 */
export function writeOutputs(report: Report, wanted: Inputs, workspace: string, options: FormatOptions): void {
  const counting = report.findings.filter(({ state }) => state === 'new');
  const counts = countsOf(counting);
  setOutput('findings', counting.length);
  setOutput('errors', counts.error);
  setOutput('warnings', counts.warning);
  setOutput('notes', counts.note);
  for (const [name, file, format] of [
    ['sarif-file', wanted.sarifFile, 'sarif'],
    ['json-file', wanted.jsonFile, 'json'],
  ] as const) {
    if (file === undefined) continue;
    save(name, resolve(workspace, file), reporterFor(format, options)(report));
    setOutput(name, file);
  }
}

function save(input: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch {
    throw new UsageError([`the file for ${input} cannot be written; check its folder and permissions`]);
  }
}
