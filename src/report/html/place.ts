import type { Report } from '../../findings/report.ts';
import type { Span } from '../../text/source.ts';
import { seenLineOf } from '../anchor.ts';
import { rangeOf } from '../position.ts';
import { uriOf } from '../uri.ts';
import { html, type Html } from './markup.ts';

/** Writes places as HTML, with the lines that the reader sees, and links where it is known where to. */
export interface PlaceWriter {
  /** `file:line`, or the file alone where it is no text and has no lines. */
  place(at: Span): Html;
  /** `line 3, column 5`; empty for what has no lines. For where the file is plain to see. */
  lineAndColumn(at: Span): Html;
  /** `undefined` for what is no text. */
  lineOf(at: Span): number | undefined;
}

/** A path that may be broken behind each slash. */
export function pathMarkup(path: string): Html {
  const [first = '', ...rest] = path.split('/');
  return html`${first}${rest.map(name => html`/<wbr />${name}`)}`;
}

/** @param commit the address of the files of the commit that is shown: `https://github.com/o/r/blob/SHA`. */
export function placeWriter({ comparison }: Pick<Report, 'comparison'>, commit: string | undefined): PlaceWriter {
  const lineOf = (at: Span): number | undefined => (at.file.text === '' ? undefined : seenLineOf(at, comparison));
  const linked = (at: Span, label: Html): Html => {
    if (commit === undefined) return label;
    const line = lineOf(at);
    return html`<a href="${commit}/${uriOf(at.file.path)}${line === undefined ? '' : `#L${line}`}">${label}</a>`;
  };
  return {
    lineOf,
    place(at) {
      const line = lineOf(at);
      return linked(
        at,
        html`<code class="path">${pathMarkup(at.file.path)}${line === undefined ? undefined : `:${line}`}</code>`,
      );
    },
    lineAndColumn(at) {
      const line = lineOf(at);
      return line === undefined ? html`` : linked(at, html`line ${line}, column ${rangeOf(at).column}`);
    },
  };
}
