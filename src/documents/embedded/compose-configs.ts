import { baseName } from '../../text/path.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { mapAt, nodeAt, textAt } from '../dialect.ts';
import type { CarrierReader } from './embedded.ts';

/**
 * The files that Docker Compose makes of `configs.<name>.content` (the Compose Specification, 08-configs.md; since
 * Compose 2.23.1).
 */
export const composeConfigs: CarrierReader = {
  sign: /content\\*["']?[ \t]*:/,
  hidingSign: /web(?:-config)?\.ya?ml\b/,
  *embeddedIn(root) {
    const services = mapAt(root, 'services');
    const configs = mapAt(root, 'configs');
    if (services === undefined || configs === undefined) return;
    const names = fileNamesIn(services);
    for (const { key, value } of configs.pairs) {
      const content = value?.kind === 'map' ? nodeAt(value, 'content') : undefined;
      if (content?.kind !== 'scalar') continue;
      yield {
        scalar: content,
        encoding: 'compose',
        keys: ['configs', key.text, 'content'],
        fileName: names.get(key.text) ?? key.text,
        within: { kind: 'string', key: key.text },
      };
    }
  },
};

/** The name of the file by which the first service that takes a config has it. */
function fileNamesIn(services: YamlMap): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { value } of services.pairs) {
    const taken = value?.kind === 'map' ? nodeAt(value, 'configs') : undefined;
    for (const item of itemsOf(taken)) {
      const config = item.kind === 'map' ? textAt(item, 'source') : undefined;
      const target = item.kind === 'map' ? textAt(item, 'target') : undefined;
      if (config !== undefined && target !== undefined && !names.has(config)) names.set(config, baseName(target));
    }
  }
  return names;
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}
