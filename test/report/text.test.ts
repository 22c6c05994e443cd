import { expect, test } from '@jest/globals';
import type { Report } from '../../src/findings/report.ts';
import { textReporter } from '../../src/report/text.ts';
import { SourceFile } from '../../src/text/source.ts';
import { findingOf, placeOf, reportOf } from './sample.ts';

const file = new SourceFile('prometheus.yml', 'a: 1\ntls_config:\n  insecure_skip_verify: true\n');
const finding = findingOf({ at: placeOf(file, 'insecure_skip_verify: true'), message: 'not verified; set `ca_file`' });

function textOf(report: Report, verbose = false): string {
  return textReporter({ color: false, verbose })(report);
}

test('a finding shows its place, its line and what is wrong', () => {
  expect(textOf(reportOf([finding]))).toBe(`error[insecure-skip-verify]: not verified; set \`ca_file\`
 --> prometheus.yml:3:3
  |
3 |   insecure_skip_verify: true
  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^

1 error in 1 file (1 file seen, 1 document read: 1 prometheus)
`);
});

test('line numbers of a finding and its related places align', () => {
  const long = new SourceFile('certs.pem', `${'\n'.repeat(119)}CERT\n`);
  const related = [{ at: placeOf(long, 'CERT'), message: 'the authority is here' }];
  expect(textOf(reportOf([{ ...finding, related }]))).toContain(`
   --> prometheus.yml:3:3
    |
  3 |   insecure_skip_verify: true
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
note: the authority is here
   --> certs.pem:120:1
    |
120 | CERT
    | ^^^^
`);
});

test('a clean run is one line', () => {
  const files = { seen: 120, documents: { prometheus: 4, servicemonitor: 3, web: 0 } };
  expect(textOf(reportOf([], { files }))).toBe(
    'no findings (120 files seen, 7 documents read: 4 prometheus, 3 servicemonitor)\n',
  );
  expect(textOf(reportOf([], { files: { seen: 3, documents: {} } }))).toBe('no findings (3 files seen, none read)\n');
});

test('a summary counts severities, files, what is not new and what is ignored', () => {
  const other = new SourceFile('b.yml', 'a: 1\n');
  const findings = [
    finding,
    { ...finding, state: 'existing' as const },
    findingOf({ at: other.span(0, 1), severity: 'warning' }),
  ];
  const ignored = [{ finding, reason: 'known', at: file.span(0, 1) }];
  const lines = textOf(reportOf(findings, { ignored })).trimEnd().split('\n').slice(-3);
  expect(lines).toEqual([
    '1 error, 1 warning in 2 files (1 file seen, 1 document read: 1 prometheus)',
    'not new: 1 finding (--verbose shows them)',
    'ignored by comments: 1 finding',
  ]);
});

const unread = [
  { path: 'b/crds.yaml', reason: 'nested deeper than 100' },
  { path: 'a.yml', reason: 'larger than 8 MiB' },
  { path: 'c/odd\nname.yml', reason: 'larger than 8 MiB' },
];

test('what was not read is counted by reason', () => {
  expect(textOf(reportOf([], { unread }))).toContain(
    '\nnot read: 2 × larger than 8 MiB; 1 × nested deeper than 100 (--verbose names them)\n',
  );
});

test('what was not read is named file by file when asked', () => {
  expect(textOf(reportOf([], { unread }), true)).toContain(`
not read:
  b/crds.yaml: nested deeper than 100
  a.yml: larger than 8 MiB
  c/odd\\u{a}name.yml: larger than 8 MiB
`);
});

test('colour adds nothing but ANSI sequences, each of them closed', () => {
  const report = reportOf([finding], { unread });
  const colored = textReporter({ color: true, verbose: false })(report);
  const sequence = new RegExp(`${String.fromCharCode(0x1b)}\\[([0-9;]+)m`, 'g');
  const parameters = [...colored.matchAll(sequence)].map(match => match[1]);
  expect(parameters.length).toBeGreaterThan(0);
  expect(parameters.filter((_, index) => index % 2 === 1).every(parameter => parameter === '0')).toBe(true);
  expect(colored.replace(sequence, '')).toBe(textOf(report));
});
