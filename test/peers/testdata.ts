import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_NAMES, type Compared, type Peer, type Verdict } from './peer.ts';
import { promsecVerdicts } from './promsec.ts';

/** What both sides say of a file. */
interface FileVerdicts {
  readonly name: string;
  readonly peer: Verdict;
  readonly promsec: Verdict;
}

/**
 * What both sides say of each YAML file of a folder. It lies among the others for the peer, and for promsec has the name that
 * the program's configuration usually has.
 * @param peerBeside the peer, given files that are to lie beside what it looks at
 */
export async function verdictsOnFolder(
  compared: Compared,
  folder: string,
  peerBeside: (beside: Readonly<Record<string, string>>) => Peer,
): Promise<readonly FileVerdicts[]> {
  const files = Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//, ''))
      .sort()
      .map(name => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const names = Object.keys(files).filter(name => /^[^/]*\.ya?ml$/.test(name));
  const peer = peerBeside(files);
  const theirs = await peer.verdictsOf(names.map(name => files[name] ?? ''));
  const named = Object.fromEntries(names.map(name => [`${name}/${FILE_NAMES[compared]}`, files[name] ?? '']));
  const ours = promsecVerdicts(named, Object.keys(named), peer.version);
  return names.flatMap((name, index) => {
    const [said, promsec] = [theirs[index], ours[index]];
    return said === undefined || promsec === undefined ? [] : [{ name, peer: said, promsec }];
  });
}
