import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, nat, property, record, tuple, type Arbitrary } from 'fast-check';
import { parse } from 'yaml';
import { CARRIERS } from './wrapping/carriers.ts';
import { configurations, inJson } from './wrapping/configurations.ts';
import { STYLES } from './wrapping/scalar-writing.ts';
import { comparisonOf, isSound, type Layer, type Wrapping } from './wrapping/wrapping.ts';

const STYLE_NAMES = Object.keys(STYLES);
const CONFIGURATIONS = configurations().flatMap(configuration => [configuration, ...inJson(configuration)]);
// So that each combination has configurations of its own, and all together have all.
const STEP = 67;
// Of a part of a resource these are found, since they speak of what is there and not of what is lacking.
const SPEAKS_OF_VALUES =
  /^(?:insecure-skip-verify|inline-secret|default-password|secret-in-url|weak-tls-version|weak-cipher-suite) /;

describe('a text is written so that YAML reads it back', () => {
  const TEXTS = [
    'a: b\n',
    'a: b',
    'a:\n  - b\n\n  # c\n  - "d\\e"\n\n\n',
    "  a: 'b'\n",
    'a: $1 \u00e9 \u{1f600} # \t b\nc: d\n e: f\nghi\n',
    '{"a":"b"}',
  ];

  test.each(STYLE_NAMES.filter(style => style !== 'plain'))('%s', style => {
    const held = TEXTS.flatMap(text => {
      const scalar = STYLES[style]?.(text, 2);
      return scalar === undefined ? [] : [{ text, read: parse(`a:\n  b: ${scalar.text}`).a.b }];
    });
    expect(held.length).toBeGreaterThan(1);
    expect(held.map(({ read }) => read)).toEqual(held.map(({ text }) => text));
  });
});

test('there are many configurations, in many of which something is found', () => {
  const [carrier] = CARRIERS;
  const comparisons = CONFIGURATIONS.filter((_, at) => at % 10 === 0).flatMap(configuration =>
    carrier === undefined ? [] : (comparisonOf({ configuration, layers: [{ carrier, styles: ['double'] }] }) ?? []),
  );
  expect(comparisons.length).toBeGreaterThan(100);
  expect(comparisons.filter(({ found }) => found.length > 0).length).toBeGreaterThan(comparisons.length / 3);
});

/** The wrappings in which something else is found than in the configuration by itself, or elsewhere. */
function differing(wrappings: readonly Wrapping[]): readonly unknown[] {
  return wrappings.flatMap(wrapping => {
    const comparison = comparisonOf(wrapping);
    if (comparison === undefined || comparison.found.join() === comparison.expected.join()) return [];
    return [{ origin: wrapping.configuration.origin, ...comparison }];
  });
}

const WHOLE = CARRIERS.filter(({ isPartial }) => isPartial !== true);

describe.each(WHOLE.map((carrier, index) => ({ name: carrier.name, carrier, index })))(
  'what a configuration has is found where it stands in $name',
  ({ carrier, index }) => {
    test.each(STYLE_NAMES.map((style, at) => [style, index * STYLE_NAMES.length + at] as const))(
      '%s',
      (style, offset) => {
        const some = CONFIGURATIONS.filter((_, at) => at % STEP === offset % STEP);
        expect(
          differing(some.map(configuration => ({ configuration, layers: [{ carrier, styles: [style] }] }))),
        ).toEqual([]);
      },
    );
  },
);

const LAYER: Arbitrary<Layer> = tuple(constantFrom(...WHOLE), nat(STYLE_NAMES.length - 1)).map(([carrier, first]) => ({
  carrier,
  styles: [...STYLE_NAMES.slice(first), ...STYLE_NAMES.slice(0, first)],
}));

test.each([1, 2, 3])('the same is found %d deep, in whatever carriers and styles', depth => {
  const wrappings = record({
    configuration: constantFrom(...CONFIGURATIONS),
    layers: array(LAYER, { minLength: depth, maxLength: depth }),
  }).filter(isSound);
  const holds = property(wrappings, wrapping => {
    expect(differing([wrapping])).toEqual([]);
  });
  assert(holds, { seed: 6, numRuns: 300 });
});

test('of a patch what stands in it is found, and nothing that is concluded from what does not', () => {
  const patches = CARRIERS.filter(({ isPartial }) => isPartial === true);
  const resources = CONFIGURATIONS.filter(({ text }) => /^kind:/m.test(text));
  const comparisons = resources.flatMap(configuration =>
    patches.flatMap(carrier => comparisonOf({ configuration, layers: [{ carrier, styles: STYLE_NAMES }] }) ?? []),
  );
  const values = comparisons.flatMap(({ found }) => found.filter(sketch => SPEAKS_OF_VALUES.test(sketch)));
  expect(values.length).toBeGreaterThan(10);
  for (const { found, expected } of comparisons) {
    expect(expected).toEqual(expect.arrayContaining([...found]));
    expect(found).toEqual(expect.arrayContaining(expected.filter(sketch => SPEAKS_OF_VALUES.test(sketch))));
  }
});
