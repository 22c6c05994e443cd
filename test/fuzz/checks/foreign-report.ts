import type { Report, RuleMetadata } from '../../../src/findings/report.ts';
import { jsonReporter } from '../../../src/report/json.ts';
import { readReport } from '../../../src/report/json-reading.ts';
import { rebuiltReport } from '../../../src/report/rebuilt-report.ts';
import { Random } from '../random.ts';
import { reportersOn, VERSION } from './outputs.ts';

// Values of other kinds than belong somewhere, and such as are too much.
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1,
  1.5,
  1e9,
  2 ** 53,
  [],
  {},
  [[]],
  { line: 1 },
  '',
  'error',
  '2026-11-20T00:00:00.000Z',
  '\u202e\n::error::x',
  '__proto__',
  '\ud83d',
  'a'.repeat(5000),
];
const TRIES = 4;

/**
 * What goes wrong with the report where somebody else has changed its JSON: it is read and printed, or refused in one line.
 */
export function foreignReportFaults(report: Report, rules: readonly RuleMetadata[], number: number): readonly string[] {
  const random = new Random(number);
  const ruleIds = new Set(report.rules.map(({ id }) => id));
  const written = jsonReporter(VERSION)(report);
  return Array.from({ length: TRIES }).flatMap(() => {
    const value: unknown = JSON.parse(written);
    for (let left = 1 + random.below(2); left > 0; left -= 1) changeOne(value, random);
    const reading = readReport(JSON.stringify(value), { version: VERSION, ruleIds });
    if ('mistake' in reading) return /^[^\n\r]+$/.test(reading.mistake) ? [] : ['a mistake is no line'];
    reportersOn(rebuiltReport(reading.json, rules));
    return [];
  });
}

/** Changes one value anywhere, takes it out, or has it twice. */
function changeOne(root: unknown, random: Random): void {
  let holder = root;
  for (;;) {
    if (!isHolder(holder)) return;
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = random.of(keys);
    const below = holder[key];
    if (isHolder(below) && Object.keys(below).length > 0 && !random.isOneIn(6)) {
      holder = below;
      continue;
    }
    const change = random.below(4);
    if (change === 0) Reflect.deleteProperty(holder, key);
    else holder[change === 1 ? random.of(keys) : key] = change === 1 ? below : structuredClone(random.of(ODD));
    return;
  }
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
