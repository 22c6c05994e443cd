import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import type { YamlDocument } from './document.ts';

/** A document that a dialect claims; the file is added by the one who asked. */
export type Claim = Omit<YamlDocument, 'file'>;

/** A kind of YAML document that promsec reads. One file per dialect. */
export interface Dialect {
  /** Words of which each document of the dialect holds at least one. ASCII, so that they can be looked for in bytes. */
  readonly words: readonly string[];
  /** True when the server reads the first document of a stream alone, as go-yaml's `Unmarshal` does. */
  readonly isFirstOnly: boolean;
  /** True when the name alone says that a file is of this dialect. */
  isNamed(path: string): boolean;
  /** A look at the text of a document before it is parsed: false when it cannot be of this dialect. */
  mayHold(text: string, path: string): boolean;
  /** What of this dialect the root of a document is: nothing, one document, or several where it is a list of them. */
  claimsOf(root: YamlMap, path: string): readonly Claim[];
}

/** The node under a key of a mapping, by its exact spelling; the last where it comes more than once. */
export function nodeAt(map: YamlMap, key: string): YamlNode | undefined {
  return map.pairs.findLast(pair => pair.key.text === key)?.value;
}

/** The text of a scalar under a key. */
export function textAt(map: YamlMap, key: string): string | undefined {
  const node = nodeAt(map, key);
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** The mapping under a key. */
export function mapAt(map: YamlMap, key: string): YamlMap | undefined {
  const node = nodeAt(map, key);
  return node?.kind === 'map' ? node : undefined;
}

/** True when the text holds one of the words. */
export function holdsOne(words: readonly string[], text: string): boolean {
  return words.some(word => text.includes(word));
}
