const NANOSECONDS: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['\u00b5s', 1e3],
  ['\u03bcs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);
const PART = String.raw`(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)`;
const DURATION = new RegExp(`^[+-]?(?:0|(?:${PART})+)$`);
const PARTS = new RegExp(PART, 'g');
const LENGTH_LIMIT = 100;

/**
 * A duration as Go's time.ParseDuration reads it (`2160h`, `1h30m`), in minutes; `undefined` for what it refuses, `90d`
 * among it, since it knows no days.
 */
export function minutesOf(text: string): number | undefined {
  if (text.length > LENGTH_LIMIT || !DURATION.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit = ''] of text.matchAll(PARTS)) sum += Number(number) * (NANOSECONDS.get(unit) ?? 0);
  return (text.startsWith('-') ? -sum : sum) / 60e9;
}
