import { type Format } from '../report/format-names.js';
import type { ReportJson } from '../report/json-shape.js';
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
export declare function formatted(report: ReportJson, format: Format, options?: FormattedOptions): Promise<string>;
