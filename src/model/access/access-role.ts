import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlMap, type YamlNode, type YamlScalar } from '../../parse/yaml-node.ts';
import type { Located } from '../../text/written.ts';
import type { AccessBinding, AccessRole, AccessSubject, Grant } from './access.ts';
import { holdsTemplate } from '../secrets/secret.ts';

const ROLE_KINDS = new Set(['ClusterRole', 'Role']);
const BINDING_KINDS = new Set(['ClusterRoleBinding', 'RoleBinding']);
const GRANT_FIELDS = ['apiGroups', 'resources', 'verbs', 'nonResourceURLs', 'resourceNames'];
const SERVER_LABELS = ['app.kubernetes.io/name', 'app', 'k8s-app'];
const SERVER_COMPONENTS = new Set(['prometheus', 'server', 'prometheus-server']);

/** The role that a document is; `undefined` where it is none, or where its name is not known. */
export function accessRoleOf(document: YamlDocument): AccessRole | undefined {
  const root = rootOf(document, ROLE_KINDS);
  const name = root && nameIn(document.metadata);
  if (root === undefined || name === undefined) return undefined;
  const rules = nodeAt(root, 'rules');
  const grants = rules?.kind === 'list' ? rules.items.map(grantIn) : [];
  const isPlain = isNull(rules) || rules?.kind === 'list';
  return {
    document: identityOf(document),
    isOfCluster: document.kind === 'ClusterRole',
    name,
    ...knownNamespace(document.namespace),
    grants: grants.filter(grant => grant !== undefined),
    isWhole: isPlain && !grants.includes(undefined) && isNull(nodeAt(root, 'aggregationRule')) && !isPartial(root),
    isOfServer: isLabelledServer(document.metadata),
  };
}

/** The binding that a document is; `undefined` where it is none. */
export function accessBindingOf(document: YamlDocument): AccessBinding | undefined {
  const root = rootOf(document, BINDING_KINDS);
  if (root === undefined) return undefined;
  const reference = mapAt(root, 'roleRef');
  const name = nameIn(reference);
  const subjects = nodeAt(root, 'subjects');
  const items = subjects?.kind === 'list' ? subjects.items : [];
  return {
    document: identityOf(document),
    isOfCluster: document.kind === 'ClusterRoleBinding',
    ...knownNamespace(document.namespace),
    ...(reference === undefined || name === undefined
      ? {}
      : { role: { isOfCluster: textAt(reference, 'kind') === 'ClusterRole', name } }),
    subjects: items.map(subjectIn),
  };
}

function rootOf({ kind = '', group, parts }: YamlDocument, kinds: ReadonlySet<string>): YamlMap | undefined {
  const node = group === 'rbac.authorization.k8s.io' && kinds.has(kind) ? parts[0]?.node : undefined;
  return node?.kind === 'map' ? node : undefined;
}

/** The `name` in a mapping, where it is known. */
export function nameIn(map: YamlMap | undefined): Located<string> | undefined {
  const node = map && nodeAt(map, 'name');
  return node?.kind === 'scalar' && isKnown(node) ? { value: node.text, span: spanOf(node) } : undefined;
}

/** A namespace as a field, where it is known. */
export function knownNamespace(namespace: string | undefined): { readonly namespace?: string } {
  return namespace === undefined || namespace === '' || holdsTemplate(namespace) ? {} : { namespace };
}

function isKnown(scalar: YamlScalar): boolean {
  return !isNull(scalar) && scalar.text !== '' && !holdsTemplate(scalar.text);
}

/**
 * True where a merge, or a patch of what stands elsewhere, hides entries, and where a key has a value in each branch of
 * a template.
 */
function isPartial({ pairs }: YamlMap): boolean {
  if (new Set(pairs.map(({ key }) => key.text)).size < pairs.length) return true;
  return pairs.some(({ key }) => key.text === '<<' || key.text === '$patch' || holdsTemplate(key.text));
}

function grantIn(node: YamlNode): Grant | undefined {
  if (node.kind !== 'map' || isPartial(node)) return undefined;
  const [apiGroups, resources, verbs, nonResourceURLs, names] = GRANT_FIELDS.map(field => textsIn(node, field));
  if (!apiGroups || !resources || !verbs || !nonResourceURLs || !names) return undefined;
  return {
    apiGroups: apiGroups.map(({ value }) => value),
    resources,
    verbs: verbs.map(({ value }) => value),
    nonResourceURLs: nonResourceURLs.map(({ value }) => value),
    isForNames: names.length > 0,
  };
}

/** The texts in a list; none where it is not written, `undefined` where something of it is not known. */
function textsIn(map: YamlMap, field: string): readonly Located<string>[] | undefined {
  const node = nodeAt(map, field);
  if (isNull(node)) return [];
  if (node?.kind !== 'list') return undefined;
  const texts: Located<string>[] = [];
  for (const item of node.items) {
    if (item.kind !== 'scalar' || holdsTemplate(item.text)) return undefined;
    texts.push({ value: item.text, span: spanOf(item) });
  }
  return texts;
}

function subjectIn(node: YamlNode): AccessSubject {
  if (node.kind !== 'map') return { kind: '' };
  const name = nameIn(node);
  return {
    kind: textAt(node, 'kind') ?? '',
    ...(name === undefined ? {} : { name: name.value }),
    ...knownNamespace(textAt(node, 'namespace')),
  };
}

function isLabelledServer(metadata: YamlMap | undefined): boolean {
  const labels = metadata && mapAt(metadata, 'labels');
  if (labels === undefined) return false;
  const component = textAt(labels, 'app.kubernetes.io/component') ?? textAt(labels, 'component') ?? 'server';
  return SERVER_LABELS.some(label => textAt(labels, label) === 'prometheus') && SERVER_COMPONENTS.has(component);
}
