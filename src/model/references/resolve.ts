import type { Document } from '../../documents/document.ts';
import type { FileTree } from '../../text/file-tree.ts';
import { groupedBy } from '../../text/grouped.ts';
import { folderOf, pathFrom } from '../../text/path.ts';
import { literal } from '../../text/written.ts';
import { committedSecretIn } from '../secrets/committed-secret.ts';
import type {
  CommittedSecret,
  FieldReference,
  FileTarget,
  Found,
  ObjectTarget,
  ResolvedReference,
  SecretObject,
  Use,
} from '../model.ts';
import type { ObjectEntry } from '../mounts.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Span } from '../../text/source.ts';
import { lacksAuthorities } from '../certificates/authority-file.ts';
import type { CommittedEntries } from './committed-entry.ts';
import { textIdOf } from './committed-text.ts';
import type { Readers } from './reader.ts';
import { mappedPath, type PathMappings } from './path-mapping.ts';

/** What references can lead to. */
export interface Repository {
  readonly files: Pick<FileTree, 'paths' | 'has' | 'read'> & {
    /** False for a file that is to be left alone: it is there, and nothing is said of its content. */
    includes(path: string): boolean;
  };
  readonly secrets: readonly SecretObject[];
  readonly pathMappings: PathMappings;
  /** Entries of objects that are documents of ours, or made of files. */
  readonly entries: CommittedEntries;
  readonly readers: Readers;
}

const UNKNOWN: Found = { kind: 'unknown' };
const UNKNOWNS: readonly Found[] = [UNKNOWN];

/**
 * The references with what the repository holds in their place. One that leads to the same entry of several Secrets, as
 * the overlays of an environment have them, comes once for each.
 */
export function resolved(references: readonly FieldReference[], repository: Repository): readonly ResolvedReference[] {
  const resolver = new Resolver(repository);
  return references.flatMap(reference => resolver.foundFor(reference).map(found => ({ ...reference, found })));
}

/**
 * The committed path that a path in a document means by itself; `undefined` where the repository does not say. Nobody
 * knows the folder of a document that is embedded.
 *
 * @param base what a relative path starts from.
 */
export function committedPath(
  path: string,
  base: FileTarget['base'],
  document: Document,
  mappings: PathMappings,
): string | undefined {
  const mapped = mappedPath(path, mappings);
  if (mapped !== undefined) return mapped.committed;
  const isFile = document.within === undefined;
  return base === 'document' && isFile ? pathFrom(folderOf(document.file.path), path) : undefined;
}

const AUTHORITY = 'CA certificate';
const CERTIFICATE = /\.(?:pem|crt|cer|cert|ca)$/i;
// What is not secret is missed where others of its like are: by what the files hold, how those are called.
const LIKES: ReadonlyMap<string, RegExp> = new Map([
  [AUTHORITY, CERTIFICATE],
  ['certificate', CERTIFICATE],
  ['scrape configuration', /\.(?:ya?ml|json)$/i],
]);

// The names that Compose looks for, and those that are laid over them.
const COMPOSE = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/i;

