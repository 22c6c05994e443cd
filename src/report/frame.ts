import type { Span } from '../text/source.ts';
import { firstIndexWhere } from '../text/bisect.ts';
import { lineBoundsOf, rangeOf } from './position.ts';
import type { SecretRange, Secrets } from './secrets.ts';
import { columnsOf, visibleText } from './visible.ts';

/** The line a span begins on, as a terminal can show it, and the columns to mark under it. */
export interface Frame {
  /** Counted from 1. */
  readonly line: number;
  /** Secrets masked, tabs expanded, unseen characters escaped, at most 122 columns wide. */
  readonly text: string;
  /** The first marked column of `text`, counted from 0. */
  readonly caretStart: number;
  /** At least 1. */
  readonly caretLength: number;
}

/** What stands in the place of a secret. */
export const MASK = '***';
const TAB = '    ';
const MAX_COLUMNS = 120;
/**
 * How far from the span a line is looked at, in UTF-16 units, so that a frame of a line without end costs no more than
 * another. A secret is looked at whole, so that its length is of no matter.
 */
export const FRAME_REACH = 2 * MAX_COLUMNS;

/** What is shown in one piece: a character, its escape, or the mask of a secret. */
interface Glyph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly columns: number;
}

/**
 * The frame of `span`: its first line, marked from where the span begins to where it ends or to the end of the line.
 * Each part of the line that lies in a secret is `***` whatever its length, and a wide line is cut around the mark.
 */
export function frameOf(span: Span, secrets: Secrets): Frame {
  const { line } = rangeOf(span);
  const bounds = lineBoundsOf(span.file, line);
  const { path, text } = span.file;
  const near = {
    start: Math.max(bounds.start, span.start - FRAME_REACH),
    end: Math.min(bounds.end, span.start + FRAME_REACH),
  };
  const hidden = secrets.within(path, near.start, near.end);
  const cut = hidden.filter(({ start, end }) => start < near.start || near.end < end);
  const from = Math.max(bounds.start, Math.min(characterBoundary(text, near.start), ...cut.map(({ start }) => start)));
  const to = Math.min(bounds.end, Math.max(characterBoundary(text, near.end), ...cut.map(({ end }) => end)));
  const glyphs = glyphsOf(text, from, to, hidden);

  const marked = firstIndexWhere(glyphs, glyph => glyph.end > span.start);
  const markedEnd = firstIndexWhere(glyphs, glyph => glyph.start >= span.end);
  const [first, last] = windowAround(glyphs, marked);

  const head = first > 0 || from > bounds.start ? '…' : '';
  const tail = last < glyphs.length || to < bounds.end ? '…' : '';
  const shown = glyphs.slice(first, last).map(glyph => glyph.text);
  return {
    line,
    text: `${head}${shown.join('')}${tail}`.trimEnd(),
    caretStart: head.length + columnsFrom(glyphs, first, marked),
    caretLength: Math.max(1, columnsFrom(glyphs, marked, Math.min(markedEnd, last))),
  };
}

function glyphsOf(text: string, from: number, to: number, hidden: readonly SecretRange[]): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let at = from;
  const showUntil = (end: number): void => {
    for (const character of text.slice(at, end)) {
      const shown = character === '\t' ? TAB : visibleText(character);
      const columns = shown === character ? columnsOf(character) : shown.length;
      glyphs.push({ start: at, end: at + character.length, text: shown, columns });
      at += character.length;
    }
  };
  for (const secret of hidden) {
    showUntil(Math.max(from, secret.start));
    const end = Math.min(to, secret.end);
    // Of an empty line within a secret nothing is hidden.
    if (at < end) glyphs.push({ start: at, end, text: MASK, columns: MASK.length });
    at = end;
  }
  showUntil(to);
  return glyphs;
}

/** The glyphs, from and to before, that fit into a frame: half of it behind `center`, and whatever then is free. */
function windowAround(glyphs: readonly Glyph[], center: number): readonly [number, number] {
  let first = center;
  let last = center;
  let columns = 0;
  const takes = (glyph: Glyph | undefined, limit: number): boolean => {
    if (glyph === undefined || columns + glyph.columns > limit) return false;
    columns += glyph.columns;
    return true;
  };
  while (takes(glyphs[last], MAX_COLUMNS / 2)) last += 1;
  while (takes(glyphs[first - 1], MAX_COLUMNS)) first -= 1;
  while (takes(glyphs[last], MAX_COLUMNS)) last += 1;
  return [first, last];
}

function columnsFrom(glyphs: readonly Glyph[], first: number, end: number): number {
  return glyphs.slice(first, end).reduce((sum, glyph) => sum + glyph.columns, 0);
}

function characterBoundary(text: string, offset: number): number {
  const isInsidePair = offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return isInsidePair ? offset + 1 : offset;
}
