import type { Report } from '../findings/report.ts';
import type { Span } from '../text/source.ts';
import { seenLineOf } from './anchor.ts';
import { markdownCode, markdownLink } from './markdown-text.ts';
import { uriOf } from './uri.ts';

/** Writes a place as Markdown. */
export type PlaceWriter = (at: Span) => string;

/**
 * The writer of `file:line`, with the line that the pull request is shown at.
 *
 * @param commit the address of the files of that commit, to which places are linked: `https://github.com/o/r/blob/SHA`.
 */
export function placeWriter({ comparison }: Pick<Report, 'comparison'>, commit: string | undefined): PlaceWriter {
  return at => {
    const { path, text } = at.file;
    // What is no text has no lines.
    const line = text === '' ? undefined : seenLineOf(at, comparison);
    const label = markdownCode(line === undefined ? path : `${path}:${line}`);
    if (commit === undefined) return label;
    return markdownLink(label, `${commit}/${uriOf(path)}${line === undefined ? '' : `#L${line}`}`);
  };
}
