import type { YamlList, YamlMap, YamlNode, YamlPair } from './yaml-node.ts';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  codeAt,
  COLON,
  COMMA,
  lineScalarAt,
  OPEN_BRACE,
  OPEN_BRACKET,
  SPACE,
  spacesEnd,
  type Passage,
} from './yaml-line-scalar.ts';
import { LIMITS } from './yaml-syntax.ts';

/**
 * The flow collection whose bracket or brace is at an offset, where it ends in its line and is made of scalars and such
 * collections, each mapping of keys with a value. `undefined` for every other one.
 *
 * @param depth how many collections it stands in.
 */
export function lineCollectionAt(passage: Passage, start: number, depth: number): YamlMap | YamlList | undefined {
  if (depth >= LIMITS.depth) return undefined;
  return codeAt(passage, start) === OPEN_BRACE ? mapAt(passage, start, depth) : listAt(passage, start, depth);
}

function listAt(passage: Passage, start: number, depth: number): YamlList | undefined {
  const items: YamlNode[] = [];
  let at = spacesEnd(passage, start + 1);
  while (codeAt(passage, at) !== CLOSE_BRACKET) {
    const item = nodeAt(passage, at, depth);
    if (item === undefined) return undefined;
    items.push(item);
    at = nextItem(passage, item.end, CLOSE_BRACKET);
  }
  return { kind: 'list', source: passage.source, start, end: at + 1, items };
}

function mapAt(passage: Passage, start: number, depth: number): YamlMap | undefined {
  const pairs: YamlPair[] = [];
  let at = spacesEnd(passage, start + 1);
  while (codeAt(passage, at) !== CLOSE_BRACE) {
    const key = lineScalarAt(passage, at, true);
    if (key === undefined || codeAt(passage, key.end) !== COLON) return undefined;
    // As in JSON, a value may stand right behind a quoted key.
    if (key.style === 'plain' && codeAt(passage, key.end + 1) !== SPACE) return undefined;
    const value = nodeAt(passage, spacesEnd(passage, key.end + 1), depth);
    if (value === undefined) return undefined;
    pairs.push({ key, value });
    at = nextItem(passage, value.end, CLOSE_BRACE);
  }
  return { kind: 'map', source: passage.source, start, end: at + 1, pairs };
}

function nodeAt(passage: Passage, at: number, depth: number): YamlNode | undefined {
  const code = codeAt(passage, at);
  const isCollection = code === OPEN_BRACE || code === OPEN_BRACKET;
  return isCollection ? lineCollectionAt(passage, at, depth + 1) : lineScalarAt(passage, at, true);
}

/** Where the next item or the bracket is; the end of the passage, where nothing can be read, if neither may follow. */
function nextItem(passage: Passage, behind: number, close: number): number {
  const at = spacesEnd(passage, behind);
  const code = codeAt(passage, at);
  if (code === COMMA) return spacesEnd(passage, at + 1);
  return code === close ? at : passage.end;
}
