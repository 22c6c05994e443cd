import { Ajv, type ErrorObject } from 'ajv';
import { isNull, spanOf, type YamlMap, type YamlNode } from '../parse/yaml-node.ts';
import { readYaml } from '../parse/yaml.ts';
import type { SourceFile, Span } from '../text/source.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from './configuration.ts';
import { configurationSchema } from './configuration-schema.ts';
import { nearName } from './near-name.ts';

/** Something in the configuration file that cannot be meant. */
export interface Mistake {
  readonly at: Span;
  /** Lower case, without a full stop, with the near name where there is one. */
  readonly message: string;
}

/** What a configuration file says, or everything that is wrong with it. */
export type ConfigurationReading =
  | { readonly configuration: Configuration }
  | { readonly mistakes: readonly Mistake[] };

/** The file as an object: the keys of the schema, checked by it. */
interface Written {
  readonly rules?: Configuration['rules'];
  readonly 'expiry-days'?: number;
  readonly 'ca-expiry-days'?: number;
  readonly bcrypt?: { readonly 'min-cost'?: number; readonly 'max-cost'?: number };
  readonly 'private-domains'?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly pedantic?: boolean;
  readonly 'fail-on'?: Configuration['failOn'];
  readonly 'no-files'?: Configuration['noFiles'];
  readonly overrides?: Configuration['overrides'];
  readonly 'path-mappings'?: Configuration['pathMappings'];
  readonly servers?: Configuration['servers'];
}

/** Reads a configuration file. @param ruleIds every rule, the engine's too. */
export function readConfiguration(file: SourceFile, ruleIds: readonly string[]): ConfigurationReading {
  const reading = readYaml(file, { start: 0, end: file.text.length, index: 0 });
  if ('fault' in reading) return { mistakes: [{ at: reading.fault.at, message: reading.fault.reason }] };
  const { root } = reading;
  if (root?.kind !== 'map') {
    return {
      mistakes: [{ at: file.span(0, 0), message: 'the configuration is no mapping; start it with version: 1' }],
    };
  }
  const value = valueOf(root);
  const validate = new Ajv({ allErrors: true, verbose: true }).compile<Written>(configurationSchema(ruleIds));
  const mistakes = repeatedKeys(root);
  if (!validate(value)) mistakes.push(...(validate.errors ?? []).map(error => mistakeOf(error, root)));
  else if (mistakes.length === 0) return configurationOf(value, root);
  return { mistakes: mistakes.sort((a, b) => a.at.start - b.at.start) };
}

function configurationOf(written: Written, root: YamlMap): ConfigurationReading {
  const defaults = DEFAULT_CONFIGURATION;
  const bcrypt = {
    minCost: written.bcrypt?.['min-cost'] ?? defaults.bcrypt.minCost,
    maxCost: written.bcrypt?.['max-cost'] ?? defaults.bcrypt.maxCost,
  };
  if (bcrypt.minCost > bcrypt.maxCost) {
    const message = `bcrypt.min-cost ${bcrypt.minCost} is above max-cost ${bcrypt.maxCost}; no hash could pass`;
    return { mistakes: [{ at: spanOf(nodeAt(root, ['bcrypt'])), message }] };
  }
  return {
    configuration: {
      rules: written.rules ?? defaults.rules,
      expiryDays: written['expiry-days'] ?? defaults.expiryDays,
      caExpiryDays: written['ca-expiry-days'] ?? defaults.caExpiryDays,
      bcrypt,
      privateDomains: (written['private-domains'] ?? []).map(domain => domain.replace(/^\*?\./, '')),
      include: written.include ?? defaults.include,
      exclude: written.exclude ?? defaults.exclude,
      pedantic: written.pedantic ?? defaults.pedantic,
      failOn: written['fail-on'] ?? defaults.failOn,
      noFiles: written['no-files'] ?? defaults.noFiles,
      overrides: written.overrides ?? defaults.overrides,
      pathMappings: written['path-mappings'] ?? defaults.pathMappings,
      servers: written.servers ?? defaults.servers,
    },
  };
}

/** The tree as JSON has it. `off` stays a word, whatever YAML 1.1 says of it, since it is one here. */
function valueOf(node: YamlNode | undefined): unknown {
  if (node === undefined || isNull(node)) return null;
  if (node.kind === 'list') return node.items.map(valueOf);
  if (node.kind === 'map') return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, valueOf(value)]));
  if (node.style !== 'plain') return node.text;
  if (node.text === 'true' || node.text === 'false') return node.text === 'true';
  return /^-?\d+$/.test(node.text) ? Number(node.text) : node.text;
}

function repeatedKeys(root: YamlMap): Mistake[] {
  const seen = new Set<string>();
  return root.pairs.flatMap(({ key }) => {
    const isRepeated = seen.has(key.text);
    seen.add(key.text);
    return isRepeated ? [{ at: spanOf(key), message: `${quoted(key.text)} is set twice; keep one` }] : [];
  });
}

function mistakeOf(error: ErrorObject, root: YamlMap): Mistake {
  const path = error.instancePath.split('/').slice(1).map(unescaped);
  const node = nodeAt(root, path);
  const name = path.join('.');
  if (error.keyword === 'additionalProperties') {
    const wrong: unknown = error.params['additionalProperty'];
    const known = Object.keys(Object(error.parentSchema?.['properties']));
    return unknownKey(node, String(wrong), known, path.at(-1) === 'rules' ? 'rule' : 'key');
  }
  if (error.keyword === 'required') {
    return {
      at: spanOf(node),
      message: `${String(error.params['missingProperty'])} is missing${name === '' ? '; start with version: 1' : ` in ${name}`}`,
    };
  }
  if (error.keyword === 'enum' || error.keyword === 'const') {
    const allowed: unknown = error.params['allowedValues'] ?? [error.params['allowedValue']];
    const words = Array.isArray(allowed) ? allowed.map(String) : [];
    const near = node.kind === 'scalar' ? nearName(node.text, words) : undefined;
    const advice = near === undefined ? `use ${words.join(', ')}` : `did you mean ${near}?`;
    return { at: spanOf(node), message: `${name} has a value that it does not take; ${advice}` };
  }
  return { at: spanOf(node), message: `${name} ${error.message ?? 'is wrong'}` };
}

function unknownKey(node: YamlNode, wrong: string, known: readonly string[], what: string): Mistake {
  const key = node.kind === 'map' ? node.pairs.find(pair => pair.key.text === wrong)?.key : undefined;
  const near = nearName(wrong, known);
  const advice = near === undefined ? `remove it, or use one of ${known.join(', ')}` : `did you mean ${near}?`;
  return { at: spanOf(key ?? node), message: `there is no ${what} ${quoted(wrong)}; ${advice}` };
}

/** The node at a path, or the nearest one above it that is there. */
function nodeAt(root: YamlMap, path: readonly string[]): YamlNode {
  let node: YamlNode = root;
  for (const step of path) {
    const below: YamlNode | undefined =
      node.kind === 'list'
        ? node.items[Number(step)]
        : node.kind === 'map'
          ? node.pairs.findLast(pair => pair.key.text === step)?.value
          : undefined;
    if (below === undefined) return node;
    node = below;
  }
  return node;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function quoted(text: string): string {
  return `"${text}"`;
}
