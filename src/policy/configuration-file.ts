import { isNull, spanOf, type YamlMap, type YamlNode } from '../parse/yaml-node.ts';
import { readYaml } from '../parse/yaml.ts';
import { piecesOf } from '../parse/yaml-stream.ts';
import type { SourceFile } from '../text/source.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from './configuration.ts';
import { mistakeOf, nodeAt, repeatedKeys, type Mistake } from './configuration-mistake.ts';
import { GlobSet } from './glob-set.ts';
import { validate } from './validators/configuration.js';
import type { WrittenConfiguration } from './written-configuration.ts';

/** What a configuration file says, or everything that is wrong with it, in the order of the file. */
type ConfigurationReading = { readonly configuration: Configuration } | { readonly mistakes: readonly Mistake[] };

/** Reads a configuration file. */
export function readConfiguration(file: SourceFile): ConfigurationReading {
  const [piece = { start: 0, end: 0, index: 0 }, second] = piecesOf(file.text);
  if (second !== undefined) {
    const at = file.span(second.start, second.start);
    return { mistakes: [{ at, message: 'a second document begins here; keep one' }] };
  }
  const reading = readYaml(file, piece);
  if ('fault' in reading) {
    const message = `this is no YAML: ${reading.fault.reason}; mend it`;
    return { mistakes: [{ at: reading.fault.at, message }] };
  }
  const { root } = reading;
  if (root?.kind !== 'map') {
    const message = 'the configuration is no mapping; start it with version: 1';
    return { mistakes: [{ at: file.span(0, 0), message }] };
  }
  const value = jsonOf(root);
  const mistakes = [...repeatedKeys(root)];
  if (!validate(value)) mistakes.push(...(validate.errors ?? []).map(error => mistakeOf(error, root)));
  else if (mistakes.length === 0) return configurationOf(value, root);
  return { mistakes: mistakes.sort((a, b) => a.at.start - b.at.start) };
}

function configurationOf(written: WrittenConfiguration, root: YamlMap): ConfigurationReading {
  const defaults = DEFAULT_CONFIGURATION;
  const bcrypt = {
    minCost: written.bcrypt?.['min-cost'] ?? defaults.bcrypt.minCost,
    maxCost: written.bcrypt?.['max-cost'] ?? defaults.bcrypt.maxCost,
  };
  if (bcrypt.minCost > bcrypt.maxCost) {
    const message = `bcrypt.min-cost ${bcrypt.minCost} is above max-cost ${bcrypt.maxCost}, so that no hash could pass; lower it`;
    return { mistakes: [{ at: spanOf(nodeAt(root, ['bcrypt'])), message }] };
  }
  return {
    configuration: {
      rules: written.rules ?? defaults.rules,
      expiryDays: written['expiry-days'] ?? defaults.expiryDays,
      caExpiryDays: written['ca-expiry-days'] ?? defaults.caExpiryDays,
      bcrypt,
      privateDomains: (written['private-domains'] ?? []).map(domain => domain.replace(/^\*?\./, '')),
      include: new GlobSet(written.include ?? []),
      exclude: new GlobSet(written.exclude ?? []),
      pedantic: written.pedantic ?? defaults.pedantic,
      failOn: written['fail-on'] ?? defaults.failOn,
      noFiles: written['no-files'] ?? defaults.noFiles,
      overrides: (written.overrides ?? []).map(({ files, rules }) => ({ files: new GlobSet(files), rules })),
      pathMappings: written['path-mappings'] ?? defaults.pathMappings,
      servers: written.servers ?? defaults.servers,
      prometheusVersion: written['prometheus-version'] ?? defaults.prometheusVersion,
      baseline: written.baseline ?? defaults.baseline,
    },
  };
}

/** The tree as JSON has it. `off` stays a word, whatever YAML 1.1 says of it, since it is one here. */
function jsonOf(node: YamlNode | undefined): unknown {
  if (node === undefined || isNull(node)) return null;
  if (node.kind === 'list') return node.items.map(jsonOf);
  if (node.kind === 'map') return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, jsonOf(value)]));
  return scalarOf(node.text, node.style === 'plain');
}

function scalarOf(text: string, isPlain: boolean): string | number | boolean {
  if (!isPlain) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
