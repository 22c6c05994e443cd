import { baseName } from '../text/path.ts';
import type { YamlMap } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, type Dialect } from './dialect.ts';

// prometheus/exporter-toolkit web/tls_config.go, type Config, at v0.17.
const TOP_LEVEL = new Set(['tls_server_config', 'http_server_config', 'basic_auth_users', 'rate_limit']);
const CERTIFICATE = ['cert_file', 'key_file', 'cert', 'key'];
const SIGN = /(?:tls|http)_server_config|basic_auth_users/;
const NAMES = new Set(['web.yml', 'web.yaml', 'web-config.yml', 'web-config.yaml']);

/** The file behind `--web.config.file`, of Prometheus and of every exporter built on the exporter toolkit. */
export const webConfig: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  names: NAMES,
  claimOf(root, path) {
    const known = root.pairs.filter(pair => TOP_LEVEL.has(pair.key.text)).length;
    // Tools that encrypt or render the file keep keys of their own beside ours.
    const isMostlyOurs = known * 2 > root.pairs.length || NAMES.has(baseName(path));
    const isOurs = known > 0 ? isMostlyOurs : NAMES.has(baseName(path)) && isMisnamed(root);
    if (!isOurs) return undefined;
    return { dialect: 'web-config', spelling: 'snake', name: '', parts: [{ keys: [], node: root }] };
  },
};

/** True where all that stands there are the settings of a server under the name that clients have for them. */
function isMisnamed(root: YamlMap): boolean {
  const tls = mapAt(root, 'tls_config');
  return root.pairs.length === 1 && tls !== undefined && CERTIFICATE.some(key => nodeAt(tls, key) !== undefined);
}
