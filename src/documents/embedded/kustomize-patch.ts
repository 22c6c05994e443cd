import { decodedText, type YamlList, type YamlMap, type YamlNode, type YamlScalar } from '../../parse/yaml-node.ts';
import { piecesOf } from '../../parse/yaml-stream.ts';
import { readYaml } from '../../parse/yaml.ts';
import { mapAt, mapsAt, nodeAt, textAt } from '../dialect.ts';
import type { Embedded } from './embedded.ts';
import { treeOf, type PathEntry, type PathStep } from './path-tree.ts';

// RFC 6902: the operations with which a value is there afterwards that the patch holds.
const SETTING = new Set(['add', 'replace']);
const LIST = /^\s*(?:#[^\n]*\s*)*(?:[-[]\s|\[)/;
const INDEX = /^\d{1,9}$/;

/**
 * The patches of a Kustomization: `patches`, and what they were before, `patchesStrategicMerge` and `patchesJson6902`
 * (kubernetes-sigs/kustomize api/types/kustomization.go, at v5.7). Each is a part of a resource that stands elsewhere.
 *
 * @param keys the keys that lead to the mapping that has them.
 */
export function* patchesIn(kustomization: YamlMap, keys: readonly string[]): Generator<Embedded> {
  for (const key of ['patches', 'patchesJson6902']) {
    for (const entry of mapsAt(kustomization, key)) {
      const patch = nodeAt(entry, 'patch');
      if (patch !== undefined) yield* patchIn(patch, mapAt(entry, 'target'), [...keys, key, 'patch']);
    }
  }
  const merged = nodeAt(kustomization, 'patchesStrategicMerge');
  if (merged?.kind !== 'list') return;
  for (const item of merged.items) yield* patchIn(item, undefined, [...keys, 'patchesStrategicMerge']);
}

/** A patch is a part of a resource, or a list of operations on one; a string of either, or in Flux the thing itself. */
function* patchIn(patch: YamlNode, target: YamlMap | undefined, keys: readonly string[]): Generator<Embedded> {
  const placed = { keys, within: { kind: 'string', key: 'patch' }, isPartial: true } as const;
  const operations = patch.kind === 'list' ? patch : patch.kind === 'scalar' ? listWithin(patch) : undefined;
  if (operations !== undefined) {
    const node = target && resourceOfOperations(operations, target);
    if (node !== undefined) yield { node, ...placed };
  } else if (patch.kind === 'scalar') {
    yield { scalar: patch, encoding: 'none', ...placed };
  } else {
    yield { node: patch, ...placed };
  }
}

/** The operations in a string, if it is a list of them. */
function listWithin(scalar: YamlScalar): YamlList | undefined {
  if (!LIST.test(scalar.text)) return undefined;
  const text = decodedText(scalar);
  const [piece] = text === undefined ? [] : piecesOf(text.text);
  if (text === undefined || piece === undefined) return undefined;
  const reading = readYaml(text, piece);
  return 'root' in reading && reading.root?.kind === 'list' ? reading.root : undefined;
}

/** The resource that a patch speaks of, with nothing in it but what operations set. */
function resourceOfOperations(operations: YamlList, target: YamlMap): YamlMap | undefined {
  const kind = nodeAt(target, 'kind');
  const group = nodeAt(target, 'group');
  if (kind?.kind !== 'scalar') return undefined;
  const tree = treeOf(operations.items.flatMap(item => (item.kind === 'map' ? entryOf(item) : [])));
  if (tree === undefined) return undefined;
  const at = group?.kind === 'scalar' ? group : kind;
  const version = textAt(target, 'version') ?? 'v1';
  const apiVersion = group?.kind === 'scalar' && group.text !== '' ? `${group.text}/${version}` : version;
  const name = nodeAt(target, 'name');
  const metadata: YamlMap = { ...target, pairs: name === undefined ? [] : [keyed('name', name, kind)] };
  return {
    ...tree,
    pairs: [
      keyed('apiVersion', { ...at, text: apiVersion }, at),
      keyed('kind', kind, kind),
      keyed('metadata', metadata, kind),
      ...tree.pairs.filter(({ key }) => key.text !== 'metadata'),
    ],
  };
}

function keyed(text: string, value: YamlNode, at: YamlScalar): YamlMap['pairs'][number] {
  return { key: { ...at, text }, value };
}

function entryOf(operation: YamlMap): readonly PathEntry[] {
  const at = nodeAt(operation, 'path');
  const value = nodeAt(operation, 'value');
  if (at?.kind !== 'scalar' || value === undefined || !SETTING.has(textAt(operation, 'op') ?? '')) return [];
  return [{ path: stepsIn(at.text), value, at }];
}

/** The steps of a JSON pointer (RFC 6901); a number leads into a list, a hyphen behind its end. */
function stepsIn(pointer: string): readonly PathStep[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => {
      if (step === '-') return { index: undefined };
      return INDEX.test(step) ? { index: Number(step) } : { key: step.replaceAll('~1', '/').replaceAll('~0', '~') };
    });
}
