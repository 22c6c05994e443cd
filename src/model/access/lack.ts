import type { BoundAccount, Grant, Lack, LabelSelector, MonitorNeed, MonitorSelection, Permission } from './access.ts';
import { areAllowed, discoveryOfResource } from './permission.ts';

type Verdict = 'yes' | 'no' | 'unknown';

const SLICES = discoveryOfResource('endpointslices', 'discovery.k8s.io');
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/**
 * What monitors need and no server has that may select them, for those that one surely selects: a server of another
 * cluster may be meant by its selectors, but then one that has all of it is in the repository too.
 */
export function lacksOf(accounts: readonly BoundAccount[], needs: readonly MonitorNeed[]): readonly Lack[] {
  return needs.flatMap(need => lacksOfNeed(accounts, need));
}

function lacksOfNeed(accounts: readonly BoundAccount[], need: MonitorNeed): readonly Lack[] {
  const certain: Lack[] = [];
  for (const bound of accounts) {
    const verdict = selects(bound, need);
    if (verdict === 'no') continue;
    const lacks = bound.isWhole ? lacksOfServer(bound, need) : [];
    if (lacks.length === 0) return [];
    if (verdict === 'yes') certain.push(...lacks);
  }
  return certain;
}

/** Whether a server takes a monitor, by its selectors. */
function selects({ account }: BoundAccount, { document, labels }: MonitorNeed): Verdict {
  const { selection, namespace } = account;
  if (selection === undefined) return 'no';
  const byLabels = fits(selection.labels.get(document.kind ?? ''), labels);
  if (byLabels === 'no') return 'no';
  const byNamespace = takesNamespace(selection, namespace, document);
  if (byNamespace === 'no') return 'no';
  return byLabels === 'yes' && byNamespace === 'yes' ? 'yes' : 'unknown';
}

/** A selector that is not written selects nothing. */
function fits(selector: LabelSelector, labels: ReadonlyMap<string, string>): Verdict {
  if (selector === undefined) return 'no';
  if (selector === 'unknown') return 'unknown';
  return [...selector].every(([label, value]) => labels.get(label) === value) ? 'yes' : 'no';
}

/** Without a selector of namespaces a server takes the monitors of its own. */
function takesNamespace(
  { namespaces }: MonitorSelection,
  own: string | undefined,
  { kind = '', namespace }: MonitorNeed['document'],
): Verdict {
  const selector = namespaces.get(kind);
  if (selector === 'unknown') return 'unknown';
  if (selector === undefined) return own === namespace ? 'yes' : own && namespace ? 'no' : 'unknown';
  if (selector.size === 0) return 'yes';
  const name = selector.get(NAMESPACE_NAME);
  if (name === undefined || namespace === undefined) return 'unknown';
  if (name !== namespace) return 'no';
  return selector.size === 1 ? 'yes' : 'unknown';
}

/** What the roles of a server do not allow of what a monitor needs: nowhere, or not where it is needed. */
function lacksOfServer(bound: BoundAccount, need: MonitorNeed): readonly Lack[] {
  const { selection, namespace } = bound.account;
  const discovery = need.findsServices
    ? [
        (need.endpoints ?? selection?.endpoints) === 'endpointslices' ? SLICES : discoveryOfResource('endpoints'),
        discoveryOfResource('services'),
        discoveryOfResource('pods'),
      ]
    : [discoveryOfResource('pods')];
  const clusterGrants = grantsOf(bound, undefined);
  const everyGrant = bound.bindings.flatMap(({ roles }) => roles.flatMap(role => role.grants));
  const nowhere = distinct([
    ...discovery.filter(permission => !areAllowed(everyGrant, permission)),
    ...need.permissions.filter(permission => !areAllowed(clusterGrants, permission)),
  ]);
  const lacks: Lack[] = nowhere.length === 0 ? [] : [{ bound, need, permissions: nowhere }];
  const elsewhere = discovery.filter(permission => !nowhere.includes(permission));
  const namespaces = targetNamespaces(need, selection?.ignoresNamespaceSelectors === true);
  if (namespaces === 'unknown' || hasUnknownPlace(bound, namespace)) return lacks;
  const places = namespaces === 'all' ? [undefined] : namespaces;
  const missing = places.filter(
    place => !elsewhere.every(permission => areAllowed(grantsOf(bound, place), permission)),
  );
  if (missing.length === 0) return lacks;
  const permissions = elsewhere.filter(permission =>
    missing.some(place => !areAllowed(grantsOf(bound, place), permission)),
  );
  return [...lacks, { bound, need, permissions, missingIn: missing.filter(place => place !== undefined) }];
}

function targetNamespaces({ namespaces, document }: MonitorNeed, areIgnored: boolean): MonitorNeed['namespaces'] {
  if (!areIgnored) return namespaces;
  return document.namespace === undefined ? 'unknown' : [document.namespace];
}

/** True where it is not known in which namespace a binding gives its role. */
function hasUnknownPlace({ bindings }: BoundAccount, own: string | undefined): boolean {
  return own === undefined || bindings.some(({ binding }) => !binding.isOfCluster && binding.namespace === undefined);
}

/** The grants that hold in a namespace, or without one those that hold in all of the cluster. */
function grantsOf({ bindings }: BoundAccount, namespace: string | undefined): readonly Grant[] {
  return bindings
    .filter(({ binding }) => binding.isOfCluster || (namespace !== undefined && binding.namespace === namespace))
    .flatMap(({ roles }) => roles.flatMap(role => role.grants));
}

function distinct(permissions: readonly Permission[]): readonly Permission[] {
  return permissions.filter(
    ({ resource }, index) => permissions.findIndex(other => other.resource === resource) === index,
  );
}
