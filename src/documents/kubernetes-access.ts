import type { YamlMap } from '../parse/yaml-node.ts';
import type { Claim, Dialect } from './dialect.ts';
import { resourceOf } from './resource.ts';

/** The API group of roles and their bindings. */
const ACCESS_GROUP = 'rbac.authorization.k8s.io';
// JSON may escape the slash.
const ACCESS_SIGN = /rbac\.authorization\.k8s\.io\\*\//;
// A container that runs Prometheus, whoever built its image.
const IMAGE_SIGN = /image\\*["']?[ \t]*:[ \t]*\\*["']?[\w.:/-]{0,200}\bprometheus(?![\w./-])/;
// How a scrape goes to a kubelet through the API server.
const NODE_PROXY = /nodes\\*\/[^\n]{0,200}?\/proxy\b/;
const SIGN = new RegExp([ACCESS_SIGN, IMAGE_SIGN, NODE_PROXY].map(({ source }) => source).join('|'));
// Templates of charts are not read, and a chart has many a role: they are not even looked at.
const ACCESS_KINDS = new Set(['ClusterRole', 'Role', 'ClusterRoleBinding', 'RoleBinding']);
const WORKLOAD_GROUPS: ReadonlyMap<string, string> = new Map([
  ['Deployment', 'apps'],
  ['StatefulSet', 'apps'],
  ['DaemonSet', 'apps'],
  ['Pod', ''],
]);
// Values of a chart may hold roles, which are no reason to parse all of them.
const ENTRY =
  /^["']?(?:apiVersion|kind|metadata|rules|aggregationRule|roleRef|subjects|spec|items|data|\$patch)["']?[ \t]*:/;

/**
 * What decides what Prometheus may ask of Kubernetes: roles, their bindings, and the workloads that run it as some
 * ServiceAccount. Of any other document it is known whether it scrapes kubelets through the API server.
 */
export const kubernetesAccess: Dialect = {
  signAt: ({ isInTemplates }) => (isInTemplates ? undefined : SIGN),
  isFirstOnly: false,
  isOnlyReferredTo: true,
  mayNeed: entry => ENTRY.test(entry) || NODE_PROXY.test(entry),
  claimOf(root) {
    const resource = resourceOf(root);
    const isOfAccess = resource?.group === ACCESS_GROUP && ACCESS_KINDS.has(resource.kind);
    const isWorkload = resource !== undefined && WORKLOAD_GROUPS.get(resource.kind) === resource.group;
    if (isOfAccess || isWorkload || usesNodeProxy(root)) return claimed(root, resource ?? { name: '' });
    return undefined;
  },
};

function claimed(root: YamlMap, resource: { readonly name: string }): Claim {
  return { dialect: 'kubernetes-access', spelling: 'camel', ...resource, parts: [{ keys: [], node: root }] };
}

/** True where the text of a mapping has the path of a kubelet behind the API server: `/api/v1/nodes/x/proxy/metrics`. */
export function usesNodeProxy({ source, start, end }: YamlMap): boolean {
  return NODE_PROXY.test(source.text.slice(start, end));
}
