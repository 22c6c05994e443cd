import type { SourceFile } from '../text/source.ts';
import type { YamlList, YamlMap, YamlPair } from '../parse/yaml-node.ts';
import { readYaml, type YamlReading } from '../parse/yaml.ts';
import { piecesOf, rootEntriesOf, type YamlPiece } from '../parse/yaml-stream.ts';
import type { Claim, Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import type { Fault, SecretDocument, WorkloadDocument, YamlDocument } from './document.ts';
import { faultOf } from './fault.ts';
import { resourcesIn } from './resource.ts';

/** What a file turned out to hold. */
export interface Documents {
  readonly documents: readonly (YamlDocument | SecretDocument | WorkloadDocument)[];
  readonly faults: readonly Fault[];
}

// A schema names every field of ours and sets none. Written at the start of a line, as every generator does.
const SCHEMA = /^kind:[ \t]+["']?CustomResourceDefinition\b/m;
// With an escape a word need not stand in the text as it is read.
const HIDING_ESCAPE = /\\(?:[xuU/]|\r?\n)/;

/**
 * The documents of ours in a YAML file. Those that cannot be ours are not parsed, and those that cannot be parsed are
 * faults.
 */
export function yamlDocumentsOf(file: SourceFile): Documents {
  const documents: (YamlDocument | SecretDocument | WorkloadDocument)[] = [];
  const faults: Fault[] = [];
  for (const piece of piecesOf(file.text)) {
    const dialects = possibleDialects(file, piece);
    if (dialects.length === 0) continue;
    const reading = readNeeded(file, piece, dialects);
    if ('fault' in reading) {
      if (dialects.every(dialect => dialect.isOnlyReferredTo)) continue;
      const isOursByName = dialects.some(dialect => dialect.isNamed(file.path));
      const text = file.text.slice(piece.start, piece.end);
      faults.push(faultOf(text, reading.fault, file.span(piece.start, piece.end), isOursByName));
    } else if (reading.root !== undefined && reading.root.kind !== 'scalar') {
      for (const root of reading.root.kind === 'map' ? resourcesIn(reading.root) : [reading.root]) {
        const claim = claimOf(root, file.path, dialects);
        if (claim === undefined) continue;
        const { faults: within = [], ...document } = claim;
        documents.push({ ...document, file });
        for (const fault of within) faults.push(fault);
      }
    }
  }
  return { documents, faults };
}

/** The first claim of a dialect has the document. */
function claimOf(root: YamlMap | YamlList, path: string, dialects: readonly Dialect[]): Claim | undefined {
  for (const dialect of dialects) {
    const claim = root.kind === 'map' ? dialect.claimOf(root, path) : dialect.claimOfList?.(root);
    if (claim !== undefined) return claim;
  }
  return undefined;
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
