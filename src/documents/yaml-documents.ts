import type { SourceFile } from '../text/source.ts';
import type { YamlPair } from '../parse/yaml-node.ts';
import { readYaml, type YamlReading } from '../parse/yaml.ts';
import { piecesOf, rootEntriesOf, type YamlPiece } from '../parse/yaml-stream.ts';
import type { Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import type { Fault, YamlDocument } from './document.ts';

/** What a file turned out to hold. */
export interface Documents {
  readonly documents: readonly YamlDocument[];
  readonly faults: readonly Fault[];
}

// A schema names every field of ours and sets none. Written at the start of a line, as every generator does.
const SCHEMA = /^kind:[ \t]+["']?CustomResourceDefinition\b/m;
// Another tool writes the real file from one with such actions.
const TEMPLATE_ACTION = /\{\{|\{%|<%/;
// With an escape a word need not stand in the text as it is read.
const HIDING_ESCAPE = /\\(?:[xuU/]|\r?\n)/;

/**
 * The documents of ours in a YAML file. Those that cannot be ours are not parsed, and those that cannot be parsed are
 * faults.
 */
export function yamlDocumentsOf(file: SourceFile): Documents {
  const documents: YamlDocument[] = [];
  const faults: Fault[] = [];
  for (const piece of piecesOf(file.text)) {
    const dialects = possibleDialects(file, piece);
    if (dialects.length === 0) continue;
    const reading = readNeeded(file, piece, dialects);
    if ('root' in reading) {
      if (reading.root?.kind !== 'map') continue;
      const { root } = reading;
      for (const dialect of dialects) {
        const claims = dialect.claimsOf(root, file.path);
        for (const claim of claims) documents.push({ ...claim, file });
        if (claims.length > 0) break;
      }
    } else {
      faults.push(faultOf(file, piece, dialects, reading.fault));
    }
  }
  return { documents, faults };
}

function possibleDialects(file: SourceFile, piece: YamlPiece): readonly Dialect[] {
  const text = file.text.slice(piece.start, piece.end);
  if (SCHEMA.test(text)) return [];
  const isSure = !HIDING_ESCAPE.test(text);
  return DIALECTS.filter(dialect => {
    if (dialect.isFirstOnly && piece.index > 0) return false;
    const sign = dialect.signAt(file.path);
    return dialect.isNamed(file.path) || (sign !== undefined && (!isSure || sign.test(text)));
  });
}

/** Reads a document, or of a long one only the entries that one of the dialects may need. */
function readNeeded(file: SourceFile, piece: YamlPiece, dialects: readonly Dialect[]): YamlReading {
  const isPartial = dialects.every(dialect => dialect.mayNeed !== undefined);
  const entries = isPartial ? rootEntriesOf(file.text, piece) : undefined;
  if (entries === undefined) return readYaml(file, piece);
  const pairs: YamlPair[] = [];
  for (const entry of entries) {
    const text = file.text.slice(entry.start, entry.end);
    if (!dialects.some(dialect => dialect.mayNeed?.(text))) continue;
    const reading = readYaml(file, entry);
    // What is wrong in the part may be wrong with the cut: the whole document decides.
    if ('fault' in reading || reading.root?.kind !== 'map') return readYaml(file, piece);
    for (const pair of reading.root.pairs) pairs.push(pair);
  }
  return { root: { kind: 'map', pairs, source: file, start: piece.start, end: piece.end } };
}

function faultOf(
  file: SourceFile,
  piece: YamlPiece,
  dialects: readonly Dialect[],
  fault: { readonly reason: string; readonly at: Fault['at'] },
): Fault {
  const isTemplate = TEMPLATE_ACTION.test(file.text.slice(piece.start, piece.end));
  return {
    at: fault.at,
    hidden: file.span(piece.start, piece.end),
    reason: isTemplate ? 'it holds template actions, which are not read yet' : fault.reason,
    isOursByName: !isTemplate && dialects.some(dialect => dialect.isNamed(file.path)),
  };
}
