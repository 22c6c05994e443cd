import { DEFAULT_CONFIGURATION, type Configuration } from '../policy/configuration.ts';
import type { WrittenConfiguration } from '../policy/written-configuration.ts';
import { rangeOf } from '../report/position.ts';
import { SourceFile } from '../text/source.ts';

/** Something in a configuration that cannot be meant. */
export interface ConfigurationMistake {
  /** In lower case, without a full stop, with the near name where there is one. */
  readonly message: string;
  /** From 1; absent where the configuration is an object. */
  readonly line?: number;
  readonly column?: number;
}

/** A configuration that cannot be meant. The message has all that is wrong with it, a line each. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly mistakes: readonly ConfigurationMistake[];

  constructor(mistakes: readonly ConfigurationMistake[]) {
    super(mistakes.map(lineOf).join('\n'));
    this.mistakes = mistakes;
  }
}

/**
 * The configuration that is written as in a `.promsec.yml`, or as an object with its keys.
 *
 * @throws ConfigurationError for what cannot be meant.
 */
export async function configurationOf(written: string | WrittenConfiguration | undefined): Promise<Configuration> {
  if (written === undefined) return DEFAULT_CONFIGURATION;
  // JSON is YAML, so that both are read and checked in the same way.
  const text = typeof written === 'string' ? written : JSON.stringify({ version: 1, ...written });
  // What checks it is needed for nothing else.
  const { readConfiguration } = await import('../policy/configuration-file.ts');
  const reading = readConfiguration(new SourceFile('.promsec.yml', text));
  if ('configuration' in reading) return reading.configuration;
  throw new ConfigurationError(
    reading.mistakes.map(({ at, message }) => {
      if (typeof written !== 'string') return { message };
      const { line, column } = rangeOf(at);
      return { message, line, column };
    }),
  );
}

function lineOf({ message, line, column }: ConfigurationMistake): string {
  return line === undefined || column === undefined ? message : `${line}:${column}: ${message}`;
}
