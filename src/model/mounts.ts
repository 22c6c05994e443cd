import { folderOf, pathFrom } from '../text/path.ts';
import { mappedPath, type PathMappings } from './references/path-mapping.ts';

/** A path of a process, and what of the repository stands there: nothing for a volume that something else fills. */
export interface Mount {
  /** As the process sees it, without a slash at its end. */
  readonly target: string;
  /** Several for a projected volume. */
  readonly sources: readonly MountSource[];
}

/**
 * What a mount shows: a committed file or folder, a text in a committed file, entries of a Kubernetes object, or a path
 * of the machine, where a copy of the repository may be or not.
 */
export type MountSource =
  | { readonly to: 'file'; readonly path: string }
  /** @see textIdOf */
  | { readonly to: 'text'; readonly textId: string }
  | { readonly to: 'machine' }
  | MountedObject;

/** A ConfigMap or Secret as a volume. */
interface MountedObject {
  readonly to: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** The part of the volume that is mounted: empty, or a path in it. */
  readonly subPath: string;
  /** The keys by their paths in the volume, where not all entries are in it under their own names. */
  readonly items?: ReadonlyMap<string, string>;
  readonly isOptional: boolean;
}

/** An entry of a Kubernetes object, by name. */
export interface ObjectEntry {
  readonly to: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
  readonly isOptional: boolean;
}

/** What stands where a process sees a path, as far as the repository says. */
export type DeployedPlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'text'; readonly textId: string }
  /** One of these entries; of several that which there is. */
  | { readonly kind: 'entry'; readonly entries: readonly ObjectEntry[] }
  /** Something is said of it, and it leads out of the repository. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unsaid' };

/** What sees paths: a process with its mounts, and the committed folder that it runs in, where that is known. */
export interface Mounted {
  readonly mounts: readonly Mount[];
  readonly folder?: string;
}

const UNSAID: DeployedPlace = { kind: 'unsaid' };
const OUTSIDE: DeployedPlace = { kind: 'outside' };

/**
 * What a path of a process leads to: by the path mappings of the configuration, else by the deepest mount that holds it,
 * else from the folder of the process.
 */
export function placeOf(path: string, { mounts, folder }: Mounted, mappings: PathMappings): DeployedPlace {
  const mapped = mappedPath(path, mappings);
  if (mapped !== undefined) return fileAt(mapped.committed);
  if (!path.startsWith('/')) return folder === undefined ? OUTSIDE : fileAt(pathFrom(folder, path));
  const clean = absolutePath(path);
  return clean === undefined ? OUTSIDE : mountedAt(clean, mounts);
}

/** An absolute path with `.` and `..` worked out; `undefined` where it leaves the root, or is relative. */
export function absolutePath(path: string): string | undefined {
  const below = path.startsWith('/') ? pathFrom('', path.replace(/^\/+/, '')) : undefined;
  return below === undefined ? undefined : `/${below}`;
}

/** Where a mount stands, in the form that mounts have it. */
export function mountTarget(target: string): string {
  return absolutePath(target) ?? target;
}

function mountedAt(path: string, mounts: readonly Mount[]): DeployedPlace {
  const mount = deepestMountAt(path, mounts);
  if (mount === undefined) return UNSAID;
  const below = path.slice(mount.target === '/' ? 1 : mount.target.length + 1);
  const [first] = mount.sources;
  if (first?.to === 'machine') return UNSAID;
  if (first?.to === 'text') return below === '' ? { kind: 'text', textId: first.textId } : OUTSIDE;
  if (first?.to === 'file') return fileAt(pathFrom(first.path, below));
  const entries = mount.sources.flatMap(source => ('name' in source ? (entryAt(below, source) ?? []) : []));
  return entries.length === 0 ? OUTSIDE : { kind: 'entry', entries };
}

const BY_TARGET = new WeakMap<readonly Mount[], ReadonlyMap<string, Mount>>();

/** Of two mounts at one place the later counts. */
function deepestMountAt(path: string, mounts: readonly Mount[]): Mount | undefined {
  let byTarget = BY_TARGET.get(mounts);
  if (byTarget === undefined) {
    byTarget = new Map(mounts.map(mount => [mount.target, mount]));
    BY_TARGET.set(mounts, byTarget);
  }
  for (let target = path; target !== ''; target = folderOf(target)) {
    const mount = byTarget.get(target);
    if (mount !== undefined) return mount;
  }
  return byTarget.get('/');
}

/** The entry of an object at a path below its mount. The names of entries hold no slash (core/v1 ConfigMap). */
function entryAt(below: string, { to, name, subPath, items, isOptional }: MountedObject): ObjectEntry | undefined {
  const path = pathFrom(subPath, below) ?? '';
  const key = items === undefined ? path : items.get(path);
  return key === undefined || key === '' || key.includes('/') ? undefined : { to, name, key, isOptional };
}

function fileAt(path: string | undefined): DeployedPlace {
  return path === undefined ? OUTSIDE : { kind: 'file', path };
}
