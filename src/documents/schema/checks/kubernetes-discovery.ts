import { blockOf, conflict, invalid, isSet, listOf, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

const SELECTOR_ROLES: Readonly<Record<string, readonly string[]>> = {
  pod: ['pod', 'node'],
  service: ['service'],
  endpointslice: ['pod', 'service', 'endpointslice'],
  endpoints: ['pod', 'service', 'endpoints'],
  node: ['node'],
  ingress: ['ingress'],
};

/** Blocks and texts of the client that are told apart from their default by being there. */
const CLIENT_BLOCKS = ['basic_auth', 'authorization', 'oauth2', 'proxy_url', 'proxy_connect_header', 'http_headers'];
const CLIENT_VALUES = ['bearer_token', 'bearer_token_file', 'no_proxy', 'proxy_from_environment'];
const CLIENT_SWITCHES = ['follow_redirects', 'enable_http2'];

/** Which settings of the discovery in Kubernetes go together. Prometheus' `discovery/kubernetes/kubernetes.go`. */
export function* kubernetesDiscovery(block: Block): Iterable<Complaint> {
  const hasServer = (block['api_server'] ?? null) !== null;
  const hasFile = isSet(block['kubeconfig_file']);
  const [client] = clientFieldsOf(block);
  const isOfOwnNamespace = blockOf(block['namespaces'])['own_namespace'] === true;
  if (hasServer && hasFile) {
    const text = "cannot use 'kubeconfig_file' and 'api_server' simultaneously";
    yield conflict([['kubeconfig_file'], ['api_server']], text);
  }
  if (client !== undefined && hasFile) {
    const text = "cannot use a custom HTTP client configuration together with 'kubeconfig_file'";
    yield conflict([['kubeconfig_file'], [client]], text);
  }
  if (client !== undefined && !hasFile && !hasServer) {
    const text = "to use custom HTTP client configuration please provide the 'api_server' URL explicitly";
    yield { kind: 'missing', places: [], field: 'api_server', text };
  }
  for (const field of [...(hasServer ? ['api_server'] : []), ...(hasFile ? ['kubeconfig_file'] : [])]) {
    if (!isOfOwnNamespace) continue;
    const text = `cannot use '${field}' and 'namespaces.own_namespace' simultaneously`;
    yield conflict([[field], ['namespaces', 'own_namespace']], text);
  }
  yield* selectors(block);
}

/** The fields of the client that are not as they are by default. */
function clientFieldsOf(block: Block): readonly string[] {
  return [
    ...CLIENT_BLOCKS.filter(field => (block[field] ?? null) !== null),
    ...CLIENT_VALUES.filter(field => isSet(block[field])),
    ...CLIENT_SWITCHES.filter(field => field in block && block[field] !== true),
    ...(Object.values(blockOf(block['tls_config'])).some(isSet) ? ['tls_config'] : []),
  ];
}

/** Whether it is terms of `key=value`, `==` and `!=` with commas between them. Kubernetes' `fields.ParseSelector`. */
function isFieldSelector(text: string): boolean {
  return text.split(/(?<!\\),/).every(term => term === '' || term.includes('='));
}

function* selectors(block: Block): Iterable<Complaint> {
  const role = textOf(block['role']);
  const allowed = SELECTOR_ROLES[role];
  if (allowed === undefined) return;
  const seen = new Set<string>();
  for (const [index, item] of listOf(block['selectors']).entries()) {
    const selected = textOf(blockOf(item)['role']);
    const place = ['selectors', index, 'role'];
    if (!isFieldSelector(textOf(blockOf(item)['field']))) {
      yield invalid(['selectors', index, 'field'], 'invalid selector');
    }
    if (seen.has(selected)) yield invalid(place, `duplicated selector role: ${selected}`);
    seen.add(selected);
    const text = `${role} role supports only ${allowed.join(', ')} selectors`;
    if (!allowed.includes(selected)) {
      yield 'role' in blockOf(item)
        ? invalid(place, text)
        : { kind: 'missing', places: [['selectors', index]], field: 'role', text };
    } else if (role === 'pod' && selected === 'node') {
      yield { kind: 'version', places: [place], field: 'a node selector of pods', since: '3.11', text };
    }
  }
}
