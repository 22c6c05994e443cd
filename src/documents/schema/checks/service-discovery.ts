import { conflict, invalid, isSet, listOf, missing, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { isZeroDuration } from './ticker.ts';

const RECORD_TYPES: ReadonlySet<string> = new Set(['A', 'AAAA', 'MX', 'NS']);
const OCI_KEY_FIELDS = ['tenancy', 'user', 'fingerprint', 'key_file'];

/** Records other than SRV name no port. Prometheus' `discovery/dns/dns.go`. */
export function* dnsDiscovery(block: Block): Iterable<Complaint> {
  const type = textOf('type' in block ? block['type'] : 'SRV').toUpperCase();
  if (type === 'SRV') return;
  if (!RECORD_TYPES.has(type)) {
    const isScalar = typeof block['type'] !== 'object' || block['type'] === null;
    if (isScalar)
      yield invalid(['type'], `invalid DNS-SD records type ${textOf(block['type'])}`, 'write A, AAAA, MX, NS or SRV');
    return;
  }
  if (type === 'NS') {
    const text = 'invalid DNS-SD records type NS';
    yield { kind: 'version', places: [['type']], field: 'the type NS', since: '2.49', text };
  }
  if (!isSet(block['port'])) {
    yield missing([], 'port', 'a port is required in DNS-SD configs for all record types except SRV');
  }
}

/** What OAuth, which is the default, needs. Prometheus' `discovery/azure/azure.go`. */
export function* azureDiscovery(block: Block): Iterable<Complaint> {
  const method = 'authentication_method' in block ? textOf(block['authentication_method']) : 'OAuth';
  const since = { SDK: '2.52', WorkloadIdentity: '3.11' }[method];
  if (since !== undefined) {
    const text = `unknown authentication_type "${method}"`;
    yield { kind: 'version', places: [['authentication_method']], field: `the method ${method}`, since, text };
  }
  if (method !== 'OAuth') return;
  for (const field of ['tenant_id', 'client_id', 'client_secret']) {
    if (!isSet(block[field])) yield missing([], field, `azure SD configuration requires a ${field}`);
  }
}

/** What each way to authenticate needs. Prometheus' `discovery/oci/oci.go`. */
export function* ociDiscovery(block: Block): Iterable<Complaint> {
  const method = 'auth' in block ? textOf(block['auth']) : 'api_key';
  if (method === 'api_key') {
    for (const field of OCI_KEY_FIELDS) {
      if (!isSet(block[field])) yield missing([], field, `oci_sd: api_key auth requires ${field}`);
    }
    if (isSet(block['key_passphrase']) && isSet(block['key_passphrase_file'])) {
      const text = 'oci_sd: at most one of key_passphrase and key_passphrase_file must be configured';
      yield conflict([['key_passphrase'], ['key_passphrase_file']], text);
    }
  }
  if (method === 'instance_principal') {
    const stray = [...OCI_KEY_FIELDS, 'key_passphrase', 'key_passphrase_file'].find(field => isSet(block[field]));
    const text =
      'oci_sd: instance_principal auth must not have tenancy, user, fingerprint, key_file, key_passphrase, or key_passphrase_file set';
    if (stray !== undefined) yield conflict([['auth'], [stray]], text, `remove ${stray}`);
  }
  for (const [index, compartment] of listOf(block['compartments']).entries()) {
    const place = ['compartments', index];
    if (compartment === '' || compartment === null) {
      yield invalid(place, `oci_sd: compartments[${index}] must not be empty`);
    }
  }
  yield* refresh(block, 'oci_sd: refresh_interval must be positive, got 0s');
}

/** There is a region unless it is taken away. Prometheus' `discovery/stackit/stackit.go`. */
export function* stackitDiscovery(block: Block): Iterable<Complaint> {
  if (!('region' in block) || isSet(block['region']) || isSet(block['endpoint'])) return;
  yield invalid(['region'], 'stackit_sd: endpoint and region missing');
}

/** Prometheus' `discovery/triton/triton.go`. */
export function* tritonRefresh(block: Block): Iterable<Complaint> {
  yield* refresh(block, 'triton SD configuration requires RefreshInterval to be a positive integer');
}

function* refresh(block: Block, text: string): Iterable<Complaint> {
  if (isZeroDuration(block['refresh_interval'])) yield invalid(['refresh_interval'], text);
}

/** Roles that came later. Prometheus' `discovery/aws/aws.go`. */
export function* awsRole(block: Block): Iterable<Complaint> {
  yield* laterRole(block, { msk: '3.10', elasticache: '3.11', rds: '3.11' }, 'unknown AWS SD role');
}

/** A role that came later. Prometheus' `discovery/openstack/openstack.go`. */
export function* openstackRole(block: Block): Iterable<Complaint> {
  yield* laterRole(block, { loadbalancer: '3.2' }, 'unknown OpenStack SD role');
}

function* laterRole(block: Block, versions: Readonly<Record<string, string>>, words: string): Iterable<Complaint> {
  const role = textOf(block['role']);
  const since = versions[role];
  if (since === undefined) return;
  yield { kind: 'version', places: [['role']], field: `the role ${role}`, since, text: `${words} "${role}"` };
}
