import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Finding } from '../../findings/finding.ts';
import { groupedBy } from '../../text/grouped.ts';

/** What of a finding one audit keeps for the next. */
export interface RecordedFinding {
  readonly path: string;
  readonly ruleId: string;
  /** The last digits of its fingerprint, which few of a rule and file share; those that do are there as often as found. */
  readonly digits: string;
}

/** What is other than in the audit before. */
export interface AuditChange {
  readonly brought: ReadonlySet<Finding>;
  /** Those that are gone, in the order of the record. */
  readonly fixed: readonly RecordedFinding[];
}

/** In UTF-16 units of the 65,536 of a body: about 3,000 findings. */
const MAX_RECORD_LENGTH = 20_000;

/** What a record may take when it is unpacked, in bytes: whoever may edit an issue may write one. */
const MAX_RECORD_BYTES = 2 ** 20;

const DIGITS = 8;

const RECORD = /<!-- promsec record ([\w+/=]+) -->\s*$/;

/** The line at the end of a body, which nobody sees, that says what was found; empty where that is too much for it. */
export function recordLine(findings: readonly Finding[]): string {
  const groups = [...groupedBy(findings.map(recorded), ({ path, ruleId }) => `${path}\0${ruleId}`).values()];
  const rows = groups.map(group => [group[0]?.path, group[0]?.ruleId, ...group.map(({ digits }) => digits)]);
  const packed = deflateRawSync(JSON.stringify(rows), { level: 9 }).toString('base64');
  const line = `<!-- promsec record ${packed} -->\n`;
  return line.length > MAX_RECORD_LENGTH ? '' : line;
}

/** What a body says that was found, as it was written by `recordLine`; `undefined` where it says nothing. */
export function recordIn(body: string): readonly RecordedFinding[] | undefined {
  const [, packed] = RECORD.exec(body) ?? [];
  const rows = packed === undefined ? undefined : unpacked(packed);
  if (!Array.isArray(rows)) return undefined;
  return rows.flatMap(row => {
    if (!isTexts(row)) return [];
    const [path = '', ruleId = '', ...all] = row;
    return all.map(digits => ({ path, ruleId, digits }));
  });
}

/** What became of the findings since a record, each of which stands for one at most. A file that is renamed is another. */
export function changeSince(record: readonly RecordedFinding[], findings: readonly Finding[]): AuditChange {
  const left = new Map([...groupedBy(record, nameOf)].map(([name, same]) => [name, [...same]]));
  const brought = findings.filter(finding => left.get(nameOf(recorded(finding)))?.pop() === undefined);
  const rest = new Set([...left.values()].flat());
  return { brought: new Set(brought), fixed: record.filter(entry => rest.has(entry)) };
}

function recorded({ at, ruleId, fingerprint }: Finding): RecordedFinding {
  return { path: at.file.path, ruleId, digits: fingerprint.slice(-DIGITS) };
}

function nameOf({ path, ruleId, digits }: RecordedFinding): string {
  return `${path}\0${ruleId}\0${digits}`;
}

function unpacked(text: string): unknown {
  try {
    return JSON.parse(
      inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: MAX_RECORD_BYTES }).toString('utf8'),
    );
  } catch {
    return undefined;
  }
}

function isTexts(row: unknown): row is readonly string[] {
  return Array.isArray(row) && row.every(field => typeof field === 'string');
}
