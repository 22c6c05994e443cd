import type { Document } from '../../documents/document.ts';
import { folderOf, pathFrom } from '../../text/path.ts';
import type { Span } from '../../text/source.ts';
import { literal } from '../../text/written.ts';
import type { FieldReference, FileTarget, Found, ObjectTarget, ResolvedReference, SecretObject } from '../model.ts';
import type { ObjectEntry } from '../mounts.ts';
import type { CommittedEntries } from './committed-entry.ts';
import { FollowedNames, namespaceOf } from './followed-name.ts';
import { FollowedPaths, type CommittedFiles } from './followed-path.ts';
import { mappedPath, type PathMappings } from './path-mapping.ts';
import type { Readers } from './reader.ts';

/** What references can lead to. */
export interface Repository {
  readonly files: CommittedFiles;
  readonly secrets: readonly SecretObject[];
  readonly pathMappings: PathMappings;
  /** Entries of objects that are documents of ours, or made of files. */
  readonly entries: CommittedEntries;
  readonly readers: Readers;
}

const UNKNOWNS: readonly Found[] = [{ kind: 'unknown' }];

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

/** Follows references, each to what it leads to. */
class Resolver {
  readonly #repository: Repository;
  readonly #files: FollowedPaths;
  readonly #secrets: FollowedNames;

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#files = new FollowedPaths(repository.files);
    this.#secrets = new FollowedNames(repository.secrets);
  }

  foundFor(reference: FieldReference): readonly Found[] {
    const { target, document } = reference;
    if (target.to === 'nothing') return UNKNOWNS;
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
