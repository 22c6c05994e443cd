import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import { identityOf, type Document } from '../../documents/document.ts';
import { booleanOf, isNull, spanOf, type YamlMap, type YamlNode } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import type { EndpointSource, LabelSelector, MonitorSelection, ServerAccount } from './access.ts';
import { knownNamespace, nameIn } from './access-role.ts';
import { holdsTemplate } from '../secrets/secret.ts';

const SERVER_KINDS = new Set(['Prometheus', 'PrometheusAgent']);
const WORKLOAD_KINDS = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);
const ACCOUNT_FIELDS = ['serviceAccountName', 'serviceAccount'];
// A tag or a digest may stand behind the name of an image.
const SERVER_IMAGE = /(?:^|\/)prometheus(?:[:@].*)?$/;
const SELECTORS: ReadonlyMap<string, string> = new Map([
  ['ServiceMonitor', 'serviceMonitor'],
  ['PodMonitor', 'podMonitor'],
]);

/**
 * The server that a resource runs as a ServiceAccount that it names.
 *
 * @param metadata that of the resource. @param spec its specification.
 */
export function serverAccountOf(
  document: Document,
  metadata: YamlMap | undefined,
  spec: YamlMap | undefined,
): ServerAccount | undefined {
  const { kind = '', group, namespace } = document;
  const isResource = group === 'monitoring.coreos.com' && SERVER_KINDS.has(kind);
  const running = isResource ? spec : podSpecOf(document, spec);
  if (spec === undefined || running === undefined) return undefined;
  if (!isResource && !runsServer(running)) return undefined;
  const field = ACCOUNT_FIELDS.map(name => nodeAt(running, name)).find(node => !isNull(node));
  if (field?.kind !== 'scalar' || field.text === '' || holdsTemplate(field.text)) return undefined;
  return {
    document: identityOf(document),
    label: `${kind} "${printable(nameIn(metadata)?.value ?? '')}"`,
    name: { value: field.text, span: spanOf(field) },
    ...knownNamespace(namespace),
    // What another API server allows is decided there.
    ...(isResource && isNull(nodeAt(spec, 'apiserverConfig')) ? { selection: selectionIn(spec) } : {}),
  };
}

function podSpecOf({ kind = '', group }: Document, spec: YamlMap | undefined): YamlMap | undefined {
  if (kind === 'Pod' && group === '') return spec;
  const template = WORKLOAD_KINDS.has(kind) && group === 'apps' ? spec && mapAt(spec, 'template') : undefined;
  return template && mapAt(template, 'spec');
}

function runsServer(pod: YamlMap): boolean {
  const containers = nodeAt(pod, 'containers');
  if (containers?.kind !== 'list') return false;
  return containers.items.some(
    container => container.kind === 'map' && SERVER_IMAGE.test(textAt(container, 'image') ?? ''),
  );
}

/** Reads the selectors as the operator does (pkg/prometheus/resource_selector.go). */
function selectionIn(spec: YamlMap): MonitorSelection {
  const kinds = [...SELECTORS];
  return {
    labels: new Map(kinds.map(([kind, field]) => [kind, selectorIn(nodeAt(spec, `${field}Selector`))])),
    namespaces: new Map(kinds.map(([kind, field]) => [kind, selectorIn(nodeAt(spec, `${field}NamespaceSelector`))])),
    endpoints: endpointSourceIn(spec) ?? 'endpoints',
    ignoresNamespaceSelectors: booleanOf(nodeAt(spec, 'ignoreNamespaceSelectors')) === true,
  };
}

/** What the specification of a Prometheus or a monitor says of how Services are discovered. */
export function endpointSourceIn(spec: YamlMap): EndpointSource | undefined {
  const role = textAt(spec, 'serviceDiscoveryRole');
  if (role === undefined) return undefined;
  return role === 'EndpointSlice' ? 'endpointslices' : 'endpoints';
}

function selectorIn(node: YamlNode | undefined): LabelSelector {
  if (node === undefined || isNull(node)) return undefined;
  if (node.kind !== 'map' || node.pairs.some(({ key, value }) => key.text !== 'matchLabels' && !isEmpty(value))) {
    return 'unknown';
  }
  return labelsIn(nodeAt(node, 'matchLabels')) ?? 'unknown';
}

function isEmpty(node: YamlNode | undefined): boolean {
  return isNull(node) || (node?.kind === 'list' && node.items.length === 0);
}

/** The labels in a mapping, none where there is no mapping; `undefined` where not all are known. */
export function labelsIn(node: YamlNode | undefined): ReadonlyMap<string, string> | undefined {
  if (isNull(node)) return new Map();
  if (node?.kind !== 'map') return undefined;
  const labels = new Map<string, string>();
  for (const { key, value } of node.pairs) {
    if (value?.kind !== 'scalar' || key.text === '<<' || holdsTemplate(key.text) || holdsTemplate(value.text)) {
      return undefined;
    }
    labels.set(key.text, value.text);
  }
  return labels;
}
