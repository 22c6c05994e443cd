import type { YamlMap } from '../parse/yaml-node.ts';
import type { Dialect } from './dialect.ts';
import type { Part } from './document.ts';
import { resourceOf } from './resource.ts';

const GROUP = 'cert-manager.io';
// Annotations begin with the group too, but have no version. JSON may escape the slash.
const SIGN = /cert-manager\.io\\*\/v1/;

/** A `Certificate` of cert-manager, which says when a certificate is renewed. */
export const certManager: Dialect = {
  signAt: () => SIGN,
  isFirstOnly: false,
  isOnlyReferredTo: true,
  claimOf(root) {
    const resource = resourceOf(root);
    if (resource?.group !== GROUP || resource.kind !== 'Certificate') return undefined;
    return { dialect: 'cert-manager', spelling: 'camel', ...resource, parts: specsOf(root) };
  },
};

/** The branches of a template may each have a `spec`. */
function specsOf(root: YamlMap): readonly Part[] {
  return root.pairs.flatMap(({ key, value }) =>
    key.text === 'spec' && value !== undefined ? [{ keys: ['spec'], node: value }] : [],
  );
}
