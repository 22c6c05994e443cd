import { invalid } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

/** The first version of the API went away with 3.0. Prometheus' `config/config.go`, `AlertmanagerAPIVersion`. */
export function* apiVersion(block: Block): Iterable<Complaint> {
  if (block['api_version'] !== 'v1') return;
  const text = 'expected Alertmanager api version to be one of [v2] but got v1';
  yield { ...invalid(['api_version'], text), since: '3.0', remedy: 'write v2' };
}
