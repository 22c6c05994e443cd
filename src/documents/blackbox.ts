import type { YamlNode } from '../parse/yaml-node.ts';
import { baseName } from '../text/path.ts';
import { mapAt, textAt, type Dialect } from './dialect.ts';

// prometheus/blackbox_exporter main.go and prober, at v0.28; `websocket` is newer.
const PROBERS = new Set(['http', 'tcp', 'dns', 'icmp', 'grpc', 'unix', 'websocket']);
const SIGN = /prober\\*["']?[ \t]*:/;
const NAMES = new Set(['blackbox.yml', 'blackbox.yaml']);

/** The file with the modules of the blackbox exporter, whose probes are clients of what they are sent to. */
export const blackbox: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  names: NAMES,
  claimOf(root, path) {
    // The SNMP and JSON exporters have modules without a prober.
    const hasModule = mapAt(root, 'modules')?.pairs.some(({ value }) => isModule(value)) === true;
    const isNamed = NAMES.has(baseName(path)) && root.pairs.every(({ key }) => key.text === 'modules');
    if (!hasModule && (!isNamed || root.pairs.length === 0)) return undefined;
    return { dialect: 'blackbox', spelling: 'snake', name: '', parts: [{ keys: [], node: root }] };
  },
};

function isModule(node: YamlNode | undefined): boolean {
  return node?.kind === 'map' && PROBERS.has(textAt(node, 'prober') ?? '');
}
