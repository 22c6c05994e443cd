import type { YamlDocument } from '../../documents/document.ts';
import { literal } from '../../text/written.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';

const KUBELET_PORT = '10250';
// What the operator names the port of the Service that it keeps for the kubelets (pkg/kubelet/controller.go).
const OPERATOR_PORT = 'https-metrics';

/** True where Kubernetes is asked for its nodes, whose address is the kubelet's. */
export function discoversNodes(mapping: Mapping): boolean {
  const discoveries = [...mapping.items('kubernetesSdConfigs'), ...mapping.items('kubernetesSDConfigs')];
  return discoveries.some(discovery => literal(discovery.text('role'))?.value.toLowerCase() === 'node');
}

/** True for the endpoint of a monitor that selects the Service of the kubelets, or nodes themselves. */
export function isKubeletEndpoint(document: YamlDocument, endpoint: Mapping): boolean {
  const ports = new Set([endpoint.text('port'), endpoint.text('targetPort')].map(port => literal(port)?.value));
  return ports.has(KUBELET_PORT) || (ports.has(OPERATOR_PORT) && selectsKubelet(document));
}

function selectsKubelet({ parts, spelling }: YamlDocument): boolean {
  const [spec] = parts;
  if (spec?.node.kind !== 'map') return false;
  const selectors = mappingsOf(spec.node, spelling).flatMap(mapping => mapping.mappings('selector'));
  const labels = selectors.flatMap(selector => selector.mappings('matchLabels'));
  return labels.some(label => label.keys.some(key => literal(label.text(key))?.value === 'kubelet'));
}
