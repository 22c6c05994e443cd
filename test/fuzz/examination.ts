import { decipher } from '../../src/lint/decipher.ts';
import { reshapedBy } from '../../src/documents/chart.ts';
import { ENGINE_RULES } from '../../src/findings/engine-rules.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint, type LintInput } from '../../src/lint/lint.ts';
import { lowered, type LoweredTree } from '../../src/lint/lower.ts';
import { selectionOf } from '../../src/policy/selection.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { EXAMPLE_NOW, type HashMatch, type Rule } from '../../src/rules/rule.ts';
import { RULES } from '../../src/rules/index.ts';
import { treeOf, type Files } from '../tree.ts';
import { aboutFaults } from './checks/about.ts';
import { baselineFaults } from './checks/baseline.ts';
import { comparisonFaults } from './checks/comparison.ts';
import { foreignReportFaults } from './checks/foreign-report.ts';
import { certificateFaults } from './checks/handshake.ts';
import { mergeFaults } from './checks/merging.ts';
import { mendingFaults } from './checks/mending.ts';
import { explanationOn, outputsOf, VERSION } from './checks/outputs.ts';
import { placeFaults } from './checks/places.ts';
import { rewritingFaults } from './checks/rewriting.ts';
import { secretFaults } from './checks/secrets.ts';
import type { FuzzCase } from './fuzz-case.ts';
import type { Repository } from './repositories.ts';
import { textsOf } from './texts.ts';

/** Something that must not be, whatever the files. */
export interface FuzzFault {
  /** What should hold. */
  readonly check: string;
  readonly what: string;
}

/** Who is examined: the project, or in tests of the examination what breaks it. */
export interface Examined {
  readonly rules: readonly Rule[];
}

/** How many cases there are to one of each of the checks that take long. */
const EACH_TURN = 32;
// What is said of rules that found nothing is the same in each report, and most of a short one.
const WITH_ALL_RULES = 64;

const PROJECT: Examined = { rules: RULES };

// Comparing a password with a hash takes longer than all else together, and what the answer is makes no difference here.
const matchesHash: HashMatch = (password, hash) => (password.length + hash.length) % 3 === 0;

/**
 * Sends a case through the whole pipeline and every reporter, and says what is wrong with what comes of it. What takes long
 * is done with one of a few cases, which is which by their numbers.
 */
export function faultsOf(fuzzCase: FuzzCase, examined: Examined = PROJECT): readonly FuzzFault[] {
  try {
    return new Examination(fuzzCase, examined).faults();
  } catch (error) {
    const { stack } = error instanceof Error ? error : new Error(String(error));
    return [{ check: 'nothing throws', what: stack ?? 'an error without a stack' }];
  }
}

class Examination {
  readonly #case: FuzzCase;
  readonly #input: LintInput;
  readonly #lowered: LoweredTree;
  readonly #report: Report;

  constructor(fuzzCase: FuzzCase, { rules }: Examined) {
    const { files, configuration, original, number } = fuzzCase;
    this.#case = fuzzCase;
    const input = {
      files: treeOf(files),
      configuration,
      now: EXAMPLE_NOW,
      rules,
      matchesHash,
      ...(number % 10 === 0 ? { decipher } : {}),
    };
    this.#lowered = loweredCase(input, files, original);
    this.#input = input;
    const report = lint({ ...input, lowered: this.#lowered });
    this.#report = number % WITH_ALL_RULES === 0 ? report : withRulesFound(report);
  }

  faults(): readonly FuzzFault[] {
    const { number, files } = this.#case;
    const report = this.#report;
    const outputs = {
      ...outputsOf(report, number),
      explanation: explanationOn(report, this.#lowered, number),
    };
    return [
      ...named('nothing of ours breaks', internalErrors(report)),
      ...named('every place is true', placeFaults(report, files)),
      ...named('every place is what is spoken of', aboutFaults(report)),
      ...named('no secret is shown', secretFaults(report, textsOf(files), outputs)),
      ...named('certificates break nothing', certificateFaults(this.#case)),
      ...this.#rarer(number),
    ];
  }

  #rarer(number: number): readonly FuzzFault[] {
    const report = this.#report;
    const { rules = [] } = this.#input;
    const reportOn = (files: Files): Report => lint({ ...this.#input, files: treeOf(files) });
    switch (number % EACH_TURN) {
      case 0:
        return named('the same input gives the same bytes', this.#differencesAgain());
      case 1:
        return named('what is printed as JSON is a report again', mergeFaults(report, [...rules, ...ENGINE_RULES]));
      case 2:
        return named('a change is compared', comparisonFaults(this.#input, this.#case));
      case 3:
      case 4:
        return named('what is written otherwise means the same', rewritingFaults(this.#case, report, reportOn));
      case 5:
        return named('a baseline takes what is found', baselineFaults(report));
      case 6:
        return named(
          'what others wrote is read or refused',
          foreignReportFaults(report, [...rules, ...ENGINE_RULES], number),
        );
      default:
        return number % 2 === 0
          ? []
          : named('fixes mend', mendingFaults(this.#input, report, textsOf(this.#case.files), number));
    }
  }

  /** Linted once more, with nothing of it known. */
  #differencesAgain(): readonly string[] {
    const [one, other] = [this.#report, lint(this.#input)].map(withRulesFound).map(jsonReporter(VERSION));
    return one === other ? [] : ['another report comes of the same files'];
  }
}

/** What the files mean. Those that are as they were are read once for all cases. */
function loweredCase(input: LintInput, files: Files, original: Repository): LoweredTree {
  const selection = selectionOf(input.configuration);
  const paths = [...new Set([...Object.keys(files), ...Object.keys(original.files)])];
  const changed = new Set(paths.filter(path => files[path] !== original.files[path]));
  // What is locked is opened only where there is something to open it with, and what is left out is configured.
  const isAllNew = input.decipher !== undefined || changed.has('.promsec.yml') || changed.size === paths.length;
  if (isAllNew) return lowered(input.files, selection, input.decipher);
  const isReshaped = reshapedBy([...changed]);
  return lowered(input.files, selection, undefined, {
    byPath: loweredOriginal(original).byPath,
    isSame: path => !changed.has(path) && !isReshaped(path),
  });
}

function loweredOriginal(original: Repository): LoweredTree {
  let known = KNOWN.get(original);
  if (known === undefined) {
    known = lowered(treeOf(original.files), selectionOf(original.configuration));
    KNOWN.set(original, known);
  }
  return known;
}

const KNOWN = new WeakMap<Repository, LoweredTree>();

function named(check: string, faults: readonly string[]): readonly FuzzFault[] {
  return faults.map(what => ({ check, what }));
}

function withRulesFound(report: Report): Report {
  const found = new Set(
    [...report.findings, ...report.ignored.map(({ finding }) => finding)].map(({ ruleId }) => ruleId),
  );
  return { ...report, rules: report.rules.filter(({ id }) => found.has(id)) };
}

function internalErrors({ findings }: Report): readonly string[] {
  return findings.filter(({ ruleId }) => ruleId === 'internal-error').map(({ message }) => message);
}
