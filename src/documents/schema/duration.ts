const DURATION = /^(?:0|(?=.)(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?)$/;
const DAY = 24 * 3600 * 1000;
/** Go counts nanoseconds in 63 bits. */
const LIMIT = 2 ** 63 / 1e6;
const MILLISECONDS = [365 * DAY, 7 * DAY, DAY, 3600 * 1000, 60 * 1000, 1000, 1];

/**
 * A duration as Prometheus writes it, in milliseconds: `1h30m`, units from the longest to the shortest, and `0` alone
 * without one. `undefined` for what is none, and for more than 292 years (prometheus/common model/time.go, ParseDuration).
 */
export function millisecondsOf(text: string): number | undefined {
  const [, ...counts] = DURATION.exec(text) ?? [];
  if (text !== '0' && counts.every(count => count === undefined)) return undefined;
  const sum = MILLISECONDS.reduce((whole, unit, index) => whole + unit * Number(counts[index] ?? 0), 0);
  return sum < LIMIT ? sum : undefined;
}
