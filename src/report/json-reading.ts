import { Ajv } from 'ajv';
import { MOST_SHARDS } from '../findings/shard.ts';
import { printable } from '../text/printable.ts';
import { placesIn } from './json-places.ts';
import { FINDINGS_SCHEMA } from './json-schema.ts';
import type { PlaceJson, ReportJson, ShownLineJson } from './json-shape.ts';
import { TOOL_NAME } from './project.ts';

/** A report that was printed as JSON, or what is wrong with it: lower case, with the place as a JSON pointer. */
type ReportReading = { readonly json: ReportJson } | { readonly mistake: string };

/** What the lines of all files of a report may come to, so that no report takes more memory than a repository. */
const MOST_LINES = 2 ** 24;
const MOST_UNITS = 2 ** 27;

const MOMENT = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const isReport = new Ajv({ formats: { 'date-time': isMoment } }).compile<ReportJson>(FINDINGS_SCHEMA);

/** What has to be so of a report besides its form. */
interface Wanted {
  /** The version of promsec that made it. */
  readonly version: string;
  /** The ids of the rules that there are. */
  readonly ruleIds: ReadonlySet<string>;
}

/** Reads a report, which anybody may have written. */
export function readReport(text: string, { version, ruleIds }: Wanted): ReportReading {
  const value = parsed(text);
  if (value === undefined) return { mistake: 'this is no JSON; write it with --format json' };
  const made = fieldOf(fieldOf(value, 'tool'), 'version');
  if (typeof made === 'string' && made !== version) {
    return {
      mistake: `it was made by ${TOOL_NAME} ${printable(made)}, and this is ${version}; use one version for all`,
    };
  }
  if (!isReport(value)) {
    const { instancePath = '', message = 'it is no report' } = isReport.errors?.[0] ?? {};
    return { mistake: mistakeAt(instancePath, message) };
  }
  const mistake =
    mistakeOfShard(value) ?? mistakeOfRules(value, ruleIds) ?? mistakeOfExcerpts(value) ?? mistakeOfPlaces(value);
  return mistake === undefined ? { json: value } : { mistake };
}

function mistakeOfShard({ shard }: ReportJson): string | undefined {
  if (shard === undefined) return undefined;
  if (shard.index > shard.count) return mistakeAt('/shard', 'index is above count');
  return shard.count > MOST_SHARDS ? mistakeAt('/shard', `count is above ${MOST_SHARDS}`) : undefined;
}

function mistakeOfRules({ rules, findings, ignored }: ReportJson, ruleIds: ReadonlySet<string>): string | undefined {
  const strange = rules.find(id => !ruleIds.has(id));
  if (strange !== undefined) return mistakeAt('/rules', `there is no rule ${printable(strange)}`);
  const ran = new Set(rules);
  const found = [
    ...findings.map(({ rule }, index) => [`/findings/${index}/rule`, rule] as const),
    ...ignored.map(({ finding }, index) => [`/ignored/${index}/finding/rule`, finding.rule] as const),
  ];
  const [pointer] = found.find(([, rule]) => !ran.has(rule)) ?? [];
  return pointer === undefined ? undefined : mistakeAt(pointer, 'must be one of the rules that ran');
}

function mistakeOfExcerpts({ excerpts }: ReportJson): string | undefined {
  const files = new Set<string>();
  let lines = 0;
  let units = 0;
  for (const [index, excerpt] of excerpts.entries()) {
    const pointer = `/excerpts/${index}`;
    if (files.has(excerpt.file)) return mistakeAt(pointer, 'this file has an excerpt already');
    files.add(excerpt.file);
    lines += excerpt.lines;
    units += excerpt.shown.reduce((sum, { length }) => sum + length, 0);
    if (lines > MOST_LINES || units > MOST_UNITS) return mistakeAt(pointer, 'the files up to here are too large');
    let last = 0;
    for (const [place, shown] of excerpt.shown.entries()) {
      const isInOrder = shown.line > last && shown.line <= excerpt.lines;
      if (!isInOrder) return mistakeAt(`${pointer}/shown/${place}`, 'this line is out of order');
      if (!isWhole(shown)) return mistakeAt(`${pointer}/shown/${place}`, 'a part does not lie within the line');
      last = shown.line;
    }
  }
  return undefined;
}

function isWhole({ length, parts, masked }: ShownLineJson): boolean {
  return (
    parts.every(({ column, text }) => column - 1 + text.length <= length) &&
    masked.every(({ column, endColumn }) => column <= endColumn && endColumn - 1 <= length)
  );
}

function mistakeOfPlaces(json: ReportJson): string | undefined {
  const lengths = new Map(
    json.excerpts.map(({ file, shown }) => [file, new Map(shown.map(({ line, length }) => [line, length]))]),
  );
  const isIn = (file: string, line: number, column: number): boolean => {
    const length = lengths.get(file)?.get(line);
    return length !== undefined && column - 1 <= length;
  };
  for (const [pointer, place] of placesIn(json)) {
    const { file, line, column, endLine, endColumn } = place;
    if (!isIn(file, line, column) || !isIn(file, endLine, endColumn)) {
      return mistakeAt(pointer, 'its place is in no excerpt');
    }
    if (endsBeforeStart(place)) return mistakeAt(pointer, 'it ends before it begins');
  }
  return undefined;
}

function endsBeforeStart({ line, column, endLine, endColumn }: PlaceJson): boolean {
  return endLine < line || (endLine === line && endColumn < column);
}

function mistakeAt(pointer: string, what: string): string {
  return `this is no report of ${TOOL_NAME}: ${pointer === '' ? '' : `at ${printable(pointer)} `}${what}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function isMoment(text: string): boolean {
  // `Date` takes February 31st for March 3rd.
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}
