import type { Span } from '../../text/source.ts';
import { frameOf, type Frame } from '../frame.ts';
import type { Secrets } from '../secrets.ts';
import { columnsOf } from '../visible.ts';
import { html, type Html } from './markup.ts';
import type { PlaceWriter } from './place.ts';

/** The line that a place begins on, with what it marks; nothing for what is no text. */
export function frameMarkup(at: Span, secrets: Secrets, { lineOf }: PlaceWriter): Html {
  const line = lineOf(at);
  if (line === undefined) return html``;
  const [before, marked, after] = partsOf(frameOf(at, secrets));
  return html`<pre
    class="frame"
  ><span class="number">${line}</span><code>${before}<mark>${marked}</mark>${after}</code></pre> `;
}

/** The text of a frame before, in and behind what is marked. */
function partsOf({ text, caretStart, caretLength }: Frame): readonly [string, string, string] {
  const start = indexAtColumn(text, caretStart);
  const end = indexAtColumn(text, caretStart + caretLength);
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/** The index behind as much of a text as fits into so many columns; a mark that takes none goes with its letter. */
function indexAtColumn(text: string, columns: number): number {
  let [index, column] = [0, 0];
  for (const character of text) {
    column += columnsOf(character);
    if (column > columns) break;
    index += character.length;
  }
  return index;
}
