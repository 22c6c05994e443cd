import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { mountTarget, type Mount, type MountSource } from '../mounts.ts';
import { holdsTemplate } from '../secrets/secret.ts';

/**
 * The mounts of a container (`Volume`, `VolumeMount` and `KeyToPath` of Kubernetes, core/v1).
 *
 * @param pod what has the `volumes`. @param container what has the `volumeMounts`.
 */
export function podMountsOf(pod: YamlMap, container: YamlMap): readonly Mount[] {
  const volumes = new Map(mapsIn(nodeAt(pod, 'volumes')).map(volume => [textAt(volume, 'name'), volume]));
  return mapsIn(nodeAt(container, 'volumeMounts')).flatMap(mount => {
    const target = textAt(mount, 'mountPath');
    const volume = volumes.get(textAt(mount, 'name'));
    const subPath = nodeAt(mount, 'subPathExpr') === undefined ? textOf(nodeAt(mount, 'subPath')) : undefined;
    if (target === undefined || holdsTemplate(target)) return [];
    const sources = volume === undefined || subPath === undefined ? [] : sourcesOf(volume, subPath);
    return [{ target: mountTarget(target), sources }];
  });
}

// The field of a volume that names an object of each kind; a projected volume has `name` for both.
const KINDS = [
  ['configMap', 'ConfigMap', 'name'],
  ['secret', 'Secret', 'secretName'],
] as const;

function sourcesOf(volume: YamlMap, subPath: string): readonly MountSource[] {
  if (nodeAt(volume, 'hostPath') !== undefined) return [{ to: 'machine' }];
  const projected = mapAt(volume, 'projected');
  if (projected !== undefined) {
    return mapsIn(nodeAt(projected, 'sources')).flatMap(source =>
      KINDS.flatMap(([field, to]) => objectOf(mapAt(source, field), to, 'name', subPath)),
    );
  }
  return KINDS.flatMap(([field, to, name]) => objectOf(mapAt(volume, field), to, name, subPath));
}

function objectOf(
  source: YamlMap | undefined,
  to: 'ConfigMap' | 'Secret',
  nameField: string,
  subPath: string,
): readonly MountSource[] {
  const name = source && textAt(source, nameField);
  if (source === undefined || name === undefined || name === '' || holdsTemplate(name)) return [];
  const items = nodeAt(source, 'items');
  const object = { to, name, subPath, isOptional: textAt(source, 'optional') === 'true' };
  return [items === undefined ? object : { ...object, items: keysByPath(items) }];
}

function keysByPath(items: YamlNode): ReadonlyMap<string, string> {
  return new Map(
    mapsIn(items).flatMap(item => {
      const [path, key] = [textAt(item, 'path'), textAt(item, 'key')];
      return path === undefined || key === undefined ? [] : [[path, key] as const];
    }),
  );
}

/** The text of what may be absent; `undefined` where a template says it. */
function textOf(node: YamlNode | undefined): string | undefined {
  if (node === undefined) return '';
  return node.kind === 'scalar' && !holdsTemplate(node.text) ? node.text : undefined;
}

/** The mappings among the items of a list. */
export function mapsIn(node: YamlNode | undefined): readonly YamlMap[] {
  return node?.kind === 'list' ? node.items.filter(item => item.kind === 'map') : [];
}
