import { expect, test } from '@jest/globals';
import { MAX_SUMMARY_BYTES, markdownReporter } from '../../src/report/markdown.ts';
import { markdownText } from '../../src/report/markdown-text.ts';
import { SourceFile } from '../../src/text/source.ts';
import { changeSample } from './change-sample.ts';
import { findingOf, reportOf } from './sample.ts';

const file = new SourceFile('a.yml', 'a: 1\n');

test.each([
  ['a | b', 'a \\| b'],
  ['`a` ``b``', '\\`a\\` \\`\\`b\\`\\`'],
  ['<img src=x> & &lt;', '&lt;img src=x&gt; &amp; &amp;lt;'],
  ['@octocat #12', '<span>@</span>octocat <span>#</span>12'],
  ['a\nb\r\nc', 'a\\u{a}b\\u{d}\\u{a}c'.replaceAll('\\', '\\\\')],
  ['*a* _b_ ~c~', '\\*a\\* \\_b\\_ \\~c\\~'],
  ['[a](https://x.org) www.x.org', '\\[a\\](https<span>:</span>//x.org) www<span>.</span>x.org'],
  [':tada: a::b:c:', '<span>:</span>tada: a:<span>:</span>b<span>:</span>c:'],
  ['see GH-12 or 0123abc, not 0123ab', 'see GH<span>-</span>12 or <code>0123abc</code>, not 0123ab'],
  ['- a', '\\- a'],
  ['12. a', '12\\. a'],
  ['$2y$10$', '<span>$</span>2y<span>$</span>10<span>$</span>'],
  ['back\\slash', 'back\\\\slash'],
  ['\u202egnp', '\\\\u{202e}gnp'],
  ['scrape 10.0.0.1:9100, 15s', 'scrape 10.0.0.1:9100, 15s'],
])('%j is written as %j', (text, want) => {
  expect(markdownText(text)).toBe(want);
});

test('what stands between backticks in a message is code, whatever it is', () => {
  const message = 'set `a_b` and `c|<b>` but not `d';
  const markdown = markdownReporter()(reportOf([findingOf({ at: file.span(0, 1), message })]));
  expect(markdown).toContain('| set <code>a\\_b</code> and <code>c\\|&lt;b&gt;</code> but not \\`d |\n');
});

test('a clean run says so, and what was looked at', () => {
  const markdown = markdownReporter()(reportOf([], { files: { seen: 12, documents: { prometheus: 2, web: 1 } } }));
  expect(markdown).toMatch(/^## promsec: no findings\n/);
  expect(markdown).toContain('\n12 files seen, 3 documents read: 2 prometheus, 1 web\n');
  expect(markdown).not.toContain('| Severity |');
});

test('a run that read nothing says so', () => {
  const markdown = markdownReporter()(reportOf([], { files: { seen: 12, documents: {} } }));
  expect(markdown).toBe('## promsec: no findings\n\n12 files seen, none read\n');
});

test('the worst findings come first', () => {
  const findings = (['note', 'error', 'warning'] as const).map(severity =>
    findingOf({ at: file.span(0, 1), severity }),
  );
  const markdown = markdownReporter()(reportOf(findings));
  expect(markdown).toMatch(/^## promsec: 1 error, 1 warning, 1 note in 1 file\n/);
  expect(markdown.match(/^\| (error|warning|note) /gm)).toEqual(['| error ', '| warning ', '| note ']);
});

test.each([
  { count: 5000, message: 'x'.repeat(300) },
  { count: 5000, message: '🔥'.repeat(300) },
])('a summary of $count long findings is cut at whole rows and says how many more there are', ({ count, message }) => {
  const findings = Array.from({ length: count }, () => findingOf({ at: file.span(0, 1), message }));
  const unread = Array.from({ length: 5000 }, (_, index) => ({
    path: `${'d/'.repeat(50)}${index}.yml`,
    reason: 'too large',
  }));
  const markdown = markdownReporter()(reportOf(findings, { unread }));
  const size = Buffer.byteLength(markdown);
  expect(size).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
  expect(size).toBeGreaterThan(MAX_SUMMARY_BYTES - 2000);
  const rows = markdown.split('\n').filter(line => line.startsWith('| error '));
  expect(new Set(rows).size).toBe(1);
  expect(rows[0]).toContain(`${message} |`);
  expect(markdown).toContain(`\n… ${count - rows.length} more\n`);
  expect(markdown).toMatch(/\n- … \d+ more\n\n<\/details>\n/);
});

function many<T>(thing: T): readonly T[] {
  return Array.from({ length: 3000 }, () => thing);
}

test.each([900 * 1024, 60_000])(
  'with all that can be listed, and a lot of it, a summary stays under %d bytes',
  maxBytes => {
    const { certificates, comparison } = changeSample;
    const finding = findingOf({ at: file.span(0, 1), message: 'é'.repeat(200) });
    const report = reportOf([...many(finding), ...many({ ...finding, state: 'existing' as const })], {
      ignored: many({ finding, reason: '東'.repeat(100), at: file.span(0, 1) }),
      unread: many({ path: 'a.yml', reason: '東'.repeat(100) }),
      certificates: many(certificates).flat(),
      ...(comparison && { comparison: { ...comparison, policyChanges: many('é'.repeat(100)) } }),
    });
    const markdown = markdownReporter({ maxBytes })(report);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(maxBytes * 0.95);
    expect(markdown.match(/… \d+ more/g)).toHaveLength(6);
    expect(markdown.match(/<details/g)).toHaveLength(markdown.match(/<\/details>/g)?.length ?? 0);
  },
);

test('5,000 findings stay under what GitHub shows', () => {
  const findings = Array.from({ length: 5000 }, () => findingOf({ at: file.span(0, 1) }));
  expect(Buffer.byteLength(markdownReporter()(reportOf(findings)))).toBeLessThan(1024 * 1024);
});
