import type { Document } from '../../documents/document.ts';
import type { FileTree } from '../../text/file-tree.ts';
import { groupedBy } from '../../text/grouped.ts';
import { folderOf } from '../../text/path.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { ObjectEntry } from '../mounts.ts';
import { textIdOf, type CommittedEntry } from './committed-text.ts';
import { generatedEntriesIn } from './generated-entry.ts';

/** The entries of ConfigMaps and Secrets in the documents of a repository, and in its kustomizations. */
export class CommittedEntries {
  readonly #documents: readonly Document[];
  readonly #files: Pick<FileTree, 'paths' | 'has' | 'read'>;
  #byName: ReadonlyMap<string, Namesakes> | undefined;

  constructor(documents: readonly Document[], files: Pick<FileTree, 'paths' | 'has' | 'read'>) {
    this.#documents = documents;
    this.#files = files;
  }

  /**
   * The committed entries that a name in a document may mean: those of its namespace, else those beside the document,
   * else all that have no other namespace. Nothing is certain where there are several.
   */
  namedBy({ to, name, key }: ObjectEntry, { file, namespace }: Document): readonly CommittedEntry[] {
    this.#byName ??= new Map([...groupedBy([...this.#entries()], nameOf)].map(([id, all]) => [id, namesakesOf(all)]));
    const namesakes = this.#byName.get(nameOf({ to, name, key }));
    if (namesakes === undefined) return [];
    const own = knownNamespace(namespace);
    const inNamespace = own === undefined ? undefined : namesakes.byNamespace.get(own);
    if (inNamespace !== undefined) return inNamespace;
    const candidates = own === undefined ? namesakes.all : (namesakes.byNamespace.get('') ?? []);
    if (namesakes.areLaidOver) return candidates;
    const beside = namesakes.byFolder
      .get(folderOf(file.path))
      ?.filter(entry => own === undefined || entry.namespace === undefined);
    return beside === undefined || beside.length === 0 ? candidates : beside;
  }

  *#entries(): Generator<CommittedEntry> {
    const seen = new Set<string>();
    for (const document of this.#documents) {
      const { within } = document;
      if (within?.object === undefined || within.kind === 'string') continue;
      const textId = textIdOf(document);
      if (seen.has(textId)) continue;
      seen.add(textId);
      const namespace = knownNamespace(within.namespace);
      yield {
        to: within.kind,
        name: within.object,
        ...(namespace === undefined ? {} : { namespace }),
        key: within.key,
        saidIn: document.file.path,
        textId,
      };
    }
    yield* generatedEntriesIn(this.#files);
  }
}

/** Entries of one name and key. */
interface Namesakes {
  readonly all: readonly CommittedEntry[];
  /** Below the empty name those of no namespace. */
  readonly byNamespace: ReadonlyMap<string, readonly CommittedEntry[]>;
  readonly byFolder: ReadonlyMap<string, readonly CommittedEntry[]>;
  readonly areLaidOver: boolean;
}

function namesakesOf(all: readonly CommittedEntry[]): Namesakes {
  return {
    all,
    byNamespace: groupedBy(all, ({ namespace = '' }) => namespace),
    byFolder: groupedBy(all, ({ saidIn }) => folderOf(saidIn)),
    areLaidOver: all.some(({ isLaidOver }) => isLaidOver),
  };
}

function nameOf({ to, name, key }: Pick<CommittedEntry, 'to' | 'name' | 'key'>): string {
  return JSON.stringify([to, name, key]);
}

function knownNamespace(namespace: string | undefined): string | undefined {
  return namespace === undefined || namespace === '' || holdsTemplate(namespace) ? undefined : namespace;
}
