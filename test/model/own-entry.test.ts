import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { OwnEntry } from '../../src/model/own-entry.ts';
import { decodedText, type YamlMap, type YamlNode } from '../../src/parse/yaml-node.ts';
import { piecesOf } from '../../src/parse/yaml-stream.ts';
import type { Fields } from '../../src/parse/yaml-writing.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { SourceFile, type SourceText, type TextEdit } from '../../src/text/source.ts';
import { textAfter } from '../../src/text/text-edit.ts';

const NAMED: Fields = { ca_file: 'certs/ca.pem', server_name: 'node.example' };
const BELOW: Fields = { authorization: { credentials_file: 'secrets/token' } };
const HEADER: Fields = { 'X-Key': { files: ['secrets/key', 'my keys/a'] }, enable: false };

function rootOf(source: SourceText): YamlNode | undefined {
  const [piece] = piecesOf(source.text);
  const reading = piece && readYaml(source, piece);
  return reading !== undefined && 'root' in reading ? reading.root : undefined;
}

function* mapsIn(node: YamlNode | undefined): Generator<YamlMap> {
  if (node?.kind === 'list') for (const item of node.items) yield* mapsIn(item);
  if (node?.kind !== 'map') return;
  yield node;
  for (const { value } of node.pairs) yield* mapsIn(value);
}

/** The entry of a key, wherever it stands. */
function entryIn(source: SourceText, name: string): OwnEntry | undefined {
  for (const map of mapsIn(rootOf(source))) {
    const pair = map.pairs.find(({ key }) => key.text === name);
    if (pair !== undefined) return OwnEntry.of(map, pair);
  }
  return undefined;
}

function after(text: string, edits: readonly TextEdit[] | undefined): string | undefined {
  return edits && textAfter(text, edits);
}

const replaced: readonly (readonly [name: string, before: string, fields: Fields, after: string])[] = [
  ['a line', 'tls:\n  off: true\n', NAMED, 'tls:\n  ca_file: certs/ca.pem\n  server_name: node.example\n'],
  [
    'a line with a comment',
    'off: true # why\nb: 1\n',
    NAMED,
    'ca_file: certs/ca.pem # why\nserver_name: node.example\nb: 1\n',
  ],
  [
    'the first line of an item',
    '- off: true\n  b: 1\n',
    NAMED,
    '- ca_file: certs/ca.pem\n  server_name: node.example\n  b: 1\n',
  ],
  [
    'a line that ends in CRLF',
    'off: true\r\nb: 1\r\n',
    NAMED,
    'ca_file: certs/ca.pem\r\nserver_name: node.example\r\nb: 1\r\n',
  ],
  [
    'a block',
    'a:\n  off:\n    c: d\n\n  e: f\n',
    BELOW,
    'a:\n  authorization:\n    credentials_file: secrets/token\n\n  e: f\n',
  ],
  [
    'a text of several lines',
    'off: |\n  x\n  y\nb: 1\n',
    BELOW,
    'authorization:\n  credentials_file: secrets/token\nb: 1\n',
  ],
  [
    'an entry in braces',
    'a: { off: true, b: 1 }\n',
    NAMED,
    'a: { ca_file: certs/ca.pem, server_name: node.example, b: 1 }\n',
  ],
  [
    'an entry in braces, by one with entries',
    'a: {off: true}\n',
    BELOW,
    'a: {authorization: { credentials_file: secrets/token }}\n',
  ],
  ['JSON in one line', '{"a":{"off":true}}', NAMED, '{"a":{"ca_file":"certs/ca.pem","server_name":"node.example"}}'],
  [
    'JSON in lines',
    '{\n  "off": true,\n  "b": 1\n}\n',
    NAMED,
    '{\n  "ca_file": "certs/ca.pem",\n  "server_name": "node.example",\n  "b": 1\n}\n',
  ],
  ['quoted keys', '"off": true\n', NAMED, '"ca_file": "certs/ca.pem"\n"server_name": "node.example"\n'],
  ['what needs quotes', 'off: x\n', HEADER, "X-Key:\n  files: [secrets/key, 'my keys/a']\nenable: false\n"],
];

test.each(replaced)('%s can be replaced', (_, before, fields, wanted) => {
  expect(after(before, entryIn(new SourceFile('a.yml', before), 'off')?.replacedBy(fields))).toBe(wanted);
});

test('a block with a comment between its lines is left', () => {
  const text = 'off: # first\n  # second\n  c: d\n';
  expect(entryIn(new SourceFile('a.yml', text), 'off')?.replacedBy(BELOW)).toBeUndefined();
});

