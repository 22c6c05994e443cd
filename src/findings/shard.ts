import type { Shard } from './report.ts';

// FNV-1a, 32 bits, by Fowler, Noll and Vo (IETF draft-eastlake-fnv, section 5).
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** So many shards a report may have. */
export const MOST_SHARDS = 10_000;

/** True where a file belongs to a shard. Each does to one of them, whatever other files there are. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  let hash = OFFSET_BASIS;
  for (const byte of Buffer.from(path)) hash = Math.imul(hash ^ byte, PRIME) >>> 0;
  return hash % count === index - 1;
}
