import { compareSync } from 'bcryptjs';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exampleConfiguration } from '../src/edge/cli/rule-page.ts';
import type { Report } from '../src/findings/report.ts';
import { lint } from '../src/lint/lint.ts';
import { EXAMPLE_NOW } from '../src/rules/rule.ts';
import { nearMissesIn, wantedIn, type NearMiss, type Texts } from './marks.ts';
import { treeOf, type Files } from './tree.ts';

/** A small repository of `test/scenarios/`, with what it marks and what the linter says of it. */
interface Scenario {
  readonly name: string;
  readonly report: Report;
  /** `path:line rule-id`, sorted: from marks, and from `expected.txt` for files that take no comment. */
  readonly wanted: readonly string[];
  readonly nearMisses: readonly NearMiss[];
  readonly files: Texts;
  /** Lints other files as this scenario is linted. */
  readonly reportOn: (files: Files) => Report;
}

const FOLDER = join(import.meta.dirname, '../../test/scenarios');
const EXPECTED = 'expected.txt';

/** Every scenario, linted whole with all rules as it stands on the disk. */
export function scenarios(): readonly Scenario[] {
  const names = readdirSync(FOLDER).filter(name => statSync(join(FOLDER, name)).isDirectory());
  return names.sort().map(scenarioAt);
}

/** Every file of the scenarios, by its path below their folder. */
export function scenarioFiles(): Texts {
  return filesBelow(FOLDER);
}

/** One scenario by its name. */
export function scenarioAt(name: string): Scenario {
  const { [EXPECTED]: expected = '', ...files } = filesBelow(join(FOLDER, name));
  const configuration = exampleConfiguration(files);
  const reportOn = (tree: Files): Report =>
    lint({ files: treeOf(tree), configuration, now: EXAMPLE_NOW, matchesHash: compareSync });
  return {
    name,
    files,
    report: reportOn(files),
    reportOn,
    wanted: [...wantedIn(files), ...expected.split('\n').filter(line => line !== '')].sort(),
    nearMisses: nearMissesIn(files),
  };
}

function filesBelow(folder: string): Texts {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/'));
  const files = paths.filter(path => statSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(files.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}
