import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesRootOf } from '../../src/parse/yaml-lines.ts';
import type { YamlNode } from '../../src/parse/yaml-node.ts';
import { piecesOf } from '../../src/parse/yaml-stream.ts';
import { readByLibrary } from '../../src/parse/yaml.ts';
import { RULES } from '../../src/rules/index.ts';
import { SourceFile } from '../../src/text/source.ts';
import { yamlStream } from './generated-yaml.ts';
import { sketchOf } from './read-yaml.ts';

function linesRoot(text: string): YamlNode | undefined {
  const root = linesRootOf(new SourceFile('a.yaml', text), { start: 0, end: text.length, index: 0 });
  return root === undefined || 'reason' in root ? undefined : root;
}

test.each([
  ['a: b\nc:\n  d: [e, "f"]\n', '{a: b, c: {d: [e, "f]}}'],
  ['# a\n---\n# b\nc: # d\n\n  # e\n  f: g # h\n# i\n', '{c: {f: g}}'],
  ['- a\n- - b\n  -\n- c: {}\n  d: [ ]\n', '[a, [b, ], {c: {}, d: []}]'],
  ['a:\n- b\n- c:\nd:', '{a: [b, {c: }], d: }'],
  ['a: |\n\n  b\n\n   c\nd: |-\n  e\n\n\nf: |+ # g\n  h\n\ni: |\n', '{a: |\\nb\\n\\n c\\n, d: |e, f: |h\\n\\n, i: |}'],
  ['a: >\n  b\n  c\n\n  d\n    e\n\n  f\ng: >-\n  h', '{a: >b c\\nd\\n  e\\n\\nf\\n, g: >h}'],
  ["'a b': 'c''d'\n\"e\": \"\\u0066\\x41\\/\"\n", "{'a b: 'c'd, \"e: \"fA/}"],
  ['a: {"b":[c, {d: e}],f: -1, }\n', '{a: {"b: [c, {d: e}], f: -1}}'],
  ['a#b: c:d#e\n-f: ?g\n', '{a#b: c:d#e, -f: ?g}'],
])('%j is plain', (yaml, sketch) => {
  expect(sketchOf(linesRoot(yaml))).toBe(sketch);
});

test.each([
  ['an anchor', 'a: &b c\n'],
  ['an alias', 'a: *b\n'],
  ['a tag', 'a: !b c\n'],
  ['a tab between nodes', 'a:\tb\n'],
  ['an explicit key', '? a\n: b\n'],
  ['a directive', '%YAML 1.2\n---\na: b\n'],
  ['a second document', 'a: b\n---\nc: d\n'],
  ['a document end', 'a: b\n...\n'],
  ['a scalar of several lines', 'a: b\n  c\n'],
  ['a quoted scalar of several lines', 'a: "b\n  c"\n'],
  ['a flow collection of several lines', 'a: [b,\n  c]\n'],
  ['an indentation indicator', 'a: |2\n    b\n'],
  ['a flow key without a value', 'a: {b, c: d}\n'],
  ['a root that is a scalar or a flow collection', '{a: b}\n'],
  ['a template', 'a: {{ b }}\n'],
  ['Windows line breaks', 'a: b\r\n'],
  ['a key of more than 1024 characters', `${'a'.repeat(1025)}: b\n`],
  ['collections more than 100 levels deep', `${'- '.repeat(101)}a\n`],
  ['more than 1,000,000 tokens', '- a\n'.repeat(250_000)],
  ['nothing', '# a\n'],
  ['an unknown escape', 'a: "\\q"\n'],
  ['a value beside a value', 'a: b: c\n'],
  ['a wrong indentation', 'a:\n    b: c\n  d: e\n'],
])('a document with %s is left to the library', (_name, yaml) => {
  expect(linesRoot(yaml)).toBeUndefined();
});

const lines =
  'a: b;c:;d: e;-;- f;- - g;- h: i;- j:;# k;k: [l, {m: n}];o: {"p":1, };r: >;s: |-;t: |+;u;"v": \'w\' # x;y: |;;  ;---'.split(
    ';',
  );
const lineStream = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 0, 2, 2, 4, 1), fc.constantFrom(...lines)), { maxLength: 6 })
  .map(chosen => `${chosen.map(([indentation, line]) => ' '.repeat(indentation) + line).join('\n')}\n`);
const signs = [
  ' ',
  '\n',
  '\n  ',
  ': ',
  '- ',
  '#',
  ' # c\n',
  '\t',
  '\r\n',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\\n',
  "''",
].concat('{ } [ ] , | " \' ? & * ! @ % a'.split(' '));
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...signs, '')), { maxLength: 3 });

function changed(text: string, made: readonly (readonly [number, number, string])[]): string {
  return made.reduce((before, [at, length, put]) => {
    const start = at % (before.length + 1);
    return before.slice(0, start) + put + before.slice(start + length);
  }, text);
}

/** True where the document is read from its lines, and then is what the library makes of it. */
function isReadAlike(source: SourceFile, start: number, end: number): boolean {
  const piece = { start, end, index: 0 };
  const root = linesRootOf(source, piece);
  if (root === undefined) return false;
  // As text, which is told apart much faster, and knows the order of the properties.
  const [ours, theirs] = [{ root }, readByLibrary(source, piece)].map(reading =>
    JSON.stringify(reading, (key, value: unknown) => (key === 'source' ? value === source : value)),
  );
  expect(ours).toBe(theirs);
  return true;
}

const settings = { seed: 20_240_229, numRuns: 20_000 };

test('what is read from lines is what the library makes of it, also in its places', () => {
  let count = 0;
  fc.assert(
    fc.property(
      fc.oneof(lineStream, lineStream, yamlStream),
      fc.oneof(fc.constant([]), changes),
      fc.constantFrom('', 'z: é\n'),
      (stream, made, before) => {
        const text = changed(stream, made);
        const source = new SourceFile('a.yaml', before + text + before);
        if (isReadAlike(source, before.length, before.length + text.length)) count += 1;
      },
    ),
    settings,
  );
  expect(count).toBeGreaterThan(1000);
});

const ROOT = join(import.meta.dirname, '../../..');
const files = [
  ...['examples', 'test', '.github'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => /\.ya?ml$/.test(path))
      .sort()
      .map(path => readFileSync(join(ROOT, folder, path), 'utf8')),
  ),
  ...RULES.flatMap(({ bad, good }) => [...Object.values(bad), ...Object.values(good)]),
];
const documents = files.flatMap(text =>
  [...piecesOf(text)].map(({ start, end }) => ({ source: new SourceFile('a.yaml', text), start, end })),
);

test('nine of ten documents of this repository that are sound are read from their lines, as by the library', () => {
  const sound = documents.filter(({ source, start, end }) => {
    const reading = readByLibrary(source, { start, end, index: 0 });
    return 'root' in reading && reading.root !== undefined && reading.root.kind !== 'scalar';
  });
  const read = sound.filter(({ source, start, end }) => isReadAlike(source, start, end));
  expect(sound.length).toBeGreaterThan(300);
  expect(read.length / sound.length).toBeGreaterThan(0.9);
});

test('changed documents of this repository are read as by the library, or left to it', () => {
  const texts = documents
    .map(({ source, start, end }) => source.text.slice(start, end))
    .filter(text => text.length < 2000);
  fc.assert(
    fc.property(fc.constantFrom(...texts), changes, (text, made) => {
      const source = new SourceFile('a.yaml', changed(text, made));
      isReadAlike(source, 0, source.text.length);
    }),
    settings,
  );
});
