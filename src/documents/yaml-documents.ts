import { holdsPem } from '../parse/pem.ts';
import { languageOf, renderedPath } from '../parse/template/language.ts';
import type { TemplateLanguage } from '../parse/template/template.ts';
import { decodedText, spanOf, type YamlList, type YamlMap, type YamlNode } from '../parse/yaml-node.ts';
import type { YamlFault } from '../parse/yaml.ts';
import { printable } from '../text/printable.ts';
import type { SourceFile, SourceText } from '../text/source.ts';
import { isOursByName } from './candidate.ts';
import type { ChartValues } from './chart.ts';
import { isNamedAs, type Claim, type Dialect } from './dialect.ts';
import type {
  BinaryDocument,
  Carrier,
  Document,
  Fault,
  PemDocument,
  SecretDocument,
  WorkloadDocument,
  YamlDocument,
} from './document.ts';
import { plainTextsOf, templateTextsOf, type DocumentText } from './document-text.ts';
import type { Embedded, EmbeddedText } from './embedded/embedded.ts';
import { embeddedContainerOf, embeddedTextOf } from './embedded/encoded-text.ts';
import { partial, withUnseen } from './embedded/partial.ts';
import { pemScalarsIn } from './embedded/pem-scalars.ts';
import { faultOf } from './fault.ts';
import { claimOfFragment, FRAGMENT_SIGN } from './fragment.ts';
import type { Guard } from './guard.ts';
import { everyReaderAt, mayHoldOurs, possibleReadersOf, type PossibleReaders } from './possible-readers.ts';
import { resourceOf, resourcesIn } from './resource.ts';
import { TemplateRoots } from './template-roots.ts';

type FoundDocument = YamlDocument | SecretDocument | WorkloadDocument | PemDocument | BinaryDocument;

/** What a file turned out to hold. */
interface Documents {
  readonly documents: readonly FoundDocument[];
  readonly faults: readonly Fault[];
  /** The branches of a template that parts of the documents stand under. */
  readonly guards: readonly Guard[];
}

/** What is known of a file that is a template, whether it parses as YAML or not. */
export interface TemplateFile {
  readonly language: TemplateLanguage;
  /** The chart that it is of. */
  readonly chart?: ChartValues;
}

/**
 * The documents of ours in a YAML file or a template of one, and those in strings of its documents. Those that cannot
 * be ours are not parsed, and those that cannot be parsed are faults.
 */
export function yamlDocumentsOf(file: SourceFile, template?: TemplateFile): Documents {
  const reader = new DocumentReader(template?.chart);
  reader.readText({ source: file, path: renderedPath(file.path), name: '', depth: 0 }, template?.language);
  const { documents, faults, guards } = reader;
  return { documents, faults, guards };
}

/** A text, and what is known of it by where it stands. */
interface Place {
  readonly source: SourceText;
  /** The name that it is judged by; empty where nothing tells. */
  readonly path: string;
  /** What the names of its documents start with. */
  readonly name: string;
  readonly within?: Carrier;
  readonly isPartial?: boolean;
  /** How many strings it stands in. */
  readonly depth: number;
  /** The language of the text itself, where it is read as a template. */
  readonly language?: TemplateLanguage;
}

/** What to look for in a root. */
interface Looks extends PossibleReaders {
  readonly mayHoldPem: boolean;
  /** True for what a named template makes, which may be a part of a document. */
  readonly mayBeFragment?: boolean;
}

const MOST_DEPTH = 8;
const LONG_UNITS = 2 ** 20;
const PARTLY = 'as it stands, this part of the template is no YAML';
const YAML_NAME = /\.(?:ya?ml|json)$/i;

class DocumentReader {
  readonly documents: FoundDocument[] = [];
  readonly faults: Fault[] = [];
  readonly #roots: TemplateRoots;

  constructor(chart: ChartValues | undefined) {
    this.#roots = new TemplateRoots(chart);
  }

  get guards(): readonly Guard[] {
    return this.#roots.guards();
  }