/** Follows references, each to what it leads to. */
class Resolver {
  readonly #repository: Repository;
  readonly #files: Files;
  readonly #secrets: Secrets;

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#files = new Files(repository);
    this.#secrets = new Secrets(repository.secrets);
  }

  foundFor(reference: FieldReference): readonly Found[] {
    const { target, document } = reference;
    if (target.to === 'nothing') return [UNKNOWN];
    if (target.to === 'file') return this.#foundInFile(reference, target);
    const found = target.to === 'Secret' ? this.#secrets.foundFor(document, target) : undefined;
    if (found !== undefined) return found;
    const [name, key] = [literal(target.name)?.value, literal(target.key)?.value];
    if (name === undefined || key === undefined) return UNKNOWNS;
    const namespace = namespaceOf(document, target);
    const { namespace: _, ...from } = document;
    return this.#foundByName(
      [{ to: target.to, name, key, isOptional: target.isOptional }],
      namespace === undefined ? from : { ...from, namespace },
      reference,
    );
  }

  #foundInFile(reference: FieldReference, { path, base }: FileTarget): readonly Found[] {
    const written = literal(path)?.value;
    if (written === undefined) return UNKNOWNS;
    const { document } = reference;
    const { pathMappings, readers } = this.#repository;
    const own = committedPath(written, base, document, pathMappings);
    const isMapped = mappedPath(written, pathMappings) !== undefined;
    const { place, from = document } = readers.placeOf(written, base, document);
    if (isMapped || place.kind === 'unsaid')
      return own === undefined ? UNKNOWNS : [this.#files.foundAt(own, reference, true)];
    if (place.kind === 'outside') return UNKNOWNS;
    if (place.kind === 'text') return [{ kind: 'document', textId: place.textId }];
    if (place.kind === 'entry') return this.#foundInObject(place.entries, from, reference);
    const isWhole = place.path === own || !this.#files.isLaidOver(from);
    return [this.#files.foundAt(place.path, reference, isWhole)];
  }

  /** What a mounted path leads to: the one entry that there is, or the one that should be. */
  #foundInObject(entries: readonly ObjectEntry[], from: Document, reference: FieldReference): readonly Found[] {
    const inSecrets = entries.flatMap(entry =>
      entry.to === 'Secret' ? (this.#secrets.foundFor(from, targetOf(entry, reference.at)) ?? []) : [],
    );
    const found = inSecrets.filter(({ kind }) => kind === 'entry');
    if (found.length > 0) return found;
    const committed = this.#foundByName(entries, from, reference);
    return committed === UNKNOWNS && entries.length === 1 && inSecrets.length === 1 ? inSecrets : committed;
  }

  #foundByName(entries: readonly ObjectEntry[], from: Document, reference: FieldReference): readonly Found[] {
    const [entry, ...others] = entries.flatMap(one => this.#repository.entries.namedBy(one, from));
    if (entry === undefined || others.length > 0) return UNKNOWNS;
    return [
      entry.path === undefined
        ? { kind: 'document', textId: entry.textId }
        : this.#files.foundAt(entry.path, reference, false),
    ];
  }
}

function targetOf({ to, name, key, isOptional }: ObjectEntry, at: Span): ObjectTarget {
  return { to, name: { value: name, span: at }, key: { value: key, span: at }, isOptional };
}

/** Follows paths. Each file is read once. */
class Files {
  readonly #files: Repository['files'];
  readonly #secrets = new Map<string, CommittedSecret | undefined>();
  readonly #withoutCertificates = new Map<string, boolean>();
  #byFolder: ReadonlyMap<string, readonly string[]> | undefined;

  constructor({ files }: Repository) {
    this.#files = files;
  }

  /**
   * True where more may be there than is seen: of an image what it is made of, and where another compose file lies beside
   * one, that may be laid over it and add volumes.
   */
  isLaidOver({ dialect, file }: Document): boolean {
    if (dialect === 'dockerfile') return true;
    return dialect === 'compose' && this.#filesBeside(file.path).some(path => path !== file.path && COMPOSE.test(path));
  }

  /** @param isWhole false where more than is seen here may lie in the folder of the file. */
  foundAt(path: string, { document, kind, isSecret }: FieldReference, isWhole: boolean): Found {
    if (this.#files.has(path)) {
      const secret = isSecret ? this.#secretIn(path, kind) : undefined;
      const lacksCertificates = kind === AUTHORITY && this.#lacksCertificates(path);
      return {
        kind: 'file',
        path,
        ...(secret === undefined ? {} : { secret }),
        ...(lacksCertificates ? { lacksCertificates } : {}),
      };
    }
    const like = isWhole ? LIKES.get(kind) : undefined;
    const hasLike =
      like !== undefined && this.#filesBeside(path).some(file => like.test(file) && file !== document.file.path);
    return hasLike ? { kind: 'missing file', path } : UNKNOWN;
  }

  #secretIn(path: string, kind: string): CommittedSecret | undefined {
    // A private key in PEM is judged by itself, and in no other form is one read.
    if (kind === 'private key' || !this.#files.includes(path)) return undefined;
    const place = `${kind} ${path}`;
    if (!this.#secrets.has(place)) {
      const content = this.#files.read(path);
      const isRead = content !== undefined && 'bytes' in content;
      this.#secrets.set(place, isRead ? committedSecretIn(path, content.bytes, kind) : undefined);
    }
    return this.#secrets.get(place);
  }

