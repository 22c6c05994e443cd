import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { YamlNode } from '../../src/parse/yaml-node.ts';
import { plainRootOf } from '../../src/parse/yaml-plain.ts';
import { syntaxOf } from '../../src/parse/yaml-syntax.ts';
import { SourceFile } from '../../src/text/source.ts';
import { yamlStream } from './generated-yaml.ts';
import { sketchOf } from './read-yaml.ts';

function plainRoot(text: string): YamlNode | undefined {
  const syntax = syntaxOf(text);
  return 'reason' in syntax ? undefined : plainRootOf(syntax, new SourceFile('a.yaml', text), 0);
}

test.each([
  ['a: b\nc:\n  d: [e, "f"]\n', '{a: b, c: {d: [e, "f]}}'],
  ['# a\n---\n# b\nc: # d\n\n  # e\n  f: g # h\n# i\n', '{c: {f: g}}'],
  ['- a\n- - b\n  -\n- c: {}\n  d: [ ]\n', '[a, [b, ], {c: {}, d: []}]'],
  ['a:\nb: |\n  c\n\n  d\ne: >-\n  f\n  g\n', '{a: , b: |c\\n\\nd\\n, e: >f g}'],
  ["a: 'b''c'\nd: e\n  f\ng: \"\\u0068\"\n", "{a: 'b'c, d: e f, g: \"h}"],
  ['a: {b: c, d: , "e": [f,\n    g, ],\n  }\n', '{a: {b: c, d: , "e: [f, g]}}'],
  ['a: b\r\nc:\r\n- d\r\n', '{a: b, c: [d]}'],
])('%j is plain', (yaml, sketch) => {
  expect(sketchOf(plainRoot(yaml))).toBe(sketch);
});

test.each([
  ['an anchor', 'a: &b c\n'],
  ['an alias', 'a: *b\n'],
  ['a tag', 'a: !b c\n'],
  ['a tab between nodes', 'a:\tb\n'],
  ['an explicit key', '? a\n: b\n'],
  ['a key that is a collection', '{a: b}: c\n'],
  ['a flow pair in a list', 'a: [b: c]\n'],
  ['a flow key without a value', 'a: {b, c: d}\n'],
  ['a directive', '%YAML 1.2\n---\na: b\n'],
  ['a root that is a scalar or a flow collection', '{a: b}\n'],
  ['a template', 'a: {{ b }}\n'],
  ['an error', 'a: b: c\n'],
])('a document with %s is left to the composer', (_name, yaml) => {
  expect(plainRoot(yaml)).toBeUndefined();
});

const lines =
  'a: b|c:|  d: e|- f|  - g: h|# i|   # j|k: [l, m]|  n: {o: p, q: }|r: >|  s|"t": \'u\' # v||    w|---'.split('|');
const lineStream = fc.array(fc.constantFrom(...lines), { maxLength: 8 }).map(chosen => `${chosen.join('\n')}\n`);
const signs = [' ', '\n', '\n  ', ': ', '- ', '#', ' # c\n', '\t', ...'{ } [ ] , | " \' ? & * ! @ % a'.split(' ')];
const spoiledStream = fc
  .tuple(
    fc.oneof(lineStream, yamlStream),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...signs)), { maxLength: 2 }),
  )
  .map(([stream, changes]) =>
    changes.reduce((text, [at, length, put]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + length);
    }, stream),
  );

test('what is read as plain is without an error, and what the composer makes of it, also in its places', () => {
  let count = 0;
  fc.assert(
    fc.property(spoiledStream, text => {
      const root = plainRoot(text);
      if (root === undefined) return;
      count += 1;
      const documents = parseAllDocuments(text, {
        schema: 'failsafe',
        resolveKnownTags: false,
        uniqueKeys: false,
        logLevel: 'silent',
      });
      expect(Array.isArray(documents) ? documents.map(({ errors }) => errors) : []).toEqual([[]]);
      expect(ourPlaces(root)).toEqual(Array.isArray(documents) ? theirPlaces(documents[0]?.contents) : []);
    }),
    { seed: 20_240_229, numRuns: 20_000 },
  );
  expect(count).toBeGreaterThan(1000);
});

function ourPlaces(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  const place = [node.start, node.end];
  if (node.kind === 'scalar') return [...place, node.text];
  if (node.kind === 'list') return [...place, node.items.map(ourPlaces)];
  return [...place, node.pairs.map(({ key, value }) => [ourPlaces(key), ourPlaces(value)])];
}

function theirPlaces(node: unknown): unknown {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  const place = node.range?.slice(0, 2) ?? [];
  if (isScalar(node)) return [...place, node.value];
  if (isSeq(node)) return [...place, node.items.map(theirPlaces)];
  return [...place, node.items.map(({ key, value }) => [theirPlaces(key), theirPlaces(value)])];
}
