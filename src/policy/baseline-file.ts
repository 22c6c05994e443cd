import { SEVERITIES, type Severity } from '../findings/finding.ts';
import { groupedBy } from '../text/grouped.ts';
import type { BaselineEntry } from '../findings/report.ts';
import { spanOf } from '../parse/yaml-node.ts';
import { piecesOf } from '../parse/yaml-stream.ts';
import { readYaml } from '../parse/yaml.ts';
import type { SourceFile, Span } from '../text/source.ts';
import { nodeAt, type Mistake } from './configuration-mistake.ts';

/** What a baseline file records, or what is wrong with it first. */
type BaselineReading = { readonly entries: readonly BaselineEntry[] } | { readonly mistake: Mistake };

type Step = string | number;

/** What cannot be meant, with the keys and indices that lead there. */
class Misfit extends Error {
  readonly path: readonly Step[];

  constructor(path: readonly Step[], message: string) {
    super(message);
    this.path = path;
  }
}

// As many as a report can count.
const MOST = 2 ** 31 - 1;
const ROOT_KEYS = ['version', 'findings'] as const;
const ENTRY_KEYS = ['rule', 'severity', 'fingerprint', 'count'] as const;
const FINGERPRINT = /^[0-9a-f]{16}$/;

/** The text of a baseline file: JSON with a line for each entry, so that what is changed shows by itself. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const files = [...groupedBy(entries, ({ file }) => file)].map(([file, group]) => {
    const lines = group.map(entry => {
      const fields = ENTRY_KEYS.map(key => `${JSON.stringify(key)}: ${JSON.stringify(entry[key])}`);
      return `      { ${fields.join(', ')} }`;
    });
    return `    ${JSON.stringify(file)}: [\n${lines.join(',\n')}\n    ]`;
  });
  const findings = files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/** Reads a baseline file, which anybody may have written. */
export function readBaseline(file: SourceFile): BaselineReading {
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch {
    // What a parser says of it may quote it.
    return {
      mistake: { at: faultIn(file), message: 'this is no JSON; mend it, or make it anew with promsec baseline' },
    };
  }
  try {
    return { entries: entriesOf(value) };
  } catch (error) {
    if (error instanceof Misfit) return { mistake: { at: placeOf(error.path, file), message: error.message } };
    throw error;
  }
}

function entriesOf(value: unknown): readonly BaselineEntry[] {
  const root = mappingAt([], value, ROOT_KEYS);
  if (root.get('version') !== 1) throw new Misfit(['version'], 'version has a value that it does not take; use 1');
  const seen = new Set<string>();
  return [...mappingAt(['findings'], root.get('findings'))].flatMap(([file, list]) => {
    const path = ['findings', file];
    if (!Array.isArray(list)) throw new Misfit(path, 'the findings of a file have to be a list');
    return list.map((item: unknown, index) => {
      const entry = entryAt([...path, index], file, item);
      const key = JSON.stringify({ ...entry, count: 0 });
      if (seen.has(key)) throw new Misfit([...path, index], 'this is recorded above already; keep one, with their sum');
      seen.add(key);
      return entry;
    });
  });
}

function entryAt(path: readonly Step[], file: string, value: unknown): BaselineEntry {
  const entry = mappingAt(path, value, ENTRY_KEYS);
  const [rule, severity, fingerprint, count] = ENTRY_KEYS.map(key => entry.get(key));
  const wrong = (key: string, has: string): Misfit => new Misfit([...path, key], `${key} has to be ${has}`);
  if (typeof rule !== 'string') throw wrong('rule', 'the id of a rule');
  if (!isSeverity(severity)) throw wrong('severity', SEVERITIES.join(', ').replace(/, (?=\w+$)/, ' or '));
  if (typeof fingerprint !== 'string' || !FINGERPRINT.test(fingerprint))
    throw wrong('fingerprint', '16 hexadecimal digits');
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MOST)
    throw wrong('count', `a whole number from 1 to ${MOST}`);
  return { file, rule, severity, fingerprint, count };
}

function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.some(severity => severity === value);
}

/** The entries of an object. @param keys those that it has, all of them and no others; none where any will do. */
function mappingAt(path: readonly Step[], value: unknown, keys?: readonly string[]): ReadonlyMap<string, unknown> {
  const what = path.length === 0 ? 'the baseline' : path.length === 1 ? 'findings' : 'a finding';
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Misfit(path, `${what} has to be an object`);
  const entries = new Map<string, unknown>(Object.entries(value));
  if (keys === undefined) return entries;
  const strange = [...entries.keys()].find(key => !keys.includes(key));
  // Not quoted: it may be anything, and its place is said.
  if (strange !== undefined) throw new Misfit([...path, strange], `there is no such key; it has ${keys.join(', ')}`);
  const missing = keys.find(key => !entries.has(key));
  if (missing !== undefined) throw new Misfit(path, `${missing} is missing`);
  return entries;
}

/** JSON is YAML, whose reader knows where things stand. */
function placeOf(path: readonly Step[], file: SourceFile): Span {
  const [piece] = piecesOf(file.text);
  const reading = piece === undefined ? undefined : readYaml(file, piece);
  if (reading === undefined || 'fault' in reading || reading.root?.kind !== 'map') return file.span(0, 0);
  return spanOf(nodeAt(reading.root, path.map(String)));
}

function faultIn(file: SourceFile): Span {
  const [piece, second] = piecesOf(file.text);
  const reading = piece === undefined ? undefined : readYaml(file, piece);
  if (reading !== undefined && 'fault' in reading) return reading.fault.at;
  return second === undefined ? file.span(0, 0) : file.span(second.start, second.start);
}
