import { errorPage } from '../../../src/edge/cli/error-page.ts';
import type { Report } from '../../../src/findings/report.ts';
import { explanationOf } from '../../../src/lint/explanation.ts';
import type { LoweredTree } from '../../../src/lint/lower.ts';
import { CERTIFICATE_FORMATS } from '../../../src/report/certificates/certificate-formats.ts';
import { certificateList } from '../../../src/report/certificates/format.ts';
import { FORMATS, type Format } from '../../../src/report/format-names.ts';
import { reporterFor } from '../../../src/report/format.ts';
import { auditOf } from '../../../src/report/github/audit.ts';
import { checkRunOf } from '../../../src/report/github/check-run.ts';
import { commentText } from '../../../src/report/github/comment.ts';
import { suggestionsOf } from '../../../src/report/github/suggestion.ts';

/** What is printed, by the name of what prints it. */
export type Outputs = Readonly<Record<string, string>>;

export const VERSION = '1.2.3';
const WHEREABOUTS = { files: 'https://github.com/o/r/blob/0123456', run: 'https://github.com/o/r/actions/runs/1' };

/** A report in every format, or in some of them. */
export function reportersOn(report: Report, verbose = false, formats: readonly Format[] = FORMATS): Outputs {
  const options = { version: VERSION, color: verbose, verbose };
  return Object.fromEntries(formats.map(format => [format, reporterFor(format, options)(report)]));
}

/** How many cases there are to one that is printed in a format which says no more than JSON does. */
const EACH_FORMAT = 3;

/** What is made of the report of a case: JSON and text of each, all else by turns. */
export function outputsOf(report: Report, number: number): Outputs {
  const formats = FORMATS.filter(
    (format, index) => format === 'json' || format === 'text' || (index + number) % EACH_FORMAT === 0,
  );
  return {
    ...reportersOn(report, number % 2 === 0, formats),
    ...(number % EACH_FORMAT === 0 ? othersOn(report) : {}),
  };
}

/** Lists of certificates, and what GitHub is told. */
function othersOn(report: Report): Outputs {
  const lists = CERTIFICATE_FORMATS.map(format => [
    `certificates as ${format}`,
    certificateList(report, format, { version: VERSION, hasColor: false }),
  ]);
  return {
    ...Object.fromEntries(lists),
    suggestions: suggestionsOf(report)
      .map(({ before, after }) => [...before, after].join('\n'))
      .join('\n'),
    'check run': JSON.stringify(checkRunOf(report, true)),
    comment: commentText(report, WHEREABOUTS),
    audit: auditOf({ report, whereabouts: WHEREABOUTS, step: 'a' }, undefined).body,
  };
}

// As the targets page and the log write them (observed with Prometheus 3.5).
const ERRORS = [
  'Get "https://node1.internal:9100/metrics": tls: failed to verify certificate: x509: certificate signed by unknown authority',
  'Get "https://10.0.0.1:9100/metrics": tls: failed to verify certificate: x509: certificate is valid for a.internal, not 10.0.0.1',
  'scrape_pool=node err="server returned HTTP status 401 Unauthorized"',
  'Get "http://localhost:9090/metrics": server returned HTTP status 400 Bad Request',
];

/** What is said of an error of Prometheus; of another one for each case. */
export function explanationOn(report: Report, { meanings }: LoweredTree, turn: number): string {
  const clients = meanings.flatMap(meaning => meaning.clients);
  const explanation = explanationOf(ERRORS[turn % ERRORS.length] ?? '', clients, report.findings);
  return explanation === undefined ? '' : errorPage(explanation);
}