  #lacksCertificates(path: string): boolean {
    let isWithout = this.#withoutCertificates.get(path);
    if (isWithout === undefined) {
      const content = this.#files.includes(path) ? this.#files.read(path) : undefined;
      const isRead = content !== undefined && 'bytes' in content;
      isWithout = isRead && lacksAuthorities(content.bytes);
      this.#withoutCertificates.set(path, isWithout);
    }
    return isWithout;
  }

  #filesBeside(path: string): readonly string[] {
    this.#byFolder ??= groupedBy(this.#files.paths, folderOf);
    return this.#byFolder.get(folderOf(path)) ?? [];
  }
}

/** Follows the names of Secrets. */
class Secrets {
  readonly #byName: ReadonlyMap<string, readonly SecretObject[]>;

  constructor(secrets: readonly SecretObject[]) {
    this.#byName = groupedBy(secrets, secret => secret.name.value);
  }

  /** What a Secret that is named in a document has there; `undefined` where nothing is known of it. */
  foundFor(document: Document, target: ObjectTarget): readonly Found[] | undefined {
    const name = literal(target.name)?.value;
    const key = literal(target.key)?.value ?? '';
    if (name === undefined || key === '') return undefined;
    const namesakes = this.#byName.get(name) ?? [];
    const namespace = namespaceOf(document, target);
    const neighbours = namespace === undefined ? [] : namesakes.filter(secret => secret.namespace === namespace);
    const secrets = neighbours.length > 0 ? neighbours : onlyOne(namesakes, namespace);
    const entries = secrets.flatMap(object => entryOf(object, key) ?? []);
    if (entries.length > 0) return entries;
    const [object] = secrets;
    if (object === undefined || target.isOptional || !secrets.every(secret => secret.isComplete)) return undefined;
    const isSure = neighbours.length === 1 && namesakes.every(secret => secret.namespace !== undefined);
    return [{ kind: 'missing key', object, key, isSure }];
  }
}

function entryOf({ document, name, namespace, entries }: SecretObject, key: string): Found | undefined {
  const secret = entries.get(key);
  const { file } = document;
  const within = {
    kind: 'Secret',
    object: name.value,
    ...(namespace === undefined ? {} : { namespace }),
    key,
  } as const;
  return secret && { kind: 'entry', secret, textId: textIdOf({ file, within }) };
}

/** The namespace of a referenced object, where it is known. */
function namespaceOf(document: Document, { namespace }: ObjectTarget): string | undefined {
  if (namespace !== undefined) return literal(namespace)?.value;
  const own = document.namespace;
  return own === undefined || holdsTemplate(own) ? undefined : own;
}

/** Without a namespace on both sides, only what cannot be mistaken for another is taken to be meant. */
function onlyOne(namesakes: readonly SecretObject[], namespace: string | undefined): readonly SecretObject[] {
  const [only, ...others] = namesakes;
  if (only === undefined || others.length > 0) return [];
  return namespace === undefined || only.namespace === undefined ? [only] : [];
}

const USES: ReadonlyMap<string, Use['as']> = new Map<string, Use['as']>([
  [AUTHORITY, 'ca'],
  ['certificate', 'certificate'],
  ['private key', 'key'],
]);

/** The fields that lead to committed certificates and keys, by the identity of the text that holds those. */
export function usesOf(references: readonly ResolvedReference[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Map<string, Use>>();
  for (const { kind, field, at, found } of references) {
    const as = USES.get(kind);
    const textId = textIdIn(found);
    if (as === undefined || textId === undefined) continue;
    const same = uses.get(textId) ?? new Map<string, Use>();
    // An anchored block is read once for each key that it stands under.
    const place = `${at.file.path} ${at.start} ${at.end}`;
    if (!same.has(place)) same.set(place, { field, as, at });
    uses.set(textId, same);
  }
  return new Map([...uses].map(([textId, byPlace]) => [textId, [...byPlace.values()]]));
}

function textIdIn(found: Found): string | undefined {
  if (found.kind === 'file') return found.path;
  return found.kind === 'entry' || found.kind === 'document' ? found.textId : undefined;
}
