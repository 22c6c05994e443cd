import { printable } from '../text/printable.ts';
import type { YamlMap } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, textAt } from './dialect.ts';

const OF_EVERY_RESOURCE = new Set(['kind', 'apiVersion', 'metadata']);

/** What a Kubernetes resource says that it is. */
export interface Resource {
  readonly kind: string;
  /** The API group without its version; empty for the core of Kubernetes. */
  readonly group: string;
  /** The version of the group: `v1beta1`; absent where the branches of a template make several kinds of it. */
  readonly version?: string;
  /** What paths into it start with: `ServiceMonitor/name`. */
  readonly name: string;
  readonly namespace?: string;
  readonly metadata?: YamlMap;
}

/** The resources in a document: the items of a list of them, else the root itself. */
export function resourcesIn(root: YamlMap): readonly YamlMap[] {
  const items = nodeAt(root, 'items');
  const isList = items?.kind === 'list' && textAt(root, 'kind')?.endsWith('List') === true;
  return isList ? items.items.filter(item => item.kind === 'map') : [root];
}

/** Reads what every resource has; `undefined` for what is none. */
export function resourceOf(root: YamlMap): Resource | undefined {
  const kind = textAt(root, 'kind');
  const apiVersion = textAt(root, 'apiVersion');
  if (kind === undefined || apiVersion === undefined) return undefined;
  const slash = apiVersion.indexOf('/');
  const metadata = mapAt(root, 'metadata');
  const name = metadata && (textAt(metadata, 'name') ?? textAt(metadata, 'generateName'));
  const namespace = (metadata && textAt(metadata, 'namespace')) ?? '';
  return {
    kind,
    group: apiVersion.slice(0, Math.max(0, slash)),
    ...(isOneKind(root) ? { version: apiVersion.slice(slash + 1) } : {}),
    name: name === undefined ? printable(kind) : `${printable(kind)}/${printable(name)}`,
    ...(namespace === '' ? {} : { namespace }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

/** False where a branch of a template decides on the kind, and the same branch may decide on what else is there. */
function isOneKind({ pairs }: YamlMap): boolean {
  const branches = pairs.flatMap(({ key, under }) => (OF_EVERY_RESOURCE.has(key.text) ? [under] : []));
  return new Set(branches).size === 1;
}
