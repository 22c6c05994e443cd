import type { SourceFile, Span } from '../text/source.ts';
import { ExcerptedFile } from './excerpted-file.ts';
import { shownRangeOf } from './position.ts';

const WINDOW = 100;
const FACTOR = 37;
const END_OF_FILE = 65535;
const TWO_32 = 2 ** 32;

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** What a character weighs when it leaves the window: FACTOR to the power of WINDOW, modulo 2^64, in two halves. */
const LEAVING = BigInt.asUintN(64, BigInt(FACTOR) ** BigInt(WINDOW));
const LEAVING_HIGH = Number(LEAVING >> 32n);
const LEAVING_LOW = Number(LEAVING & 0xffff_ffffn);

/**
 * The `primaryLocationLineHash` of each line of `text`, the first at index 0, as GitHub's upload-sarif computes it
 * (github/codeql-action, `src/fingerprints.ts`). An alert is followed over time by it, and one that differs from
 * upload-sarif's own is warned about. A rolling hash of the 100 characters from the first that is not blank, spaces and
 * tabs left out, CR and CRLF taken as LF, so that a lone CR ends a line here; `:n` counts equal hashes within the file.
 */
export function lineHashesOf(text: string): readonly string[] {
  const hashes: string[] = [];
  const seen = new Map<string, number>();
  const characters = new Uint16Array(WINDOW);
  const lineAt = new Uint32Array(WINDOW);
  // The hash in two halves: several times faster than a bigint, and exact, as no number here reaches 2^53.
  let high = 0;
  let low = 0;
  let at = 0;
  let line = 0;

  const startLine = (): void => {
    line += 1;
    lineAt[at] = line;
  };
  const finishLine = (): void => {
    const started = lineAt[at] ?? 0;
    if (started === 0) return;
    const digits = hexadecimal(high, low);
    const count = (seen.get(digits) ?? 0) + 1;
    seen.set(digits, count);
    hashes[started - 1] = `${digits}:${count}`;
    lineAt[at] = 0;
  };
  const push = (character: number): void => {
    const leaving = characters[at] ?? 0;
    const lowSum = low * FACTOR + character - LEAVING_LOW * leaving;
    const carry = Math.floor(lowSum / TWO_32);
    const highSum = high * FACTOR + carry - LEAVING_HIGH * leaving;
    low = lowSum - carry * TWO_32;
    high = highSum - Math.floor(highSum / TWO_32) * TWO_32;
    characters[at] = character;
    at = (at + 1) % WINDOW;
  };

  let isLineStart = true;
  let isAfterReturn = false;
  const feed = (unit: number): void => {
    const isBlank = unit === SPACE || unit === TAB || (unit === LINE_FEED && isAfterReturn);
    isAfterReturn = unit === CARRIAGE_RETURN;
    if (isBlank) return;
    const character = unit === CARRIAGE_RETURN ? LINE_FEED : unit;
    finishLine();
    if (isLineStart) startLine();
    isLineStart = character === LINE_FEED;
    push(character);
  };

  for (let index = 0; index < text.length; index += 1) feed(text.charCodeAt(index));
  feed(END_OF_FILE);
  for (let index = 0; index < WINDOW; index += 1) {
    finishLine();
    push(0);
  }
  return hashes;
}

const hashesByFile = new WeakMap<SourceFile, readonly string[]>();

/** The hash of the line that GitHub shows a place on; `undefined` in a file that is no text. */
export function lineHashOf(place: Span): string | undefined {
  const { file } = place;
  // What is no text, upload-sarif hashes in its own way, and warns of a hash that is another.
  if (file.text === '') return undefined;
  const { line } = shownRangeOf(place);
  if (file instanceof ExcerptedFile) return file.lineHashes.get(line);
  const hashes = hashesByFile.get(file) ?? lineHashesOf(`${file.hasByteOrderMark ? '\uFEFF' : ''}${file.text}`);
  hashesByFile.set(file, hashes);
  return hashes[line - 1];
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
