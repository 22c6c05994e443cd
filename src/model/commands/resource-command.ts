import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { nodeAt, textAt } from '../../documents/dialect.ts';
import { booleanOf, spanOf, type YamlMap, type YamlNode } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import type { CommandFlag, CommandLine } from './command-line.ts';
import { flagsOf, wordOfScalar, wordsOfNode, holdsOpenWord } from './command-word.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Place } from '../walk.ts';

// The flags that the operator makes of switches of its resources (prometheus-operator pkg/prometheus/promcfg.go and
// server/statefulset.go).
const SWITCHES: Readonly<Record<string, string>> = {
  enableAdminAPI: 'web.enable-admin-api',
  enableRemoteWriteReceiver: 'web.enable-remote-write-receiver',
  enableOTLPReceiver: 'web.enable-otlp-receiver',
};
const KINDS = new Set(['Prometheus', 'PrometheusAgent']);
const LOCAL = '127.0.0.1:9090';

/** The command that the operator makes of a Prometheus resource, or of the values in which a chart has one. */
export function resourceCommandsAt(place: Place, document: YamlDocument): readonly CommandLine[] {
  const isResource = document.dialect === 'operator' && KINDS.has(document.kind ?? '') && place.keys.length === 1;
  const isValues = document.dialect === 'helm-values' && place.keys.at(-1) === 'prometheusSpec';
  if (!isResource && !isValues) return [];
  const label = isResource ? labelOf(document) : 'prometheusSpec';
  return mappingsOf(place.map, 'camel').flatMap(spec => {
    const flags = flagsIn(spec);
    if (flags.length === 0 || textAt(spec.node, 'replicas') === '0') return [];
    const words = containerWordsIn(spec);
    return [
      {
        document: identityOf(document),
        label,
        path: place.path,
        program: 'prometheus',
        flags: [...flags, ...flagsOf(words)],
        mounts: [],
        isPartial: spec.isTemplated || holdsOpenWord(words),
      },
    ];
  });
}

function labelOf({ kind = '', name }: YamlDocument): string {
  const own = name.slice(kind.length + 1);
  return own === '' ? kind : `${kind} "${own}"`;
}

function flagsIn(spec: Mapping): readonly CommandFlag[] {
  const switches = Object.entries(SWITCHES).flatMap(([field, name]) => {
    const pair = spec.pair(field);
    return pair !== undefined && booleanOf(pair.value) === true ? [{ name, at: entrySpan(pair) }] : [];
  });
  return [...switches, ...guardsIn(spec), ...argumentsIn(spec)];
}

/** What stands between the server and others, in the words of its flags. */
function guardsIn(spec: Mapping): readonly CommandFlag[] {
  const local = spec.pair('listenLocal');
  const tls = spec.mappings('web')[0]?.pair('tlsConfig');
  const isLocal = local !== undefined && (booleanOf(local.value) === true || isTemplate(local.value));
  return [
    ...(isLocal
      ? [{ name: 'web.listen-address', value: { value: LOCAL, span: spanOf(local.value) }, at: entrySpan(local) }]
      : []),
    ...(tls === undefined ? [] : [{ name: 'web.config.file', at: entrySpan(tls) }]),
  ];
}

function isTemplate(node: YamlNode): boolean {
  return node.kind === 'scalar' && holdsTemplate(node.text);
}

/** The `additionalArgs`: names without dashes. */
function argumentsIn(spec: Mapping): readonly CommandFlag[] {
  return spec.items('additionalArgs').flatMap(argument => {
    const name = argument.text('name');
    if (name === undefined || 'template' in name) return [];
    const value = argument.text('value');
    return [{ name: name.value, ...(value === undefined ? {} : { value }), at: name.span }];
  });
}

/** What the container of the server is given besides, laid over the operator's own. */
function containerWordsIn(spec: Mapping): ReturnType<typeof wordsOfNode> {
  const containers = spec.pair('containers')?.value;
  if (containers?.kind !== 'list') return [];
  return containers.items.flatMap(container =>
    container.kind === 'map' && textAt(container, 'name') === 'prometheus'
      ? wordsOfNode(nodeAt(container, 'args'), 'plain')
      : [],
  );
}

// The part of the chart of prometheus-community that starts the server: flags as a list without dashes, as a mapping,
// and as a list with dashes.
const OF_PROMETHEUS = /^(?:no-)?(?:web|storage\.tsdb|config)\./;
const CHART_FIELDS = ['extraFlags', 'extraArgs', 'defaultFlagsOverride'];

/** The command that the chart `prometheus` makes of its values. */
export function chartCommandsAt({ map, keys, path }: Place, document: YamlDocument): readonly CommandLine[] {
  if (document.dialect !== 'helm-values' || keys.at(-1) !== 'server') return [];
  const flags = CHART_FIELDS.flatMap(field => chartFlagsOf(nodeAt(map, field)));
  if (!flags.some(({ name }) => OF_PROMETHEUS.test(name))) return [];
  const isPartial = CHART_FIELDS.some(field => holdsOpenItem(nodeAt(map, field)));
  const server = { document: identityOf(document), label: 'server of the chart', path, program: 'prometheus' } as const;
  return [{ ...server, flags, mounts: [], isPartial }];
}

function holdsOpenItem(node: YamlNode | undefined): boolean {
  if (node?.kind === 'scalar') return isTemplate(node);
  return node?.kind === 'list' && holdsOpenWord(wordsOfNode(node, 'plain'));
}

function chartFlagsOf(node: YamlNode | undefined): readonly CommandFlag[] {
  if (node?.kind === 'map') return flagsOfMap(node);
  if (node?.kind !== 'list') return [];
  const words = node.items.flatMap(item => (item.kind === 'scalar' ? [wordOfScalar(item, 'plain')] : []));
  return words.flatMap(word => flagsOf([{ ...word, text: `--${word.text.replace(/^-+/, '')}` }]));
}

function flagsOfMap({ pairs }: YamlMap): readonly CommandFlag[] {
  return pairs.map(({ key, value }) => ({
    name: key.text.replace(/^-+/, ''),
    ...(value?.kind === 'scalar' && value.text !== '' ? { value: writtenValue(value.text, spanOf(value)) } : {}),
    at: value === undefined ? spanOf(key) : entrySpan({ key, value }),
  }));
}

function writtenValue(text: string, span: Span): NonNullable<CommandFlag['value']> {
  return holdsTemplate(text) ? { template: text, span } : { value: text, span };
}

/** An entry from its key to the end of its value, or its key alone where the value is more than a scalar, or an alias. */
function entrySpan({ key, value }: { readonly key: YamlNode; readonly value: YamlNode }): Span {
  const { source } = key;
  const isHere = value.source === source && /^[ \t]*:/.test(source.text.slice(key.end, value.start));
  return value.kind === 'scalar' && isHere ? source.span(key.start, value.end) : spanOf(key);
}
