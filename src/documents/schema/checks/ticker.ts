import { invalid, isSet, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { millisecondsOf } from '../duration.ts';

/** A discovery asks again and again. Prometheus' `discovery/refresh/refresh.go`, `Discovery.Run`, and those beside it. */
export function* refreshInterval(block: Block): Iterable<Complaint> {
  yield* ticker(block, 'refresh_interval');
}

/** Remote write sends metadata again and again. Prometheus' `storage/remote/metadata_watcher.go`, `MetadataWatcher.loop`. */
export function* sendInterval(block: Block): Iterable<Complaint> {
  yield* ticker(block, 'send_interval');
}

/** Nobody looks at the interval before `time.NewTicker` of Go does, which panics. */
function* ticker(block: Block, field: string): Iterable<Complaint> {
  if (!isZeroDuration(block[field])) return;
  yield {
    ...invalid([field], 'non-positive interval for NewTicker', 'write a longer one, or remove it'),
    consequence: 'loads the file and crashes',
  };
}

/** Whether what is written is a duration of no length; null is one, since it takes the place of the default. */
export function isZeroDuration(value: unknown): boolean {
  return value === null || value === 0 || (isSet(value) && millisecondsOf(textOf(value)) === 0);
}
