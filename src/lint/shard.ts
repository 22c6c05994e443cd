import type { Report, Shard } from '../findings/report.ts';
import { isInShard } from '../findings/shard.ts';

/**
 * What of a report belongs to a shard: all that stands in its files. It comes from a run over everything, so that nothing
 * is lost that crosses files, and all shards together are the report.
 *
 * @param report of which `files` counts what belongs to the shard.
 */
export function reportOfShard(report: Report, shard: Shard): Report {
  const isOurs = (path: string): boolean => isInShard(path, shard);
  const { baseline } = report;
  return {
    ...report,
    findings: report.findings.filter(({ at }) => isOurs(at.file.path)),
    ignored: report.ignored.filter(({ finding }) => isOurs(finding.at.file.path)),
    unread: report.unread.filter(({ path }) => isOurs(path)),
    certificates: report.certificates.filter(({ at }) => isOurs(at.file.path)),
    ...(baseline === undefined
      ? {}
      : { baseline: { ...baseline, stale: baseline.stale.filter(({ file }) => isOurs(file)) } }),
    shard,
  };
}
