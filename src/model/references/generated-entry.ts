import { nodeAt, textAt } from '../../documents/dialect.ts';
import { textOf } from '../../parse/encoding.ts';
import { readYaml } from '../../parse/yaml.ts';
import type { YamlMap } from '../../parse/yaml-node.ts';
import { piecesOf } from '../../parse/yaml-stream.ts';
import type { FileTree } from '../../text/file-tree.ts';
import { baseName, folderOf, pathFrom } from '../../text/path.ts';
import { SourceFile } from '../../text/source.ts';
import type { ObjectEntry } from '../mounts.ts';
import type { CommittedEntry } from './committed-text.ts';

// RecognizedKustomizationFileNames of kubernetes-sigs/kustomize, api/konfig/general.go.
const KUSTOMIZATION = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
const GENERATOR = Buffer.from('Generator');
const LAYERS = new Set(['merge', 'replace']);
const GENERATORS: readonly (readonly [field: string, to: ObjectEntry['to']])[] = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
];

/** True for the name of a file whose generators make entries of committed files. */
export function isKustomization(path: string): boolean {
  return KUSTOMIZATION.test(path);
}

/** The entries that the generators of kustomizations make of committed files. */
export function* generatedEntriesIn(
  files: Pick<FileTree, 'paths' | 'has' | 'read'>,
): Generator<CommittedEntry & { readonly path: string }> {
  for (const path of files.paths) {
    const root = isKustomization(path) ? rootOf(path, files) : undefined;
    if (root === undefined) continue;
    for (const [field, to] of GENERATORS) {
      const generators = nodeAt(root, field);
      if (generators?.kind !== 'list') continue;
      for (const generator of generators.items) {
        if (generator.kind !== 'map') continue;
        for (const entry of entriesOf(generator, path, files)) yield { to, ...entry };
      }
    }
  }
}

function rootOf(path: string, files: Pick<FileTree, 'read'>): YamlMap | undefined {
  const content = files.read(path);
  if (content === undefined || 'reason' in content || !Buffer.from(content.bytes).includes(GENERATOR)) return undefined;
  const decoding = textOf(content.bytes);
  if ('reason' in decoding) return undefined;
  const [piece] = piecesOf(decoding.text);
  const reading = piece && readYaml(new SourceFile(path, decoding.text), piece);
  return reading !== undefined && 'root' in reading && reading.root?.kind === 'map' ? reading.root : undefined;
}

type FileEntry = Omit<CommittedEntry, 'to'> & { readonly path: string };

/** The files of a generator, `key=path` or a path whose last part is the key (types.KvPairSources of Kustomize). */
function* entriesOf(generator: YamlMap, saidIn: string, { has }: Pick<FileTree, 'has'>): Generator<FileEntry> {
  const name = textAt(generator, 'name');
  const namespace = textAt(generator, 'namespace');
  const list = nodeAt(generator, 'files');
  if (name === undefined || list?.kind !== 'list') return;
  for (const item of list.items) {
    if (item.kind !== 'scalar') continue;
    const [, key, written] = /^(?:([^=]*)=)?(.*)$/s.exec(item.text) ?? [];
    const path = written === undefined ? undefined : pathFrom(folderOf(saidIn), written);
    if (path === undefined || !has(path)) continue;
    const own = namespace === undefined ? {} : { namespace };
    const layer = LAYERS.has(textAt(generator, 'behavior') ?? '') ? ({ isLaidOver: true } as const) : {};
    yield { name, ...own, key: key ?? baseName(path), saidIn, textId: path, path, ...layer };
  }
}
