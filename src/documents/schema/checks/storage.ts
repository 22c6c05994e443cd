import { invalid, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

/** How much is kept is no negative size. Prometheus' `config/config.go`, `TSDBRetentionConfig.UnmarshalYAML`. */
export function* retentionSize(block: Block): Iterable<Complaint> {
  const size = textOf(block['size']);
  if (!/^-.*[1-9]/.test(size)) return;
  const text = `'storage.tsdb.retention.size' must be greater than or equal to 0, got ${size}`;
  yield { ...invalid(['size'], text), since: '3.11' };
}
