import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { SEVERITIES, type Finding, type Fix } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { checkstyleReporter } from '../../src/report/checkstyle.ts';
import { codeQualityReporter } from '../../src/report/code-quality.ts';
import { rdjsonReporter } from '../../src/report/rdjson.ts';
import { SourceFile, type Span } from '../../src/text/source.ts';
import type { TextEdit } from '../../src/text/text-edit.ts';
import { changeSample } from './change-sample.ts';
import { elementsIn, readXml } from './read-xml.ts';
import { diagnosticsOfAuthor } from './rdjson-author.ts';
import { findingOf, placeOf, reportOf, sample } from './sample.ts';
import { faultsOfForm } from './xml-form.ts';

const REPORTS = [
  { name: 'a report with everything', report: sample },
  { name: 'the report on a pull request', report: changeSample },
  { name: 'a clean report', report: reportOf([]) },
];
const file = new SourceFile('a b/ä.yml', 'a: 1\nb: {\n  c: 3 }\nd: 4\n');
const accented = new SourceFile('c.yml', 'a: 1\n{ é東🔥: , b: 2 }\nd: 4\n');
const twice = findingOf({ at: placeOf(file, 'a: 1') });
const block = findingOf({ at: placeOf(file, 'b: {\n  c: 3 }\n'), severity: 'warning' });
const last = findingOf({ at: placeOf(file, 'd: 4'), severity: 'note', state: 'existing' });

function schemaIn(name: string): object {
  return JSON.parse(readFileSync(`test/report/fixtures/${name}`, 'utf8'));
}

