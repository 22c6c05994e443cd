import { SEVERITIES, type Finding } from '../findings/finding.ts';
import { lineAround } from './ignore-comment.ts';

/** Which findings count: all, those that the change brings, or those on lines that it changes. */
export const SCOPES = ['all', 'new', 'changed-lines'] as const;
export type Scope = (typeof SCOPES)[number];

/** What two sides have of findings. */
interface Subtraction {
  /** Findings of the head that the base has not. */
  readonly brought: ReadonlySet<Finding>;
  /** How many of the base the head has no longer. */
  readonly gone: number;
}

/** What is asked of the change between two sides. */
export interface Change {
  /** What a file of the head is called in the base. */
  pathInBase(path: string): string;
  /** True where a finding of the head stands on a changed line: of two that are the same it is the new one. */
  isOnChangedLine(finding: Finding): boolean;
}

/**
 * Takes the findings of the base from those of the head, each once: first those of the same file, then those that have
 * moved with their lines to another one. What became worse is none that was there before.
 */
export function subtracted(head: readonly Finding[], base: readonly Finding[], change: Change): Subtraction {
  const inFiles = new Supply(base, finding => `${finding.at.file.path}\0${finding.fingerprint}`);
  const unmoved = inOrderOfChange(head, change).filter(finding => {
    return !inFiles.take(`${change.pathInBase(finding.at.file.path)}\0${finding.fingerprint}`, finding);
  });
  const elsewhere = new Supply(inFiles.rest(), movedAs);
  const brought = unmoved.filter(finding => isOfFile(finding) || !elsewhere.take(movedAs(finding), finding));
  return { brought: new Set(brought), gone: elsewhere.rest().length };
}

/** Those that were left alone come first, so that what is added beside one of the same kind is what is left over. */
function inOrderOfChange(findings: readonly Finding[], change: Change): readonly Finding[] {
  const changed = new Set(findings.filter(finding => change.isOnChangedLine(finding)));
  return [...findings.filter(finding => !changed.has(finding)), ...changed];
}

/** What is about a whole file does not move to another. */
function isOfFile({ at }: Finding): boolean {
  return at.start === at.end;
}

function movedAs(finding: Finding): string {
  return `${finding.fingerprint}\0${linesOf(finding)}`;
}

const BLOCK = /-----BEGIN (?:(?!-----END)[^])*/y;

/**
 * The lines that a finding stands on, however they are indented. That of a certificate or a key is the first of its block,
 * which is the same for all of them: it goes with the others.
 */
function linesOf({ at: { file, start, end } }: Finding): string {
  const first = lineAround(file.text, start).start;
  BLOCK.lastIndex = start;
  const last = Math.max(end, start + (BLOCK.exec(file.text)?.[0].length ?? 0));
  return file.text.slice(first, lineAround(file.text, last).end).replace(/^[ \t]+/gm, '');
}

/** Findings of the base that are not taken yet. */
class Supply {
  readonly #byKey = new Map<string, Finding[]>();

  constructor(findings: readonly Finding[], keyOf: (finding: Finding) => string) {
    for (const finding of findings) {
      const key = `${finding.severity}\0${keyOf(finding)}`;
      const same = this.#byKey.get(key);
      if (same === undefined) this.#byKey.set(key, [finding]);
      else same.push(finding);
    }
  }

  /** Takes one that is as bad as a finding or else worse, the least, and says whether there was one. */
  take(key: string, { severity }: Finding): boolean {
    const asBad = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1).toReversed();
    return asBad.some(level => this.#byKey.get(`${level}\0${key}`)?.pop() !== undefined);
  }

  rest(): readonly Finding[] {
    return [...this.#byKey.values()].flat();
  }
}
