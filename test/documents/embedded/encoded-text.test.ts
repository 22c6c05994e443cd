import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { embeddedTextOf } from '../../../src/documents/embedded/encoded-text.ts';
import type { Encoding } from '../../../src/documents/embedded/embedded.ts';
import type { SourceText } from '../../../src/text/source.ts';
import { rootOf } from '../../parse/read-yaml.ts';

/** The text that the value of the only entry of a document holds. */
function textIn(document: string, encoding: Encoding): SourceText | undefined {
  const root = rootOf(document);
  const scalar = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  if (scalar?.kind !== 'scalar') throw new Error('the sketch takes a string');
  return embeddedTextOf({ scalar, encoding, keys: ['a'], within: { kind: 'Secret', key: 'a' } });
}

/** What is written where a part of a text is. */
function writtenAt(text: SourceText | undefined, part: string): string | undefined {
  if (text === undefined) return undefined;
  const start = text.text.indexOf(part);
  const span = text.span(start, start + part.length);
  return span.file.text.slice(span.start, span.end);
}

const CONFIGURATION = 'scrape_configs:\n  - job_name: größe 😀\n    password: hunter2\n';

test('a character of base64 stands where the digits do that hold it', () => {
  const characters = fc.string({ unit: fc.constantFrom(...'abc-: \n', 'é', '中', '😀'), minLength: 12, maxLength: 60 });
  fc.assert(
    fc.property(characters, fc.integer({ min: 4, max: 80 }), (content, width) => {
      const bytes = Buffer.from(content);
      const digits = bytes.toString('base64');
      const lines = digits.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
      const text = textIn(`a: |\n${lines.map(line => `  ${line}\n`).join('')}`, 'base64');
      expect(text?.text).toBe(content);
      for (let at = 0; at < content.length; at += 1) {
        const character = String.fromCodePoint(content.codePointAt(at) ?? 0);
        const first = Buffer.byteLength(content.slice(0, at));
        const last = first + Buffer.byteLength(character) - 1;
        const span = text?.span(at, at + character.length);
        const written = span?.file.text.slice(span.start, span.end).replaceAll(/\s/g, '');
        expect(written).toBe(digits.slice(Math.floor((first * 8) / 6), Math.floor((last * 8 + 7) / 6) + 1));
        expect(span?.exact).toBe(false);
        at += character.length - 1;
      }
    }),
    { seed: 20_261_121, numRuns: 200 },
  );
});

test('what is compressed stands at all of it', () => {
  const digits = gzipSync(CONFIGURATION).toString('base64');
  const text = textIn(`a: ${digits}\n`, 'base64');
  expect(text?.text).toBe(CONFIGURATION);
  expect(writtenAt(text, 'hunter2')).toBe(digits);
});

test('Compose takes two dollars for one, and each character stays where it was written', () => {
  const text = textIn('a: |\n  hash: $$2y$$10$$abc ${NAME} $\n', 'compose');
  expect(text?.text).toBe('hash: $2y$10$abc ${NAME} $\n');
  expect(writtenAt(text, '$2y$')).toBe('$$2y$$');
  expect(writtenAt(text, 'NAME')).toBe('NAME');
});

test.each([
  ['no base64', 'a: "no base64, but words"\n'],
  ['no text', `a: ${Buffer.alloc(40, 0xff).toString('base64')}\n`],
  ['a text that is cut off', `a: ${gzipSync(CONFIGURATION).subarray(0, 40).toString('base64')}\n`],
  ['a text that grows too large', `a: ${gzipSync(Buffer.alloc(17 * 2 ** 20, 'a')).toString('base64')}\n`],
])('what is encoded holds nothing where it is %s', (_name, document) => {
  expect(textIn(document, 'base64')).toBeUndefined();
});
