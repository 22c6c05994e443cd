import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import type { YamlDocument } from './document.ts';

/** A document that a dialect claims; the file is added by the one who asked. */
export type Claim = Omit<YamlDocument, 'file'>;

/** A kind of YAML document that promsec reads. One file per dialect. */
export interface Dialect {
  /**
   * What each document in a file of such a path holds somewhere; `undefined` where it cannot be of this dialect.
   * Matches ASCII alone, so that it can be looked for in bytes.
   */
  signAt(path: string): RegExp | undefined;
  /** True when the server reads the first document of a stream alone, as go-yaml's `Unmarshal` does. */
  readonly isFirstOnly: boolean;
  /** True when the name alone says that a file is of this dialect. */
  isNamed(path: string): boolean;
  /** A look at the text of one entry of the root: where it is there, entries of which it says false are not parsed. */
  mayNeed?(entry: string): boolean;
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
