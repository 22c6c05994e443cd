import type { SourceText } from '../../text/source.ts';
import { readYaml, type YamlFault } from '../yaml.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml-node.ts';
import { piecesOf, type YamlPiece } from '../yaml-stream.ts';
import { maskedText } from './mask.ts';
import type { MaskedText } from './masked-text.ts';
import { omissionOf, together, type Portion } from './portion.ts';
import { branchAt } from './template-place.ts';
import type { Action, Branch, Template } from './template.ts';

/** Written in the place of what was left out because it is no YAML; a template to all readers. */
export const UNREAD = '{{ }}';

// One entry on a line, whose value is a word or a quoted text: enough for a flag, and for a password.
const ENTRY =
  /^[ \t]*(?:-[ \t]+)*(?<key>[\w.-]+|"[\w.-]+"|'[\w.-]+')[ \t]*:[ \t]+(?<value>[\w./+=-][^\s:#"'{}[\]]*|"[^"\\]*"|'[^']*')[ \t]*(?:#.*)?\r?$/;

/**
 * The entries with literal values in a stretch of a template that is no YAML, each in a mapping of its own beside
 * something unknown, so that what is written can be seen and nothing be concluded from what is not.
 */
export function literalEntriesOf(
  source: SourceText,
  template: Template,
  { start, end }: Pick<Action, 'start' | 'end'>,
): readonly YamlMap[] {
  const masked = maskedText(source, template, { start, end, omitted: [] });
  const entries: YamlMap[] = [];
  let lineStart = 0;
  for (const line of masked.text.split('\n')) {
    const entry = line.length <= LONGEST_ENTRY ? entryIn(line, lineStart, masked) : undefined;
    if (entry !== undefined) entries.push(entry);
    lineStart += line.length + 1;
  }
  return entries;
}

const LONGEST_ENTRY = 2000;

function entryIn(line: string, lineStart: number, masked: MaskedText): YamlMap | undefined {
  const match = ENTRY.exec(line);
  const { key = '', value = '' } = match?.groups ?? {};
  if (match === null) return undefined;
  const keyStart = lineStart + line.indexOf(key);
  const valueStart = keyStart + key.length + line.slice(keyStart - lineStart + key.length).search(/[^\s:]/);
  const valueEnd = valueStart + value.length;
  const outer = masked.outerRange(keyStart, valueEnd);
  const isLiteral = outer.end - outer.start === valueEnd - keyStart;
  if (!isLiteral) return undefined;
  const under = branchAt(masked.template, outer.start);
  const unknown = scalarAt(masked, UNREAD, valueEnd, valueEnd);
  const pair = {
    key: scalarAt(masked, key, keyStart, keyStart + key.length),
    value: scalarAt(masked, value, valueStart, valueEnd),
    ...(under === undefined ? {} : { under }),
  };
  return { kind: 'map', source: masked, start: keyStart, end: valueEnd, pairs: [pair, { key: unknown }] };
}

function scalarAt(source: MaskedText, written: string, start: number, end: number): YamlScalar {
  const style = written.startsWith('"') ? 'double' : written.startsWith("'") ? 'single' : 'plain';
  const text = style === 'plain' ? written : written.slice(1, -1);
  return { kind: 'scalar', source, start, end, style, text };
}

/** A portion that can be parsed, and what had to be left out for that. */
interface Blanked {
  /** What it holds, parsed. */
  readonly documents: readonly MaskedDocument[];
  readonly blanked: readonly Action[];
}

/** A document of masked text that is not empty. */
export interface MaskedDocument {
  readonly root: YamlNode;
  readonly piece: YamlPiece;
}

/** The documents of masked text as far as the first that cannot be parsed. */
export function documentsIn(
  masked: MaskedText,
  pieces: Iterable<YamlPiece>,
): { readonly documents: readonly MaskedDocument[]; readonly fault?: YamlFault } {
  const documents: MaskedDocument[] = [];
  for (const piece of pieces) {
    const reading = readYaml(masked, piece);
    if ('fault' in reading) return { documents, fault: reading.fault };
    if (reading.root !== undefined) documents.push({ root: reading.root, piece });
  }
  return { documents };
}

const MOST_ROUNDS = 30;
// Each round parses as far as the next fault: a long text has fewer.
const MOST_UNITS = 2 ** 20;
/** A branch that is longer is not given up for one line. */
const SHORT_BRANCH = 600;

/**
 * Leaves out of a portion what is no YAML: the branch around each fault if that is short, else its line, and in the end
 * all from there on. `undefined` where that does not help.
 */
export function blankedPortion(source: SourceText, template: Template, portion: Portion): Blanked | undefined {
  const rounds = Math.min(MOST_ROUNDS, Math.max(3, Math.floor(MOST_UNITS / (portion.end - portion.start + 1))));
  let blanked: readonly Action[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const masked = maskedText(source, template, { ...portion, omitted: together([...portion.omitted, ...blanked]) });
    const { documents, fault } = documentsIn(masked, piecesOf(masked.text));
    if (fault === undefined) return { documents, blanked };
    const line = lineOf(masked, fault.offset);
    if (line === undefined) return undefined;
    const around = branchAt(template, line.start);
    const isShort = around !== undefined && around.end - around.start <= SHORT_BRANCH && isIn(around, portion);
    const isLast = round === rounds - 1 || fault.isOfLength === true;
    const range = isLast ? { start: line.start, end: portion.end } : isShort ? around : line;
    blanked = together([...blanked, omissionOf(range, 'output')]);
  }
  return undefined;
}

function isIn({ start, end }: Branch, portion: Portion): boolean {
  return start > portion.start && end < portion.end;
}

/** The line of a fault in the template; where that is empty, the last one before it that is not. */
function lineOf(masked: MaskedText, fault: number): Pick<Action, 'start' | 'end'> | undefined {
  const { text } = masked;
  const lineBreak = text.indexOf('\n', fault);
  const end = text.slice(0, lineBreak === -1 ? text.length : lineBreak).trimEnd().length;
  if (end === 0) return undefined;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return masked.outerRange(start, end);
}
