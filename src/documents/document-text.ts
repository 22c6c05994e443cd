import type { YamlNode, YamlPair } from '../parse/yaml-node.ts';
import { readYaml, type YamlReading } from '../parse/yaml.ts';
import { piecesOf, rootEntriesOf, type YamlPiece } from '../parse/yaml-stream.ts';
import type { TemplateLanguage } from '../parse/template/template.ts';
import { unitsOf, type UnitReading } from '../parse/template/units.ts';
import type { SourceText } from '../text/source.ts';
import { mayHoldOurs, type PossibleReaders } from './possible-readers.ts';

/** A document of a stream, or a named template, before it is parsed. Offsets in the text of the stream. */
export interface DocumentText {
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True for the body of a named template, which may be a part of a document. */
  readonly isFragment: boolean;
  /** Parses it, or of a long one only the entries that one of the readers may need. */
  read(readers: PossibleReaders): UnitReading;
}

/** The documents of a stream of plain YAML. */
export function* plainTextsOf(source: SourceText): Generator<DocumentText> {
  for (const piece of piecesOf(source.text)) {
    const { index, start, end } = piece;
    const text = source.text.slice(start, end);
    const read = (readers: PossibleReaders): UnitReading => unitReadingOf(readNeeded(source, piece, readers));
    yield { index, start, end, text, isFragment: false, read };
  }
}

const KIND = /^kind:[^\n]*/gm;
const ALERTS = /^kind:[ \t]+["']?PrometheusRule\b/;

/** The documents and named templates of a template, without rules for alerts, which are long and connect to nothing. */
export function* templateTextsOf(source: SourceText, language: TemplateLanguage): Generator<DocumentText> {
  if (holdsAlertsAlone(source.text)) return;
  for (const unit of unitsOf(source, language)) {
    const { start, end, text } = unit;
    if (holdsAlertsAlone(text)) continue;
    const isFragment = unit.name !== undefined;
    // Each named template is a text of its own.
    yield { index: isFragment ? 0 : unit.index, start, end, text, isFragment, read: () => unit.read() };
  }
}

function holdsAlertsAlone(text: string): boolean {
  const kinds = text.match(KIND) ?? [];
  return kinds.length > 0 && kinds.every(kind => ALERTS.test(kind));
}

function unitReadingOf(reading: YamlReading): UnitReading {
  if ('fault' in reading) return reading;
  const roots: readonly YamlNode[] = reading.root === undefined ? [] : [reading.root];
  return { roots, blanked: [], isParted: false };
}

function readNeeded(source: SourceText, piece: YamlPiece, { dialects, carriers }: PossibleReaders): YamlReading {
  const isPartial = [...dialects, ...carriers].every(reader => reader.mayNeed !== undefined);
  const entries = isPartial ? rootEntriesOf(source.text, piece) : undefined;
  if (entries === undefined) return readYaml(source, piece);
  const pairs: YamlPair[] = [];
  for (const entry of entries) {
    const text = source.text.slice(entry.start, entry.end);
    const isNeeded =
      dialects.some(dialect => dialect.mayNeed?.(text)) ||
      (carriers.length > 0 && isNeededByAny(carriers, text, mayHoldOurs(text)));
    if (!isNeeded) continue;
    const reading = readYaml(source, entry);
    // What is wrong in the part may be wrong with the cut: the whole document decides.
    if ('fault' in reading || reading.root?.kind !== 'map') return readYaml(source, piece);
    for (const pair of reading.root.pairs) pairs.push(pair);
  }
  return { root: { kind: 'map', pairs, source, start: piece.start, end: piece.end } };
}

function isNeededByAny(carriers: PossibleReaders['carriers'], text: string, mayHold: boolean): boolean {
  return carriers.some(carrier => carrier.mayNeed?.(text, mayHold));
}
