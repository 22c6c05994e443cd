import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';
import { readYaml, type YamlReading } from '../../src/parse/yaml.ts';
import type { YamlNode, YamlPair } from '../../src/parse/yaml-node.ts';
import { piecesOf, rootEntriesOf, type YamlPiece } from '../../src/parse/yaml-stream.ts';
import { SourceFile } from '../../src/text/source.ts';
import { yamlStream } from './generated-yaml.ts';
import { sketchOf } from './read-yaml.ts';

const STREAMS: readonly (readonly [name: string, stream: string, pieces: readonly string[]])[] = [
  ['an empty text', '', []],
  ['a document without a marker', 'a: 1\n', ['a: 1\n']],
  ['documents at their markers', 'a: 1\n---\nb: 2\n---\nc: 3\n', ['a: 1\n', '---\nb: 2\n', '---\nc: 3\n']],
  ['a document on the line of its marker', '--- a\n--- {b: c}\n', ['--- a\n', '--- {b: c}\n']],
  ['lines that end with CR LF', 'a: 1\r\n---\r\nb: 2\r\n...\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n...\r\n']],
  ['a last marker without a line break', 'a: 1\n---', ['a: 1\n', '---']],
  ['empty documents', '---\n---\n\n--- # c\n', ['---\n', '---\n\n', '--- # c\n']],
  ['comments before the first marker with its document', '# a\n\n---\nb: 1\n', ['# a\n\n---\nb: 1\n']],
  ['directives with their document', '%YAML 1.2\n# a\n---\nb: 1\n', ['%YAML 1.2\n# a\n---\nb: 1\n']],
  ['comments between documents with the one before', 'a: 1\n# b\n---\nc: 2\n', ['a: 1\n# b\n', '---\nc: 2\n']],
  ['the end of a document', 'a: 1\n...\n', ['a: 1\n...\n']],
  ['a document without a marker after an end', 'a: 1\n... # b\nc: 2\n', ['a: 1\n... # b\n', 'c: 2\n']],
  ['directives after an end', 'a: 1\n...\n%YAML 1.2\n---\nb: 2\n', ['a: 1\n...\n', '%YAML 1.2\n---\nb: 2\n']],
  ['an end before a marker', 'a: 1\n...\n---\nb: 2\n...\n', ['a: 1\n...\n', '---\nb: 2\n...\n']],
  ['nothing but comments', '# a\n\n  # b\n', []],
  ['comments after the last end', 'a: 1\n...\n# b\n', ['a: 1\n...\n']],
  ['longer lines of dashes or dots', 'a:\n----\n....\n---a\n ---\n', ['a:\n----\n....\n---a\n ---\n']],
  [
    'line ends that are none to the parser',
    'a: "b\u2028--- c\r--- d\u0085..."\n',
    ['a: "b\u2028--- c\r--- d\u0085..."\n'],
  ],
  ['a marker after a block scalar', 'a: |\n  b\n---\nc: 1\n', ['a: |\n  b\n', '---\nc: 1\n']],
];

test.each(STREAMS)('a stream is cut with %s', (_name, stream, pieces) => {
  const found = [...piecesOf(stream)];
  expect(found.map(({ start, end }) => stream.slice(start, end))).toEqual(pieces);
  expect(found.map(({ index }) => index)).toEqual(pieces.map((_, index) => index));
});

test.each([
  ['a: 1\nb:\n  c: 2\n# d\n"e": 3\n', ['a: 1\n', 'b:\n  c: 2\n# d\n', '"e": 3\n']],
  ['---\r\na: |\r\n  b\r\nc: 2\r\n', ['a: |\r\n  b\r\n', 'c: 2\r\n']],
  ['  a: 1\n  b: 2\n', undefined],
  ['{a: 1}\n', undefined],
  ['- a: 1\n', undefined],
  ['a: &b 1\nc: *b\n', undefined],
  ['? a\n: 1\n', undefined],
  ['a: 1\n...\n', undefined],
])('of the root of %j the entries are %j', (text, entries) => {
  const piece = { start: 0, end: text.length, index: 0 };
  expect(rootEntriesOf(text, piece)?.map(({ start, end }) => text.slice(start, end))).toEqual(entries);
});

test('a stream of comments and markers is cut in time that grows with its length', () => {
  expect([...piecesOf('#\n'.repeat(500_000) + '---\n'.repeat(500_000))]).toHaveLength(500_000);
  expect([...piecesOf('...\n'.repeat(500_000))]).toHaveLength(0);
});

