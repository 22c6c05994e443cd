import { expect, test } from '@jest/globals';
import { frameMarkup } from '../../../src/report/html/frame-markup.ts';
import { placeWriter } from '../../../src/report/html/place.ts';
import { Secrets } from '../../../src/report/secrets.ts';
import { SourceFile } from '../../../src/text/source.ts';

const places = placeWriter({}, undefined);

/** The code of the frame for what stands between two `|`, with what stands between two `~` for a secret. */
function framed(marked: string): string {
  const secret = /~([^~]*)~/.exec(marked.replaceAll('|', ''));
  const [before = '', at = '', after = ''] = marked.replaceAll('~', '').split('|');
  const file = new SourceFile('a.yml', before + at + after);
  const secrets = secret === null ? [] : [file.span(secret.index, secret.index + (secret[1] ?? '').length)];
  const { markup } = frameMarkup(file.span(before.length, before.length + at.length), new Secrets(secrets), places);
  return /<code>(.*)<\/code>/.exec(markup)?.[1] ?? '';
}

const frames: readonly (readonly [string, string])[] = [
  ['a: |b| # c', 'a: <mark>b</mark> # c'],
  ['\t|a|:', '    <mark>a</mark>:'],
  ['東京: |🔥東|京', '東京: <mark>🔥東</mark>京'],
  ['e\u0301: |e\u0301|e', 'e\u0301: <mark>e\u0301</mark>e'],
  ['\u202ea: |<b>|', '\\u{202e}a: <mark>&lt;b&gt;</mark>'],
  ['password: |~hunter22~| # why', 'password: <mark>***</mark> # why'],
  ['url: |https://u:~hunter22~@h|', 'url: <mark>https://u:***@h</mark>'],
  ['a: ||', 'a:<mark></mark>'],
];

test.each(frames)('the frame of %j is %j', (marked, code) => {
  expect(framed(marked)).toBe(code);
});

test('what is no text has no frame', () => {
  expect(frameMarkup(new SourceFile('a.der', '').span(0, 0), new Secrets([]), places).markup).toBe('');
});
