import type { Document } from '../../documents/document.ts';
import { folderOf } from '../../text/path.ts';
import { literal } from '../../text/written.ts';
import type { CommandLine } from '../commands/command-line.ts';
import type { OperatedServer } from '../commands/operated-server.ts';
import type { FieldReference, FileTarget } from '../model.ts';
import { absolutePath, placeOf, type DeployedPlace, type Mounted, type MountSource } from '../mounts.ts';
import { textIdOf } from './committed-text.ts';
import { configurationOf, textIdsAt, webConfigurationOf, type Committed } from './deployed-path.ts';

/** A server that certainly reads a committed text. */
interface Reader {
  readonly server: Mounted & { readonly document: Document };
  /** Where the server sees the text; absent where that is not known. */
  readonly path?: string;
}

/** What a path means to all that read the document that it stands in. */
interface ReadPlace {
  readonly place: DeployedPlace;
  /** The document of a server that reads it, whose namespace counts; absent where nothing is known to read it. */
  readonly from?: Document;
}

// So many never see the same, and asking all of them takes long.
const READERS_LIMIT = 50;

/** Which server reads which document: by its flags and mounts, or because an operator makes it so. */
export class Readers {
  readonly #committed: Committed;
  readonly #byOwnDocument: ReadonlyMap<Document, readonly OperatedServer[]>;
  readonly #bySelected: ReadonlyMap<string, readonly OperatedServer[]>;
  readonly #byText = new Map<string, Reader[]>();
  readonly #byDocument = new Map<Document, readonly Reader[]>();

  /** @param references the fields of resources that name an entry with configuration. */
  constructor(
    commandLines: readonly CommandLine[],
    operated: readonly OperatedServer[],
    references: readonly FieldReference[],
    committed: Committed,
  ) {
    this.#committed = committed;
    const byOwnDocument = new Map<Document, OperatedServer[]>();
    for (const server of operated) addTo(byOwnDocument, server.document, server);
    this.#byOwnDocument = byOwnDocument;
    const bySelected = new Map<string, OperatedServer[]>();
    for (const server of operated)
      for (const kind of server.selects) addTo(bySelected, kindIn(server.document, kind), server);
    this.#bySelected = bySelected;
    for (const command of commandLines) this.#addFiles(command);
    for (const reference of references) this.#addEntry(reference);
  }

