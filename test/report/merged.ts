import { inReportOrder } from '../../src/findings/order.ts';
import type { Report, RuleMetadata } from '../../src/findings/report.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { reportOfShard } from '../../src/lint/shard.ts';
import { reporterFor } from '../../src/report/format.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { readReport } from '../../src/report/json-reading.ts';
import { merged, type Merging, type SavedReport } from '../../src/report/merged.ts';
import { rebuiltReport } from '../../src/report/rebuilt-report.ts';

const VERSION = '1.2.3';

/** A report as it is read again from its JSON. Throws with the mistake where it cannot be. */
function saved(name: string, report: Report): SavedReport {
  const ruleIds = new Set(report.rules.map(({ id }) => id));
  const reading = readReport(jsonReporter(VERSION)(report), { version: VERSION, ruleIds });
  if ('mistake' in reading) throw new Error(`${name}: ${reading.mistake}`);
  return { name, json: reading.json };
}

/** Reports put together after each was printed as JSON. */
export function mergingOf(reports: readonly Report[]): Merging {
  return merged(reports.map((report, index) => saved(`${index + 1}.json`, report)));
}

/** The report that others, printed as JSON, come to. Throws where they come to none. */
export function mergedReport(reports: readonly Report[], rules: readonly RuleMetadata[]): Report {
  const merging = mergingOf(reports);
  if ('mistakes' in merging) throw new Error(merging.mistakes.join('\n'));
  return rebuiltReport(merging.json, rules);
}

/** A report in every format, and of text both what is short and all that there is, in colour. */
export function everyOutput(report: Report): Readonly<Record<string, string>> {
  const short = { color: false, verbose: false, version: VERSION };
  const full = { color: true, verbose: true, version: VERSION };
  return {
    ...Object.fromEntries(FORMATS.map(format => [format, reporterFor(format, short)(report)])),
    'text in full': reporterFor('text', full)(report),
  };
}

/** A report whose findings are in the order that those of a run are in. */
export function sorted(report: Report): Report {
  return { ...report, findings: report.findings.toSorted(inReportOrder) };
}

/** The parts of a report. How many files there are in each only a run can count: here all are in the first. */
export function shardsOf(report: Report, count: number): readonly Report[] {
  return Array.from({ length: count }, (_, place) => ({
    ...reportOfShard(report, { index: place + 1, count }),
    files: place === 0 ? report.files : { seen: 0, documents: {} },
  }));
}
