import { CARRIERS } from './embedded/carriers.ts';
import type { CarrierReader } from './embedded/embedded.ts';
import { isNamedAs, type Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { pathKindOf, type PathKind } from './path-kind.ts';
import { anySign } from './sign.ts';

/** Who may have something to read in a document, by what stands in its text. */
export interface PossibleReaders {
  readonly dialects: readonly Dialect[];
  readonly carriers: readonly CarrierReader[];
}

/**
 * What the schema of a custom resource holds, which names every field of ours and sets none: at the start of a line, as
 * every generator writes it.
 */
export const SCHEMA = /^kind:[ \t]+["']?CustomResourceDefinition\b/m;
// With an escape a word need not stand in the text as it is read.
const HIDING_ESCAPE = /\\(?:[xuU/]|\r?\n)/;
// Begins with a rare letter, which is cheaper to look for than dashes.
const PEM_SIGN = /BEGIN [A-Z]/;
const SCHEMA_KIND = 'CustomResourceDefinition';
const LATER_DIALECTS = DIALECTS.filter(({ isFirstOnly }) => !isFirstOnly);
const UNTOLD = pathKindOf('');
const NOBODY: PossibleReaders = { dialects: [], carriers: [] };

/**
 * Those that may find something in a document.
 *
 * @param index its place in its stream, from 0. @param path the name that it is judged by.
 */
export function possibleReadersOf(text: string, index: number, path: string): PossibleReaders {
  if (text.includes(SCHEMA_KIND) && SCHEMA.test(text)) return NOBODY;
  const isSure = !text.includes('\\') || !HIDING_ESCAPE.test(text);
  const possible = index === 0 ? DIALECTS : LATER_DIALECTS;
  const kind = pathKindOf(path);
  const carriers = carriersAt(kind);
  const signed = index === 0 ? signedInFirst(path) : signedInLater(path);
  const found = foundIn(text, signed);
  const isSigned = (reader: Dialect): boolean => found.has(reader) || (!isSure && reader.signAt(kind) !== undefined);
  return {
    dialects: possible.filter(dialect => isSigned(dialect) || isNamedAs(dialect, path)),
    carriers: withSomethingOfOurs(
      carriers.filter(carrier => (carrier.isPossibleAt === undefined ? found.has(carrier) : carrier.sign.test(text))),
      text,
      isSure,
    ),
  };
}

function withSomethingOfOurs(
  carriers: readonly CarrierReader[],
  text: string,
  isSure: boolean,
): readonly CarrierReader[] {
  if (carriers.length === 0) return carriers;
  const mayHold = !isSure || mayHoldOurs(text);
  return carriers.filter(({ hidingSign }) => mayHold || hidingSign?.test(text) === true);
}

interface Signed {
  readonly reader: Dialect | CarrierReader;
  readonly sign: RegExp;
}

/** The answer for each kind of path, worked out once. */
function ofEachKind<Answer>(answerFor: (kind: PathKind) => Answer): (path: string) => Answer {
  const known = new Map<PathKind, Answer>();
  return path => {
    const kind = pathKindOf(path);
    const answer = known.get(kind) ?? answerFor(kind);
    known.set(kind, answer);
    return answer;
  };
}

/** Those whose sign tells, without the carriers that belong to files of a name: such are mostly there in those. */
function signedAmong(dialects: readonly Dialect[], kind: PathKind): readonly Signed[] {
  return [
    ...dialects.map(reader => ({ reader, sign: reader.signAt(kind) })),
    ...carriersAt(kind).map(reader => ({ reader, sign: reader.isPossibleAt === undefined ? reader.sign : undefined })),
  ].flatMap(({ reader, sign }) => (sign === undefined ? [] : [{ reader, sign }]));
}

const signedInFirst = ofEachKind(kind => signedAmong(DIALECTS, kind));
const signedInLater = ofEachKind(kind => signedAmong(LATER_DIALECTS, kind));

// To make a pattern for all signs takes longer than to look for each of them in so little.
const SHORT_UNITS = 4000;

/** The readers whose sign is in a text. In most it is one alone, so that one pass looks for all but the first there. */
function foundIn(text: string, signed: readonly Signed[]): ReadonlySet<Signed['reader']> {
  if (text.length < SHORT_UNITS) return withSignsIn(text, signed);
  const [first] = anySign(signed.map(({ sign }) => sign)).exec(text) ?? [];
  if (first === undefined) return new Set();
  const others = signed.filter(({ sign }) => !sign.test(first));
  const areAlone = others.length === 0 || !anySign(others.map(({ sign }) => sign)).test(text);
  return withSignsIn(text, areAlone ? signed.filter(one => !others.includes(one)) : signed);
}

function withSignsIn(text: string, signed: readonly Signed[]): ReadonlySet<Signed['reader']> {
  return new Set(signed.filter(({ sign }) => sign.test(text)).map(({ reader }) => reader));
}

/** All of them, for what is put together of pieces, whose text tells nothing. */
export function everyReaderAt(path: string): PossibleReaders {
  return { dialects: DIALECTS, carriers: carriersAt(pathKindOf(path)) };
}

/** True where a text of such a name, or something it carries, may be ours. */
export function mayHoldOurs(text: string, path = ''): boolean {
  return signOfEmbedded(path).test(text);
}

/**
 * What a file of such a path holds somewhere, in ASCII, where it or something in it is ours. A document in JSON is
 * seldom ours and often carries others.
 */
export const signOfFile = ofEachKind(kind =>
  anySign([
    PEM_SIGN,
    ...DIALECTS.flatMap(dialect => dialect.signAt(kind) ?? []),
    ...carriersAt(kind).flatMap(({ sign, hidingSign }) => (kind.isJson ? sign : (hidingSign ?? []))),
  ]),
);

const signOfEmbedded = ofEachKind(kind =>
  anySign([
    PEM_SIGN,
    ...DIALECTS.flatMap(dialect => dialect.signAt(kind) ?? dialect.signAt(UNTOLD) ?? []),
    ...CARRIERS.flatMap(({ hidingSign }) => hidingSign ?? []),
  ]),
);

function carriersAt(kind: PathKind): readonly CarrierReader[] {
  return CARRIERS.filter(({ isPossibleAt }) => isPossibleAt?.(kind) !== false);
}
