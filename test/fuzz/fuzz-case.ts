import { readConfiguration } from '../../src/policy/configuration-file.ts';
import { SourceFile } from '../../src/text/source.ts';
import type { Configuration } from '../../src/policy/configuration.ts';
import type { Files } from '../tree.ts';
import { CERTIFICATE_MUTATIONS, hasBlocks } from './certificate-mutation.ts';
import { SECRET } from './dialect-fixtures.ts';
import { BINARY_MUTATIONS, FILE_MUTATIONS } from './file-mutation.ts';
import { LINE_MUTATIONS } from './line-mutation.ts';
import { Random } from './random.ts';
import type { Repository } from './repositories.ts';
import { TEMPLATE_MUTATIONS } from './template-mutation.ts';
import type { TextMutation } from './text-mutation.ts';
import type { Vocabulary } from './vocabulary.ts';
import { YAML_MUTATIONS } from './yaml-mutation.ts';

/** A repository that was changed, and what it was. */
export interface FuzzCase {
  readonly number: number;
  readonly original: Repository;
  readonly files: Files;
  readonly configuration: Configuration;
}

const MOST_CHANGES = 4;

/** The case of a number, always the same for the same seed. */
export function caseOf(seed: number, number: number, vocabulary: Vocabulary): FuzzCase {
  const random = Random.ofCase(seed, number);
  const original = random.of(vocabulary.repositories);
  let { files } = original;
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1) files = changed(files, random, vocabulary);
  files = withSecretsApart(files);
  if (random.isOneIn(3)) {
    files = random.of(FILE_MUTATIONS)(files, random.of(Object.keys(files)), random, vocabulary);
  }
  const configuration = otherConfiguration(configurationIn(files) ?? original.configuration, random);
  return { number, original, files, configuration };
}

function changed(files: Files, random: Random, vocabulary: Vocabulary): Files {
  const path = random.of(Object.keys(files));
  const content = files[path];
  if (typeof content !== 'string') return random.of(BINARY_MUTATIONS)(files, path, random, vocabulary);
  return { ...files, [path]: random.of(mutationsOf(content, random))(content, random, vocabulary) };
}

/** What is done to a text: mostly what keeps it what it is. */
function mutationsOf(text: string, random: Random): readonly TextMutation[] {
  if (hasBlocks(text) && random.isOneIn(2)) return CERTIFICATE_MUTATIONS;
  if (random.isOneIn(5)) return LINE_MUTATIONS;
  return random.isOneIn(6) ? TEMPLATE_MUTATIONS : YAML_MUTATIONS;
}

/** Each secret with a number of its own, so that one that is shown is known to be the one at its place. */
function withSecretsApart(files: Files): Files {
  let count = 0;
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content.replaceAll(SECRET, () => `${SECRET}${count++}x`) : content,
    ]),
  );
}

/** The configuration that the files bring along, where it has no mistake after what was done to it. */
function configurationIn({ '.promsec.yml': text }: Files): Configuration | undefined {
  if (typeof text !== 'string') return undefined;
  const reading = readConfiguration(new SourceFile('.promsec.yml', text));
  return 'mistakes' in reading ? undefined : reading.configuration;
}

const VERSIONS = ['any', 'current', '2.42', '3.0', '3.5'];

function otherConfiguration(configuration: Configuration, random: Random): Configuration {
  return {
    ...configuration,
    pedantic: random.isOneIn(2),
    prometheusVersion: random.of([configuration.prometheusVersion, configuration.prometheusVersion, ...VERSIONS]),
    ...(random.isOneIn(8) ? { rules: { 'insecure-skip-verify': 'note', 'inline-secret': 'off' } as const } : {}),
  };
}
