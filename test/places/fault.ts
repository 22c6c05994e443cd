import { lint } from '../../src/lint/lint.ts';
import type { Report } from '../../src/findings/report.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { RULES_FOR_PARTS } from '../linted.ts';
import { foundIn, wantedIn } from '../marks.ts';
import { treeOf } from '../tree.ts';
import type { Besides, Place } from './place.ts';
import { wanting, yamlOf, type Fields } from './yaml.ts';

/** One thing that can be wrong, or looks so, and the documents that have it in a place. */
export interface Fault {
  readonly name: string;
  /** None where it cannot be wrong there. */
  casesAt(place: Place): readonly Case[];
}

/** A repository, with marks where findings are wanted. */
export interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** What is wanted in files that cannot hold a mark: `path:line rule-id`. */
  readonly wanted: readonly string[];
  /** True where pedantic rules have an opinion that is no matter here. */
  readonly isDefaultOnly: boolean;
}

interface CaseOptions extends Partial<Pick<Case, 'wanted' | 'isDefaultOnly'>> {
  /** What else the repository holds. */
  readonly beside?: Case['files'];
  /** What tells the case from others in the same place. */
  readonly detail?: string;
}

/** The text of every secret that the documents of the tests write out. */
export const SECRET = 'hunter2-k9Tq';

const PEDANTIC = new Set(['deprecated-bearer-token', 'unexpanded-variable', 'redirects-carry-credentials']);

const PASSES = { default: 'by default', pedantic: 'with pedantic rules' } as const;

/** A case with one client, marked where it is wrong, in its place. */
export function caseAt(place: Place, client: Fields, options: CaseOptions = {}): Case {
  const { beside = {}, wanted = [], isDefaultOnly = false, detail } = options;
  return {
    name: detail === undefined ? place.name : `${place.name}, ${detail}`,
    files: { [place.file]: yamlOf(place.document(client)), ...beside },
    wanted,
    isDefaultOnly,
  };
}

/** Mappings with the findings wanted that a field brings with it. */
export function wantingBesides(fields: Fields, besides: readonly Besides[]): Fields {
  return besides.reduce((marked, { path, ruleId }) => wanting(marked, path, ruleId), fields);
}

/** What is not as it should be, as text for people; empty where all cases are right. */
export function failuresOf(cases: readonly Case[]): string {
  return cases.flatMap(failureOf).join('\n');
}

function failureOf({ name, files, wanted, isDefaultOnly }: Case): readonly string[] {
  const all = [...wantedIn(files), ...wanted].sort();
  const byDefault = all.filter(isByDefault);
  const faults = [
    // Where pedantic rules want nothing, the rules of a default run are among those that were right.
    ...(isDefaultOnly || byDefault.length < all.length ? differenceOf(PASSES.default, byDefault, files) : []),
    ...(isDefaultOnly ? [] : differenceOf(PASSES.pedantic, all, files)),
  ];
  if (faults.length === 0) return [];
  const texts = Object.entries(files).map(([path, text]) => `--- ${path}\n${text}`);
  return [[`=== ${name}`, ...faults, ...texts].join('\n')];
}

function isByDefault(finding: string): boolean {
  return !PEDANTIC.has(finding.split(' ')[1] ?? '');
}

function differenceOf(pass: string, wanted: readonly string[], files: Case['files']): readonly string[] {
  const report = reportOf(files, pass === PASSES.pedantic);
  const found = foundIn(report);
  const isSame = found.join() === wanted.join();
  return [
    ...(isSame ? [] : [`${pass}: wanted ${listOf(wanted)}, found ${listOf(found)}`]),
    ...(report.findings.some(({ message }) => message.includes(SECRET)) ? [`${pass}: a message quotes a secret`] : []),
    ...shownSecretsIn(report, files).map(place => `${pass}: the secret at ${place} is not masked`),
  ];
}

/** The secrets on marked lines that a frame around a finding would show. */
function shownSecretsIn({ secrets }: Report, files: Case['files']): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    [...text.matchAll(/hunter2-k9Tq(?=.*# want: )/g)].flatMap(({ index }) => {
      const isMasked = secrets.some(
        ({ file, start, end }) => file.path === path && start <= index && end >= index + SECRET.length,
      );
      return isMasked ? [] : [`${path}:${text.slice(0, index).split('\n').length}`];
    }),
  );
}

function listOf(findings: readonly string[]): string {
  return findings.length === 0 ? 'none' : findings.join(' and ');
}

function reportOf(files: Case['files'], pedantic: boolean): Report {
  const configuration = { ...DEFAULT_CONFIGURATION, pedantic };
  return lint({ files: treeOf(files), configuration, now: EXAMPLE_NOW, rules: RULES_FOR_PARTS });
}
