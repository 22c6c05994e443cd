import { expect, test } from '@jest/globals';
import { areAllowed, discoveryOfResource, getting } from '../../src/model/access/permission.ts';
import { meaningIn } from '../meaning.ts';

const PERMISSIONS = new Map([
  ['pods', discoveryOfResource('pods')],
  ['slices', discoveryOfResource('endpointslices', 'discovery.k8s.io')],
  ['nodes/metrics', getting('nodes/metrics')],
  ['/metrics', getting('/metrics')],
  ['/metrics/slis', getting('/metrics/slis')],
]);

/** Which of the permissions above the rules of a role allow. */
function allowedBy(rules: string): string {
  const text = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\nrules: ${rules}\n`;
  const grants = meaningIn('a.yaml', text).access.roles.flatMap(role => role.grants);
  return [...PERMISSIONS].flatMap(([name, permission]) => (areAllowed(grants, permission) ? [name] : [])).join(' ');
}

test.each([
  ['[]', ''],
  ['[{apiGroups: [""], resources: [pods], verbs: [get, list, watch]}]', 'pods'],
  ['[{apiGroups: [""], resources: [pods], verbs: [get, list]}]', ''],
  [
    '[{apiGroups: [""], resources: [pods], verbs: [list]}, {apiGroups: [""], resources: [pods], verbs: [watch]}]',
    'pods',
  ],
  ['[{apiGroups: [""], resources: [pods], verbs: ["*"]}]', 'pods'],
  ['[{apiGroups: [""], resources: [pods], resourceNames: [a], verbs: ["*"]}]', ''],
  ['[{apiGroups: [apps], resources: [pods, endpointslices, nodes/metrics], verbs: ["*"]}]', ''],
  ['[{apiGroups: [""], resources: [endpointslices], verbs: ["*"]}]', ''],
  ['[{apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: ["*"]}]', 'slices'],
  ['[{apiGroups: ["*"], resources: ["*"], verbs: [get]}]', 'nodes/metrics'],
  ['[{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]', 'pods slices nodes/metrics'],
  ['[{apiGroups: [""], resources: ["*/metrics"], verbs: [get]}]', 'nodes/metrics'],
  ['[{apiGroups: [""], resources: [nodes, nodes/proxy, "nodes/*"], verbs: [get]}]', ''],
  ['[{nonResourceURLs: [/metrics], verbs: [get]}]', '/metrics'],
  ['[{nonResourceURLs: [/metrics/*], verbs: [get]}]', '/metrics/slis'],
  ['[{nonResourceURLs: ["*"], verbs: ["*"]}]', '/metrics /metrics/slis'],
])('as Kubernetes decides it, %s allow "%s"', (rules, allowed) => {
  expect(allowedBy(rules)).toBe(allowed);
});
