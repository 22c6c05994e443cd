import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Report } from '../findings/report.ts';
import { MASK } from './frame.ts';
import { Secrets } from './secrets.ts';
import { visibleLines } from './visible.ts';

/** A file as it was and as it is to be. */
interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Shorter ones stand everywhere by chance. */
const LEAST_SECRET = 4;

/**
 * The changes of files as a unified diff, in which secrets are masked on either side: where one stands in or near a change,
 * the diff is for reading and cannot be applied.
 *
 * @param before the report on the files as they were. @param after on the files as they are to be.
 */
export function patchOf(files: readonly ChangedText[], before: Report, after: Report): string {
  const [hiddenBefore, hiddenAfter] = [new Secrets(before.secrets), new Secrets(after.secrets)];
  return files
    .map(({ path, before: oldText, after: newText }) => {
      const words = [...secretLines(path, oldText, hiddenBefore), ...secretLines(path, newText, hiddenAfter)];
      const [oldShown, newShown] = [shownText(path, oldText, hiddenBefore), shownText(path, newText, hiddenAfter)];

      return createTwoFilesPatch(
        `a/${path}`,
        `b/${path}`,
        withoutWords(oldShown, words),
        withoutWords(newShown, words),
        undefined,
        undefined,
        { context: 3, headerOptions: FILE_HEADERS_ONLY },
      );
    })
    .join('');
}

/** The lines of the secrets of a text, which a change may have put somewhere else. */
function secretLines(path: string, text: string, secrets: Secrets): readonly string[] {
  return secrets
    .within(path, 0, text.length)
    .flatMap(({ start, end }) => text.slice(start, end).split(/[\r\n]+/))
    .map(line => line.trim())
    .filter(line => line.length >= LEAST_SECRET);
}

/** A text with its secrets masked line by line, and what cannot be seen written out; line ends stand as they are. */
function shownText(path: string, text: string, secrets: Secrets): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of secrets.within(path, 0, text.length)) {
    pieces.push(text.slice(at, start), text.slice(start, end).replaceAll(/[^\r\n]+/g, MASK));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('').split('\r\n').map(visibleLines).join('\r\n');
}

function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((shown, word) => shown.replaceAll(word, MASK), text);
}
