import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { countsOf, type Report } from '../../src/findings/report.ts';
import { checkstyleReporter } from '../../src/report/checkstyle.ts';
import { junitReporter } from '../../src/report/junit.ts';
import { hostile } from '../report/hostile-pieces.ts';
import { findingOf, reportOf, sample } from '../report/sample.ts';
import { SourceFile } from '../../src/text/source.ts';
import type { Check } from './check.ts';

const COUNTED = `
import sys
from junitparser import JUnitXml
suites = JUnitXml.fromfile(sys.argv[1])
said = [suites.tests, suites.failures, suites.errors]
suites.update_statistics()
print(said == [suites.tests, suites.failures, suites.errors], suites.failures)
`;

/** A report with texts wherever one may come from what was read. */
function reportWith(texts: readonly string[]): Report {
  const findings = texts.map(text => {
    const file = new SourceFile(`x/${text.replaceAll('/', '|')}.yml`, `a: ${text}\n`);
    const at = file.span(0, 1);
    return findingOf({ at, message: text, related: [{ at, message: text }] });
  });
  return reportOf(findings);
}

/** That programs of others read what is written for them. @param scratch a folder for files. */
export function readerChecks(scratch: string): readonly Check[] {
  const texts = fc.sample(hostile, { seed: 20261121, numRuns: 2000 });
  const reports = {
    'a report with everything': sample,
    'hostile texts': reportWith(texts),
    'no finding': reportOf([]),
  };
  return Object.entries(reports).flatMap(([what, report]) => {
    const name = what.replaceAll(' ', '-');
    const [junit, checkstyle] = [join(scratch, `${name}.junit.xml`), join(scratch, `${name}.checkstyle.xml`)];
    writeFileSync(junit, junitReporter()(report));
    writeFileSync(checkstyle, checkstyleReporter()(report));
    return [
      { name: `libxml2 reads JUnit's XML of ${what}`, faults: () => faultsOfXml(junit) },
      { name: `libxml2 reads Checkstyle's XML of ${what}`, faults: () => faultsOfXml(checkstyle) },
      { name: `junitparser counts in JUnit's XML of ${what} as it says`, faults: () => faultsOfCounts(junit, report) },
    ];
  });
}

function faultsOfXml(path: string): readonly string[] {
  return execFileSync('xmllint', ['--noout', '--nonet', path], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

function faultsOfCounts(path: string, { findings }: Report): readonly string[] {
  const output = execFileSync('/usr/bin/python3', ['-c', COUNTED, path], { encoding: 'utf8' }).trim();
  const wanted = `True ${countsOf(findings).error}`;
  return output === wanted ? [] : [`it says ${output}, not ${wanted}`];
}
