import type { Report } from '../../src/findings/report.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { reporterFor } from '../../src/report/format.ts';

const LEAST_LENGTH = 6;

/** The secrets of a report, or lines of them, that one of its outputs shows. */
export function shownSecrets(report: Report): readonly string[] {
  const outputs = outputsOf(report);
  return secretTextsOf(report).filter(secret => outputs.some(output => output.includes(secret)));
}

/** The report in every format, as text with colours and without. */
export function outputsOf(report: Report): readonly string[] {
  return FORMATS.flatMap(format =>
    (format === 'text' ? [true, false] : [false]).map(color =>
      reporterFor(format, { color, verbose: true, version: '1.0.0' })(report),
    ),
  );
}

/**
 * What stands in the places of secrets, without quotes and line by line, but for what would occur anyhow: short texts,
 * single words (a parameter or a line of a file that cannot be read is masked too), the BEGIN and END of a key.
 */
export function secretTextsOf({ secrets }: Report): readonly string[] {
  return secrets.flatMap(({ file, start, end }) =>
    file.text
      .slice(start, end)
      .split(/\r?\n/)
      .map(line => line.trim().replaceAll(/^["']|["']$/g, ''))
      .filter(line => line.length >= LEAST_LENGTH && !/^(?:\w*:?$|-----)/.test(line)),
  );
}
