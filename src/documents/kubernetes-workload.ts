import { FLAG_SIGN } from './command-flag.ts';
import type { Dialect } from './dialect.ts';
import { resourceOf } from './resource.ts';

const ENTRY = /^["']?(?:apiVersion|kind|metadata|spec|items)["']?[ \t]*:/;
const KINDS = new Map([
  ['Pod', ''],
  ['Deployment', 'apps'],
  ['StatefulSet', 'apps'],
  ['DaemonSet', 'apps'],
  ['ReplicaSet', 'apps'],
  ['Job', 'batch'],
  ['CronJob', 'batch'],
]);

/** What runs containers in Kubernetes, for their commands. */
export const kubernetesWorkload: Dialect = {
  signAt: () => FLAG_SIGN,
  isFirstOnly: false,
  isOnlyReferredTo: true,
  mayNeed: entry => ENTRY.test(entry),
  claimOf(root) {
    const resource = resourceOf(root);
    if (resource === undefined || KINDS.get(resource.kind) !== resource.group) return undefined;
    return { dialect: 'kubernetes-workload', ...resource, root };
  },
};
