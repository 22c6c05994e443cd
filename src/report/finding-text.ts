import type { Finding } from '../findings/finding.ts';
import type { Span } from '../text/source.ts';
import type { Paint } from './color.ts';
import { frameOf } from './frame.ts';
import { rangeOf } from './position.ts';
import type { Secrets } from './secrets.ts';
import { visibleText } from './visible.ts';

/**
 * A finding for a terminal: message, place and frame, then each related place the same way. Without a final newline.
 */
export function findingText(finding: Finding, secrets: Secrets, paint: Paint): string {
  const places = [finding.at, ...finding.related.map(related => related.at)];
  const gutter = Math.max(...places.map(place => String(rangeOf(place).line).length));
  const label = paint(finding.severity, `${finding.severity}[${finding.ruleId}]`);
  const lines = [
    `${label}${paint('strong', `: ${visibleText(finding.message)}`)}`,
    ...placeLines(finding.at, secrets, paint, finding.severity, gutter),
  ];
  for (const related of finding.related) {
    lines.push(
      `${paint('note', 'note')}: ${visibleText(related.message)}`,
      ...placeLines(related.at, secrets, paint, 'note', gutter),
    );
  }
  const note = (text: string): string => `${' '.repeat(gutter)} ${paint('gutter', '=')} ${text}`;
  if (finding.fix !== undefined) {
    lines.push(note(`${finding.fix.isSafe ? 'fix' : 'unsafe fix'}: ${visibleText(finding.fix.title)}`));
  }
  if (finding.state === 'existing') lines.push(note('it is not new: it stood there before'));
  return lines.join('\n');
}

function placeLines(
  place: Span,
  secrets: Secrets,
  paint: Paint,
  style: Finding['severity'],
  gutter: number,
): readonly string[] {
  const { line, column } = rangeOf(place);
  const arrow = `${' '.repeat(gutter)}${paint('gutter', '-->')} ${visibleText(place.file.path)}`;
  // What is no text has neither lines nor anything to show.
  if (place.file.text === '') return [arrow];
  const frame = frameOf(place, secrets);
  const rule = (label: string): string => paint('gutter', `${label.padStart(gutter)} |`);
  const carets = `${' '.repeat(frame.caretStart)}${paint(style, '^'.repeat(frame.caretLength))}`;
  return [
    `${arrow}:${line}:${column}`,
    rule(''),
    `${rule(String(line))} ${frame.text}`.trimEnd(),
    `${rule('')} ${carets}`,
  ];
}
