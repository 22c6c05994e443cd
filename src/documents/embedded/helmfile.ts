import { mapsAt, nodeAt, textAt } from '../dialect.ts';
import type { CarrierReader } from './embedded.ts';
import { valuesOfParameters } from './helm-parameters.ts';

const VALUES = 'values.yaml';
const SIGN = /releases\\*["']?[ \t]*:/;

/** The values that Helmfile's releases have in place, not in files (helmfile/helmfile pkg/state/state.go, at v1.2). */
export const helmfile: CarrierReader = {
  sign: SIGN,
  // Words of values count for nothing in a file that is not called so.
  hidingSign: SIGN,
  *embeddedIn(root) {
    for (const release of mapsAt(root, 'releases')) {
      const name = textAt(release, 'name');
      if (name === undefined || nodeAt(release, 'chart') === undefined) continue;
      const values = nodeAt(release, 'values');
      const set = valuesOfParameters(nodeAt(release, 'set'));
      // Several are laid one over the other.
      const isPartial = set !== undefined || (values?.kind === 'list' && values.items.length > 1);
      const placed = (key: string) => ({
        keys: ['releases', name, key],
        fileName: VALUES,
        within: { kind: 'string', key } as const,
        isPartial,
      });
      for (const node of mapsAt(release, 'values')) yield { node, ...placed('values') };
      if (set !== undefined) yield { node: set, ...placed('set') };
    }
  },
};