  /**
   * What a path in a document leads to: `unsaid` where nothing is known to read the document, or to hold the path;
   * `outside` where those that read it do not see the same.
   *
   * @param base what a relative path starts from.
   */
  placeOf(path: string, base: FileTarget['base'], document: Document): ReadPlace {
    const readers = this.#readersOf(document);
    if (readers.length > READERS_LIMIT) return { place: { kind: 'unsaid' } };
    const places = readers.map(reader => this.#placeFor(reader, path, base));
    // Values are those of several servers, of which one alone has such a path.
    const isOfSeveral = document.dialect === 'helm-values';
    const [first, ...others] = isOfSeveral ? places.filter(({ place }) => place.kind !== 'unsaid') : places;
    if (first === undefined) return { place: { kind: 'unsaid' } };
    return others.every(other => this.#isSame(first, other)) ? first : { place: { kind: 'outside' } };
  }

  /** The paths at which the first server that reads a document sees a committed text, by its mounts. */
  pathsTo(wanted: Pick<Document, 'file' | 'within'>, document: Document): readonly string[] {
    const mounts = this.#readersOf(document)[0]?.server.mounts ?? [];
    return mounts.flatMap(({ target, sources }) =>
      sources.flatMap(source => {
        const below = pathBelow(source, wanted);
        return below === undefined ? [] : [below === '' ? target : `${target}/${below}`];
      }),
    );
  }

  /** True where all that read a document see a committed text at a path, which starts from the folder of the document. */
  seesAt(path: string, wanted: Pick<Document, 'file' | 'within'>, document: Document): boolean {
    const { place, from = document } = this.placeOf(path, 'document', document);
    const textIds = textIdsAt(place, from, this.#committed);
    return textIds.length === 1 && textIds[0] === textIdOf(wanted);
  }

  #placeFor({ server, path: own }: Reader, path: string, base: FileTarget['base']): Required<ReadPlace> {
    const folder = own?.startsWith('/') === true ? folderOf(own) : undefined;
    const isBeside = base === 'document' && !path.startsWith('/');
    const seen = isBeside ? folder !== undefined && absolutePath(`${folder}/${path}`) : path;
    if (seen === false || seen === undefined) return { place: { kind: 'unsaid' }, from: server.document };
    return { place: placeOf(seen, server, this.#committed.pathMappings), from: server.document };
  }

  #isSame(one: Required<ReadPlace>, other: Required<ReadPlace>): boolean {
    if (JSON.stringify(one.place) !== JSON.stringify(other.place)) return false;
    if (one.place.kind !== 'entry') return true;
    const [texts, others] = [one, other].map(({ place, from }) => textIdsAt(place, from, this.#committed).join('\n'));
    return one.from.namespace === other.from.namespace || (texts !== '' && texts === others);
  }

  #readersOf(document: Document): readonly Reader[] {
    let readers = this.#byDocument.get(document);
    if (readers === undefined) {
      readers = this.#allReadersOf(document);
      this.#byDocument.set(document, readers);
    }
    return readers;
  }

  #allReadersOf(document: Document): readonly Reader[] {
    const byText = this.#byText.get(textIdOf(document)) ?? [];
    const own = this.#byOwnDocument.get(document) ?? this.#bySelected.get(kindIn(document, document.kind)) ?? [];
    return [...byText, ...own.map(server => ({ server }))];
  }

  #addFiles(command: CommandLine): void {
    for (const path of [configurationOf(command), webConfigurationOf(command)]) {
      if (path === undefined) continue;
      const place = placeOf(path, command, this.#committed.pathMappings);
      this.#add(textIdsAt(place, command.document, this.#committed), { server: command, path });
    }
  }

  /** What an operator gives a server besides. */
  #addEntry({ document, kind, target }: FieldReference): void {
    const servers = kind === 'configuration' ? this.#byOwnDocument.get(document) : undefined;
    if (servers === undefined || target.to !== 'Secret') return;
    const [name, key] = [literal(target.name)?.value, literal(target.key)?.value];
    if (name === undefined || key === undefined) return;
    const entries = this.#committed.entries.namedBy({ to: 'Secret', name, key, isOptional: false }, document);
    const textIds = entries.map(({ textId }) => textId);
    for (const server of servers) this.#add(textIds, { server });
  }

  #add(textIds: readonly string[], reader: Reader): void {
    const [textId, ...others] = textIds;
    if (textId === undefined || others.length > 0) return;
    addTo(this.#byText, textId, reader);
  }
}

/** Where a text is in what a mount shows; `undefined` where it is not. */
function pathBelow(source: MountSource, { file, within }: Pick<Document, 'file' | 'within'>): string | undefined {
  if (source.to === 'file') {
    const folder = source.path === '' ? '' : `${source.path}/`;
    if (within !== undefined) return undefined;
    if (source.path === file.path) return '';
    return file.path.startsWith(folder) ? file.path.slice(folder.length) : undefined;
  }
  if (!('name' in source) || within === undefined || source.to !== within.kind) return undefined;
  if (source.name !== within.object || source.subPath !== '') return undefined;
  if (source.items === undefined) return within.key;
  return [...source.items].find(([, key]) => key === within.key)?.[0];
}

function kindIn({ group = '' }: Document, kind = ''): string {
  return `${group}/${kind}`;
}

function addTo<Key, Thing>(groups: Map<Key, Thing[]>, key: Key, thing: Thing): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [thing]);
  else group.push(thing);
}
