import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { booleanOf, isNull, type YamlMap } from '../../parse/yaml-node.ts';
import { literal } from '../../text/written.ts';
import { printable } from '../../text/printable.ts';
import type { MonitorNeed, Permission } from './access.ts';
import { nameIn } from './access-role.ts';
import { isKubeletEndpoint } from '../clients/kubelet.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import { discoveryOfResource, getting } from './permission.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { endpointSourceIn, labelsIn } from './server-account.ts';

const ENDPOINT_FIELDS: ReadonlyMap<string, string> = new Map([
  ['ServiceMonitor', 'endpoints'],
  ['PodMonitor', 'podMetricsEndpoints'],
]);
const OWN_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const METRICS_PATH = '/metrics';
// What of a kubelet is behind `nodes/metrics` (pkg/kubelet/server/auth.go).
const KUBELET_METRICS = /^\/metrics(?:\/|$)/;

/** What Prometheus needs for a monitor; `undefined` where a document is none, or not all of it is known. */
export function monitorNeedOf(document: YamlDocument): MonitorNeed | undefined {
  const { kind = '', group, metadata, parts } = document;
  const spec = parts[0]?.node;
  const field = group === 'monitoring.coreos.com' ? ENDPOINT_FIELDS.get(kind) : undefined;
  const name = nameIn(metadata);
  const labels = metadata && labelsIn(nodeAt(metadata, 'labels'));
  if (field === undefined || spec?.kind !== 'map' || name === undefined || labels === undefined) return undefined;
  const endpoints = mappingsOf(spec, 'camel').flatMap(mapping => mapping.items(field));
  // A patch of a monitor that stands elsewhere.
  if (endpoints.length === 0 || isNull(nodeAt(spec, 'selector'))) return undefined;
  const source = endpointSourceIn(spec);
  return {
    document: identityOf(document),
    label: `${kind} "${printable(name.value)}"`,
    at: name.span,
    labels,
    namespaces: namespacesIn(document, spec),
    findsServices: kind === 'ServiceMonitor',
    ...(source === undefined ? {} : { endpoints: source }),
    permissions: [...attachedIn(spec), ...endpoints.flatMap(endpoint => scrapingOf(document, spec, endpoint))],
  };
}

function namespacesIn({ namespace }: YamlDocument, spec: YamlMap): MonitorNeed['namespaces'] {
  const selector = mapAt(spec, 'namespaceSelector');
  if (selector !== undefined && booleanOf(nodeAt(selector, 'any')) === true) return 'all';
  const names = selector && nodeAt(selector, 'matchNames');
  if (names?.kind === 'list' && names.items.length > 0) {
    const texts = names.items.map(item => (item.kind === 'scalar' ? item.text : '{{ }}'));
    return texts.some(holdsTemplate) ? 'unknown' : texts;
  }
  return namespace === undefined || holdsTemplate(namespace) ? 'unknown' : [namespace];
}

function attachedIn(spec: YamlMap): readonly Permission[] {
  const attached = mapAt(spec, 'attachMetadata');
  return attached !== undefined && booleanOf(nodeAt(attached, 'node')) === true ? [discoveryOfResource('nodes')] : [];
}

/** What an endpoint asks of those who let Kubernetes decide, with the token of the account itself. */
function scrapingOf(document: YamlDocument, spec: YamlMap, endpoint: Mapping): readonly Permission[] {
  if (literal(endpoint.text('bearerTokenFile'))?.value !== OWN_TOKEN) return [];
  const path = endpoint.has('path') ? literal(endpoint.text('path'))?.value : METRICS_PATH;
  if (path === undefined) return [];
  if (isKubeletEndpoint(document, endpoint)) return KUBELET_METRICS.test(path) ? [getting('nodes/metrics')] : [];
  return selectsApiServer(spec) ? [getting(path)] : [];
}

/** True for the Service of the API server, with the labels that it gives it (pkg/controlplane/controller). */
function selectsApiServer(spec: YamlMap): boolean {
  const selector = mapAt(spec, 'selector');
  const labels = selector && mapAt(selector, 'matchLabels');
  if (labels === undefined) return false;
  return textAt(labels, 'component') === 'apiserver' && textAt(labels, 'provider') === 'kubernetes';
}
