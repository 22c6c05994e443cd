import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { XML_DECLARATION, xmlElement, xmlLines, xmlText } from '../../src/report/xml.ts';
import { hostile, UNSEEN } from './hostile-pieces.ts';
import { readXml } from './read-xml.ts';
import { commandsIn } from './workflow-commands.ts';

const anyText = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 20 }));

test.each([
  ['markup', `a & b < c > d " e '`, `a &amp; b &lt; c &gt; d &quot; e '`],
  ['white space that a parser would change', 'a\tb\nc\rd', 'a&#x9;b&#xa;c&#xd;d'],
  ['what turns or hides text', 'a\u202eb\u200bc\u0085d', 'a&#x202e;b&#x200b;c&#x85;d'],
  ['what XML cannot hold', 'a\0b\u001bc\ufffed\uffff', String.raw`a\u{0}b\u{1b}c\u{fffe}d\u{ffff}`],
  ['a half of a character', 'a\ud800b', String.raw`a\u{d800}b`],
  ['a command of a log', '##[error]', '##&#x5b;error]'],
  ['characters of all kinds', 'é 東京 🔥 ❤️', 'é 東京 🔥 ❤️'],
])('%s is written so that it arrives', (_name, text, written) => {
  expect(xmlText(text)).toBe(written);
});

test('an element has its attributes in their order, and its content on lines of their own where it is elements', () => {
  expect(xmlElement('a', { b: 1, c: '"' })).toBe('<a b="1" c="&quot;"/>\n');
  expect(xmlElement('a', {}, xmlText('<text>'))).toBe('<a>&lt;text&gt;</a>\n');
  expect(xmlElement('a', {}, xmlElement('b', {}))).toBe('<a>\n<b/>\n</a>\n');
});

test('whatever the text, a document is well-formed and gives it back, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, text => {
      const document = XML_DECLARATION + xmlElement('a', { b: text }, xmlLines(`. ${text}`));
      const { attributes, text: content } = readXml(document);
      const held = text.replace(
        /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
        character => `\\u{${character.codePointAt(0)?.toString(16)}}`,
      );
      expect(attributes).toEqual({ b: held });
      expect(content).toBe(`. ${held}`);
      expect(UNSEEN.test(document)).toBe(false);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});

test('the runner finds no command in an element', () => {
  expect(commandsIn(xmlElement('a', { b: '##[error]x' }, xmlText(' ##[group]')))).toEqual([]);
});
