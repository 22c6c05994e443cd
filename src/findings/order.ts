import { SEVERITIES, type Finding } from './finding.ts';
import type { BaselineEntry, ListedCertificate } from './report.ts';

/** The order of findings in a report: by file, place and rule, and of one rule at one place the worst first. */
export function inReportOrder(a: Finding, b: Finding): number {
  return (
    inCodeUnitOrder(a.at.file.path, b.at.file.path) ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    inCodeUnitOrder(a.ruleId, b.ruleId) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}

/** The order of certificates in a report: the first to end first, then by file and place. */
export function inOrderOfEnd(a: ListedCertificate, b: ListedCertificate): number {
  return (
    a.notAfter.getTime() - b.notAfter.getTime() ||
    inCodeUnitOrder(a.at.file.path, b.at.file.path) ||
    a.at.start - b.at.start ||
    a.block - b.block
  );
}

/** The order of what a baseline records: by file and rule, the worst first. */
export function inBaselineOrder(a: BaselineEntry, b: BaselineEntry): number {
  return (
    inCodeUnitOrder(a.file, b.file) ||
    inCodeUnitOrder(a.rule, b.rule) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    inCodeUnitOrder(a.fingerprint, b.fingerprint)
  );
}

/** The order of texts by their UTF-16 units, the same in every locale. */
export function inCodeUnitOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
