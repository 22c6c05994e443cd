import type { PathKind } from '../path-kind.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../parse/yaml-node.ts';
import type { Carrier } from '../document.ts';

/**
 * How a text stands in a string: as it is; in base64, and then perhaps compressed with gzip; or as Compose takes it, with
 * `$$` for `$`.
 */
export type Encoding = 'none' | 'base64' | 'compose';

interface Placed {
  /** The keys from the root of the carrying document to what it carries. */
  readonly keys: readonly string[];
  /**
   * The name of the file that it becomes, or stands for: the key of a ConfigMap, `values.yaml`. It says what the name of a
   * file would; absent where content alone decides.
   */
  readonly fileName?: string;
  readonly within: Carrier;
  /** True for a part that is laid over something which is not seen: nothing is concluded from what it lacks. */
  readonly isPartial?: boolean;
}

/** A string that may hold a configuration. */
export interface EmbeddedText extends Placed {
  readonly scalar: YamlScalar;
  readonly encoding: Encoding;
  /** The part of the decoded string that it is, half-open: the value of `name=value`. All of it where it is absent. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** A part of a document that may be one by itself: the values of a chart, a resource in values. */
interface EmbeddedNode extends Placed {
  readonly node: YamlNode;
}

/** What a document carries that may be a document of ours, to whatever depth. The engine decides by its content. */
export type Embedded = EmbeddedText | EmbeddedNode;

/** A kind of YAML document that carries others. One file per kind. */
export interface CarrierReader {
  /** False for the path of a file that cannot be of the kind; by default no path tells. */
  isPossibleAt?(kind: PathKind): boolean;
  /** What each document of the kind holds somewhere. Matches ASCII alone. */
  readonly sign: RegExp;
  /**
   * What a document holds that may carry something encoded, so that no word of what it carries need stand in its text.
   * Without it a document is looked into only where it holds such a word. Matches ASCII alone.
   */
  readonly hidingSign?: RegExp;
  /**
   * A look at the text of one entry of the root: where it is there, entries of which it says false need not be parsed.
   *
   * @param mayHoldOurs true where the entry holds a word without which nothing in it is ours, unless it is encoded.
   */
  mayNeed?(entry: string, mayHoldOurs: boolean): boolean;
  /** What a document carries; nothing where it is of another kind. @param path of the file, or the name it would have. */
  embeddedIn(root: YamlMap, path: string): Iterable<Embedded>;
}
