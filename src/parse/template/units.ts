import type { SourceText, Span } from '../../text/source.ts';
import type { YamlFault } from '../yaml.ts';
import type { YamlNode } from '../yaml-node.ts';
import { piecesOf, type YamlPiece } from '../yaml-stream.ts';
import { blankedPortion, documentsIn, type MaskedDocument } from './blanking.ts';
import { templateOf } from './lexed.ts';
import { maskedText } from './mask.ts';
import type { MaskedText } from './masked-text.ts';
import { restored } from './restored.ts';
import { rootsOf } from './roots.ts';
import { omissionOf, together, waysThrough, type Portion } from './portion.ts';
import { firstAt } from './template-place.ts';
import type { Action, Branch, Template, TemplateLanguage } from './template.ts';

/** A document of a template's stream, or the body of a named template (`define`), before it is parsed. */
export interface Unit {
  /** 0 for the first document of the stream; a `define` goes on counting. */
  readonly index: number;
  /** That of a `define`. */
  readonly name?: string;
  /** Offsets in the text of the template. */
  readonly start: number;
  readonly end: number;
  /** What is written there, with its actions. */
  readonly text: string;
  /** Parses it. */
  read(): UnitReading;
}

/** What a unit holds. */
export type UnitReading =
  | {
      /** Restored. None where it is empty, several where branches cannot be read together or are documents each. */
      readonly roots: readonly YamlNode[];
      /** What had to be left out because it is no YAML, whatever branch is taken. */
      readonly blanked: readonly Span[];
      /** True where its branches are read apart, so that what they share is in several roots. */
      readonly isParted: boolean;
    }
  | { readonly fault: YamlFault };

/** The documents of a template and the bodies of its named templates. Nothing is parsed before it is asked for. */
export function* unitsOf(source: SourceText, language: TemplateLanguage): Generator<Unit> {
  const template = templateOf(source.text, language);
  const defines = template.branches.filter(({ block }) => block.keyword === 'define');
  const omittedIn = (start: number, end: number): readonly Action[] =>
    outermost(defines, start, end).map(define => omissionOf(define, 'quiet'));
  const { length } = source.text;
  const masked = maskedText(source, template, { start: 0, end: length, omitted: omittedIn(0, length) });
  let index = 0;
  for (const piece of piecesOf(masked.text)) {
    const { start, end } = masked.outerRange(piece.start, piece.end);
    const read = (): UnitReading => {
      const { roots, fault } = rootsIn(masked, [piece]);
      if (fault === undefined) return { roots, blanked: [], isParted: false };
      return readApart(source, template, { start, end, omitted: omittedIn(start, end) }, fault);
    };
    yield { index, start, end, text: source.text.slice(start, end), read };
    index += 1;
  }
  for (const define of defines) {
    const { start, end, condition: name } = define;
    const portion = { start, end, omitted: omittedIn(start, end) };
    const read = (): UnitReading => readPortion(source, template, portion);
    yield { index, ...(name === undefined ? {} : { name }), start, end, text: source.text.slice(start, end), read };
    index += 1;
  }
}

/** Those of ordered branches that begin in a range and stand in no other of them that does. */
function outermost(branches: readonly Branch[], start: number, end: number): readonly Branch[] {
  const found: Branch[] = [];
  // A branch begins behind an action, so that one that begins with the range is the range itself.
  for (let index = firstAt(branches, start + 1); ; ) {
    const branch = branches[index];
    if (branch === undefined || branch.start >= end) return found;
    found.push(branch);
    index = firstAt(branches, Math.max(branch.end, branch.start + 1));
  }
}

function readPortion(source: SourceText, template: Template, portion: Portion): UnitReading {
  const masked = maskedText(source, template, portion);
  const { roots, fault } = rootsIn(masked, piecesOf(masked.text));
  return fault === undefined ? { roots, blanked: [], isParted: false } : readApart(source, template, portion, fault);
}

/** Each way through the branches alone, and of one that cannot be parsed either what can be. */
function readApart(source: SourceText, template: Template, portion: Portion, fault: YamlFault): UnitReading {
  const roots: YamlNode[] = [];
  const blanked: Action[] = [];
  const ways = waysThrough(template, portion);
  for (const way of ways) {
    const whole = blankedPortion(source, template, way);
    if (whole === undefined) return { fault };
    for (const root of restoredRoots(whole.documents)) roots.push(root);
    for (const action of whole.blanked) blanked.push(action);
  }
  const spans = together(blanked).map(({ start, end }) => source.span(start, end));
  return { roots, blanked: spans, isParted: ways.length > 1 };
}

/** The restored documents of masked text as far as the first that cannot be parsed. */
function rootsIn(masked: MaskedText, pieces: Iterable<YamlPiece>): Rooted {
  const { documents, ...rest } = documentsIn(masked, pieces);
  return { roots: restoredRoots(documents), ...rest };
}

function restoredRoots(documents: readonly MaskedDocument[]): readonly YamlNode[] {
  return documents.flatMap(({ root, piece }) => rootsOf(restored(root, piece)));
}

interface Rooted {
  readonly roots: readonly YamlNode[];
  readonly fault?: YamlFault;
}
