import { CARRIERS } from './embedded/carriers.ts';
import type { CarrierReader } from './embedded/embedded.ts';
import type { Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { anySign } from './sign.ts';

/** Who may have something to read in a document, by what stands in its text. */
export interface PossibleReaders {
  readonly dialects: readonly Dialect[];
  readonly carriers: readonly CarrierReader[];
}

// A schema names every field of ours and sets none. Written at the start of a line, as every generator does.
const SCHEMA = /^kind:[ \t]+["']?CustomResourceDefinition\b/m;
// With an escape a word need not stand in the text as it is read.
const HIDING_ESCAPE = /\\(?:[xuU/]|\r?\n)/;
// Begins with a rare letter, which is cheaper to look for than dashes.
const PEM_SIGN = /BEGIN [A-Z]/;
/** For what is put together of pieces, whose text tells nothing. */
export const EVERY_READER: PossibleReaders = { dialects: DIALECTS, carriers: CARRIERS };

const NOBODY: PossibleReaders = { dialects: [], carriers: [] };

/**
 * Those that may find something in a document.
 *
 * @param index its place in its stream, from 0. @param path the name that it is judged by.
 */
export function possibleReadersOf(text: string, index: number, path: string): PossibleReaders {
  if (SCHEMA.test(text)) return NOBODY;
  const isSure = !HIDING_ESCAPE.test(text);
  const dialects = DIALECTS.filter(dialect => {
    if (dialect.isFirstOnly && index > 0) return false;
    const sign = dialect.signAt(path);
    return dialect.isNamed(path) || (sign !== undefined && (!isSure || sign.test(text)));
  });
  const carriers = CARRIERS.filter(({ sign }) => sign.test(text));
  if (carriers.length === 0) return { dialects, carriers };
  const mayHold = !isSure || mayHoldOurs(text);
  return { dialects, carriers: carriers.filter(({ hidingSign }) => mayHold || hidingSign?.test(text) === true) };
}

/** True where a text of such a name, or something it carries, may be ours. */
export function mayHoldOurs(text: string, path = ''): boolean {
  return signOfEmbedded(path).test(text);
}

/**
 * What a file of such a path holds somewhere, in ASCII, where it or something in it is ours. A document in JSON is
 * seldom ours and often carries others.
 */
export function signOfFile(path: string): RegExp {
  const carriers = CARRIERS.flatMap(({ sign, hidingSign = sign }) => (path.endsWith('.json') ? sign : hidingSign));
  const hiding = CARRIERS.flatMap(({ hidingSign }) => hidingSign ?? []);
  const signs = DIALECTS.flatMap(dialect => dialect.signAt(path) ?? []);
  return anySign([...signs, ...(path.endsWith('.json') ? carriers : hiding), PEM_SIGN].map(({ source }) => source));
}

function signOfEmbedded(path: string): RegExp {
  const signs = DIALECTS.flatMap(dialect => dialect.signAt(path) ?? dialect.signAt('') ?? []);
  const hiding = CARRIERS.flatMap(({ hidingSign }) => hidingSign ?? []);
  return anySign([...signs, ...hiding, PEM_SIGN].map(({ source }) => source));
}
