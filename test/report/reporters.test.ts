import { expect, test } from '@jest/globals';
import type { Report } from '../../src/findings/report.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { reporterFor } from '../../src/report/format.ts';
import { plainLogText } from '../../src/report/workflow-log.ts';
import { expectGolden } from '../golden.ts';
import { sample } from './sample.ts';
import { commandsIn } from './workflow-commands.ts';

const plain = { color: false, verbose: false, version: '1.2.3' };

const outputs = [
  { golden: 'sample.txt', format: 'text', options: plain },
  { golden: 'sample.verbose.txt', format: 'text', options: { ...plain, verbose: true } },
  { golden: 'sample.color.txt', format: 'text', options: { ...plain, color: true } },
  { golden: 'sample.json', format: 'json', options: plain },
  { golden: 'sample.sarif', format: 'sarif', options: plain },
  { golden: 'sample.github.txt', format: 'github', options: plain },
  { golden: 'sample.md', format: 'markdown', options: plain },
  { golden: 'sample.html', format: 'html', options: plain },
  { golden: 'sample.junit.xml', format: 'junit', options: plain },
  { golden: 'sample.checkstyle.xml', format: 'checkstyle', options: plain },
  { golden: 'sample.gitlab.json', format: 'gitlab', options: plain },
  { golden: 'sample.rdjson', format: 'rdjson', options: plain },
] as const;

/** Each run of twelve characters in a secret, so that a part of one is noticed too; as `-----BEGIN ` alone is none. */
function piecesOfSecrets(report: Report): readonly string[] {
  return report.secrets.flatMap(({ file, start, end }) =>
    Array.from({ length: end - start - 11 }, (_, index) => file.text.slice(start + index, start + index + 12)),
  );
}

test.each(outputs)('the report with everything reads as $golden', ({ golden, format, options }) => {
  expectGolden(`test/report/golden/${golden}`, reporterFor(format, options)(sample));
});

test.each(outputs)('no secret is in $golden', ({ format, options }) => {
  const output = reporterFor(format, options)(sample);
  expect(piecesOfSecrets(sample).filter(piece => output.includes(piece))).toEqual([]);
});

test('every format is tried', () => {
  expect(new Set(outputs.map(output => output.format))).toEqual(new Set(FORMATS));
});

test.each(outputs)('the same report gives the same bytes in $golden, which end a line', ({ format, options }) => {
  const output = reporterFor(format, options)(sample);
  expect(reporterFor(format, options)({ ...sample })).toBe(output);
  expect(output).toMatch(/[^\n]\n$/);
  expect(output).not.toMatch(/[^\S\n]\n/);
});

test.each(FORMATS.filter(format => format !== 'text' && format !== 'github'))(
  'the runner finds no command in %s',
  format => {
    expect(commandsIn(reporterFor(format, plain)(sample))).toEqual([]);
  },
);

test('the runner finds no command in the text report once it is plain log text', () => {
  const text = reporterFor('text', plain)(sample);
  expect(commandsIn(text)).not.toEqual([]);
  expect(commandsIn(plainLogText(text))).toEqual([]);
});

test('the runner finds no command but annotations, of what is new and fits, in the github report', () => {
  const commands = commandsIn(reporterFor('github', plain)(sample));
  expect(commands).toHaveLength(sample.findings.length - 2);
  expect(new Set(commands.map(command => command.name))).toEqual(new Set(['error', 'warning', 'notice']));
});