const followed: readonly (readonly [name: string, before: string, fields: Fields, after: string])[] = [
  [
    'a line',
    'a:\n  at: x # why\n  b: 1\n',
    NAMED,
    'a:\n  at: x # why\n  ca_file: certs/ca.pem\n  server_name: node.example\n  b: 1\n',
  ],
  ['the last line without a break', '- at: x', BELOW, '- at: x\n  authorization:\n    credentials_file: secrets/token'],
  [
    'a block',
    'at:\n  b: 1\n\nc: 2\n',
    BELOW,
    'at:\n  b: 1\nauthorization:\n  credentials_file: secrets/token\n\nc: 2\n',
  ],
  [
    'an entry in braces',
    '{ at: [x], b: 1 }',
    NAMED,
    '{ at: [x], ca_file: certs/ca.pem, server_name: node.example, b: 1 }',
  ],
  [
    'JSON in lines',
    '{\r\n  "at": 1\r\n}\r\n',
    BELOW,
    '{\r\n  "at": 1,\r\n  "authorization": { "credentials_file": "secrets/token" }\r\n}\r\n',
  ],
];

test('an entry behind an anchor is left, since the lines of its mapping begin elsewhere', () => {
  const entry = entryIn(new SourceFile('a.yml', '- &a at: x\n  b: 1\n'), 'at');
  expect(entry).toBeDefined();
  expect(entry?.followedBy(NAMED)).toBeUndefined();
});

test.each(followed)('%s can be followed', (_, before, fields, wanted) => {
  expect(after(before, entryIn(new SourceFile('a.yml', before), 'at')?.followedBy(fields))).toBe(wanted);
});

const removed: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
  ['a line with its comment', 'b: 1\nat: x # why\nc: 2\n', 'b: 1\nc: 2\n'],
  ['a line that ends in CRLF', 'a:\r\n  at: x\r\n  b: 1\r\n', 'a:\r\n  b: 1\r\n'],
  ['the first entry in braces', '{ at: x, b: 1 }', '{ b: 1 }'],
  ['the last entry in braces', '{ "b": 1,\n  "at": x\n}', '{ "b": 1\n}'],
  ['the line of an item that has a name', '- at: x\n  b: 1\n', undefined],
  ['the only entry in braces', '{ at: x }', undefined],
];

test.each(removed)('%s can be taken out, or is left', (_, before, wanted) => {
  const edit = entryIn(new SourceFile('a.yml', before), 'at')?.removed();
  expect(edit && textAfter(before, [edit])).toBe(wanted);
});

const inReturns = (line: string): string => `key: |\r\n  a:\r\n${line}    b: 1\r\n`;

test('a line in a string of a file with CRLF is taken out as a whole', () => {
  const edit = entryIn(unwrapped(inReturns('    at: x\r\n'), 1), 'at')?.removed();
  expect(edit && textAfter(inReturns('    at: x\r\n'), [edit])).toBe(inReturns(''));
});

test('an alias is no entry of its own', () => {
  expect(entryIn(new SourceFile('a.yml', 'x: &x true\noff: *x\n'), 'off')).toBeUndefined();
});

test('an entry that is merged in is no entry of its own', () => {
  const [root, merged, merging] = mapsIn(rootOf(new SourceFile('a.yml', 'x: &x\n  off: true\ny:\n  <<: *x\n  z: 1\n')));
  const [pair] = merged?.pairs ?? [];
  if (root === undefined || merged === undefined || merging === undefined || pair === undefined)
    throw new Error('no map');
  expect(OwnEntry.of(merged, pair)).toBeDefined();
  expect(OwnEntry.of(merging, pair)).toBeUndefined();
});

const CARRIERS: readonly (readonly [name: string, wrapped: (text: string) => string])[] = [
  ['a block', text => `key: |\n${text.replaceAll(/^(?=.)/gm, '    ')}other: 1\n`],
  ['a block that keeps its line breaks', text => `key: |2+\n${text.replaceAll(/^(?=.)/gm, '  ')}other: 1\n`],
  ['double quotes', text => `key: ${JSON.stringify(text)}\nother: 1\n`],
  ['JSON', text => `${JSON.stringify({ key: text })}\n`],
];

test('an edit of a text in texts does what it would do in the text itself', () => {
  const texts = replaced.map(([, before, fields]) => ({ before: before.replaceAll('\r\n', '\n'), fields }));
  const carriers = fc.array(fc.constantFrom(...CARRIERS), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), carriers, fc.boolean(), ({ before, fields }, layers, hasReturns) => {
      const inner = before.endsWith('\n') ? before : `${before}\n`;
      const wrap = (text: string): string => layers.reduce((wrapped, [, wrapper]) => wrapper(wrapped), text);
      const written = hasReturns ? wrap(inner).replaceAll('\n', '\r\n') : wrap(inner);
      const wanted = after(inner, entryIn(new SourceFile('a.yml', inner), 'off')?.replacedBy(fields));
      const whole = after(written, entryIn(unwrapped(written, layers.length), 'off')?.replacedBy(fields));
      expect(wanted).toBeDefined();
      expect(unwrapped(whole ?? '', layers.length).text).toBe(wanted);
    }),
    { seed: 11 },
  );
});

function unwrapped(text: string, depth: number): SourceText {
  let source: SourceText = new SourceFile('a.yml', text);
  for (let at = 0; at < depth; at += 1) {
    const root = rootOf(source);
    const scalar = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
    const inner = scalar?.kind === 'scalar' ? decodedText(scalar) : undefined;
    if (inner === undefined) throw new Error('nothing is carried');
    source = inner;
  }
  return source;
}
