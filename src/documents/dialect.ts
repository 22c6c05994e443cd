import { baseName } from '../text/path.ts';
import type { PathKind } from './path-kind.ts';
import type { YamlList, YamlMap, YamlNode } from '../parse/yaml-node.ts';
import type { Fault, SecretDocument, WorkloadDocument, YamlDocument } from './document.ts';

/**
 * A document that a dialect claims, with what in it could not be read; the file is added by the one who asked.
 */
export type Claim = (Omit<YamlDocument, 'file'> | Omit<SecretDocument, 'file'> | Omit<WorkloadDocument, 'file'>) & {
  readonly faults?: readonly Fault[];
};

/** A kind of YAML document that promsec reads. One file per dialect. */
export interface Dialect {
  /**
   * What each document in a file of such a path holds somewhere; `undefined` where it cannot be of this dialect.
   * Matches ASCII alone, so that it can be looked for in bytes.
   */
  signAt(kind: PathKind): RegExp | undefined;
  /** True when the server reads the first document of a stream alone, as go-yaml's `Unmarshal` does. */
  readonly isFirstOnly: boolean;
  /** Names that alone say that a file is of this dialect. */
  readonly names?: ReadonlySet<string>;
  /** True when a document matters only where another refers to it, so that one that cannot be read is no fault. */
  readonly isOnlyReferredTo?: boolean;
  /** A look at the text of one entry of the root: where it is there, entries of which it says false are not parsed. */
  mayNeed?(entry: string): boolean;
  /** What of this dialect a document is; `undefined` where it is none. */
  claimOf(root: YamlMap, path: string): Claim | undefined;
  /** The same of a document that is a list, where the dialect has such. */
  claimOfList?(root: YamlList): Claim | undefined;
}

/** True when the name of a file alone says that it is of a dialect. */
export function isNamedAs({ names }: Dialect, path: string): boolean {
  return names?.has(baseName(path)) === true;
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

/** The mappings in the list under a key. */
export function mapsAt(map: YamlMap, key: string): readonly YamlMap[] {
  const node = nodeAt(map, key);
  return node?.kind === 'list' ? node.items.filter(item => item.kind === 'map') : [];
}
