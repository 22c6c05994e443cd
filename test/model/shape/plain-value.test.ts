import { expect, test } from '@jest/globals';
import { entryOf, plainReadingOf, scalarValueOf } from '../../../src/model/shape/plain-value.ts';
import { rootOf } from '../../parse/read-yaml.ts';

function valueOf(text: string): unknown {
  const root = rootOf(`- ${text}`);
  const item = root?.kind === 'list' ? root.items[0] : undefined;
  return item?.kind === 'scalar' ? scalarValueOf(item) : undefined;
}

// resolve_test.go and decode_test.go of go-yaml v2.4.
test.each<[string, unknown]>([
  ['a', 'a'],
  ['"1"', '1'],
  ["'true'", 'true'],
  ['!!str 1', '1'],
  ['!!int 1', 1],
  ['!vault 1', null],
  ['~', null],
  ['null', null],
  ['yes', true],
  ['Off', false],
  ['"yes"', 'yes'],
  ['0', 0],
  ['-7', -7],
  ['+7', 7],
  ['1_000', 1000],
  ['010', 8],
  ['-010', -8],
  ['0o17', 15],
  ['0O17', 15],
  ['09', 9],
  ['0x1F', 31],
  ['0XfF', 255],
  ['0b101', 5],
  ['0B11', 3],
  ['0x', '0x'],
  ['0b2', '0b2'],
  ['1.5', 1.5],
  ['-.5', -0.5],
  ['1.', 1],
  ['.', '.'],
  ['1e3', 1000],
  ['1E-2', 0.01],
  ['+1.e+2', 100],
  ['1e', '1e'],
  ['1e999', '1e999'],
  ['1s', '1s'],
  ['x1', 'x1'],
  ['-x', '-x'],
  ['1.2.3', '1.2.3'],
  ['.inf', Infinity],
  ['.Inf', Infinity],
  ['.INF', Infinity],
  ['+.inf', Infinity],
  ['-.inf', -Infinity],
  ['.iNF', '.iNF'],
  ['.nan', Number.NaN],
  ['.NaN', Number.NaN],
  ['.NAN', Number.NaN],
  ['-.nan', '-.nan'],
  ['inf', 'inf'],
])('%s is %p', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test.each([
  ['9223372036854775807', 2 ** 63],
  ['18446744073709551615', 2 ** 64],
  ['-9223372036854775807', -(2 ** 63)],
])('%s stays below the power of two to which JavaScript rounds it', (text, power) => {
  const value = Number(valueOf(text));
  expect(Math.abs(value)).toBeLessThan(Math.abs(power));
  expect(Math.abs(value)).toBeGreaterThan(Math.abs(power) * (1 - 2 ** -50));
  expect(Math.sign(value)).toBe(Math.sign(power));
});

test.each([
  ['9223372036854775808', 2 ** 63],
  ['18446744073709551616', 2 ** 64],
  ['9007199254740993', 9007199254740992],
])('%s is a power of two, or far from one', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

function readingOf(text: string, number: number): ReturnType<typeof plainReadingOf> {
  const root = rootOf(text);
  if (root === undefined) throw new Error('the text is empty');
  return plainReadingOf(root, number, ({ text: scalar }) => scalar.startsWith('$'));
}

test('a document is read as JSON has it, with aliases and merges', () => {
  const text = 'a: &x {b: [1, ~, "2"], c: }\nd: *x\ne: {<<: *x, c: yes}\n__proto__: 3\n';
  expect(JSON.stringify(readingOf(text, 0).value)).toBe(
    '{"a":{"b":[1,null,"2"],"c":null},"d":{"b":[1,null,"2"],"c":null},"e":{"b":[1,null,"2"],"c":true},"__proto__":3}',
  );
});

test('what another tool puts in is null, and an entry with such a key is none', () => {
  expect(readingOf('{a: $b, $c: d, e: [$f]}', 0).value).toEqual({ a: null, e: [null] });
});

test('of a key that comes several times, each reading takes the entry of its number, or the last', () => {
  const text = '{a: 1, b: v, a: 2, b: w, a: 3}';
  expect([0, 1, 2, 3].map(number => readingOf(text, number).value)).toEqual([
    { a: 1, b: 'v' },
    { a: 2, b: 'w' },
    { a: 3, b: 'w' },
    { a: 3, b: 'w' },
  ]);
  expect(readingOf(text, 0).repetitions).toBe(3);
  const root = rootOf(text);
  if (root?.kind !== 'map') throw new Error('no mapping');
  expect([0, 1, 2, 3].map(number => entryOf(root, 'b', number)?.value)).toEqual([
    root.pairs[1]?.value,
    root.pairs[3]?.value,
    root.pairs[3]?.value,
    root.pairs[3]?.value,
  ]);
  expect(entryOf(root, 'c', 0)).toBeUndefined();
});

test.each([
  ['{a: 1, b: {a: 1}}', false],
  ['{a: 1, a: 2}', true],
  ['[{a: {b: 1, b: 2}}]', true],
  ['{a: &x {b: 1}, c: {<<: *x}}', true],
])('it is known of %s whether a key may come twice: %p', (text, mayRepeatKeys) => {
  expect(readingOf(text, 0).mayRepeatKeys).toBe(mayRepeatKeys);
});
