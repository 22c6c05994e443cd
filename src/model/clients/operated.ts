import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import { literal } from '../../text/written.ts';
import type { Mapping } from '../mapping.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Place } from '../walk.ts';

/**
 * A Prometheus resource behind the Service that the operator makes for all of a namespace, or a monitor that selects
 * that Service.
 */
export interface Operated {
  readonly document: Document;
  readonly as: 'server' | 'monitor';
  /** Of a server the name of its port. */
  readonly portName?: string;
}

// prometheus-operator pkg/prometheus/statefulset.go, BuildStatefulSetService: `prometheus-operated` has this label, besides
// those that the operator's own `--labels` adds, and the port of the resource; its selector (makeStatefulSetService in
// older versions) is `app.kubernetes.io/name: prometheus`, which every Prometheus of the namespace has.
const LABEL = 'operated-prometheus';
const PORT = 'web';
// With a Service of its own there is none of the operator's; a server that listens on loopback is behind another.
const ELSEWHERE = ['serviceName', 'listenLocal', 'containers', 'hostNetwork'];

/** What a resource is to the operator's own Service, if nothing in it speaks against that. */
export function operatedAt(place: Place, document: YamlDocument): readonly Operated[] {
  if (document.group !== 'monitoring.coreos.com' || place.isItem || place.keys.join('.') !== 'spec') return [];
  if (holdsTemplate(document.name) || holdsTemplate(document.namespace ?? '')) return [];
  const [spec, ...others] = place.mappings;
  if (spec === undefined || others.length > 0 || spec.isTemplated) return [];
  if (document.kind === 'Prometheus') return serverOf(spec, document);
  const isMonitor = document.kind === 'ServiceMonitor' && selectsOperated(spec) && staysAtHome(spec, document);
  return isMonitor ? [{ document: identityOf(document), as: 'monitor' }] : [];
}

function serverOf(spec: Mapping, document: YamlDocument): readonly Operated[] {
  const portName = spec.has('portName') ? literal(spec.text('portName'))?.value : PORT;
  if (portName === undefined || ELSEWHERE.some(field => spec.has(field))) return [];
  return [{ document: identityOf(document), as: 'server', portName }];
}

function selectsOperated(spec: Mapping): boolean {
  const [selector] = spec.mappings('selector');
  const [labels] = selector?.mappings('matchLabels') ?? [];
  if (selector?.keys.join() !== 'matchLabels' || labels?.keys.join() !== LABEL) return false;
  return literal(labels.text(LABEL))?.value === 'true';
}

/** True for a monitor that selects in its own namespace: it does unless it says otherwise. */
function staysAtHome(spec: Mapping, { namespace }: YamlDocument): boolean {
  const [selector] = spec.mappings('namespaceSelector');
  if (selector === undefined) return !spec.has('namespaceSelector');
  return namespace !== undefined && selector.texts('matchNames').some(name => literal(name)?.value === namespace);
}
