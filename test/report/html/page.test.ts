import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Report } from '../../../src/findings/report.ts';
import { htmlReporter } from '../../../src/report/html/report-page.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { expectGolden } from '../../golden.ts';
import { changeSample } from '../change-sample.ts';
import { findingOf, reportOf, sample } from '../sample.ts';
import { readPage } from './read-page.ts';

const COMMIT = 'https://github.com/o/r/blob/5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';
const pageOf = htmlReporter({ version: '1.2.3' });

test('the report on a change reads as the golden page', () => {
  expectGolden('test/report/golden/change.html', htmlReporter({ version: '1.2.3', commit: COMMIT })(changeSample));
});

const reports: readonly (readonly [string, Report])[] = [
  ['a report with everything', sample],
  ['the report on a change', changeSample],
  ['a report of nothing', reportOf([])],
];

describe.each(reports)('the page of %s', (_, report) => {
  const html = pageOf(report);
  const page = readPage(html);

  test('has a policy that allows its own style and script and nothing else', () => {
    const [style, script] = ['style', 'script'].map(name => {
      const [, text = ''] = new RegExp(`<${name}>([^]*?)</${name}>`).exec(html) ?? [];
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    });
    expect(page.valuesOf('content')).toContain(
      `default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`,
    );
    expect(html.match(/<style|<script/g)).toEqual(['<style', '<script']);
    expect(page.tags.filter(tag => / (?:style|on\w+|src|srcset)=/.test(tag))).toEqual([]);
  });

  test('has each id once, and what it refers to', () => {
    const ids = page.valuesOf('id');
    expect(new Set(ids).size).toBe(ids.length);
    const targets = page.valuesOf('href').filter(link => link.startsWith('#'));
    const named = [...page.valuesOf('aria-labelledby'), ...targets.map(link => link.slice(1))];
    expect(named.filter(id => !ids.includes(id))).toEqual([]);
  });

  test('has headings of which none skips a level', () => {
    const levels = page.tags.flatMap(tag => /^<h([1-6])/.exec(tag)?.[1] ?? []).map(Number);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter(level => level === 1)).toHaveLength(1);
  });

  test('leads to no other place than the pages of promsec', () => {
    const outside = page.valuesOf('href').filter(link => !link.startsWith('#'));
    expect(outside.filter(link => !link.startsWith('https://github.com/promsec/promsec'))).toEqual([]);
  });
});

test('places lead to their lines in the commit that people see', () => {
  const { valuesOf } = readPage(htmlReporter({ version: '1.2.3', commit: COMMIT })(changeSample));
  expect(valuesOf('href')).toContain(`${COMMIT}/deploy/prometheus%20(old).yml#L40`);
  expect(valuesOf('href')).toContain(`${COMMIT}/certs/node%7C1%60.der`);
});

test('what is new comes first, and what is not is apart', () => {
  const { shown } = readPage(pageOf(changeSample));
  expect(shown).toContain('4 new findings in 3 files');
  expect(shown).toContain('Only what is not in HEAD^1 (1a2b3c4) counts. 2 findings of the base are gone.');
  expect(shown).toContain('The change alters what counts: .promsec.yml is changed');
  expect(shown).toContain('Not new These stood there before, and do not count. other/prometheus.yml');
});

test('a page says of which repository it is, and of which part', () => {
  const { shown } = readPage(pageOf({ ...changeSample, repository: 'o/r', shard: { index: 1, count: 2 } }));
  expect(shown).toContain('promsec 1.2.3, 2026-11-20 , o/r');
  expect(shown).toContain('This is part 1 of 2');
});

test('a page without findings says so, and has nothing to narrow down', () => {
  const { shown, tags } = readPage(pageOf(reportOf([])));
  expect(shown).toContain('No findings');
  expect(tags.some(tag => tag.startsWith('<form'))).toBe(false);
});

test('a page of a run that found nothing to read does not say that all is well', () => {
  const page = pageOf(reportOf([], { files: { seen: 7, documents: {} } }));
  const { shown, tags } = readPage(page);
  expect(shown).toContain('Nothing to judge No Prometheus configuration was found in 7 files.');
  expect(tags.filter(tag => tag.startsWith('<h1'))).toEqual(['<h1 class="blank">']);
});

test('ignored findings have their reasons, and what was not read its own', () => {
  const { shown } = readPage(pageOf(sample));
  expect(shown).toContain('Reason: the appliance has no certificate (line 9, column 3)');
  expect(shown).toContain('larger than 64 MiB big/crds.yaml');
});

test('a page of 10,000 findings takes less than a kilobyte for each', () => {
  const file = new SourceFile('a.yml', 'insecure_skip_verify: true\n'.repeat(100));
  const findings = Array.from({ length: 10_000 }, (_, index) => {
    const start = (index % 100) * 27;
    return findingOf({ at: file.span(start, start + 26) });
  });
  expect(Buffer.byteLength(pageOf(reportOf(findings)))).toBeLessThan(10_000_000);
});
