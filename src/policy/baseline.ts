import { INTERNAL_ERROR } from '../findings/engine-rules.ts';
import { SEVERITIES, type Finding } from '../findings/finding.ts';
import { inBaselineOrder } from '../findings/order.ts';
import type { BaselineEntry } from '../findings/report.ts';

/** Findings with what a baseline makes of them. */
interface BaselineSubtraction {
  /** The same findings: those that the baseline has are `existing`. */
  readonly findings: readonly Finding[];
  /** What the baseline has and the findings have not, with how many of them, in its order. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * What is to be recorded of findings, so that they count no more: by file, rule, severity and fingerprint. Our own
 * failures are never recorded.
 */
export function baselineOf(findings: readonly Finding[]): readonly BaselineEntry[] {
  const recordable = findings.filter(({ ruleId }) => ruleId !== INTERNAL_ERROR.id);
  return withoutRepetition(
    recordable.map(({ at, ruleId, severity, fingerprint }) => ({
      file: at.file.path,
      rule: ruleId,
      severity,
      fingerprint,
      count: 1,
    })),
  );
}

/**
 * Takes what a baseline has from the findings, each once and within its file. What became worse is none that was there
 * before, and of several that are the same those count first that are `new` already.
 */
export function withoutBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[]): BaselineSubtraction {
  const left = new Map(withoutRepetition(entries).map(entry => [keyOf(entry), entry]));
  const taken = new Set(existingFirst(findings).filter(finding => isTaken(finding, left)));
  return {
    findings: findings.map(finding => (taken.has(finding) ? { ...finding, state: 'existing' } : finding)),
    stale: [...left.values()].filter(({ count }) => count > 0),
  };
}

/** A baseline without what is stale in it. */
export function pruned(entries: readonly BaselineEntry[], stale: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const gone = new Map(stale.map(entry => [keyOf(entry), entry.count]));
  return withoutRepetition(entries)
    .map(entry => ({ ...entry, count: entry.count - (gone.get(keyOf(entry)) ?? 0) }))
    .filter(({ count }) => count > 0);
}

function existingFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => Number(a.state === 'new') - Number(b.state === 'new'));
}

/** Takes an entry that is as bad as a finding or else worse, the least, and says whether there was one. */
function isTaken({ at, ruleId, severity, fingerprint }: Finding, left: Map<string, BaselineEntry>): boolean {
  const asBad = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1).toReversed();
  return asBad.some(level => {
    const key = keyOf({ file: at.file.path, rule: ruleId, severity: level, fingerprint });
    const entry = left.get(key);
    if (entry === undefined || entry.count === 0) return false;
    left.set(key, { ...entry, count: entry.count - 1 });
    return true;
  });
}

/** Entries in order, the same ones as one. */
function withoutRepetition(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const count = (byKey.get(keyOf(entry))?.count ?? 0) + entry.count;
    byKey.set(keyOf(entry), { ...entry, count });
  }
  return [...byKey.values()].sort(inBaselineOrder);
}

function keyOf({ file, rule, severity, fingerprint }: Omit<BaselineEntry, 'count'>): string {
  return `${file}\0${rule}\0${severity}\0${fingerprint}`;
}
