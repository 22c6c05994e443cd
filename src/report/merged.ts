import { dayOf } from '../text/days.ts';
import { groupedBy } from '../text/grouped.ts';
import { mergedBaseline } from './merged-baseline.ts';
import { mergedComparison, mergedWithoutBase } from './merged-comparison.ts';
import { mergedExcerpts } from './merged-excerpts.ts';
import { reportBelow } from './json-places.ts';
import type { ReportJson } from './json-shape.ts';

/** A report with the name of the file that it was read from. */
export interface SavedReport {
  readonly name: string;
  readonly json: ReportJson;
}

/** Reports that were put together, or why that cannot be done. All texts are lower case, without a full stop. */
export type Merging =
  | {
      readonly json: ReportJson;
      /** The whole report of each repository. */
      readonly repositories: readonly ReportJson[];
      /** What readers should know, though nothing is lost. */
      readonly remarks: readonly string[];
    }
  | { readonly mistakes: readonly string[] };

/**
 * Puts reports together: the shards of a repository to the report that they are parts of, and the reports of several
 * repositories to one in which the paths begin with the repository. Nothing is sorted here.
 *
 * @param reports at least one, of one version of promsec.
 */
export function merged(reports: readonly SavedReport[]): Merging {
  const groups = [...groupedBy(reports, ({ json }) => json.repository ?? '').values()];
  const mistakes = [
    ...groups.flatMap(mistakesOfShards),
    ...(groups.length > 1 ? reports.filter(({ json }) => json.repository === undefined).map(nameless) : []),
  ];
  if (mistakes.length > 0) return { mistakes };
  const repositories = groups.map(group => together(group.map(({ json }) => json)));
  const bases = new Set(repositories.map(({ comparison }) => comparison?.scope));
  if (bases.size > 1) {
    return { mistakes: ['some of the reports are compared with a base and others otherwise; use one scope for all'] };
  }
  const placed = repositories.map(json =>
    groups.length === 1 ? json : reportBelow(`${json.repository ?? ''}/`, json),
  );
  return { json: together(placed), repositories, remarks: remarksOn(reports) };
}

function nameless({ name }: SavedReport): string {
  return `${name} does not say which repository it is of; make it with --repository owner/name`;
}

/** What keeps the reports of one repository from being one. */
function mistakesOfShards(reports: readonly SavedReport[]): readonly string[] {
  const [first, ...others] = reports;
  if (first === undefined || (others.length === 0 && first.json.shard === undefined)) return [];
  const whose = first.json.repository === undefined ? '' : ` of ${first.json.repository}`;
  const whole = reports.filter(({ json }) => json.shard === undefined);
  if (whole.length > 0) {
    const names = whole.map(({ name }) => name).join(', ');
    const which = whole.length === 1 ? 'is a whole report' : 'are whole reports';
    return [`${names} ${which}${whose}, not a part; keep one, or make each with --repository owner/name`];
  }
  const unlike = others.find(({ json }) => json.shard?.count !== first.json.shard?.count);
  if (unlike !== undefined) {
    return [
      `${first.name} and ${unlike.name} are parts of ${countsOfShards(first, unlike)} shards${whose}; take those of one run`,
    ];
  }
  return [...missingAndDoubled(reports, whose), ...mistakesOfRuns(first, others, whose)];
}

function countsOfShards(...reports: readonly SavedReport[]): string {
  return reports.map(({ json }) => json.shard?.count ?? 1).join(' and ');
}

const NAMED_SHARDS = 10;

function missingAndDoubled(reports: readonly SavedReport[], whose: string): readonly string[] {
  const count = reports[0]?.json.shard?.count ?? 0;
  const byIndex = groupedBy(reports, ({ json }) => String(json.shard?.index));
  const doubled = [...byIndex].flatMap(([index, same]) => {
    const names = same.map(({ name }) => name).join(', ');
    return same.length > 1 ? [`shard ${index}/${count}${whose} is there more than once: ${names}; keep one`] : [];
  });
  const missing = Array.from({ length: count }, (_, place) => `${place + 1}`).filter(index => !byIndex.has(index));
  if (missing.length === 0) return doubled;
  const named = missing.slice(0, NAMED_SHARDS).map(index => `${index}/${count}`);
  const more = missing.length > NAMED_SHARDS ? [`and ${missing.length - NAMED_SHARDS} more`] : [];
  const [noun, verb] = missing.length === 1 ? ['shard', 'is'] : ['shards', 'are'];
  return [...doubled, `${noun} ${[...named, ...more].join(', ')}${whose} ${verb} missing`];
}

