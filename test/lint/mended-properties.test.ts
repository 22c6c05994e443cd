import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isCollection, isScalar, Lexer, parseAllDocuments, visit } from 'yaml';
import type { FixChoice } from '../../src/lint/mended.ts';
import { RULES } from '../../src/rules/index.ts';
import { CARRIERS, carried, type Carrier } from '../documents/wrapping/carriers.ts';
import { STYLES } from '../documents/wrapping/scalar-writing.ts';
import type { Texts } from '../marks.ts';
import { mendedText } from '../mended-text.ts';
import { ENCODINGS, encodedFiles } from '../rules/encodings.ts';
import { faultsOfMending, mendingOf } from './mending-faults.ts';
import { misspelt, type Misspelt } from './misspelt-configuration.ts';
import { chooserFrom, writtenAtRandom } from './random-writing.ts';

const CHOICES: readonly FixChoice[] = ['safe', 'all'];

const EXAMPLES = RULES.filter(({ bad }) => mendingOf(bad, 'all').mended(bad).made.length > 0);

describe.each(EXAMPLES.map(({ id, bad }) => ({ id, bad })))('the example of $id is mended as promised', ({ bad }) => {
  test.each(CHOICES)('%s', choice => {
    expect(faultsOfMending(bad, mendingOf(bad, choice))).toEqual([]);
  });

  test.each(ENCODINGS)('as it is where it is written with $name', encoding => {
    const plain = mendingOf(bad, 'all').mended(bad);
    const written = mendingOf(bad, 'all').mended(encodedFiles(bad, encoding));
    expect(written.files.map(({ path, after }) => [path, after.replaceAll('\r\n', '\n')])).toEqual(
      plain.files.map(({ path, after }) => [path, after]),
    );
  });
});

const NOTHING: Texts = {};

/** A configuration as it is written somewhere. */
interface Written extends Misspelt {
  readonly text: string;
}

const written: fc.Arbitrary<Written> = fc
  .tuple(misspelt, fc.nat(), fc.boolean())
  .map(([configuration, seed, hasWindowsBreaks]) => {
    const text = writtenAtRandom(configuration.value, chooserFrom(seed));
    return { ...configuration, text: hasWindowsBreaks ? text.replaceAll('\n', '\r\n') : text };
  });

/** Every value of YAML that is no mapping and no list, with its anchor, in their order. */
function valuesIn(text: string): readonly unknown[] {
  const values: unknown[] = [];
  for (const document of [parseAllDocuments(text, { version: '1.1', uniqueKeys: false })].flat()) {
    if (!('errors' in document)) continue;
    visit(document, {
      Node(key, node) {
        if (key === 'key' || (isCollection(node) && node.anchor === undefined)) return;
        values.push([isScalar(node) ? node.value : 'a collection', 'anchor' in node ? node.anchor : undefined]);
      },
    });
  }
  return values;
}

function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter(token => token.startsWith('#'));
}

test.each(CHOICES)('a configuration that is misspelt and written in any way is mended as promised: %s', choice => {
  let made = 0;
  const holds = fc.property(written, ({ name, text }) => {
    const files = { [name]: text };
    const mending = mendingOf(NOTHING, choice);
    expect(faultsOfMending(files, mending)).toEqual([]);
    const { files: changed, made: fixes } = mending.mended(files);
    made += fixes.length;
    for (const { after } of changed) {
      const isOfNames = fixes.every(({ ruleId }) =>
        /^(?:deprecated-bearer-token|(?:unknown|pruned)-field)$/.test(ruleId),
      );
      if (isOfNames) expect(valuesIn(after)).toEqual(valuesIn(text));
      expect(commentsIn(after)).toEqual(commentsIn(text));
    }
  });
  fc.assert(holds, { seed: 11, numRuns: 80 });
  expect(made).toBeGreaterThan(80);
});

const STYLE_NAMES = Object.keys(STYLES);

/** A configuration in the string of a carrier; `undefined` where the style cannot hold it. */
function fileOf(text: string, name: string, carrier: Carrier, style: string): string | undefined {
  const write = STYLES[style];
  return write && carried(carrier, text, name, write)?.text;
}

test('what is in a string of a carrier is mended there, or left as it is, and nothing else is touched', () => {
  const whole = CARRIERS.filter(({ isPartial, isOfValues }) => isPartial !== true && isOfValues !== true);
  const cases = fc.tuple(misspelt, fc.nat(), fc.constantFrom(...whole), fc.constantFrom(...STYLE_NAMES));
  let mendedInside = 0;
  const holds = fc.property(cases, ([{ name, value }, seed, carrier, style]) => {
    const text = writtenAtRandom(value, chooserFrom(seed));
    const file = fileOf(text, name, carrier, style);
    fc.pre(file !== undefined);
    const files = { [carrier.path]: file };
    expect(faultsOfMending(files, mendingOf(NOTHING, 'safe'))).toEqual([]);
    const after = mendedText(carrier.path, file);
    const alone = mendedText(name, text);
    if (after !== file && /^(?:literal|double)/.test(style)) {
      expect(valuesIn(after)).toEqual(valuesIn(fileOf(alone, name, carrier, style) ?? ''));
      mendedInside += 1;
    }
  });
  fc.assert(holds, { seed: 12, numRuns: 200 });
  expect(mendedInside).toBeGreaterThan(30);
});
