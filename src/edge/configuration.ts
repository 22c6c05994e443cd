import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENGINE_RULES } from '../findings/engine-rules.ts';
import { textOf } from '../parse/encoding.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../policy/configuration.ts';
import { rangeOf } from '../report/position.ts';
import { RULES } from '../rules/index.ts';
import type { FileContent } from '../text/file-tree.ts';
import { SourceFile } from '../text/source.ts';
import { contentThroughLinks, liesIn } from './disk.ts';
import { UsageError } from './usage-error.ts';

/** Where the configuration file is, below the top of the repository. */
export const CONFIGURATION_PLACES = ['.promsec.yml', '.github/promsec.yml'];

/** Which configuration file a call asks for: one that it names, the usual one, or none. */
export interface ConfigurationChoice {
  readonly file?: string;
  readonly isOff?: boolean;
}

/**
 * The configuration of a run: the file that was named, else the one at a usual place below the root, else the defaults.
 *
 * @throws UsageError with a line for each mistake in the file.
 */
export async function configurationFor(
  root: string,
  { file: named, isOff = false }: ConfigurationChoice,
  current: string,
): Promise<Configuration> {
  const shown = isOff ? undefined : (named ?? usualPlace(root));
  if (shown === undefined) return DEFAULT_CONFIGURATION;
  const text = textAt(resolve(named === undefined ? root : current, shown), root, shown);
  // Only here, since checking the file needs a library that nothing else does.
  const { readConfiguration } = await import('../policy/configuration-file.ts');
  const ruleIds = [...RULES, ...ENGINE_RULES].map(rule => rule.id);
  const reading = readConfiguration(new SourceFile(shown, text), ruleIds);
  if ('configuration' in reading) return reading.configuration;
  const mistakes = reading.mistakes.map(({ at, message }) => {
    const { line, column } = rangeOf(at);
    return { line, column, text: `${shown}:${line}:${column}: ${message}` };
  });
  const [first] = mistakes;
  throw new UsageError(
    mistakes.map(mistake => mistake.text),
    first && { file: shown, line: first.line, column: first.column },
  );
}

function usualPlace(root: string): string | undefined {
  const found = CONFIGURATION_PLACES.filter(place => existsSync(resolve(root, place)));
  if (found.length > 1) throw new UsageError([`both ${found.join(' and ')} are there; keep one`]);
  return found[0];
}

function textAt(path: string, root: string, shown: string): string {
  const content = liesIn(root, path) ? contentThroughLinks(path, root) : contentFromAnywhere(path);
  const decoding = content !== undefined && 'bytes' in content ? textOf(content.bytes) : content;
  if (decoding !== undefined && 'text' in decoding) return decoding.text;
  const why = decoding === undefined ? '; check that it is there' : `: ${decoding.reason}`;
  throw new UsageError([`the configuration file ${shown} cannot be read${why}`]);
}

/** Outside of the tree it may be what a shell makes of `<(command)`, which is no regular file. */
function contentFromAnywhere(path: string): FileContent | undefined {
  try {
    return { bytes: readFileSync(path) };
  } catch {
    return undefined;
  }
}
