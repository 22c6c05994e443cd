import { expect, test } from '@jest/globals';
import { entryFormOf, spanOfEntry, spanOfName, type EntryForm } from '../../src/parse/entry-form.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { decodedText, type YamlMap } from '../../src/parse/yaml-node.ts';
import type { SourceText, Span } from '../../src/text/source.ts';
import { rootOf, valueAt } from './read-yaml.ts';

function mapIn(text: string): YamlMap {
  const root = rootOf(text);
  if (root?.kind !== 'map') throw new Error('the text is no mapping');
  return root;
}

/** The mapping in the string of the key `carried`. */
function carriedMapIn(text: string): YamlMap {
  const scalar = valueAt(text, 'carried');
  const decoded = scalar?.kind === 'scalar' ? decodedText(scalar) : undefined;
  if (decoded === undefined) throw new Error('nothing is carried');
  const root = rootIn(decoded);
  return root;
}

function rootIn(source: SourceText): YamlMap {
  const reading = readYaml(source, { start: 0, end: source.text.length, index: 0 });
  if ('fault' in reading || reading.root?.kind !== 'map') throw new Error('no mapping is carried');
  return reading.root;
}

/** The mapping under the key `in`. */
function inner(map: YamlMap): YamlMap {
  const value = map.pairs.find(({ key }) => key.text === 'in')?.value;
  const found = value?.kind === 'list' ? value.items[0] : value;
  if (found?.kind !== 'map') throw new Error('there is no mapping under the key');
  return found;
}

function written(span: Span | undefined): string | undefined {
  return span?.file.text.slice(span.start, span.end);
}

const BLOCK: EntryForm = { isFlow: false, separator: '\n  ', quote: '' };

const forms: readonly (readonly [name: string, map: YamlMap, form: EntryForm | undefined])[] = [
  ['a block', mapIn('in:\n  a: 1\n  b: 2\n'), BLOCK],
  ['a block in a list', mapIn('in:\n- a: 1\n  b: 2\n'), BLOCK],
  ['a block of which an entry has properties', mapIn('in:\n  &x a: 1\n'), undefined],
  ['a block with CRLF', mapIn('in:\r\n  a: 1\r\n'), { ...BLOCK, separator: '\r\n  ' }],
  ['braces', mapIn('in: { a: 1 }'), { isFlow: true, separator: ', ', quote: '' }],
  ['JSON', mapIn('{"in": {"a": 1}}'), { isFlow: true, separator: ', ', quote: '"' }],
  ['braces without an entry', mapIn('in: {}'), undefined],
  ['a literal string', carriedMapIn('carried: |\n    in:\n      a: 1\n'), { ...BLOCK, separator: '\n      ' }],
  [
    'a literal string with CRLF',
    carriedMapIn('carried: |\r\n  in:\r\n    a: 1\r\n'),
    { ...BLOCK, separator: '\r\n    ' },
  ],
  ['a folded string', carriedMapIn('carried: >\n  in:\n    a: 1\n'), undefined],
  [
    'a string on one line',
    carriedMapIn('carried: "in:\\n  \'a\': 1\\n"'),
    { ...BLOCK, separator: '\\n  ', quote: "'" },
  ],
  ['a string with CRLF in it', carriedMapIn('carried: "in:\\r\\n  a: 1\\r\\n"'), { ...BLOCK, separator: '\\r\\n  ' }],
  ['a string over lines', carriedMapIn('carried: "in:\\n\\\n  \\  a: 1\\n"'), undefined],
  ['quotes over lines', carriedMapIn("carried: 'in:\n\n\n  - a: 1'"), undefined],
  [
    'JSON in a string',
    carriedMapIn('carried: "{\\"in\\": {\\"a\\": 1}}"'),
    { isFlow: true, separator: ', ', quote: '\\"' },
  ],
];

test.each(forms)('entries are written in the form of their mapping: %s', (_, map, form) => {
  expect(entryFormOf(inner(map))).toEqual(form);
});

test('entries at the root begin with their line, also where theirs is the first', () => {
  expect(entryFormOf(mapIn('a: 1\nb: 2\n'))).toEqual({ ...BLOCK, separator: '\n' });
  expect(entryFormOf(mapIn('a: 1\r\nb: 2\r\n'))).toEqual({ ...BLOCK, separator: '\r\n' });
  expect(entryFormOf(carriedMapIn('carried: |\n  a: 1\n  b: 2\n'))).toEqual(BLOCK);
  expect(entryFormOf(carriedMapIn('carried: >\n  a: 1\n\n  b: 2\n'))).toBeUndefined();
});

test('an entry stands where its key and its value do', () => {
  const map = mapIn('a: &x {b: 1} # c\n"d" : >\n  e\nf: *x\n');
  expect(map.pairs.map(pair => written(spanOfEntry(map, pair)))).toEqual(['a: &x {b: 1}', '"d" : >\n  e\n', undefined]);
});

test('an entry that is merged in is none of the mapping', () => {
  const root = mapIn('base: &x {a: 1}\nin: {<<: *x, b: 2}\n');
  const [base] = root.pairs;
  const [pair] = base?.value?.kind === 'map' ? base.value.pairs : [];
  expect(pair && spanOfEntry(inner(root), pair)).toBeUndefined();
});

test('a name stands within its quotes', () => {
  const keys = mapIn('a: 1\n"b\\x63": 2\n\'d\': 3\n').pairs.map(({ key }) => key);
  expect(keys.map(key => written(spanOfName(key)))).toEqual(['a', 'b\\x63', 'd']);
});
