import { pathFrom } from '../../text/path.ts';

/** Where deployed paths are committed: the longest prefix of a path that is a key here decides. */
export type PathMappings = Readonly<Record<string, string>>;

/** Where a path is committed, `undefined` within where that is out of the repository; `undefined` where no key fits. */
export function mappedPath(
  path: string,
  mappings: PathMappings,
): { readonly committed: string | undefined } | undefined {
  const prefix = Object.keys(mappings)
    .filter(key => path === key || path.startsWith(key.endsWith('/') ? key : `${key}/`))
    .sort((a, b) => b.length - a.length)[0];
  const folder = prefix === undefined ? undefined : mappings[prefix];
  if (prefix === undefined || folder === undefined) return undefined;
  const base = pathFrom('', folder);
  const below = path.slice(prefix.length).replace(/^\/+/, '');
  return { committed: base === undefined ? undefined : pathFrom(base, below) };
}
