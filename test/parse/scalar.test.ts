import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decodedScalar, type ScalarStyle } from '../../src/parse/scalar.ts';
import { SourceFile } from '../../src/text/source.ts';
import { yamlStream } from './generated-yaml.ts';
import { faultOf, scalarsIn } from './mapped-scalar.ts';
import { positionOf } from './scalar-rows.ts';

test('a scalar that is not written as its value says has no decoded text', () => {
  const file = new SourceFile('a.yaml', 'k: "a\\tb"\n');
  expect(decodedScalar(file, 'double', 3, 9, 'a\tb')?.text).toBe('a\tb');
  expect(decodedScalar(file, 'double', 3, 9, 'a b')).toBeUndefined();
});

test('an escape that is none is taken as it stands', () => {
  for (const text of ['\\q', '\\x4g', '\\u12', '\\UFFFFFFFF', '\\\r']) {
    expect(decodedScalar(new SourceFile('a.yaml', `"${text}"`), 'double', 0, text.length + 2, text)?.text).toBe(text);
  }
});

test('a line with too little indentation, which is an error, loses what it has of it', () => {
  const file = new SourceFile('a.yaml', '|\n    a\n  b\n');
  expect(decodedScalar(file, 'literal', 0, 12, 'a\nb\n')?.span(2, 3)).toEqual({
    file,
    start: 10,
    end: 11,
    exact: true,
  });
});

test('a scalar in a document in a block scalar answers with its place in the committed file', () => {
  const lines = ['data:', '  web.yml: |2', '', '      name: "a\\x2eb', '        c"', '      skip: true', ''];
  const file = new SourceFile('config-map.yaml', lines.join('\n'));
  const document = scalarsIn(file)[2]?.decoded;
  if (document === undefined) throw new Error('the embedded document is not mapped');
  expect(document.text).toBe('\n  name: "a\\x2eb\n    c"\n  skip: true\n');
  const [, name, , skip] = scalarsIn(document).map(({ decoded }) => decoded);
  if (name === undefined || skip === undefined) throw new Error('the embedded scalars are not mapped');
  expect([name.text, skip.text]).toEqual(['a.b c', 'true']);
  expect([name.span(2, 3), name.span(4, 5), skip.span(0, 4)].map(positionOf)).toEqual(['4:19', '5:9', '6:13']);
  expect(name.span(1, 2)).toEqual({
    file,
    start: file.text.indexOf('\\x2e'),
    end: file.text.indexOf('b\n'),
    exact: true,
  });
});

test('an escape that is itself escaped answers with all that it is written with', () => {
  const file = new SourceFile('a.yaml', 'a: "k: \\"x\\\\ny\\""\n');
  const document = scalarsIn(file)[1]?.decoded;
  if (document === undefined) throw new Error('the embedded document is not mapped');
  const inner = scalarsIn(document)[1]?.decoded;
  expect([document.text, inner?.text]).toEqual(['k: "x\\ny"', 'x\ny']);
  expect(inner?.span(1, 2)).toEqual({ file, start: 10, end: 13, exact: true });
});

test('of generated YAML, every scalar is mapped and each of its characters is where its span says', () => {
  const seen: Record<ScalarStyle, number> = { plain: 0, single: 0, double: 0, literal: 0, folded: 0 };
  fc.assert(
    fc.property(yamlStream, text => {
      const scalars = scalarsIn(new SourceFile('generated.yaml', text));
      for (const { style } of scalars) seen[style] += 1;
      expect(scalars.map(faultOf).filter(fault => fault !== undefined)).toEqual([]);
    }),
    { seed: 20_240_229, numRuns: 2000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200);
});

test('of generated YAML inside a block scalar, every scalar answers with its place in the committed file', () => {
  let count = 0;
  fc.assert(
    fc.property(yamlStream, text => {
      const body = text.replaceAll('\n', '\n  ');
      const outer = scalarsIn(new SourceFile('outer.yaml', `config: |2+\n  ${body}\n`))[1];
      if (outer?.decoded === undefined) return;
      const scalars = scalarsIn(outer.decoded);
      count += scalars.length;
      expect(scalars.map(faultOf).filter(fault => fault !== undefined)).toEqual([]);
    }),
    { seed: 20_240_229, numRuns: 500 },
  );
  expect(count).toBeGreaterThan(500);
});

test('whatever is said to be a scalar is mapped to its value or not at all', () => {
  const styles: readonly ScalarStyle[] = ['plain', 'single', 'double', 'literal', 'folded'];
  fc.assert(
    fc.property(yamlStream, fc.constantFrom(...styles), fc.nat(200), fc.nat(40), (text, style, start, length) => {
      const file = new SourceFile('broken.yaml', text.slice(0, start + length));
      const end = Math.min(start + length, file.text.length);
      const value = text.slice(start + 1, end);
      expect([undefined, value]).toContain(decodedScalar(file, style, Math.min(start, end), end, value)?.text);
    }),
    { seed: 20_240_229, numRuns: 1000 },
  );
});

test('of every YAML file of this repository, every scalar is mapped and each character is where its span says', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const paths = [...filesBelow(root, '')];
  expect(paths).toContain('package.json');
  for (const path of paths.filter(name => /\.ya?ml$/.test(name))) {
    const file = new SourceFile(path, new TextDecoder().decode(readFileSync(join(root, path))));
    const faults = scalarsIn(file)
      .map(faultOf)
      .filter(fault => fault !== undefined);
    expect({ path, faults }).toEqual({ path, faults: [] });
  }
});

const notOurs = new Set(['node_modules', 'dist', 'build', 'coverage', '.git']);

function* filesBelow(root: string, folder: string): Generator<string> {
  for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.isFile()) yield path;
    else if (item.isDirectory() && !notOurs.has(item.name)) yield* filesBelow(root, path);
  }
}
