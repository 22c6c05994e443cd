import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Facts, TypeFacts } from '../../../src/documents/schema/facts.ts';
import { FORMATS } from '../../../src/documents/schema/formats.ts';
import { fieldFactsOf } from '../../../src/documents/schema/field-facts.ts';
import { shapeOf } from '../../../src/documents/schema/shapes.ts';

const SCALARS = new Set(['string', 'bool', 'int', 'uint', 'float', 'any', ...Object.keys(FORMATS)]);
const VERSION = /^\d+\.\d+(?:\.\d+)?$/;

describe.each(['prometheus', 'web', 'alertmanager', 'blackbox', 'operator'] as const)('the facts of %s', program => {
  const { facts, checks } = shapeOf(program);
  const types = Object.entries(facts.types);
  const fields = types.flatMap(([type, { fields: stated }]) =>
    Object.entries(stated).map(([name, field]) => ({ place: `${type}.${name}`, ...fieldFactsOf(field) })),
  );

  test('name types and formats that there are', () => {
    const isKnown = (is: string): boolean => SCALARS.has(is) || Object.hasOwn(facts.types, is);
    expect(fields.filter(({ is }) => !isKnown(kindIn(is))).map(({ place, is }) => `${place}: ${is}`)).toEqual([]);
    expect(facts.roots.filter(root => !Object.hasOwn(facts.types, root))).toEqual([]);
  });

  test('have no type that nothing leads to', () => {
    const stated = statedFacts(program);
    const reached = new Set(stated.roots);
    // A set hands out what is added to it on the way.
    for (const name of reached) for (const next of typesIn(stated.types[name])) reached.add(next);
    expect(Object.keys(stated.types).filter(name => !reached.has(name))).toEqual([]);
  });

  test('name checks that there are, and all of them', () => {
    const named = types.flatMap(([, type]) => type.checks ?? []);
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(checks).toSorted());
  });

  test('put fields together that the type has', () => {
    const strays = types.flatMap(([name, type]) =>
      fieldsOfRules(type)
        .filter(field => !Object.hasOwn(type.fields, field))
        .map(field => `${name}.${field}`),
    );
    expect(strays).toEqual([]);
  });

  test('name versions, the first of which is the earlier one', () => {
    for (const { place, since, until } of fields) {
      for (const version of [since, until]) {
        if (version !== undefined) expect([place, version]).toEqual([place, expect.stringMatching(VERSION)]);
      }
      expect([place, since]).not.toEqual([place, until ?? 'no version']);
    }
  });
});

/** As they are written, with `inline`. */
function statedFacts(program: string): Facts {
  // Safe: the tests here are what holds the files to the type.
  return JSON.parse(readFileSync(`src/documents/schema/facts/${program}.json`, 'utf8')) as Facts;
}

function kindIn(is: string): string {
  return is.replaceAll(/^(?:\[\]|map )+/g, '');
}

function typesIn(type: TypeFacts | undefined): readonly string[] {
  const ofFields = Object.values(type?.fields ?? {}).map(field => kindIn(fieldFactsOf(field).is));
  return [...ofFields, ...(type?.inline ?? [])].filter(is => !SCALARS.has(is));
}

function fieldsOfRules({ required = [], atMostOne = [], atLeastOne = [] }: TypeFacts): readonly string[] {
  return [
    ...required.flatMap(({ field, with: others = [] }) => [field, ...others]),
    ...atMostOne.flatMap(({ fields }) => fields),
    ...atLeastOne.flatMap(({ fields, with: others = [] }) => [...fields, ...others]),
  ];
}
