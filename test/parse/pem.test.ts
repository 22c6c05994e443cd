import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { holdsPem, isPrivateKeyBlock, pemOf } from '../../src/parse/pem.ts';
import type { Pem, PemBlock } from '../../src/parse/pem.ts';
import { SourceFile } from '../../src/text/source.ts';
import { pemBlock } from '../certificates.ts';

const CONTENT = Buffer.from(Array.from({ length: 100 }, (_, index) => index));
const CERTIFICATE = pemBlock('CERTIFICATE', CONTENT);
const [BEGIN = '', FIRST = '', SECOND = '', LAST = '', END = ''] = CERTIFICATE.split('\n');
const KEY = pemBlock('PRIVATE KEY', CONTENT);

function pem(text: string): Pem {
  return pemOf(new SourceFile('certs/any.pem', text));
}

function contentOf(block: PemBlock): Buffer {
  return Buffer.from(isPrivateKeyBlock(block) ? Buffer.from(block.secret.reveal(), 'base64') : block.bytes);
}

function textUnder({ file, start, end }: { file: SourceFile; start: number; end: number }): string {
  return file.text.slice(start, end);
}

test.each([
  ['alone', CERTIFICATE],
  ['without a newline at its end', CERTIFICATE.trimEnd()],
  ['with text before and behind it', `subject=CN = a\n${CERTIFICATE}that was it: a certificate\n`],
  ['with CRLF', CERTIFICATE.replaceAll('\n', '\r\n')],
  ['with blanks at the ends of its lines', CERTIFICATE.replaceAll('\n', ' \t\n')],
  ['with blanks in front of its base64', [BEGIN, `  ${FIRST}`, `\t${SECOND}`, LAST, END].join('\n')],
  ['with empty lines', [BEGIN, '', FIRST, '', SECOND, LAST, '', END].join('\n')],
  ['on one line of base64', [BEGIN, `${FIRST}${SECOND}${LAST}`, END].join('\n')],
  ['with headers', [BEGIN, 'a: b', 'c:d', '', FIRST, SECOND, LAST, END].join('\n')],
])('a block is read as Go reads it: %s', (_, text) => {
  const { blocks, faults } = pem(text);
  expect(faults).toEqual([]);
  expect(blocks.map(block => [block.label, block.isReadByGo, block.skipReason])).toEqual([
    ['CERTIFICATE', true, undefined],
  ]);
  expect(blocks.map(contentOf)).toEqual([CONTENT]);
});

test.each([
  ['it is indented', CERTIFICATE.replaceAll(/^/gm, '  ')],
  ['a byte order mark stands before it', `\uFEFF${CERTIFICATE}`],
  ['it stands in a comment', CERTIFICATE.replaceAll(/^/gm, '# ')],
  ['it stands in a comment', CERTIFICATE.replaceAll(/^/gm, '; ')],
  ['something stands before it on its line', `a ${CERTIFICATE}`],
  ['it has \\n in place of line breaks', JSON.stringify({ key: CERTIFICATE })],
  ['it has \\n in place of line breaks', CERTIFICATE.replaceAll('\n', '\\n')],
  ['something follows on its BEGIN line', CERTIFICATE.replaceAll('\n', ' ')],
  ['its lines end with carriage returns alone', CERTIFICATE.replaceAll('\n', '\r')],
  ['its END does not start a line', [BEGIN, FIRST, SECOND, LAST + END].join('\n')],
  ['its END does not start a line', [BEGIN, FIRST, SECOND, LAST, ` ${END}`].join('\n')],
  ['its END line does not repeat its label', CERTIFICATE.replace('END CERTIFICATE', 'END X509 CERTIFICATE')],
  ['its END line does not repeat its label', CERTIFICATE.replace(END, '-----END CERTIFICATE----')],
  ['something follows on its END line', `${CERTIFICATE.trimEnd()}-----BEGIN`],
  ['characters that are no base64 stand in it', [BEGIN, FIRST, '...', SECOND, LAST, END].join('\n')],
])('a block that Go passes over is found and says why: %s', (reason, text) => {
  const { blocks, faults } = pem(text);
  expect(faults).toEqual([]);
  expect(blocks.map(block => [block.isReadByGo, block.skipReason])).toEqual([[false, reason]]);
  expect(blocks.map(contentOf)).toEqual([CONTENT]);
});

