import type { Grant, Permission } from './access.ts';

const ANY = '*';

/** Looking something up and hearing of its changes, as the discovery of Prometheus does. */
export function discoveryOfResource(resource: string, apiGroup = ''): Permission {
  return { verbs: ['list', 'watch'], apiGroup, resource, isOfCluster: resource === 'nodes' };
}

/** Getting a path of the API server, or a subresource of nodes, as kubelets ask for. */
export function getting(resource: string): Permission {
  return { verbs: ['get'], apiGroup: '', resource, isOfCluster: true };
}

/**
 * True when some of the grants allow all of a permission, as Kubernetes decides it (plugin/pkg/auth/authorizer/rbac and
 * pkg/apis/rbac/v1/evaluation_helpers.go).
 */
export function areAllowed(grants: readonly Grant[], { verbs, apiGroup, resource }: Permission): boolean {
  const fitting = grants.filter(grant =>
    resource.startsWith('/') ? coversPath(grant, resource) : coversResource(grant, apiGroup, resource),
  );
  return verbs.every(verb => fitting.some(grant => holds(grant.verbs, verb)));
}

/** True where a grant is for a resource of an API group, whatever the verbs. */
function coversResource({ apiGroups, resources, isForNames }: Grant, apiGroup: string, resource: string): boolean {
  const slash = resource.indexOf('/');
  const anyOfSubresource = slash === -1 ? resource : `${ANY}${resource.slice(slash)}`;
  const isNamed = resources.some(({ value }) => value === ANY || value === resource || value === anyOfSubresource);
  return isNamed && !isForNames && holds(apiGroups, apiGroup);
}

function coversPath({ nonResourceURLs }: Grant, path: string): boolean {
  return nonResourceURLs.some(url => (url.endsWith(ANY) ? path.startsWith(url.slice(0, -1)) : url === path));
}

function holds(list: readonly string[], item: string): boolean {
  return list.includes(ANY) || list.includes(item);
}
