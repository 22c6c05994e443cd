import type { Problem } from '../findings/finding.ts';
import { inCodeUnitOrder } from '../findings/order.ts';
import type { AccessRole, BoundAccount, Lack, Permission } from '../model/access/access.ts';
import { printable } from '../text/printable.ts';
import type { Rule } from './rule.ts';

const MOST_RELATED = 3;

export const missingRbac: Rule = {
  id: 'missing-rbac',
  severity: 'warning',
  summary: 'The roles of Prometheus do not allow what its monitors need',
  explanation: `Prometheus finds targets by asking Kubernetes, as its ServiceAccount, for Services, their endpoints and Pods. What no role allows is
answered with \`403 Forbidden\`: \`cannot list resource "pods" in API group "" at the cluster scope\` stands in its log, and the
jobs have no targets. A kubelet asks Kubernetes in the same way whether the account may \`get\` \`nodes/metrics\`, and else answers the
scrape with 403. \`kubectl apply\` succeeds for all of it.

- A ServiceMonitor needs \`list\` and \`watch\` on \`services\`, \`pods\` and \`endpoints\`, or \`endpointslices\` of \`discovery.k8s.io\` where
  \`serviceDiscoveryRole\` is \`EndpointSlice\`. A PodMonitor needs those on \`pods\`.
- A monitor in a new namespace needs a Role and a RoleBinding there, where the account has no ClusterRole for that.
- What has no namespace, as \`nodes/metrics\` has none, needs a ClusterRole and a ClusterRoleBinding.

It is reported where the Prometheus resource, its bindings, the roles behind all of them and the monitor that it selects are in the
repository, and a warning, since what is applied from elsewhere is not known. A role that is aggregated, templated or not here
says nothing.`,
  bad: {
    'role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: prometheus # want: missing-rbac
rules:
  - apiGroups: [""]
    resources: [services, endpoints]
    verbs: [get, list, watch]
`,
    'binding.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: prometheus
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: prometheus
subjects:
  - kind: ServiceAccount
    name: prometheus
    namespace: monitoring
`,
    'prometheus.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: cluster
  namespace: monitoring
spec:
  serviceAccountName: prometheus
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
`,
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: checkout
  namespace: shop
spec:
  selector:
    matchLabels:
      app: checkout
  endpoints:
    - port: metrics
`,
  },
  good: {
    'role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: prometheus
rules:
  - apiGroups: [""]
    resources: [services, endpoints, pods]
    verbs: [get, list, watch]
`,
    'binding.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: prometheus
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: prometheus
subjects:
  - kind: ServiceAccount
    name: prometheus
    namespace: monitoring
`,
    'prometheus.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: cluster
  namespace: monitoring
spec:
  serviceAccountName: prometheus
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
`,
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: checkout
  namespace: shop
spec:
  selector:
    matchLabels:
      app: checkout
  endpoints:
    - port: metrics
`,
  },
  *check({ access: { accounts, lacks } }) {
    const nowhere = new Map<BoundAccount, Lack[]>(accounts.map(bound => [bound, []]));
    for (const lack of lacks) {
      if (lack.missingIn === undefined) nowhere.get(lack.bound)?.push(lack);
      else yield problemOfMonitor(lack, lack.missingIn);
    }
    for (const [bound, ofRole] of nowhere) {
      const problem = problemOfRole(bound, ofRole);
      if (problem !== undefined) yield problem;
    }
  },
};

/** What is granted nowhere is missing in a role, whatever the monitor: the first by name is told, wherever it stands. */
function problemOfRole(bound: BoundAccount, unordered: readonly Lack[]): Problem | undefined {
  const lacks = unordered.toSorted((a, b) => inCodeUnitOrder(a.need.label, b.need.label));
  const [first] = lacks;
  const role = roleToMend(bound);
  if (first === undefined || role === undefined) return undefined;
  const byResource = new Map(lacks.flatMap(lack => lack.permissions.map(each => [each.resource, each] as const)));
  const permissions = [...byResource.values()];
  const isPlaceable = role.isOfCluster || !permissions.some(permission => permission.isOfCluster);
  const remedy = isPlaceable
    ? `add that to this ${kindOf(role)}`
    : 'grant that by a ClusterRole and its ClusterRoleBinding';
  const others = lacks.length === 1 ? '' : ` and ${lacks.length - 1} more`;
  return {
    at: role.name.span,
    subject: { path: `${role.document.name}: rules`, kind: 'permissions' },
    message: `no role of the ServiceAccount of ${bound.account.label} lets it ${wordsOf(permissions)}, as ${first.need.label}${others} asks for, so that it gets 403 Forbidden; ${remedy}`,
    related: [
      { at: bound.account.name.span, message: `${bound.account.label} runs as this ServiceAccount` },
      ...lacks.slice(0, MOST_RELATED).map(({ need }) => ({ at: need.at, message: 'this monitor needs it' })),
    ],
  };
}

function problemOfMonitor({ bound, need, permissions }: Lack, namespaces: readonly string[]): Problem {
  const { account } = bound;
  const names = namespaces.map(name => `"${printable(name)}"`).join(', ');
  const where =
    namespaces.length === 0 ? 'in all namespaces' : `in the ${plural('namespace', namespaces.length)} ${names}`;
  const remedy = namespaces.length === 0 ? 'a ClusterRoleBinding' : 'a RoleBinding there';
  return {
    at: need.at,
    subject: { path: need.document.name, kind: 'permissions' },
    message: `${need.label} looks for targets ${where}, where no role lets ${account.label} ${wordsOf(permissions)}; give its ServiceAccount "${printable(account.name.value)}" ${remedy}`,
    related: [{ at: account.name.span, message: `${account.label} runs as this ServiceAccount` }],
  };
}

/** The role that what is missing belongs into: one that holds for the whole cluster, where there is one. */
function roleToMend({ bindings }: BoundAccount): AccessRole | undefined {
  const ofCluster = bindings.filter(({ binding }) => binding.isOfCluster);
  return [...ofCluster, ...bindings].flatMap(({ roles }) => roles)[0];
}

function kindOf({ isOfCluster }: AccessRole): string {
  return isOfCluster ? 'ClusterRole' : 'Role';
}

/** `list and watch endpoints, pods and get nodes/metrics`. */
function wordsOf(permissions: readonly Permission[]): string {
  const byVerbs = new Map<string, string[]>();
  for (const { verbs, resource, apiGroup } of permissions) {
    const words = verbs.join(' and ');
    const name = apiGroup === '' ? resource : `${resource} of ${apiGroup}`;
    byVerbs.set(words, [...(byVerbs.get(words) ?? []), name]);
  }
  return [...byVerbs].map(([verbs, resources]) => `${verbs} ${resources.join(', ')}`).join(' and ');
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}
