import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../src/documents/schema/facts.ts';
import { withInlinedFields } from '../../src/documents/schema/inlined.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { outputsOf } from '../rules/shown-secrets.ts';
import { treeOf } from '../tree.ts';
import { FIXTURES } from './fixtures.ts';
import { longForm } from './kind.ts';
import { FILE_NAMES, type Compared } from './peer.ts';
import { documentWith, placesOf } from './places.ts';
import { Sampler } from './sampler.ts';
import { yamlText, type Entry } from './yaml-sketch.ts';

const MARK = 'Gorse-Linnet';
const PROGRAMS: readonly Compared[] = ['prometheus', 'alertmanager', 'blackbox'];

test.each(PROGRAMS)('whatever is wrong with a secret of %s, no output shows it', program => {
  const sampler = samplerOf(program);
  const files: Record<string, string> = {};
  for (const place of placesOf(sampler, 'Config', new Set())) {
    for (const [field, facts] of Object.entries(sampler.typeOf(place.type).fields)) {
      for (const entries of faultsWith(field, longForm(facts).is)) {
        const smallest = sampler.smallest(place.type).filter(([key]) => key !== field);
        const number = Object.keys(files).length;
        files[`${number}/${FILE_NAMES[program]}`] = yamlText(
          documentWith(sampler, place, [...smallest, ...entries(number)]),
        );
      }
    }
  }
  const paths = Object.keys(files);
  expect(paths.length).toBeGreaterThan(100);
  const shown: string[] = [];
  for (let start = 0; start < paths.length; start += 200) {
    const some = Object.fromEntries(Object.entries(files).slice(start, start + 200));
    const tree = { ...treeOf(some), named: new Set(Object.keys(some)) };
    const report = lint({ files: tree, configuration: { ...DEFAULT_CONFIGURATION, pedantic: true }, now: EXAMPLE_NOW });
    for (const [, number] of outputsOf(report)
      .join('\n')
      .matchAll(new RegExp(`${MARK}-(\\d+)`, 'g'))) {
      shown.push(files[`${number}/${FILE_NAMES[program]}`] ?? '');
    }
  }
  expect([...new Set(shown)]).toEqual([]);
});

/**
 * What somebody may write who means a secret: the field, a slip in its name, another kind of value, twice, run into a key;
 * and what may hold one as a text.
 */
function faultsWith(field: string, is: string): readonly ((number: number) => readonly Entry[])[] {
  if (/^(?:\[\])?[A-Z]|map /.test(is)) {
    return [
      number => [[field, `Bearer ${MARK}-${number}`]],
      number => [[field, `'{user: a, password: "${MARK}-${number}"}'`]],
      number => [[field, `[${MARK}-${number}]`]],
    ];
  }
  if (!/secret|url/.test(is)) return [];
  const secret = (number: number): string =>
    is.includes('url') ? `"http://user:${MARK}-${number} %zz@host.example/"` : `${MARK}-${number}`;
  return [
    number => [[field, secret(number)]],
    number => [[`${field}x`, secret(number)]],
    number => [[field, `[${secret(number)}]`]],
    number => [[field, `{a: ${secret(number)}}`]],
    number => [
      [field, secret(number)],
      [field, secret(number)],
    ],
    number => [[`"${field}:${secret(number).replaceAll('"', '')}"`, 'true']],
    number => [[`"${secret(number).replaceAll('"', '')} ${field}"`, 'true']],
  ];
}

function samplerOf(program: Compared): Sampler {
  const path = `${import.meta.dirname}/../../../src/documents/schema/facts/${program}.json`;
  // Safe: a test of the facts holds them to the type.
  const facts = withInlinedFields(JSON.parse(readFileSync(path, 'utf8')) as Facts);
  return new Sampler(facts, FIXTURES[program]);
}
