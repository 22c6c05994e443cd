import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Report } from '../../src/findings/report.ts';
import { FORMATS, type Format } from '../../src/report/format-names.ts';
import { reporterFor } from '../../src/report/format.ts';
import { htmlReporter } from '../../src/report/html/report-page.ts';
import { markdownReporter } from '../../src/report/markdown.ts';
import { visibleText } from '../../src/report/visible.ts';
import { plainLogText } from '../../src/report/workflow-log.ts';
import { SourceFile } from '../../src/text/source.ts';
import { viewOf } from '../runner/step-view.ts';
import { readPage } from './html/read-page.ts';
import { hostile, JOINED, UNSEEN } from './hostile-pieces.ts';
import { readXml } from './read-xml.ts';
import { rendered } from './rendered-markdown.ts';
import { findingOf, reportOf } from './sample.ts';
import { commandsIn } from './workflow-commands.ts';

const SECRET = 'Heath-and-Harebell';
const COMMIT = 'https://github.com/o/r/blob/5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';
/** A report with `text` wherever a text may come from what was read. */
function reportWith(text: string): Report {
  const path = `x/${text.replaceAll('/', '|')}`;
  const file = new SourceFile(path, `${text} a\n${text} b: ${SECRET} # ${text}\n`);
  const at = file.span(text.length + 3, file.text.length - 1);
  const secret = file.text.indexOf(SECRET);
  const finding = findingOf({ at, message: `job ${text} is wrong`, related: [{ at, message: text }] });
  const certificate = {
    subject: text,
    issuer: text,
    names: [text],
    key: text,
    fingerprint256: 'AA',
    kind: 'leaf' as const,
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2026-12-24'),
    at,
    block: 1,
    blocks: 2,
    usedBy: [{ field: text, at }],
  };
  return reportOf([finding, { ...finding, state: 'existing' }], {
    ignored: [{ finding, reason: text, at }],
    unread: [{ path, reason: text }],
    certificates: [certificate],
    secrets: [file.span(secret, secret + SECRET.length)],
    withoutBase: text,
    comparison: {
      scope: 'new',
      base: text,
      shifts: new Map(),
      fixed: 1,
      policyChanges: [text],
      isUntouched: false,
      changes: new Map([[path, { path, lines: [{ start: 2, end: 2 }], deletedAfter: [], isWhole: false }]]),
    },
  });
}

function holdsFor(check: (report: Report, text: string) => void): void {
  fc.assert(
    fc.property(hostile, text => check(reportWith(text), text)),
    { seed: 20261121, numRuns: 300 },
  );
}

const options = { color: false, verbose: true, version: '1.2.3', commit: COMMIT, verdict: 'This fails the step.' };

const READ_AS_JSON: ReadonlySet<Format> = new Set(['json', 'sarif', 'gitlab', 'rdjson']);
const READ_AS_XML: ReadonlySet<Format> = new Set(['junit', 'checkstyle']);

/** The tags that make a page, without those that only keep text apart, and without where links lead. */
function structureOf(markdown: string): readonly string[] {
  const tags = rendered(markdown).tags.map(tag => tag.replace(/ href="[^"]*"/, ''));
  return tags.filter(tag => tag !== '<span>' && tag !== '<code>');
}

/** The tags of a page without what their attributes say, and without those of text within a line. */
function elementsOf(html: string): readonly string[] {
  return readPage(html).tags.flatMap(tag => (/^<(?:code|wbr)\b/.test(tag) ? [] : tag.replace(/="[^"]*"/g, '')));
}

/** A text as a page shows it: backticks become the type of code, and spaces one. */
function pageText(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ');
}

describe('whatever stands in names, files and values', () => {
  test('the runner finds no command in the log but the one annotation, on its file', () => {
    holdsFor((report, text) => {
      const log = reporterFor('github', options)(report) + plainLogText(reporterFor('text', options)(report));
      expect(commandsIn(log).map(({ name }) => name)).toEqual(['error']);
      const { annotations, masks, set } = viewOf(log, '', '/work');
      expect({ masks, set, count: annotations.length }).toEqual({ masks: [], set: {}, count: 1 });
      expect(annotations[0]).toMatchObject({ title: 'insecure-skip-verify', file: `x/${text.replaceAll('/', '|')}` });
      expect(annotations[0]?.message).toContain(`job ${visibleText(text)} is wrong`);
      expect(UNSEEN.test(log.replaceAll(/^::error file=[^\n]*?,line/gm, ''))).toBe(false);
    });
  });

  test('the summary has the same tables, lists and links, and shows just the characters', () => {
    const benign = structureOf(markdownReporter(options)(reportWith('a')));
    holdsFor((report, text) => {
      const markdown = markdownReporter(options)(report);
      expect(structureOf(markdown)).toEqual(benign);
      const { links, texts, shown } = rendered(markdown);
      const foreign = links.filter(
        link => !/^https:\/\/github\.com\/(?:o\/r\/blob|promsec\/promsec\/blob)\//.test(link),
      );
      expect(foreign).toEqual([]);
      expect(texts.filter(piece => JOINED.test(piece))).toEqual([]);
      // Backticks become the type of code.
      expect(shown.replaceAll('`', '')).toContain(visibleText(`job ${text} is wrong`).replaceAll('`', ''));
      expect(UNSEEN.test(markdown)).toBe(false);
    });
  });

  test('the page has the same elements, and shows just the characters', () => {
    const benign = elementsOf(htmlReporter(options)(reportWith('a')));
    holdsFor((report, text) => {
      const html = htmlReporter(options)(report);
      expect(elementsOf(html)).toEqual(benign);
      const { shown, valuesOf } = readPage(html);
      const foreign = valuesOf('href').filter(
        link => !/^(?:#|https:\/\/github\.com\/(?:o\/r\/blob|promsec\/promsec)(?:\/|$))/.test(link),
      );
      expect(foreign).toEqual([]);
      expect(pageText(shown)).toContain(pageText(visibleText(`job ${text} is wrong`)));
      expect(UNSEEN.test(html)).toBe(false);
    });
  });

  test('a bar of the timeline has a number, a name without anything that Mermaid knows, and days', () => {
    holdsFor(report => {
      const [, chart = ''] = /```mermaid\n([^]*?)```\n/.exec(markdownReporter(options)(report)) ?? [];
      expect(chart).toMatch(
        /^gantt\n {4}dateFormat YYYY-MM-DD\n {4}axisFormat %Y-%m-%d\n {4}1 [\p{L}\p{N} ._*…-]* :active, [\d-]{10}, [\d-]{10}\n$/u,
      );
    });
  });

  test.each(FORMATS)('%s has no command where it is printed as it is, and no secret', format => {
    holdsFor(report => {
      const output = reporterFor(format, options)(report);
      expect(output.includes(SECRET)).toBe(false);
      const printed = format === 'text' ? plainLogText(output) : output;
      if (format !== 'github') expect(commandsIn(printed)).toEqual([]);
      if (READ_AS_JSON.has(format)) expect(() => void JSON.parse(output)).not.toThrow();
      if (READ_AS_XML.has(format)) expect(() => void readXml(output)).not.toThrow();
      if (format !== 'github') expect(UNSEEN.test(output)).toBe(false);
    });
  });
});
