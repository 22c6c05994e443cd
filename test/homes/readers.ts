import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { countsOf, type Report } from '../../src/findings/report.ts';
import { checkstyleReporter } from '../../src/report/checkstyle.ts';
import { junitReporter } from '../../src/report/junit.ts';
import { messageLines } from '../../src/report/message-lines.ts';
import { shownRangeOf } from '../../src/report/position.ts';
import { hostile } from '../report/hostile-pieces.ts';
import { findingOf, reportOf, sample } from '../report/sample.ts';
import { escapedCharacter } from '../../src/report/visible.ts';
import { groupedBy } from '../../src/text/grouped.ts';
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

/** What no XML holds, not even as a reference (XML 1.0, production 2). */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

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
  const reader = compiledOnce(join(scratch, 'read-checkstyle'));
  return Object.entries(reports).flatMap(([what, report]) => {
    const name = what.replaceAll(' ', '-');
    const [junit, checkstyle] = [join(scratch, `${name}.junit.xml`), join(scratch, `${name}.checkstyle.xml`)];
    writeFileSync(junit, junitReporter()(report));
    writeFileSync(checkstyle, checkstyleReporter()(report));
    return [
      { name: `libxml2 reads JUnit's XML of ${what}`, faults: () => faultsOfXml(junit) },
      { name: `libxml2 reads Checkstyle's XML of ${what}`, faults: () => faultsOfXml(checkstyle) },
      {
        name: `go-checkstyle reads in Checkstyle's XML of ${what} what is in the report`,
        faults: () => faultsOfResults(checkstyle, report, reader()),
      },
      { name: `junitparser counts in JUnit's XML of ${what} as it says`, faults: () => faultsOfCounts(junit, report) },
    ];
  });
}

function faultsOfXml(path: string): readonly string[] {
  return execFileSync('xmllint', ['--noout', '--nonet', path], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** Compiles the reader of Checkstyle's results when it is first asked for. @param program where to. */
function compiledOnce(program: string): () => string {
  let isCompiled = false;
  return () => {
    // Debian has the packages of Go here, without the files of modules.
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' };
    if (!isCompiled) execFileSync('go', ['build', '-o', program, 'test/homes/checkstyle.go'], { env });
    isCompiled = true;
    return program;
  };
}

function faultsOfResults(results: string, { findings }: Report, reader: string): readonly string[] {
  const output = execFileSync(reader, { input: readFileSync(results), encoding: 'utf8', maxBuffer: 1 << 28 });
  // What `checkstyle.go` prints of the public types of the package.
  const files = (JSON.parse(output) ?? []) as readonly {
    readonly Name: string;
    readonly Errors: readonly {
      readonly Line: number;
      readonly Column: number;
      readonly Severity: string;
      readonly Message: string;
      readonly Source: string;
    }[];
  }[];
  const read = files.flatMap(({ Name, Errors }) =>
    Errors.map(({ Line, Column, Severity, Message, Source }) => [Name, Line, Column, Severity, Message, Source]),
  );
  const byFile = [...groupedBy(findings, ({ at }) => at.file.path).values()].flat();
  const wanted = byFile.map(finding => {
    const { line, column } = shownRangeOf(finding.at);
    const severity = finding.severity === 'note' ? 'info' : finding.severity;
    const name = finding.at.file.path.replace(NOT_IN_XML, escapedCharacter);
    return [name, line, column, severity, messageLines(finding), `promsec.${finding.ruleId}`];
  });
  const other = wanted.flatMap((result, index) =>
    JSON.stringify(result) === JSON.stringify(read[index]) ? [] : [JSON.stringify([result, read[index]])],
  );
  return read.length === wanted.length ? other.slice(0, 3) : [`it reads ${read.length} results, not ${wanted.length}`];
}

function faultsOfCounts(path: string, { findings }: Report): readonly string[] {
  const output = execFileSync('/usr/bin/python3', ['-c', COUNTED, path], { encoding: 'utf8' }).trim();
  const wanted = `True ${countsOf(findings).error}`;
  return output === wanted ? [] : [`it says ${output}, not ${wanted}`];
}
