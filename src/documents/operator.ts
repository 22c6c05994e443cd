import { printable } from '../text/printable.ts';
import type { YamlMap } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, textAt, type Claim, type Dialect } from './dialect.ts';

const GROUP = 'monitoring.coreos.com/';
// JSON may escape the slash.
const SIGN = /monitoring\.coreos\.com\\?\//;

/** The custom resources of the Prometheus operator, every kind of the group `monitoring.coreos.com`. */
export const operator: Dialect = {
  signAt: () => SIGN,
  isFirstOnly: false,
  isNamed: () => false,
  claimsOf(root) {
    const items = nodeAt(root, 'items');
    const isList = items?.kind === 'list' && textAt(root, 'kind')?.endsWith('List') === true;
    const resources = isList ? items.items.filter(item => item.kind === 'map') : [root];
    return resources.flatMap(claimsOfResource);
  },
};

function claimsOfResource(resource: YamlMap): readonly Claim[] {
  const kind = textAt(resource, 'kind');
  if (kind === undefined || textAt(resource, 'apiVersion')?.startsWith(GROUP) !== true) return [];
  const metadata = mapAt(resource, 'metadata');
  const name = metadata && (textAt(metadata, 'name') ?? textAt(metadata, 'generateName'));
  const spec = nodeAt(resource, 'spec');
  return [
    {
      dialect: 'operator',
      spelling: 'camel',
      kind,
      name: name === undefined ? printable(kind) : `${printable(kind)}/${printable(name)}`,
      parts: spec === undefined ? [] : [{ keys: ['spec'], node: spec }],
    },
  ];
}
