import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_CONFIGURATION, type Configuration } from '../policy/configuration.ts';
import { settingsIn, wrongSettings } from './settings-file.ts';
import { UsageError } from './usage-error.ts';

/** Where the configuration file is, below the top of the repository. */
export const CONFIGURATION_PLACES = ['.promsec.yml', '.github/promsec.yml'];

/** Where the baseline is, below the top of the repository. */
export const BASELINE_PLACE = '.promsec-baseline.json';

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
  const path = resolve(named === undefined ? root : current, shown);
  const text = settingsIn({ what: 'the configuration file', path, shown, root });
  // Only here, since what checks the file is needed for nothing else.
  const { readConfiguration } = await import('../policy/configuration-file.ts');
  const reading = readConfiguration(text);
  if ('configuration' in reading) return reading.configuration;
  throw wrongSettings(reading.mistakes);
}

function usualPlace(root: string): string | undefined {
  const found = CONFIGURATION_PLACES.filter(place => existsSync(resolve(root, place)));
  if (found.length > 1) throw new UsageError([`both ${found.join(' and ')} are there; keep one`]);
  return found[0];
}
