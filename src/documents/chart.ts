import { textOf } from '../parse/encoding.ts';
import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import { piecesOf, rootEntriesOf, rootEntryAt, type YamlPiece } from '../parse/yaml-stream.ts';
import { readYaml } from '../parse/yaml.ts';
import type { FileTree } from '../text/file-tree.ts';
import { baseName, folderOf } from '../text/path.ts';
import { SourceFile, type SourceText } from '../text/source.ts';

/** The defaults of a Helm chart: what stands in the `values.yaml` beside its `Chart.yaml`. */
export interface ChartValues {
  /** The path of that file, whether there is one or not. */
  readonly path: string;
  /**
   * The value under a path of keys, as `.Values.a.b` asks for it; `undefined` where there is none. The empty path leads
   * to all values.
   */
  at(keys: readonly string[]): YamlNode | undefined;
}

/** What is asked of the files of a repository to find a chart. */
type ChartFiles = Pick<FileTree, 'has' | 'read'>;

// Templates of one chart come one after the other, so that the last chart is the one that is asked for.
const LAST = new WeakMap<ChartFiles, ChartValues>();

/**
 * The chart that a template belongs to: the nearest one in whose `templates` folder it stands, so that one below
 * `charts/` has values of its own. Nothing is read before a value is asked for.
 */
export function chartOf(path: string, files: ChartFiles): ChartValues | undefined {
  const folder = chartFolderOf(path, files);
  if (folder === undefined) return undefined;
  const valuesPath = pathIn(folder, 'values.yaml');
  const last = LAST.get(files);
  if (last?.path === valuesPath) return last;
  const values = new ValuesFile(valuesPath, files);
  LAST.set(files, values);
  return values;
}

/**
 * The folder whose templates mean something else when a file changes; `undefined` for a file that charts are not made
 * of.
 */
export function templatesShapedBy(path: string): string | undefined {
  const isOfChart = baseName(path) === 'Chart.yaml' || baseName(path) === 'values.yaml';
  return isOfChart ? pathIn(folderOf(path), 'templates') : undefined;
}

/** True for templates of charts of which one of the paths is a part, so that they mean something else. */
export function reshapedBy(paths: readonly string[]): (path: string) => boolean {
  const folders = new Set(paths.flatMap(path => templatesShapedBy(path) ?? []));
  if (folders.size === 0) return () => false;
  return path => {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (folders.has(folder)) return true;
    return false;
  };
}

function chartFolderOf(path: string, files: ChartFiles): string | undefined {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const parent = folderOf(folder);
    if (baseName(folder) === 'templates' && files.has(pathIn(parent, 'Chart.yaml'))) return parent;
  }
  return undefined;
}

function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

class ValuesFile implements ChartValues {
  readonly path: string;
  readonly #files: ChartFiles;
  #values: Values | undefined;

  constructor(path: string, files: ChartFiles) {
    this.path = path;
    this.#files = files;
  }

  at(keys: readonly string[]): YamlNode | undefined {
    this.#values ??= valuesIn(this.path, this.#files);
    const [first, ...below] = keys;
    let node = first === undefined ? this.#values.root() : this.#values.under(first);
    for (const key of below) {
      if (node?.kind !== 'map') return undefined;
      node = valueUnder(node, key);
    }
    return node;
  }
}

/** Values of which only those entries of the root are parsed that are asked for: the files are long. */
class Values {
  readonly #source: SourceText;
  readonly #piece: YamlPiece;
  readonly #known = new Map<string, YamlNode | undefined>();
  /** By key, where the document can be cut at them. */
  #entries: { readonly byKey: ReadonlyMap<string, YamlPiece> | undefined } | undefined;
  #whole: { readonly root: YamlNode | undefined } | undefined;

  constructor(source: SourceText, piece: YamlPiece) {
    this.#source = source;
    this.#piece = piece;
  }

  root(): YamlNode | undefined {
    this.#whole ??= { root: rootIn(this.#source, this.#piece) };
    return this.#whole.root;
  }

  under(key: string): YamlNode | undefined {
    if (!this.#known.has(key)) this.#known.set(key, this.#parsedUnder(key));
    return this.#known.get(key);
  }

  #parsedUnder(key: string): YamlNode | undefined {
    const plain = rootEntryAt(this.#source.text, this.#piece, key);
    const entries = plain === undefined ? this.#entriesByKey() : undefined;
    const entry = plain ?? entries?.get(key);
    if (entries !== undefined && entry === undefined) return undefined;
    const root = entry === undefined ? this.root() : rootIn(this.#source, entry);
    return root?.kind === 'map' ? valueUnder(root, key) : undefined;
  }

  #entriesByKey(): ReadonlyMap<string, YamlPiece> | undefined {
    if (this.#entries === undefined) {
      const entries = rootEntriesOf(this.#source.text, this.#piece);
      this.#entries = { byKey: entries && new Map(entries.map(entry => [keyOf(this.#source.text, entry), entry])) };
    }
    return this.#entries.byKey;
  }
}

const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([^\s:]+))[ \t]*:/;

/** The key of an entry, as far as it is plain to see; the last of those that come twice counts. */
function keyOf(text: string, { start, end }: YamlPiece): string {
  const [, double, single, plain] = KEY.exec(text.slice(start, Math.min(end, start + 1024))) ?? [];
  return double ?? single ?? plain ?? '';
}

const BY_KEY = new WeakMap<YamlMap, ReadonlyMap<string, YamlNode | undefined>>();

/** The value under a key of values, as Helm reads it: the last of a key that comes twice (sigs.k8s.io/yaml, not strict). */
export function valueUnder(map: YamlMap, key: string): YamlNode | undefined {
  let byKey = BY_KEY.get(map);
  if (byKey === undefined) {
    byKey = new Map(map.pairs.map(pair => [pair.key.text, pair.value]));
    BY_KEY.set(map, byKey);
  }
  return byKey.get(key);
}

/** The first document of a values file; one without entries where it cannot be had. */
function valuesIn(path: string, files: ChartFiles): Values {
  const content = files.read(path);
  const decoding = content === undefined || 'reason' in content ? content : textOf(content.bytes);
  const isText = decoding !== undefined && !('reason' in decoding);
  const source = isText ? new SourceFile(path, decoding.text, decoding.hasByteOrderMark) : new SourceFile(path, '');
  const [piece = { start: 0, end: 0, index: 0 }] = piecesOf(source.text);
  return new Values(source, piece);
}

function rootIn(source: SourceText, piece: YamlPiece): YamlNode | undefined {
  const reading = readYaml(source, piece);
  return 'fault' in reading ? undefined : reading.root;
}
