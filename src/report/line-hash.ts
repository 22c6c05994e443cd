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
const LEADING_ZEROS = /^0+(?=.)/;

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

  let isLineStart = true;
  let isAfterReturn = false;
  // In one loop, without functions of its own, which would keep the halves on the heap: seven times faster.
  for (let index = 0; index <= text.length + WINDOW; index += 1) {
    let character = index < text.length ? text.charCodeAt(index) : index === text.length ? END_OF_FILE : 0;
    if (index <= text.length) {
      const isBlank = character === SPACE || character === TAB || (character === LINE_FEED && isAfterReturn);
      isAfterReturn = character === CARRIAGE_RETURN;
      if (isBlank) continue;
      if (isAfterReturn) character = LINE_FEED;
    }
    const started = lineAt[at] ?? 0;
    if (started !== 0) {
      const digits = hexadecimal(high, low);
      const count = (seen.get(digits) ?? 0) + 1;
      seen.set(digits, count);
      hashes[started - 1] = `${digits}:${count}`;
      lineAt[at] = 0;
    }
    if (index <= text.length) {
      if (isLineStart) {
        line += 1;
        lineAt[at] = line;
      }
      isLineStart = character === LINE_FEED;
    }
    const leaving = characters[at] ?? 0;
    const lowSum = low * FACTOR + character - LEAVING_LOW * leaving;
    low = lowSum >>> 0;
    const carry = (lowSum - low) / TWO_32;
    high = (high * FACTOR + carry - LEAVING_HIGH * leaving) >>> 0;
    characters[at] = character;
    at = (at + 1) % WINDOW;
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

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** As `toString(16)` of the whole, which takes ten times as long for numbers of this size. */
function hexadecimal(high: number, low: number): string {
  let digits = '';
  for (const half of [high, low]) {
    for (let shift = 24; shift >= 0; shift -= 8) digits += BYTES[(half >>> shift) & 0xff] ?? '';
  }
  return digits.replace(LEADING_ZEROS, '');
}