test.each([
  ['the block has no END line', [BEGIN, FIRST, SECOND].join('\n')],
  ['the base64 of the block is broken', [BEGIN, FIRST, 'A', END].join('\n')],
  ['the base64 of the block is broken', `  ${BEGIN}\n  put the certificate here\n  ${END}\n`],
  [
    'the BEGIN line of the block does not end with five dashes',
    CERTIFICATE.replace(BEGIN, '-----BEGIN CERTIFICATE----'),
  ],
  ['the BEGIN line of the block does not end with five dashes', '-----BEGIN '],
])('what only begins like a block is a fault at its BEGIN line: %s', (reason, text) => {
  const { blocks, faults } = pem(`a line before\n${text}`);
  expect(blocks).toEqual([]);
  expect(faults.map(fault => fault.reason)).toEqual([reason]);
  expect(faults.map(fault => textUnder(fault.heading).trim())).toEqual([
    reason.startsWith('the BEGIN') ? '-----BEGIN' : BEGIN,
  ]);
});

test.each([
  'a page about -----BEGIN CERTIFICATE----- and -----END CERTIFICATE-----',
  'a page about `-----BEGIN CERTIFICATE-----...-----END CERTIFICATE-----`',
  'a page about -----BEGIN CERTIFICATE----- then -----END CERTIFICATE-----',
  'look for -----BEGIN PRIVATE KEY----- in your files',
  '-----BEGIN PGP MESSAGE-----\n\nhQIMA0\n=abcd\n-----END PGP MESSAGE-----\n',
  '',
])('what is no PEM is silent: %s', text => {
  expect(pem(text)).toEqual({ blocks: [], faults: [] });
});

test('a broken block does not hide the next one', () => {
  const { blocks, faults } = pem([BEGIN, FIRST, KEY, BEGIN, 'A', END, CERTIFICATE].join('\n'));
  expect(blocks.map(block => [block.index, block.label])).toEqual([
    [2, 'PRIVATE KEY'],
    [4, 'CERTIFICATE'],
  ]);
  expect(faults.map(fault => fault.reason)).toEqual(['the block has no END line', 'the base64 of the block is broken']);
});

test('two blocks glued together are lost to Go, both', () => {
  const { blocks } = pem(CERTIFICATE.trimEnd() + KEY);
  expect(blocks.map(block => [block.label, block.skipReason])).toEqual([
    ['CERTIFICATE', 'it is glued to the block next to it'],
    ['PRIVATE KEY', 'it is glued to the block next to it'],
  ]);
});

test('spans are those of the block and of its BEGIN line', () => {
  const { blocks } = pem(`# a\n${CERTIFICATE}\n${KEY}# b\n`);
  expect(blocks.map(block => textUnder(block.span))).toEqual([CERTIFICATE.trimEnd(), KEY.trimEnd()]);
  expect(blocks.map(block => textUnder(block.heading))).toEqual([BEGIN, '-----BEGIN PRIVATE KEY-----']);
});

test('headers are read without the blanks around them', () => {
  const text = ['-----BEGIN RSA PRIVATE KEY-----', 'Proc-Type: 4,ENCRYPTED', 'DEK-Info:AES-128-CBC,00 ', '', 'AAAA'];
  const { blocks } = pem([...text, '-----END RSA PRIVATE KEY-----'].join('\r\n'));
  expect(blocks.flatMap(block => Array.from(block.headers))).toEqual([
    ['Proc-Type', '4,ENCRYPTED'],
    ['DEK-Info', 'AES-128-CBC,00'],
  ]);
});

