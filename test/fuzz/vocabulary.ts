import type { Files } from '../tree.ts';
import type { Repository } from './repositories.ts';
import { flowOf, yamlTreeOf, type YamlTree } from './yaml-tree.ts';

/** What all fixtures together are made of, so that a part of one can be put into another. */
export interface Vocabulary {
  readonly repositories: readonly Repository[];
  readonly keys: readonly string[];
  /** Values on one line, by the key that they stand under. */
  readonly valuesOf: ReadonlyMap<string, readonly string[]>;
  readonly containers: readonly Uint8Array[];
  /** The entries of a text; those of fixtures are known already. */
  treeOf(text: string): YamlTree;
}

const MOST_OF_KEY = 40;
const LONGEST_VALUE = 400;

/** @param containers certificates in any form, to put into other files. */
export function vocabularyOf(repositories: readonly Repository[], containers: readonly Uint8Array[]): Vocabulary {
  const trees = new Map<string, YamlTree>();
  for (const { files } of repositories) for (const text of textsIn(files)) trees.set(text, yamlTreeOf(text));
  const valuesOf = new Map<string, string[]>();
  for (const { key, value } of [...trees.values()].flatMap(({ entries }) => entries)) {
    const known = valuesOf.get(key.text) ?? [];
    valuesOf.set(key.text, known);
    const text = flowOf(value);
    if (known.length < MOST_OF_KEY && text.length <= LONGEST_VALUE && !known.includes(text)) known.push(text);
  }
  return {
    repositories,
    keys: [...valuesOf].flatMap(([key, values]) => (values.length === 0 ? [] : key)),
    valuesOf,
    containers,
    treeOf: text => trees.get(text) ?? yamlTreeOf(text),
  };
}

function textsIn(files: Files): readonly string[] {
  return Object.values(files).filter(content => typeof content === 'string');
}
