import type { YamlList, YamlNode } from '../parse/yaml-node.ts';
import { nodeAt, type Dialect } from './dialect.ts';
import type { Claim } from './dialect.ts';

const SIGN = /http_config/;
// thanos-io/thanos pkg/alert/config.go and pkg/clientconfig, at v0.40.
const FIELDS = new Set([
  'http_config',
  'grpc_config',
  'static_configs',
  'file_sd_configs',
  'scheme',
  'path_prefix',
  'timeout',
  'api_version',
]);

/**
 * The files behind `--alertmanagers.config-file`, a mapping, and `--query.config-file`, a list, of Thanos' ruler: whom
 * it asks and tells, each with an `http_config`.
 */
export const thanos: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  claimOf(root) {
    const [pair, ...others] = root.pairs;
    if (pair?.key.text !== 'alertmanagers' || pair.value?.kind !== 'list' || others.length > 0) return undefined;
    return claimOfList(pair.value, 'alertmanagers');
  },
  // The list has no key above it, and paths into it need one.
  claimOfList: list => claimOfList(list, 'query_endpoints'),
};

function claimOfList(list: YamlList, key: string): Claim | undefined {
  const isOurs = list.items.every(isEndpoint) && list.items.some(hasClient);
  if (!isOurs) return undefined;
  return { dialect: 'thanos', spelling: 'snake', name: '', parts: [{ keys: [key], node: list }] };
}

function isEndpoint(item: YamlNode): boolean {
  return item.kind === 'map' && item.pairs.every(({ key }) => FIELDS.has(key.text));
}

function hasClient(item: YamlNode): boolean {
  return item.kind === 'map' && nodeAt(item, 'http_config')?.kind === 'map';
}