/** Shards are of one run: the same commit, configuration and base. */
function mistakesOfRuns(first: SavedReport, others: readonly SavedReport[], whose: string): readonly string[] {
  const differing = (part: (json: ReportJson) => unknown): SavedReport | undefined =>
    others.find(({ json }) => JSON.stringify(part(json)) !== JSON.stringify(part(first.json)));
  const configured = differing(({ configuration, rules }) => [configuration, rules]);
  const compared = differing(({ comparison, withoutBase }) => [
    comparison && { ...comparison, changes: [], shifts: [] },
    withoutBase,
  ]);
  const subtracted = differing(({ baseline }) => baseline?.fingerprint);
  const shown = differingLine([first, ...others]);
  return [
    ...(configured === undefined
      ? []
      : [
          `${first.name} and ${configured.name}${whose} were judged by different configurations; use one for all shards`,
        ]),
    ...(compared === undefined
      ? []
      : [`${first.name} and ${compared.name}${whose} are compared with different bases; use one for all shards`]),
    ...(subtracted === undefined
      ? []
      : [`${first.name} and ${subtracted.name}${whose} were judged with different baselines; use one for all shards`]),
    ...(shown === undefined ? [] : [`${shown}${whose}; make all shards of one commit`]),
  ];
}

/** A line of which two reports say different lengths. */
function differingLine(reports: readonly SavedReport[]): string | undefined {
  const known = new Map<string, { readonly length: number; readonly name: string }>();
  for (const { name, json } of reports) {
    for (const { file, shown } of json.excerpts) {
      for (const { line, length } of shown) {
        const place = `${file}:${line}`;
        const other = known.get(place);
        if (other !== undefined && other.length !== length) return `${other.name} and ${name} differ in ${place}`;
        known.set(place, { length, name });
      }
    }
  }
  return undefined;
}

function remarksOn(reports: readonly SavedReport[]): readonly string[] {
  const days = [...new Set(reports.map(({ json }) => dayOf(new Date(json.now))))].sort();
  return days.length > 1
    ? [`the reports were made on different days: ${days.join(', ')}; certificates are dated from the last one`]
    : [];
}

/** One report of several that say nothing twice. @param reports at least one. */
function together(reports: readonly ReportJson[]): ReportJson {
  const [first] = reports;
  if (first === undefined) throw new Error('there is nothing to put together');
  const { version, tool } = first;
  const repository = shared(reports.map(json => json.repository));
  const configuration = shared(reports.map(json => json.configuration));
  const comparison = mergedComparison(reports);
  const withoutBase = mergedWithoutBase(reports);
  const baseline = mergedBaseline(reports);
  return {
    version,
    tool,
    now: reports.map(({ now }) => now).reduce((a, b) => (new Date(a) < new Date(b) ? b : a)),
    findings: reports.flatMap(({ findings }) => findings),
    ignored: reports.flatMap(({ ignored }) => ignored),
    unread: reports.flatMap(({ unread }) => unread),
    files: {
      seen: reports.reduce((sum, { files }) => sum + files.seen, 0),
      documents: summed(reports.map(({ files }) => files.documents)),
    },
    counts: countsOf(reports),
    ...(comparison === undefined ? {} : { comparison }),
    ...(withoutBase === undefined ? {} : { withoutBase }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(repository === undefined ? {} : { repository }),
    ...(configuration === undefined ? {} : { configuration }),
    rules: [...new Set(reports.flatMap(({ rules }) => rules))],
    certificates: reports.flatMap(({ certificates }) => certificates),
    excerpts: mergedExcerpts(reports),
  };
}

/** The value that all have; `undefined` where they differ. */
function shared<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  return values.every(value => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}

function summed(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [key, count] of counts.flatMap(Object.entries<number>)) sums.set(key, (sums.get(key) ?? 0) + count);
  return Object.fromEntries(sums);
}

function countsOf(reports: readonly ReportJson[]): ReportJson['counts'] {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of reports.flatMap(({ findings }) => findings)) counts[severity] += 1;
  return counts;
}
