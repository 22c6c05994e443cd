import type { Problem } from '../findings/finding.ts';
import type { Access, AccessRole, BoundAccount, Grant } from '../model/access/access.ts';
import type { Located } from '../text/written.ts';
import type { Rule } from './rule.ts';

const NODE_PROXY = 'nodes/proxy';
const EVERYTHING = 'cluster-admin';
const READING = new Set(['get', 'list', 'watch', '*']);
const ANY = '*';
// The operator of Prometheus makes its Secrets and its workloads, and needs to.
const OPERATOR = /operator/i;

export const excessiveRbac: Rule = {
  id: 'excessive-rbac',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'Prometheus may do more in its cluster than it needs to',
  explanation: `Prometheus talks to whatever it finds, shows its configuration to whoever asks, and its token lies in a file. Whoever gets that
token has its roles.

- \`cluster-admin\`, or \`*\` on everything, is the cluster. Prometheus needs to \`list\` and \`watch\` what it discovers, and to \`get\`
  metrics.
- \`secrets\` in the whole cluster, which \`*\` among the resources includes, are every password and every other token in it. Prometheus
  discovers nothing in Secrets; the operator mounts those that it needs.
- \`nodes/proxy\` is every API of the kubelet, and \`get\` alone is enough to run commands in every container, by a websocket. It is
  a relic of scraping kubelets through the API server, and the charts of prometheus-community dropped it in 2026. \`get\` on
  \`nodes/metrics\` is enough for a kubelet at its own address. Its certificate is self-signed at first, so have the kubelets ask the
  cluster for one (\`serverTLSBootstrap: true\`) rather than skip verification.

It is an error where the account surely has everything, and else a warning. What is reported of \`nodes/proxy\` is that nothing
in the repository scrapes through the API server. The operator's own roles are not judged, nor what is granted for objects of
some names.`,
  bad: {
    'role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: prometheus
rules:
  - apiGroups: [""]
    resources:
      - nodes
      - nodes/metrics
      - nodes/proxy # want: excessive-rbac
      - services
      - endpoints
      - pods
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
`,
  },
  good: {
    'role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: prometheus
rules:
  - apiGroups: [""]
    resources:
      - nodes
      - nodes/metrics
      - services
      - endpoints
      - pods
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
`,
  },
  *check({ access }) {
    for (const bound of access.accounts) {
      if (!OPERATOR.test(bound.account.name.value)) yield* problemsOfAccount(bound);
    }
    if (!access.usesNodeProxy) for (const role of rolesOfServers(access)) yield* problemsOfProxy(role);
  },
};

function* problemsOfAccount({ account, bindings }: BoundAccount): Generator<Problem> {
  const related = [{ at: account.name.span, message: `${account.label} runs as this ServiceAccount` }];
  for (const { binding, roles, isSure } of bindings) {
    const isMilder = !(isSure && binding.isOfCluster);
    if (binding.role?.isOfCluster === true && binding.role.name.value === EVERYTHING) {
      const subject = { path: `${binding.document.name}: roleRef`, kind: 'permissions' };
      const message = `the ServiceAccount of ${account.label} is bound to ${EVERYTHING}, which allows everything; bind it to a role with what it discovers and scrapes alone`;
      yield { at: binding.role.name.span, subject, message, isMilder, related };
    }
    for (const role of roles) {
      const subject = { path: `${role.document.name}: rules`, kind: 'permissions' };
      for (const grant of role.grants) {
        const all = resourceIn(grant, ANY);
        if (all !== undefined && isForEverything(grant)) {
          const message = `the ServiceAccount of ${account.label} may do everything with every resource; grant it what it discovers and scrapes alone`;
          yield { at: all.span, subject, message, isMilder, related };
          continue;
        }
        const secrets = binding.isOfCluster ? secretsIn(grant) : undefined;
        if (secrets === undefined) continue;
        const message = `the ServiceAccount of ${account.label} may read every Secret of the cluster, which Prometheus has no use for; take ${secrets.value} out`;
        yield { at: secrets.span, subject, message, isMilder: true, related };
      }
    }
  }
}

function* problemsOfProxy(role: AccessRole): Generator<Problem> {
  for (const grant of role.grants) {
    const proxy = resourceIn(grant, NODE_PROXY);
    if (proxy === undefined || !isForCore(grant)) continue;
    yield {
      at: proxy.span,
      subject: { path: `${role.document.name}: rules`, kind: NODE_PROXY },
      message: `${NODE_PROXY} gives Prometheus the whole API of every kubelet, and nothing here scrapes through it; take it out, since nodes/metrics is enough, and have the kubelets serve certificates of the cluster instead of skipping verification`,
      isMilder: true,
    };
  }
}

/** The roles of servers for the whole cluster: those that are bound to one, and those whose labels say so. */
function rolesOfServers({ accounts, serverRoles }: Access): ReadonlySet<AccessRole> {
  const servers = accounts.filter(({ account }) => !OPERATOR.test(account.name.value));
  const bindings = servers.flatMap(bound => bound.bindings).filter(({ binding }) => binding.isOfCluster);
  const roles = [...bindings.flatMap(binding => binding.roles), ...serverRoles];
  return new Set(roles.filter(({ isOfCluster, name }) => isOfCluster && !OPERATOR.test(name.value)));
}

function isForEverything({ apiGroups, verbs, isForNames }: Grant): boolean {
  return !isForNames && apiGroups.includes(ANY) && verbs.includes(ANY);
}

function isForCore({ apiGroups, isForNames }: Grant): boolean {
  return !isForNames && (apiGroups.includes('') || apiGroups.includes(ANY));
}

function secretsIn(grant: Grant): Located<string> | undefined {
  if (!isForCore(grant) || !grant.verbs.some(verb => READING.has(verb))) return undefined;
  return resourceIn(grant, 'secrets') ?? resourceIn(grant, ANY);
}

function resourceIn({ resources }: Grant, resource: string): Located<string> | undefined {
  return resources.find(({ value }) => value === resource);
}
