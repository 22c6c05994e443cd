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
import { holdsTemplate } from '../secrets/secret.ts';
import { mappedPath, type PathMappings } from './path-mapping.ts';

/** What references can lead to. */
export interface Repository {
  readonly files: Pick<FileTree, 'paths' | 'has' | 'read'> & {
    /** False for a file that is to be left alone: it is there, and nothing is said of its content. */
    includes(path: string): boolean;
  };
  readonly secrets: readonly SecretObject[];
  readonly pathMappings: PathMappings;
}

const UNKNOWN: Found = { kind: 'unknown' };

/**
 * The references with what the repository holds in their place. One that leads to the same entry of several Secrets, as
 * the overlays of an environment have them, comes once for each.
 */
export function resolved(references: readonly FieldReference[], repository: Repository): readonly ResolvedReference[] {
  const files = new Files(repository);
  const secrets = new Secrets(repository.secrets);
  return references.flatMap(reference => {
    const { target } = reference;
    if (target.to === 'nothing') return [{ ...reference, found: UNKNOWN }];
    if (target.to === 'file') return [{ ...reference, found: files.foundFor(reference, target) }];
    return secrets.foundFor(reference, target).map(found => ({ ...reference, found }));
  });
}

/**
 * The committed path that a path in a document means; `undefined` where the repository does not say.
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
  return base === 'document' ? pathFrom(folderOf(document.file.path), path) : undefined;
}

// The files that a server takes for the authority of its clients.
const CLIENT_CA = /^client_?ca_?file$/i;
const CERTIFICATE = /\.(?:pem|crt|cer|cert|ca)$/i;
// What is not secret is missed where others of its like are: by what the files hold, how those are called.
const LIKES: ReadonlyMap<string, RegExp> = new Map([
  ['CA certificate', CERTIFICATE],
  ['certificate', CERTIFICATE],
  ['scrape configuration', /\.(?:ya?ml|json)$/i],
]);

/** Follows paths. Each file is read once. */
class Files {
  readonly #files: Repository['files'];
  readonly #mappings: PathMappings;
  readonly #secrets = new Map<string, CommittedSecret | undefined>();
  readonly #withoutCertificates = new Map<string, boolean>();
  #byFolder: ReadonlyMap<string, readonly string[]> | undefined;

  constructor({ files, pathMappings }: Repository) {
    this.#files = files;
    this.#mappings = pathMappings;
  }

  foundFor({ document, kind, field, isSecret }: FieldReference, target: FileTarget): Found {
    const written = literal(target.path)?.value;
    const path = written === undefined ? undefined : committedPath(written, target.base, document, this.#mappings);
    if (path === undefined) return UNKNOWN;
    if (this.#files.has(path)) {
      const secret = isSecret ? this.#secretIn(path, kind) : undefined;
      const lacksCertificates = CLIENT_CA.test(field) && this.#lacksCertificates(path);
      return {
        kind: 'file',
        path,
        ...(secret === undefined ? {} : { secret }),
        ...(lacksCertificates ? { lacksCertificates } : {}),
      };
    }
    const like = LIKES.get(kind);
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
      isWithout = isRead && !Buffer.from(content.bytes).includes('BEGIN CERTIFICATE');
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

  foundFor({ document }: FieldReference, target: ObjectTarget): readonly Found[] {
    const name = literal(target.name)?.value;
    const key = literal(target.key)?.value ?? '';
    if (target.to !== 'Secret' || name === undefined || key === '') return [UNKNOWN];
    const namesakes = this.#byName.get(name) ?? [];
    const namespace = namespaceOf(document, target);
    const neighbours = namespace === undefined ? [] : namesakes.filter(secret => secret.namespace === namespace);
    const secrets = neighbours.length > 0 ? neighbours : onlyOne(namesakes, namespace);
    const entries = secrets.flatMap(secret => secret.entries.get(key) ?? []);
    if (entries.length > 0) return entries.map(secret => ({ kind: 'entry', secret }));
    const [object] = secrets;
    if (object === undefined || target.isOptional || !secrets.every(secret => secret.isComplete)) return [UNKNOWN];
    const isSure = neighbours.length === 1 && namesakes.every(secret => secret.namespace !== undefined);
    return [{ kind: 'missing key', object, isSure }];
  }
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
  ['CA certificate', 'ca'],
  ['certificate', 'certificate'],
  ['private key', 'key'],
]);

/** The fields that lead to committed certificates and keys, by path. */
export function usesOf(references: readonly ResolvedReference[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Map<string, Use>>();
  for (const { kind, field, at, found } of references) {
    const as = USES.get(kind);
    if (as === undefined || found.kind !== 'file') continue;
    const same = uses.get(found.path) ?? new Map<string, Use>();
    // An anchored block is read once for each key that it stands under.
    const place = `${at.file.path} ${at.start} ${at.end}`;
    if (!same.has(place)) same.set(place, { field, as, at });
    uses.set(found.path, same);
  }
  return new Map([...uses].map(([path, byPlace]) => [path, [...byPlace.values()]]));
}
