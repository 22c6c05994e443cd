import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Report } from '../src/findings/report.ts';
import { FORMATS } from '../src/report/format-names.ts';
import { reporterFor } from '../src/report/format.ts';
import { rangeOf } from '../src/report/position.ts';
import type { Span } from '../src/text/source.ts';
import { SECRET, SEEDS } from './fuzz-seeds.ts';
import { TEMPLATE_SEEDS } from './fuzz-template-seeds.ts';
import type { Texts } from './marks.ts';
import { reportOn } from './linted.ts';

// What means something to YAML, to templates or to us, with a `·` for a space and a `¶` for a line break.
const TOKENS = [
  '*tls &tls· &a· *a <<:·*tls <<:· {{·.x·}} {{-·if·.y·}}¶ ${Z} [ ] { } , -· :· ?· |¶ >-¶ ---¶ ...¶ %YAML·1.1¶ !!binary· !vault·',
  '#· \\ null ~ yes off 0 :// @ $2y$10$ 😀 é insecure_skip_verify:·true insecureSkipVerify:·on tls_config:· tlsConfig:¶',
  'basic_auth_users:¶ scrape_configs:¶ spec:¶ __proto__:· constructor:· kind:·CustomResourceDefinition¶ clients:¶ · ¶',
]
  .flatMap(line => line.split(' '))
  .map(token => token.replaceAll('·', ' ').replaceAll('¶', '\n'))
  .concat('\t', '\r', '\r\n', '\u2028', '\uFEFF', '\u0001', '\u202e');

type Mutation = (text: string) => string;

const place = fc.nat({ max: 2000 });
const put = fc.tuple(place, fc.nat({ max: 3 }), fc.constantFrom(...TOKENS)).map(
  ([at, length, token]): Mutation =>
    text => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + token + text.slice(start + length);
    },
);
const cut = place.map(
  (at): Mutation =>
    text =>
      text.slice(0, at % (text.length + 1)),
);
const moveLines = fc.tuple(place, fc.nat({ max: 4 }), place, fc.boolean()).map(
  ([from, count, to, isCopy]): Mutation =>
    text => {
      const lines = text.split('\n');
      const start = from % lines.length;
      const taken = lines.slice(start, start + count);
      const rest = isCopy ? lines : lines.toSpliced(start, count);
      return rest.toSpliced(to % (rest.length + 1), 0, ...taken).join('\n');
    },
);
const indent = fc.tuple(place, fc.nat({ max: 4 }), fc.integer({ min: -4, max: 4 })).map(
  ([from, count, columns]): Mutation =>
    text => {
      const lines = text.split('\n');
      const start = from % lines.length;
      return lines
        .map((line, index) => (index < start || index > start + count ? line : shifted(line, columns)))
        .join('\n');
    },
);
const carriageReturns = fc.constant<Mutation>(text => text.replaceAll('\n', '\r\n'));

function shifted(line: string, columns: number): string {
  return columns >= 0 ? ' '.repeat(columns) + line : line.replace(new RegExp(`^ {0,${-columns}}`), '');
}

const mutation = fc.oneof(
  { weight: 6, arbitrary: put },
  { weight: 3, arbitrary: moveLines },
  { weight: 2, arbitrary: indent },
  { weight: 1, arbitrary: cut },
  { weight: 1, arbitrary: carriageReturns },
);

/** Some files, each with some mutations. */
function filesLike(seeds: Texts): fc.Arbitrary<Texts> {
  return fc
    .tuple(...Object.entries(seeds).map(([path, text]) => fc.tuple(fc.constant(path), mutated(text))))
    .map(entries => ({ ...CHART, ...Object.fromEntries(entries) }));
}

function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .array(mutation, { maxLength: 4 })
    .map(mutations => mutations.reduce((changed, change) => change(changed), text));
}

// Makes templates of what lies in `chart/templates`.
const CHART = { 'chart/Chart.yaml': 'name: shop' };

test.each([
  { what: 'files', seeds: SEEDS, numRuns: 2000, least: { findings: 10_000, faults: 1000, told: 400 } },
  {
    what: 'templates and strings',
    seeds: TEMPLATE_SEEDS,
    numRuns: 2000,
    least: { findings: 10_000, faults: 100, told: 400 },
  },
])(
  'whatever is done to $what, each place is true, each report is whole, and no secret is shown',
  ({ seeds, numRuns, least }) => {
    let findings = 0;
    let faults = 0;
    let told = 0;
    fc.assert(
      fc.property(filesLike(seeds), texts => {
        const report = reportOn(texts);
        findings += report.findings.length;
        faults += report.unread.length;
        expect(report.findings.filter(({ ruleId }) => ruleId === 'internal-error')).toEqual([]);
        for (const { at, related } of report.findings) {
          for (const span of [at, ...related.map(other => other.at)]) expect(isTrue(span, texts)).toBe(true);
        }
        const outputs = outputsOf(report);
        expect(() => [JSON.parse(outputs['json'] ?? ''), JSON.parse(outputs['sarif'] ?? '')]).not.toThrow();
        if (!knowsSecrets(report, texts)) return;
        told += 1;
        for (const output of Object.values(outputs)) expect(output.includes(SECRET)).toBe(false);
      }),
      { seed: 20_240_229, numRuns },
    );
    expect(findings).toBeGreaterThan(least.findings);
    expect(faults).toBeGreaterThan(least.faults);
    expect(told).toBeGreaterThan(least.told);
  },
  120_000,
);

test.each([
  { what: 'files', seeds: SEEDS },
  { what: 'templates and strings', seeds: TEMPLATE_SEEDS },
])('without a change, each of the $what has findings', ({ seeds }) => {
  const paths = reportOn({ ...CHART, ...seeds }).findings.map(({ at }) => at.file.path);
  expect([...new Set(paths)].sort()).toEqual(Object.keys(seeds).sort());
});

function isTrue(span: Span, texts: Readonly<Record<string, string>>): boolean {
  const text = texts[span.file.path];
  if (text === undefined || span.start < 0 || span.start > span.end || span.end > span.file.text.length) return false;
  const { line, column, endLine, endColumn } = rangeOf(span);
  return line >= 1 && column >= 1 && (endLine > line || (endLine === line && endColumn >= column));
}

/**
 * True when the report knows each place of the secret; a change can make a part of a name of it, and then it is none.
 */
function knowsSecrets(report: Report, texts: Readonly<Record<string, string>>): boolean {
  return Object.entries(texts).every(([path, text]) => {
    const hidden = report.secrets.filter(span => span.file.path === path);
    return [...text.matchAll(new RegExp(SECRET, 'g'))].every(({ index }) =>
      hidden.some(({ start, end }) => start <= index && index + SECRET.length <= end),
    );
  });
}

function outputsOf(report: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FORMATS.map(format => [format, reporterFor(format, { version: '1.0.0', color: false, verbose: true })(report)]),
  );
}
