import type { Report } from '../../findings/report.ts';
import { daysBetween } from '../../text/days.ts';
import { certificateJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { TOOL_NAME } from '../project.ts';

/** The certificates as JSON; `certificate-schema.ts` describes it. @param version of promsec. */
export function certificatesJson({ certificates, now }: Report, version: string): string {
  return jsonText({
    version: 1,
    tool: { name: TOOL_NAME, version },
    now: now.toISOString(),
    certificates: certificates.map(certificate => ({
      ...certificateJson(certificate),
      days: daysBetween(now, certificate.notAfter),
    })),
  });
}
