import type { Dialect } from './dialect.ts';
import { resourceOf } from './resource.ts';

const SIGN = /kind\\*["']?[ \t]*:[ \t\r\n]*\\*["']?Secret(?:List)?\b/;
// Templates of charts are not read, and a chart has many a Secret: they are not even looked at.
// Values of a chart may hold Secrets, which are no reason to parse all of them.
const ENTRY = /^["']?(?:apiVersion|kind|metadata|type|data|stringData|items|\$patch)["']?[ \t]*:/;

/** A Kubernetes Secret, for the fields that refer to one. */
export const kubernetesSecret: Dialect = {
  signAt: ({ isInTemplates }) => (isInTemplates ? undefined : SIGN),
  isFirstOnly: false,
  isOnlyReferredTo: true,
  mayNeed: entry => ENTRY.test(entry),
  claimOf(root) {
    const resource = resourceOf(root);
    if (resource?.kind !== 'Secret' || resource.group !== '') return undefined;
    return { dialect: 'kubernetes-secret', ...resource, resource: root };
  },
};
