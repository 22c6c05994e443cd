import type { Report } from '../../findings/report.ts';
import { certificateCalendar } from './certificate-calendar.ts';
import { certificateCsv } from './certificate-csv.ts';
import type { CertificateFormat } from './certificate-formats.ts';
import { certificatesJson } from './certificate-json.ts';
import { certificateText } from './certificate-text.ts';

/** The certificates of a report in a format. */
export function certificateList(
  report: Report,
  format: CertificateFormat,
  { version, hasColor }: { readonly version: string; readonly hasColor: boolean },
): string {
  switch (format) {
    case 'text':
      return certificateText(report, hasColor);
    case 'json':
      return certificatesJson(report, version);
    case 'csv':
      return certificateCsv(report);
    case 'ical':
      return certificateCalendar(report, version);
  }
}