  /** Reads plain YAML, or a template: one that is known to be, or text with actions in it that is no YAML. */
  readText(place: Place, language?: TemplateLanguage): void {
    const { length } = this.documents;
    const { length: faultLength } = this.faults;
    const found = language ?? this.#readPlain(place);
    if (found === undefined) return;
    this.documents.length = length;
    this.faults.length = faultLength;
    this.#readAll(templateTextsOf(place.source, found), { ...place, language: found });
  }

  /** The language where the text turns out to be a template, which is then to be read as one. */
  #readPlain(place: Place): TemplateLanguage | undefined {
    let isPlain = false;
    return this.#readAll(plainTextsOf(place.source), place, () => {
      const language = isPlain ? undefined : languageOf(place.path, place.source.text);
      isPlain = language === undefined;
      return language;
    });
  }

  /** @param languageOfBroken tells whether a text that is no YAML is a template, which ends the reading. */
  #readAll(
    texts: Iterable<DocumentText>,
    place: Place,
    languageOfBroken: () => TemplateLanguage | undefined = () => undefined,
  ): TemplateLanguage | undefined {
    for (const text of texts) {
      const readers = possibleReadersOf(text.text, text.index, place.path);
      const mayBeFragment = text.isFragment && FRAGMENT_SIGN.test(text.text);
      if (readers.dialects.length + readers.carriers.length === 0 && !mayBeFragment) continue;
      const reading = text.read(readers);
      if ('fault' in reading) {
        const language = languageOfBroken();
        if (language !== undefined) return language;
        this.#addFault(reading.fault, text, readers, place);
        continue;
      }
      const { length } = this.documents;
      const mayHoldPem = holdsPem(text.text);
      for (const root of reading.roots) {
        const whole = this.#roots.rootOf(root);
        this.#readRoot(text.isFragment ? withUnseen(whole) : whole, { ...readers, mayHoldPem, mayBeFragment }, place);
      }
      const [blanked] = reading.blanked;
      const isOurs = this.documents.length > length || readers.dialects.some(dialect => isNamedAs(dialect, place.path));
      if (blanked !== undefined && isOurs) {
        // What stands around a part that is left out is seldom what it seems: it may be a secret without its key.
        const hidden = place.source.span(text.start, text.end);
        this.faults.push({ at: blanked, hidden, reason: PARTLY, isOursByName: false });
      }
    }
    return undefined;
  }

  #addFault(fault: YamlFault, { text, start, end }: DocumentText, { dialects }: PossibleReaders, place: Place): void {
    if (dialects.every(dialect => dialect.isOnlyReferredTo)) return;
    // Of a string without the name of a file nobody says that it is YAML, unless it is so long that it meets a limit.
    const isLong = end - start > LONG_UNITS;
    if (place.depth > 0 && !YAML_NAME.test(place.path) && !isLong) return;
    const isOurs = place.language === undefined && dialects.some(dialect => isNamedAs(dialect, place.path));
    this.faults.push(faultOf(text, fault, place.source.span(start, end), isOurs));
  }

  #readRoot(root: YamlNode, { dialects, carriers, mayHoldPem, mayBeFragment = false }: Looks, place: Place): void {
    const whole = place.isPartial === true ? partial(root) : root;
    if (whole.kind === 'scalar') return;
    for (const resource of whole.kind === 'map' ? resourcesIn(whole) : [whole]) {
      const isFragment = mayBeFragment && resource.kind === 'map';
      const claim = claimOf(resource, place.path, dialects) ?? (isFragment ? claimOfFragment(resource) : undefined);
      if (claim !== undefined) this.#addClaim(claim, resource, mayHoldPem, place);
      if (resource.kind === 'list') continue;
      for (const carrier of carriers) {
        for (const embedded of carrier.embeddedIn(resource, place.path)) this.#readEmbedded(embedded, resource, place);
      }
    }
  }

  #addClaim(claim: Claim, root: YamlMap | YamlList, mayHoldPem: boolean, place: Place): void {
    const { faults = [], ...document } = claim;
    const name = nameBelow(place.name, claim.name);
    this.documents.push({ ...document, ...positionOf(place), name });
    this.#roots.addDocument(root);
    for (const fault of faults) this.faults.push(fault);
    if (!mayHoldPem || !('parts' in document)) return;
    for (const part of document.parts) {
      for (const { scalar, keys } of pemScalarsIn(part.node, part.keys)) {
        const source = decodedText(scalar);
        const within = { kind: 'string', key: keys.at(-1) ?? '' } as const;
        if (source !== undefined) this.#addPem({ source, name: nameBelow(name, pathOf(keys)), within });
      }
    }
  }

  #addPem({ source, name, within }: Pick<Place, 'source' | 'name' | 'within'>): void {
    this.documents.push({
      dialect: 'pem',
      file: source.file,
      source,
      name,
      ...(within === undefined ? {} : { within }),
    });
  }

  #readEmbedded(embedded: Embedded, resource: YamlMap, place: Place): void {
    const name = nameBelow(nameBelow(place.name, resourceOf(resource)?.name ?? ''), pathOf(embedded.keys));
    const { fileName: path = '', within, isPartial = false } = embedded;
    const below = { ...place, path, name, within, isPartial };
    if ('scalar' in embedded) {
      this.#readString(embedded, below);
      return;
    }
    const { source, start, end } = embedded.node;
    const text = source.text.slice(start, end);
    const readers = isPartial ? everyReaderAt(path) : possibleReadersOf(text, 0, path);
    this.#readRoot(embedded.node, { ...readers, mayHoldPem: holdsPem(text) }, below);
  }

  #readContainer(embedded: EmbeddedText, { name, within }: Place): void {
    const bytes = embeddedContainerOf(embedded);
    if (bytes === undefined || within === undefined) return;
    const at = { ...spanOf(embedded.scalar), exact: false };
    this.documents.push({ dialect: 'certificates', file: at.file, name, within, bytes, at });
  }

  /** @param place that of the string, but for its own text. */
  #readString(embedded: EmbeddedText, place: Place): void {
    const { scalar, encoding } = embedded;
    const couldBeOurs = encoding === 'base64' || isNamedOrMayHoldOurs(scalar.masked ?? scalar.text, place.path);
    const source = couldBeOurs ? embeddedTextOf(embedded) : undefined;
    if (source === undefined) this.#readContainer(embedded, place);
    if (source === undefined || !isNamedOrMayHoldOurs(source.text, place.path)) return;
    const depth = place.depth + 1;
    if (depth > MOST_DEPTH) {
      const at = spanOf(scalar);
      this.faults.push({ at, hidden: at, reason: `it stands in more than ${MOST_DEPTH} strings`, isOursByName: false });
      return;
    }
    const { name, within, path, isPartial = false } = place;
    const { length } = this.documents;
    this.readText({ source, path, name, isPartial, depth, ...(within === undefined ? {} : { within }) });
    const isOfAnObject = within !== undefined && within.kind !== 'string';
    if (isOfAnObject && this.documents.length === length && holdsPem(source.text))
      this.#addPem({ source, name, within });
  }
}

/** The first claim of a dialect has the document. */
function claimOf(root: YamlMap | YamlList, path: string, dialects: readonly Dialect[]): Claim | undefined {
  for (const dialect of dialects) {
    const claim = root.kind === 'map' ? dialect.claimOf(root, path) : dialect.claimOfList?.(root);
    if (claim !== undefined) return claim;
  }
  return undefined;
}

function isNamedOrMayHoldOurs(text: string, path: string): boolean {
  return mayHoldOurs(text, path) || (path !== '' && isOursByName(path));
}

function positionOf({
  source,
  within,
  language,
  depth,
}: Place): Pick<Document, 'file' | 'within' | 'source' | 'language'> {
  return {
    file: source.file,
    ...(within === undefined ? {} : { within }),
    ...(depth === 0 ? {} : { source }),
    ...(language === undefined ? {} : { language }),
  };
}

function pathOf(keys: readonly string[]): string {
  return keys.map(printable).join('.');
}

function nameBelow(outer: string, name: string): string {
  return [outer, name].filter(part => part !== '').join(': ');
}
