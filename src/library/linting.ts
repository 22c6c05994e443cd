import { answered } from '../lint/linted.ts';
import type { LintInput } from '../lint/lint.ts';
import { mended as mendedTree } from '../lint/mended.ts';
import { lint as lintTree } from '../lint/lint.ts';
import { bringPlatform } from '../parse/current-platform.ts';
import { bytesLike } from '../parse/encoding.ts';
import type { WrittenConfiguration } from '../policy/written-configuration.ts';
import { findingJson, reportJson } from '../report/json.ts';
import type { FindingJson, ReportJson } from '../report/json-shape.ts';
import { VERSION } from '../report/version.ts';
import { configurationOf } from './configuration.ts';
import { asGiven, treeOf, type Files, type LazyFiles } from './files.ts';

/** What is linted, by what, and when. The same input gives the same report. */
export interface Input {
  readonly files: Files | LazyFiles;
  /** The text of a `.promsec.yml`, or an object with its keys. Without one the defaults hold. */
  readonly configuration?: string | WrittenConfiguration;
  /** The moment that the dates of certificates are compared with. */
  readonly now: Date;
}

/** What fixes make of files. */
export interface Mended {
  /** What is said of the files with the fixes made. */
  readonly report: ReportJson;
  /** The files that are other than before, each as text where it was given as text. */
  readonly files: Files;
  /** What the fixes took away, in the order in which they were made. */
  readonly made: readonly FindingJson[];
  /** What has a fix that was left out, as it would have left the problem there or brought another. */
  readonly refused: readonly FindingJson[];
}

/**
 * Reads files as those of a repository and says what is wrong with them. Never throws for what is in a file.
 *
 * @throws ConfigurationError for a configuration that cannot be meant. @throws TypeError for a path that is none.
 */
export async function lint(input: Input): Promise<ReportJson> {
  const asked = await lintInputOf(input);
  return reportJson(await answered(answers => lintTree({ ...asked, ...answers })), VERSION);
}

/**
 * Makes the fixes of findings, and lints again until none is left to make. A fix is kept only where what it mends is gone
 * and nothing new is found. Nothing that is given is changed.
 *
 * @param choice `safe`: those that change nothing but the problem; `all`: also those after which something is left to do.
 * @throws as `lint` does.
 */
export async function mended(input: Input, choice: 'safe' | 'all' = 'safe'): Promise<Mended> {
  const asked = await lintInputOf(input);
  const { report, files, made, refused } = await answered(answers => mendedTree({ ...asked, ...answers }, choice));
  return {
    report: reportJson(report, VERSION),
    files: Object.fromEntries(
      files.flatMap(({ path, after }) => {
        const content = asked.files.read(path);
        if (content === undefined || 'reason' in content) return [];
        return [[path, asGiven(input.files, path, bytesLike(content.bytes, after))]];
      }),
    ),
    made: made.map(findingJson),
    refused: refused.map(findingJson),
  };
}

async function lintInputOf({ files, configuration, now }: Input): Promise<LintInput> {
  const isInNode = typeof process === 'object' && 'getBuiltinModule' in process;
  if (!isInNode) bringPlatform((await import('./browser/browser-platform.ts')).browserPlatform);
  return { files: treeOf(files), configuration: await configurationOf(configuration), now };
}
