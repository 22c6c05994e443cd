import type { ListedCertificate, Report } from '../../findings/report.ts';
import type { Span } from '../../text/source.ts';
import { jsonText } from '../json-text.ts';
import { rangeOf } from '../position.ts';
import { TOOL_NAME } from '../project.ts';
import { daysBetween } from '../../text/days.ts';

/** The certificates as JSON; `certificate-schema.ts` describes it. @param version of promsec. */
export function certificateJson({ certificates, now }: Report, version: string): string {
  return jsonText({
    version: 1,
    tool: { name: TOOL_NAME, version },
    now: now.toISOString(),
    certificates: certificates.map(certificate => entryOf(certificate, now)),
  });
}

function entryOf(certificate: ListedCertificate, now: Date): object {
  const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, at, block, blocks } = certificate;
  return {
    subject,
    issuer,
    kind,
    names,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    days: daysBetween(now, notAfter),
    key,
    fingerprint256,
    ...placeOf(at),
    block,
    blocks,
    usedBy: certificate.usedBy.map(use => ({ field: use.field, ...placeOf(use.at) })),
  };
}

function placeOf(at: Span): object {
  return { file: at.file.path, line: rangeOf(at).line };
}
