import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ENGINE_RULES } from '../findings/engine-rules.ts';
import { textOf } from '../parse/encoding.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../policy/configuration.ts';
import { rangeOf } from '../report/position.ts';
import { RULES } from '../rules/index.ts';
import { SourceFile } from '../text/source.ts';
import { UsageError } from './usage-error.ts';

const PLACES = ['.promsec.yml', '.github/promsec.yml'];

/**
 * The configuration of a run: the file that was named, else the one at a usual place below the root, else the defaults.
 *
 * @throws UsageError with a line for each mistake in the file.
 */
export async function configurationFor(
  root: string,
  named: string | undefined,
  current: string,
): Promise<Configuration> {
  const path = named === undefined ? usualPlace(root) : resolve(current, named);
  if (path === undefined) return DEFAULT_CONFIGURATION;
  const shown = named ?? relative(root, path);
  const file = new SourceFile(shown, contentOf(path, shown));
  // Only here, since checking the file needs a library that nothing else does.
  const { readConfiguration } = await import('../policy/configuration-file.ts');
  const reading = readConfiguration(
    file,
    [...RULES, ...ENGINE_RULES].map(rule => rule.id),
  );
  if ('configuration' in reading) return reading.configuration;
  throw new UsageError(
    reading.mistakes.map(({ at, message }) => {
      const { line, column } = rangeOf(at);
      return `${shown}:${line}:${column}: ${message}`;
    }),
  );
}

function usualPlace(root: string): string | undefined {
  const found = PLACES.filter(place => existsSync(resolve(root, place)));
  if (found.length > 1) throw new UsageError([`both ${found.join(' and ')} are there; keep one`]);
  return found[0] === undefined ? undefined : resolve(root, found[0]);
}

function contentOf(path: string, shown: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageError([`the configuration file ${shown} cannot be read; check that it is there`]);
  }
  const decoding = textOf(bytes);
  if ('reason' in decoding)
    throw new UsageError([`the configuration file ${shown} cannot be read: ${decoding.reason}`]);
  return decoding.text;
}
