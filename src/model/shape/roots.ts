import { partialButLists } from '../../documents/embedded/partial.ts';
import type { YamlDocument } from '../../documents/document.ts';
import { printable } from '../../text/printable.ts';
import { ansibleRoots } from './ansible-roots.ts';
import { itemRoots, type ShapePlace, type ShapeRoot } from './shape-root.ts';
import { valuesRoots } from './values-roots.ts';

// The type of the `spec` of each kind, or of each version of it.
const SPECS: ReadonlyMap<string, string> = new Map([
  ['Alertmanager', 'AlertmanagerSpec'],
  ['AlertmanagerConfig v1alpha1', 'AlertmanagerConfigSpecV1alpha1'],
  ['AlertmanagerConfig v1beta1', 'AlertmanagerConfigSpecV1beta1'],
  ['PodMonitor', 'PodMonitorSpec'],
  ['Probe', 'ProbeSpec'],
  ['Prometheus', 'PrometheusSpec'],
  ['PrometheusAgent', 'PrometheusAgentSpec'],
  ['PrometheusRule', 'PrometheusRuleSpec'],
  ['ScrapeConfig', 'ScrapeConfigSpec'],
  ['ServiceMonitor', 'ServiceMonitorSpec'],
  ['ThanosRuler', 'ThanosRulerSpec'],
]);
// What others took over they have changed.
const GROUP = 'monitoring.coreos.com';
// SOPS adds its own beside what it encrypts, and takes it away again.
const ENCRYPTED = 'sops';

/**
 * Which parts of a document are handed to a program just as they are written, and as what. Those of which that is not
 * certain are left out, so that nobody is told of a fault in what a chart or another program understands.
 */
export function shapeRootsOf(document: YamlDocument): readonly ShapeRoot[] {
  const places = document.parts.map(({ node, keys }) => ({ node, keys, path: pathOf(document, keys) }));
  return places.some(({ node }) => isEncrypted(node)) ? [] : places.flatMap(place => rootsAt(place, document));
}

function pathOf({ name }: YamlDocument, keys: readonly string[]): string {
  return [name, keys.map(printable).join('.')].filter(piece => piece !== '').join(': ');
}

function isEncrypted(node: ShapePlace['node']): boolean {
  return node.kind === 'map' && node.pairs.some(({ key }) => key.text === ENCRYPTED);
}

function rootsAt(place: ShapePlace, document: YamlDocument): readonly ShapeRoot[] {
  switch (document.dialect) {
    case 'prometheus':
      return place.node.kind === 'list'
        ? itemRoots('prometheus', 'ScrapeConfig', place)
        : [{ ...place, program: 'prometheus', type: 'Config' }];
    case 'opentelemetry':
      return place.keys.at(-3) === 'receivers' ? [{ ...place, program: 'prometheus', type: 'Config' }] : [];
    case 'web-config':
      return [{ ...place, program: 'web', type: 'Config' }];
    case 'alertmanager':
      return [{ ...place, program: 'alertmanager', type: 'Config' }];
    case 'blackbox':
      return [{ ...place, program: 'blackbox', type: 'Config' }];
    case 'operator':
      return specRoots(place, document);
    case 'helm-values':
      return valuesRoots(place, document);
    case 'ansible-variables':
      return ansibleRoots(place);
    default:
      return [];
  }
}

/** A patch of a resource looks like the resource, so that nothing is concluded from what is not in it. */
function specRoots(place: ShapePlace, { kind = '', group, version }: YamlDocument): readonly ShapeRoot[] {
  const type = SPECS.get(kind) ?? SPECS.get(`${kind} ${version ?? ''}`);
  if (group !== GROUP || version === undefined || type === undefined) return [];
  return [{ ...place, node: partialButLists(place.node), program: 'operator', type }];
}
