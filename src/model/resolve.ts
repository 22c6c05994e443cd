import { folderOf, pathFrom } from '../text/path.ts';
import { literal } from '../text/written.ts';
import type { Document } from '../documents/document.ts';
import type { Client, Reference, Server, Use } from './model.ts';

/** Where deployed paths are committed: the longest prefix of a path that is a key here decides. */
export type PathMappings = Readonly<Record<string, string>>;

/** The committed path that a path in a document means; `undefined` where the repository does not say. */
export function committedPath(path: string, document: Document, mappings: PathMappings): string | undefined {
  const prefix = Object.keys(mappings)
    .filter(key => path === key || path.startsWith(key.endsWith('/') ? key : `${key}/`))
    .sort((a, b) => b.length - a.length)[0];
  const folder = prefix === undefined ? undefined : mappings[prefix];
  if (prefix !== undefined && folder !== undefined) return pathFrom('', `${folder}/${path.slice(prefix.length)}`);
  // Relative to the file that names it: Prometheus' config.SetDirectory, and the exporter toolkit's for a web.yml.
  const isRelative = document.dialect === 'prometheus' || document.dialect === 'web-config';
  return isRelative ? pathFrom(folderOf(document.file.path), path) : undefined;
}

/** The references of clients and servers that lead to committed files, by path. */
export function usesOf(
  clients: readonly Client[],
  servers: readonly Server[],
  mappings: PathMappings,
): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Map<string, Use>>();
  const add = (document: Document, reference: Reference | undefined, as: Use['as']): void => {
    const path = reference?.to === 'file' ? literal(reference.path) : undefined;
    const committed = path && committedPath(path.value, document, mappings);
    if (path === undefined || committed === undefined || reference === undefined) return;
    const { file, start, end } = path.span;
    const same = uses.get(committed) ?? new Map<string, Use>();
    // An anchored block is read once for each client that it is in.
    const place = `${file.path} ${start} ${end}`;
    if (!same.has(place)) same.set(place, { field: reference.field, as, at: path.span });
    uses.set(committed, same);
  };
  for (const { document, tls } of clients) {
    add(document, tls?.ca, 'ca');
    add(document, tls?.cert, 'certificate');
    add(document, tls?.key, 'key');
  }
  for (const { document, cert, key, clientCa } of servers) {
    add(document, clientCa, 'ca');
    add(document, cert, 'certificate');
    add(document, key, 'key');
  }
  return new Map([...uses].map(([path, byPlace]) => [path, [...byPlace.values()]]));
}
