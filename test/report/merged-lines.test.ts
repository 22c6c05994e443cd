import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { jsonReporter } from '../../src/report/json.ts';
import { SourceFile, type Span } from '../../src/text/source.ts';
import type { TextEdit } from '../../src/text/text-edit.ts';
import { everyOutput, mergedReport, shardsOf, sorted } from './merged.ts';
import { findingOf, reportOf } from './sample.ts';

const SECRET = 'Heath🔑Harebell';
const EACH = new RegExp(`(?:${SECRET})+`, 'gu');
const FROM_FIRST_TO_LAST = new RegExp(`${SECRET}(?:[^]*${SECRET})?`, 'gu');
const LINES = [
  '',
  'a: b',
  `key: ${SECRET}`,
  `\t${SECRET} é東🔥 ${SECRET}`,
  `${'🔥é '.repeat(70)}${SECRET}${' x'.repeat(90)}`,
  `${SECRET.repeat(30)}`,
  `k: "${SECRET.repeat(25)}" # ${'z'.repeat(300)}`,
  'with a \r in it',
];

function behindAll({ file }: Span): TextEdit {
  return { at: file.span(file.text.length, file.text.length), text: '# the end\n' };
}

/** Files with all that makes a line hard to find again, with places anywhere in them. */
const anyReport = fc
  .array(
    fc.record({
      lines: fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 5 }),
      ending: fc.constantFrom('\n', '\r\n'),
      endsWithBreak: fc.boolean(),
      hasByteOrderMark: fc.boolean(),
      isOneSecret: fc.boolean(),
      places: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(700)), {
        minLength: 2,
        maxLength: 6,
      }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(files => {
    const made = files.map(({ lines, ending, endsWithBreak, hasByteOrderMark, isOneSecret, places }, index) => {
      const text = lines.join(ending) + (endsWithBreak ? ending : '');
      const file = new SourceFile(`${index}.yml`, text, hasByteOrderMark);
      const spans = places.map(([part, length]) => {
        const start = Math.floor(part * text.length);
        return file.span(start, Math.min(text.length, start + length));
      });
      const secrets = [...text.matchAll(isOneSecret ? FROM_FIRST_TO_LAST : EACH)].map(
        ({ index: start, 0: { length } }) => file.span(start, start + length),
      );
      return { spans, secrets };
    });
    const spans = made.flatMap(one => one.spans);
    const [edited, ...others] = spans;
    const edits = edited === undefined ? [] : [{ at: edited, text: 'other' }, behindAll(edited)];
    const related = others.slice(0, 1).map(at => ({ at, message: 'this too' }));
    const findings = others.map(at => findingOf({ at, related, fix: { title: 'mend it', edits, isSafe: true } }));
    return sorted(
      reportOf(findings.slice(1), {
        rules: reportOf(findings).rules,
        ignored: findings.slice(0, 1).map(finding => ({ finding, reason: 'why', at: finding.at })),
        secrets: made.flatMap(one => one.secrets),
      }),
    );
  });

test('whatever the files and wherever the places, JSON has all that any format shows, and no secret', () => {
  fc.assert(
    fc.property(anyReport, report => {
      const whole = everyOutput(report);
      expect(everyOutput(mergedReport([report], report.rules))).toEqual(whole);
      expect(everyOutput(mergedReport(shardsOf(report, 2), report.rules))).toEqual(whole);
      expect(jsonReporter('1.2.3')(report)).not.toMatch(/Heath|Hareb/);
    }),
    { seed: 20261121, numRuns: 100 },
  );
});

test('on a long line, what stands behind a place is known although another place and a secret follow far behind', () => {
  const file = new SourceFile('a.yml', `${SECRET} a: b${' '.repeat(600)}c: ${SECRET}`);
  const secrets = [...file.text.matchAll(EACH)].map(({ index, 0: { length } }) => file.span(index, index + length));
  const findings = [file.span(0, 1), file.span(file.text.length - 1, file.text.length)].map(at => findingOf({ at }));
  const report = sorted(reportOf(findings, { secrets }));
  expect(everyOutput(mergedReport([report], report.rules))).toEqual(everyOutput(report));
});
