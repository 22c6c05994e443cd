import type { Document } from '../../documents/document.ts';
import { folderOf } from '../../text/path.ts';
import type { CertificateFile, NameableFile } from '../model.ts';
import { mappedPath, type PathMappings } from '../references/path-mapping.ts';
import { committedPath } from '../references/resolve.ts';
import type { Readers } from '../references/reader.ts';

// From this size on a file holds the public authorities.
const BUNDLE = 10;

/** How documents would name the committed files that a client could verify with. */
export class NameableFiles {
  readonly #files: readonly CertificateFile[];
  readonly #readers: Readers;
  readonly #pathMappings: PathMappings;
  readonly #byDocument = new Map<Document, readonly NameableFile[]>();

  constructor(containers: readonly CertificateFile[], readers: Readers, pathMappings: PathMappings) {
    this.#files = containers.filter(isForVerifying).toSorted((one, other) => rankOf(one) - rankOf(other));
    this.#readers = readers;
    this.#pathMappings = pathMappings;
  }

  /** Those that are certainly what a path in the document means, or an entry beside it; the likeliest first. */
  from(document: Document): readonly NameableFile[] {
    let nameable = this.#byDocument.get(document);
    if (nameable === undefined) {
      nameable = this.#files.flatMap(file => this.#nameFor(file, document) ?? []);
      this.#byDocument.set(document, nameable);
    }
    return nameable;
  }

  #nameFor(file: CertificateFile, document: Document): NameableFile | undefined {
    if (document.kind !== undefined) return entryFor(file, document);
    const name = this.#pathsTo(file.document, document).find(path => this.#leadsTo(file.document, path, document));
    return name === undefined ? undefined : { file, path: name };
  }

  /** Paths in a document that may be those of a text, the best first. */
  #pathsTo(wanted: Document, document: Document): readonly string[] {
    const seen = this.#readers.pathsTo(wanted, document);
    const { path } = wanted.file;
    const mapped = wanted.within === undefined ? mappedPathsTo(path, this.#pathMappings) : [];
    // No other document is committed in the folder that it is deployed in.
    if (wanted.within !== undefined || document.dialect !== 'prometheus') return [...mapped, ...seen];
    const own = relativePath(folderOf(document.file.path), path);
    return [...mapped, ...(own.startsWith('..') ? [...seen, own] : [own, ...seen])];
  }

  #leadsTo(wanted: Document, path: string, document: Document): boolean {
    const committed = committedPath(path, 'document', document, this.#pathMappings);
    const isCommitted = wanted.within === undefined && committed === wanted.file.path;
    if (mappedPath(path, this.#pathMappings) !== undefined) return isCommitted;
    const { place } = this.#readers.placeOf(path, 'document', document);
    // What no mount shows is not there, where the document itself is mounted.
    const isMounted = this.#readers.pathsTo(document, document).length > 0;
    return place.kind === 'unsaid' && !isMounted ? isCommitted : this.#readers.seesAt(path, wanted, document);
  }
}

/** True for a file of authorities, or of certificates that sign themselves, which Go takes for what verifies them. */
function isForVerifying({ certificates }: CertificateFile): boolean {
  if (certificates.length >= BUNDLE || !certificates.some(({ isReadByGo }) => isReadByGo)) return false;
  return certificates.every(({ isAuthority, isSelfIssued }) => isAuthority || isSelfIssued);
}

/** What another client verifies with already, then authorities, then what is none. */
function rankOf({ uses, certificates }: CertificateFile): number {
  if (uses.some(({ as }) => as === 'ca')) return 0;
  return certificates.some(({ isAuthority }) => isAuthority) ? 1 : 2;
}

/** An entry of an object in the namespace of a resource, which names it itself. */
function entryFor(file: CertificateFile, { namespace, dialect }: Document): NameableFile | undefined {
  const { within } = file.document;
  if (dialect !== 'operator' || within === undefined || within.kind === 'string') return undefined;
  const { kind, object, key } = within;
  if (object === undefined || within.namespace !== namespace) return undefined;
  return { file, entry: { to: kind, name: object, key } };
}

function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function mappedPathsTo(path: string, mappings: PathMappings): readonly string[] {
  return Object.entries(mappings).flatMap(([prefix, folder]) => {
    const base = folder.replace(/^\.\//, '').replace(/\/+$/, '');
    return path.startsWith(`${base}/`) ? [`${prefix.replace(/\/+$/, '')}${path.slice(base.length)}`] : [];
  });
}