const prologue = fc.constantFrom('', '', '# c\n', '%YAML 1.2\n---\n', '# c\n\n---\n', '%TAG !e! tag:e,1:\n--- !e!f\n');
const joint = fc.constantFrom('\n---\n', '\n...\n---\n', '\n...\n', '\n...\n%YAML 1.2\n# c\n---\n', '\r\n---\r\n');
const stream = fc
  .tuple(prologue, yamlStream, joint, yamlStream)
  .map(([before, first, between, second]) => before + first + between + second);

test('the pieces of a stream without errors are its documents', () => {
  let count = 0;
  fc.assert(
    fc.property(stream, text => {
      const documents = parseAllDocuments(text, {
        schema: 'failsafe',
        resolveKnownTags: false,
        uniqueKeys: false,
        logLevel: 'silent',
      });
      if (!Array.isArray(documents) || documents.some(document => document.errors.length > 0)) return;
      count += 1;
      const file = new SourceFile('generated.yaml', text);
      const pieces = [...piecesOf(text)].map(piece => reading(file, piece));
      // Of two ends the library makes an empty document.
      expect(pieces.filter(isFilled)).toEqual(documents.map(placedSketch).filter(isFilled));
    }),
    { seed: 20_240_229, numRuns: 4000 },
  );
  expect(count).toBeGreaterThan(800);
});

test('a document that is cut at the entries of its root has the entries of the whole', () => {
  let count = 0;
  const entry = fc.constantFrom(
    'a: 1\n',
    'b:\n  c: d\n',
    '"e": |\n  f: g\n\n',
    'h:\n- i: j\n',
    '# k\n',
    "l: 'm'\n",
    '\n',
  );
  const mapping = fc.tuple(prologue, fc.array(fc.oneof(entry, yamlStream), { maxLength: 5 }));
  fc.assert(
    fc.property(mapping, ([before, parts]) => {
      const file = new SourceFile('generated.yaml', before + parts.join(''));
      const [piece] = piecesOf(file.text);
      const entries = piece && rootEntriesOf(file.text, piece);
      const whole = piece && readYaml(file, piece);
      if (entries === undefined || whole === undefined || 'fault' in whole || whole.root?.kind !== 'map') return;
      count += 1;
      const pairs = entries.flatMap(part => pairsIn(readYaml(file, part)));
      expect(pairs).toEqual(whole.root.pairs);
    }),
    { seed: 20_240_229, numRuns: 3000 },
  );
  expect(count).toBeGreaterThan(300);
});

function pairsIn(entry: YamlReading): readonly YamlPair[] {
  if ('root' in entry && entry.root?.kind === 'map') return entry.root.pairs;
  throw new Error('the entry is no mapping');
}

function isFilled(sketch: string): boolean {
  return !/^(?:nothing)? at/.test(sketch);
}

function reading(file: SourceFile, piece: YamlPiece): string {
  const result = readYaml(file, piece);
  if ('fault' in result) return result.fault.reason;
  return `${sketchOf(result.root)} at ${placesIn(result.root).join(' ')}`;
}

function placesIn(node: YamlNode | undefined): readonly number[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node.start, node.end];
  if (node.kind === 'list') return node.items.flatMap(placesIn);
  return node.pairs.flatMap(({ key, value }) => [...placesIn(key), ...placesIn(value)]);
}

/** A document of the library, as {@link reading} shows one of ours. */
function placedSketch({ contents }: Document.Parsed): string {
  const places: number[] = [];
  const node = ours(contents);
  return `${sketchOf(node)} at ${places.join(' ')}`;

  function ours(theirs: Node | null): YamlNode | undefined {
    if (theirs === null || isAlias(theirs)) return undefined;
    const place = { source: new SourceFile('', ''), start: 0, end: 0, ...(theirs.tag ? { tag: theirs.tag } : {}) };
    if (isSeq<Node>(theirs)) return { ...place, kind: 'list', items: theirs.items.flatMap(item => ours(item) ?? []) };
    if (isMap<Node, Node | null>(theirs)) {
      return {
        ...place,
        kind: 'map',
        pairs: theirs.items.flatMap(pair => {
          if (!isScalar(pair.key)) return [];
          const key = ours(pair.key);
          const value = ours(pair.value);
          if (key?.kind !== 'scalar') return [];
          return [value === undefined ? { key } : { key, value }];
        }),
      };
    }
    if (!isScalar(theirs)) throw new Error('no node that we know');
    places.push(theirs.range?.[0] ?? NaN, theirs.range?.[1] ?? NaN);
    return { ...place, kind: 'scalar', style: STYLES[theirs.type ?? 'PLAIN'], text: String(theirs.value) };
  }
}

const STYLES = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
} as const;