/** What the compiler says, where a report is not what `codeclimate-types` says that one is. */
function faultsOfTypes(report: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'promsec-types-'));
  try {
    const source = join(folder, 'report.ts');
    const types = join(process.cwd(), 'node_modules/codeclimate-types/index.js');
    writeFileSync(
      source,
      `import type { Issue } from '${types}';\nexport const report: readonly Issue[] = ${report};\n`,
    );
    const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--ignoreConfig', '--module', 'nodenext', source];
    return spawnSync(process.execPath, [compiler, ...options], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the tests read of a Code Quality report. */
interface Degradation {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: object };
}

function degradationsOf(report: Report): readonly Degradation[] {
  return JSON.parse(codeQualityReporter()(report));
}

function diagnosticsOf(report: Report): readonly Record<string, unknown>[] {
  return JSON.parse(rdjsonReporter()(report)).diagnostics;
}

describe('a Code Quality report of GitLab', () => {
  const validate = new Ajv().compile(schemaIn('gitlab-code-quality.schema.json'));

  test.each(REPORTS)('has the form that GitLab reads for $name, with all findings', ({ report }) => {
    const degradations = degradationsOf(report);
    validate(degradations);
    expect(validate.errors ?? []).toEqual([]);
    expect(degradations).toHaveLength(report.findings.length);
  });

  test.each(REPORTS)('is of the published types of Code Climate for $name', ({ report }) => {
    expect(faultsOfTypes(codeQualityReporter()(report))).toBe('');
  });

  test('is held to these types, which know severities and ask for a path', () => {
    const text = codeQualityReporter()(reportOf([twice]));
    expect(faultsOfTypes(text.replace('"critical"', '"error"'))).toContain('"error"');
    expect(faultsOfTypes(text.replace('"path"', '"file"'))).toContain('"file"');
  });

  test('has a fingerprint for each finding, which stays when lines move', () => {
    const moved = new SourceFile(file.path, `# a comment\n${file.text}`);
    const fingerprints = degradationsOf(reportOf([twice, block])).map(({ fingerprint }) => fingerprint);
    const movedToo = [findingOf({ at: placeOf(moved, 'a: 1') }), findingOf({ at: placeOf(moved, 'c: 3') })];
    expect(new Set(fingerprints).size).toBe(2);
    expect(degradationsOf(reportOf(movedToo)).map(({ fingerprint }) => fingerprint)).toEqual(fingerprints);
  });

  test('has paths and whole lines as they are', () => {
    expect(degradationsOf(reportOf([block, last])).map(({ severity, location }) => [severity, location])).toEqual([
      ['major', { path: 'a b/ä.yml', lines: { begin: 2, end: 3 } }],
      ['info', { path: 'a b/ä.yml', lines: { begin: 4, end: 4 } }],
    ]);
  });
});

function inAccented(needle: string): Span {
  return placeOf(accented, needle);
}

function fixOf(...edits: readonly TextEdit[]): Fix {
  return { title: 'mend', isSafe: true, edits };
}

const FIXED = reportOf(
  ['d: 4', '2', ', b', 'a: 1', 'é東🔥', '4\n'].map(needle => {
    const at = inAccented(needle);
    return findingOf({ at, fix: fixOf({ at, text: needle === '4\n' ? '5🐱\r\né: 6' : '東' }) });
  }),
);
/** ESLint's fixes are one edit in the file of the finding. */
function withoutLongFix({ fix, ...finding }: Finding): Finding {
  return fix?.edits.length === 1 && fix.edits[0]?.at.file === finding.at.file ? { ...finding, fix } : finding;
}

function anyText(key: string): readonly [string, unknown] {
  return [key, expect.any(String)];
}

describe('the diagnostics of reviewdog', () => {
  const validate = new Ajv().compile(schemaIn('rdjson.schema.json'));

  test.each(REPORTS)('have the form of its protocol for $name, with all findings', ({ report }) => {
    validate(JSON.parse(rdjsonReporter()(report)));
    expect(validate.errors ?? []).toEqual([]);
    expect(diagnosticsOf(report)).toHaveLength(report.findings.length);
  });

  test.each([...REPORTS, { name: 'fixes among all kinds of characters', report: FIXED }])(
    'are in all that they say those of the author of reviewdog, for $name',
    ({ report }) => {
      const text = rdjsonReporter()({ ...report, findings: report.findings.map(withoutLongFix) });
      const { diagnostics, source } = JSON.parse(text);
      const theirs: unknown = JSON.parse(diagnosticsOfAuthor(report.findings.map(withoutLongFix), diagnostics));
      expect(theirs).toMatchObject({ diagnostics, source: Object.fromEntries(Object.keys(source).map(anyText)) });
    },
  );

  test('suggest nothing in a file with a byte order mark, whose bytes may be those of UTF-16', () => {
    const marked = new SourceFile('c.yml', 'a: 1\n', true);
    const at = placeOf(marked, '1');
    expect(diagnosticsOf(reportOf([findingOf({ at, fix: fixOf({ at, text: '2' }) })]))[0]).not.toHaveProperty(
      'suggestions',
    );
  });

  test('have whole lines, and lead to the page of the rule', () => {
    expect(diagnosticsOf(reportOf([block]))).toMatchObject([
      {
        location: { path: 'a b/ä.yml', range: { start: { line: 2 }, end: { line: 3 } } },
        severity: 'WARNING',
        code: {
          value: 'insecure-skip-verify',
          url: 'https://github.com/promsec/promsec/blob/v1/docs/rules/insecure-skip-verify.md',
        },
      },
    ]);
  });

  test('suggest a safe fix in columns of bytes, as one piece, and nothing where a secret would be repeated', () => {
    const suggested = (fix: Fix, secrets: readonly Span[] = []): unknown => {
      const [diagnostic] = diagnosticsOf(reportOf([findingOf({ at: inAccented('b: 2'), fix })], { secrets }));
      return diagnostic?.['suggestions'];
    };
    const inner = { at: inAccented('2'), text: '22' };
    const outer = { at: inAccented('d: 4'), text: 'e: 5' };
    expect(suggested(fixOf(inner))).toEqual([
      { range: { start: { line: 2, column: 19 }, end: { line: 2, column: 20 } }, text: '22' },
    ]);
    expect(suggested(fixOf(outer, inner))).toEqual([
      { range: { start: { line: 2, column: 19 }, end: { line: 3, column: 5 } }, text: '22 }\ne: 5' },
    ]);
    expect(suggested({ ...fixOf(inner), isSafe: false })).toBeUndefined();
    expect(suggested(fixOf(inner), [inAccented('é東🔥')])).toBeUndefined();
    expect(suggested(fixOf(inner), [inAccented('d: 4')])).toBeDefined();
    expect(suggested(fixOf({ ...inner, text: '\u202e2' }))).toBeUndefined();
    expect(suggested(fixOf({ at: placeOf(file, 'd: 4'), text: 'e: 5' }))).toBeUndefined();
  });

  test.each([
    ['remove `insecure_skip_verify` and set ca_file', 'remove `insecure_skip_verify` and set ca_file'],
    ['job "@all" is wrong', 'job "<span>@</span>all" is wrong'],
    ['job `a` @all `b` is wrong', 'job <code>a</code> <span>@</span>all <code>b</code> is wrong'],
    ['job <img src=x> is wrong', 'job &lt;img src=x&gt; is wrong'],
    ['job [a](b) is ` wrong', 'job \\[a\\](b) is \\` wrong'],
  ])('are plain text but where a comment would make more of it: %s', (message, want) => {
    expect(diagnosticsOf(reportOf([{ ...twice, message }]))).toMatchObject([{ message: want }]);
  });
});

describe('the results of Checkstyle', () => {
  test.each(REPORTS)('have its form for $name, with all findings', ({ report }) => {
    const document = readXml(checkstyleReporter()(report));
    expect(faultsOfForm(document, 'checkstyle')).toEqual([]);
    expect(elementsIn(document, 'error')).toHaveLength(report.findings.length);
  });

  test('name a file once, by its very path, and have lines, columns and severities', () => {
    const odd = new SourceFile('a\tb\u200b<&">.yml', 'x: 1\n');
    const findings = [...SEVERITIES.map(severity => ({ ...block, severity })), findingOf({ at: placeOf(odd, '1') })];
    const document = readXml(checkstyleReporter()(reportOf(findings)));
    expect(elementsIn(document, 'file').map(({ attributes }) => attributes['name'])).toEqual([file.path, odd.path]);
    expect(
      elementsIn(document, 'error').map(({ attributes: { line, column, severity } }) => [line, column, severity]),
    ).toEqual([
      ['2', '1', 'error'],
      ['2', '1', 'warning'],
      ['2', '1', 'info'],
      ['1', '4', 'error'],
    ]);
  });

  test('have the related places in the message', () => {
    const related = [{ at: placeOf(file, 'd: 4'), message: 'see here' }];
    const document = readXml(checkstyleReporter()(reportOf([{ ...twice, message: 'wrong', related }])));
    const [error] = elementsIn(document, 'error');
    expect(error?.attributes['message']).toBe('wrong\na b/ä.yml:4: see here');
  });
});
