import { FORMATS, type Format } from '../report/format-names.ts';
import type { ReportJson } from '../report/json-shape.ts';
import { rebuiltReport } from '../report/rebuilt-report.ts';
import { VERSION } from '../report/version.ts';
import { ALL_RULES } from './rules.ts';

/** How a report is formatted. */
export interface FormattedOptions {
  /** Whether `text` has the colors of terminals. */
  readonly color?: boolean;
  /** Whether `text` names each file that was not read. */
  readonly verbose?: boolean;
  /** What places are linked to in `markdown` and `html`: `https://github.com/o/r/blob/SHA`. */
  readonly commit?: string;
}

/**
 * A report as `promsec --format` prints it.
 *
 * @param report of `lint`, or what `promsec --format json` of the same version printed, parsed.
 * @throws TypeError for a format that there is not.
 */
export async function formatted(report: ReportJson, format: Format, options: FormattedOptions = {}): Promise<string> {
  if (!FORMATS.includes(format)) {
    throw new TypeError(`there is no format ${JSON.stringify(format)}; use ${FORMATS.join(', ')}`);
  }
  const { color = false, verbose = false, commit } = options;
  const { reporterFor } = await import('../report/format.ts');
  const print = reporterFor(format, { color, verbose, ...(commit === undefined ? {} : { commit }), version: VERSION });
  return print(rebuiltReport(report, ALL_RULES));
}
