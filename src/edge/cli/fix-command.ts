import type { Finding } from '../../findings/finding.ts';
import { answered } from '../../lint/linted.ts';
import { mended, type FixChoice, type Mended } from '../../lint/mended.ts';
import { patchOf } from '../../report/patch.ts';
import { rangeOf } from '../../report/position.ts';
import { numbered } from '../../report/summary.ts';
import { writeMended } from '../mended-files.ts';
import { exitStatusOf, type ExitStatus } from '../verdict.ts';
import { asRequested, configurationOf, subtracted, treeFor, wholeReport } from '../whole-report.ts';
import type { Command, Fixing } from './arguments.ts';
import { concluded, requestOf } from './lint-command.ts';
import { saved } from './saved.ts';
import type { Terminal } from './terminal.ts';

/**
 * `promsec --fix`: mends the files and reports what is left; what was done is said on standard error. A dry run prints what
 * would change and leaves everything as it is, with the status of that.
 */
export async function fixCommand(
  command: Command,
  { choice, isDryRun }: Fixing,
  terminal: Terminal,
): Promise<ExitStatus> {
  const request = requestOf(command, terminal);
  const tree = treeFor(request);
  const configuration = await configurationOf(request, tree);
  const { now } = request;
  const outcome = await answered(answers => mended({ files: tree, configuration, now, ...answers }, choice));
  if (isDryRun) {
    const patch = patchOf(outcome.files, outcome.before, outcome.report);
    if (command.output === undefined) terminal.print(patch);
    else saved(command.output, patch, terminal.folder);
    for (const line of linesOn(outcome, choice, 'would be mended')) terminal.complain(line);
    return exitStatusOf(await subtracted(outcome.before, request, tree, configuration), configuration);
  }
  const refusals = writeMended(outcome.files, tree);
  if (refusals.length > 0) {
    await concluded(await wholeReport(request), command, terminal);
    for (const refusal of refusals) terminal.complain(refusal);
    return 2;
  }
  const report = asRequested(await subtracted(outcome.report, request, tree, configuration), request);
  const status = await concluded({ report, configuration }, command, terminal);
  for (const line of linesOn(outcome, choice, 'mended')) terminal.complain(line);
  return status;
}

function linesOn({ made, refused, files, report }: Mended, choice: FixChoice, mendedWord: string): readonly string[] {
  const isSafe = choice === 'safe';
  const unsafe = isSafe ? report.findings.filter(({ fix }) => fix?.isSafe === false).length : 0;
  return [
    ...made.map(finding => `${placeOf(finding)}: ${finding.ruleId} ${mendedWord}: ${finding.fix.title}`),
    made.length === 0
      ? `there is nothing that a ${isSafe ? 'safe ' : ''}fix would mend`
      : `${numbered(made.length, 'finding')} in ${numbered(files.length, 'file')} ${mendedWord}`,
    ...refused.map(
      finding =>
        `${placeOf(finding)}: ${finding.ruleId} is left, since its fix would bring another finding; mend it by hand`,
    ),
    ...(unsafe === 0
      ? []
      : [`${numbered(unsafe, 'finding')} can be mended by --fix=unsafe, after which something is left to do`]),
  ];
}

function placeOf({ at }: Finding): string {
  return `${at.file.path}:${rangeOf(at).line}`;
}
