import type { DecodedTextBuilder } from '../text/decoded.ts';

/** Adds each line break that is written from `start` to before `end`. A `\r` before it stands for no character. */
export function addLineBreaks(decoded: DecodedTextBuilder, text: string, start: number, end: number): void {
  for (let at = start; at < end; at += 1) if (text[at] === '\n') decoded.copy(at, at + 1);
}

/**
 * Adds the line breaks that are written from `start`, where the first one is, to before `end`, folded: a single one is
 * read as a space, and of several the first is dropped (YAML 1.2.2, 6.5).
 */
export function addFoldedLineBreaks(decoded: DecodedTextBuilder, text: string, start: number, end: number): void {
  const isSingle = text.lastIndexOf('\n', end - 1) === start;
  if (isSingle) decoded.replace(start, start + 1, ' ');
  else addLineBreaks(decoded, text, start + 1, end);
}
