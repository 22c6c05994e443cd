import type { SourceFile } from '../text/source.ts';
import { readYaml } from '../parse/yaml.ts';
import { piecesOf, type YamlPiece } from '../parse/yaml-stream.ts';
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

/** The documents of ours in a YAML file. Those that cannot be ours are not parsed, and those that cannot be parsed are faults. */
export function yamlDocumentsOf(file: SourceFile): Documents {
  const documents: YamlDocument[] = [];
  const faults: Fault[] = [];
  for (const piece of piecesOf(file.text)) {
    const dialects = possibleDialects(file, piece);
    if (dialects.length === 0) continue;
    const reading = readYaml(file, piece);
    if ('root' in reading) {
      if (reading.root?.kind !== 'map') continue;
      const { root } = reading;
      for (const dialect of dialects) {
        const claims = dialect.claimsOf(root, file.path);
        documents.push(...claims.map(claim => ({ ...claim, file })));
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
  return DIALECTS.filter(
    dialect =>
      (piece.index === 0 || !dialect.isFirstOnly) &&
      (!isSure || dialect.isNamed(file.path) || dialect.mayHold(text, file.path)),
  );
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
