import type { Finding } from '../findings/finding.ts';
import { shownRangeOf } from './position.ts';
import { visibleText } from './visible.ts';

/** The message of a finding and, on a line each, the places that belong to it: `path:line: message`. */
export function messageLines({ message, related }: Finding): string {
  const places = related.map(({ at, message: what }) => {
    const line = at.file.text === '' ? '' : `:${shownRangeOf(at).line}`;
    return `${visibleText(at.file.path)}${line}: ${visibleText(what)}`;
  });
  return [visibleText(message), ...places].join('\n');
}