test('a private key cannot be printed', () => {
  const [block] = pem(KEY).blocks;
  const withoutText = { ...block, span: undefined, heading: undefined };
  expect(inspect(withoutText, { depth: 9, showHidden: true })).not.toContain(FIRST);
  expect(JSON.stringify(withoutText)).not.toContain(FIRST);
});

test('what is left of a private key is marked as one, to its very end', () => {
  const cut = KEY.slice(0, KEY.indexOf('-----END'));
  expect(pem(cut + CERTIFICATE).faults.map(fault => [fault.isPrivateKey, textUnder(fault.extent)])).toEqual([
    [true, cut],
  ]);
  expect(pem(KEY.replace('KEY-----\n', 'KEY----\n')).faults.map(fault => fault.isPrivateKey)).toEqual([true]);
  expect(pem([BEGIN, FIRST].join('\n')).faults.map(fault => fault.isPrivateKey)).toEqual([false]);
});

test('the cheap look finds whatever the reader finds', () => {
  expect([CERTIFICATE, KEY, 'BEGIN', '---', ''].map(holdsPem)).toEqual([true, true, false, false, false]);
});

test.each([
  ['BEGIN lines', `${BEGIN}\n`.repeat(100_000)],
  ['BEGIN words on one line', '-----BEGIN '.repeat(200_000)],
  ['END lines', `${END}\n`.repeat(100_000)],
  ['END lines under one BEGIN line', `${BEGIN}\n${`${END}\n`.repeat(100_000)}`],
  ['dashes', '-'.repeat(4_000_000)],
  ['blanks', `${' '.repeat(2_000_000)}${BEGIN}${' '.repeat(2_000_000)}`],
  ['headers', `${BEGIN}\n${'a: b\n'.repeat(500_000)}`],
  ['one line of base64', [BEGIN, 'A'.repeat(8_000_000), END].join('\n')],
  ['one line of something else', [BEGIN, '!'.repeat(8_000_000), END].join('\n')],
  ['one unfinished heading', `-----BEGIN ${'A'.repeat(8_000_000)}`],
  ['empty blocks', `${BEGIN}\n${END}\n`.repeat(50_000)],
])('megabytes of %s take a moment and little memory', (_, text) => {
  const { blocks, faults } = pem(text);
  expect(blocks.length).toBeLessThanOrEqual(20_000);
  expect(faults.length).toBeLessThanOrEqual(102);
});

test('more blocks and faults than a file has are one fault for the rest', () => {
  expect(pem(`${BEGIN}\n${END}\n`.repeat(20_001)).faults.map(fault => fault.reason)).toEqual([
    'the text holds more than 20000 blocks, and the rest is not read',
  ]);
  const { blocks, faults } = pem(`${BEGIN}\n`.repeat(200) + KEY);
  expect(blocks.map(block => block.label)).toEqual(['PRIVATE KEY']);
  expect(faults.at(-1)?.reason).toBe('more than 100 blocks cannot be read');
  expect(faults.at(-1)?.isPrivateKey).toBe(true);
});

test('any text gives blocks in order, with spans inside it', () => {
  const piece = fc.constantFrom(
    CERTIFICATE,
    KEY,
    BEGIN,
    END,
    FIRST,
    '\n',
    '\r\n',
    ' ',
    '-----',
    '-',
    'a: b\n',
    '\uFEFF',
    'é',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      const { blocks, faults } = pem(text);
      const spans = [...blocks.map(block => block.span), ...faults.map(fault => fault.extent)];
      const inOrder = spans.toSorted((a, b) => a.start - b.start);
      for (const [index, span] of inOrder.entries()) {
        expect(span.end).toBeLessThanOrEqual(inOrder[index + 1]?.start ?? text.length);
        expect(text.startsWith('-----BEGIN ', span.start)).toBe(true);
      }
      expect(blocks.every(block => block.isReadByGo === (block.skipReason === undefined))).toBe(true);
    }),
    { seed: 20261120, numRuns: 3000 },
  );
});
