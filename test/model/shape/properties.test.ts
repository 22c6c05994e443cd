import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { yamlDocumentsOf } from '../../../src/documents/yaml-documents.ts';
import { fieldFactsOf } from '../../../src/documents/schema/field-facts.ts';
import { shapeOf } from '../../../src/documents/schema/shapes.ts';
import { meaningOf } from '../../../src/model/meaning.ts';
import type { Departure, Program } from '../../../src/model/shape/departure.ts';
import { SourceFile } from '../../../src/text/source.ts';

/** How a document of a program begins, so that it is known for one. */
const BEGINNINGS: Readonly<
  Record<Program, { readonly path: string; readonly text: string; readonly columns: number }>
> = {
  prometheus: { path: 'prometheus.yml', text: 'scrape_configs: []\n', columns: 0 },
  web: { path: 'web.yml', text: 'tls_server_config: {}\n', columns: 0 },
  alertmanager: { path: 'alertmanager.yml', text: 'route: {receiver: a}\nreceivers: []\n', columns: 0 },
  blackbox: { path: 'blackbox.yml', text: 'modules:\n  a: {prober: http}\n', columns: 0 },
  operator: {
    path: 'prometheus.yaml',
    text: 'apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: a}\nspec:\n',
    columns: 2,
  },
};
const PROGRAMS = ['prometheus', 'web', 'alertmanager', 'blackbox', 'operator'] as const;
const ODD = [
  '',
  '~',
  'true',
  '"yes"',
  '0',
  '-1',
  '1e400',
  '.inf',
  '5s',
  '*a',
  '{{ .a }}',
  '"{{ .a }}"',
  '[~]',
  '{}',
  '__proto__',
];

/** Trees of fields that the program has somewhere, and of some that nobody has. */
function treesOf(program: Program): fc.Arbitrary<unknown> {
  const { facts } = shapeOf(program);
  const fields = Object.values(facts.types).flatMap(type => Object.keys(type.fields));
  const values = Object.values(facts.types).flatMap(type =>
    Object.values(type.fields).flatMap(field => fieldFactsOf(field).values ?? []),
  );
  const key = fc.constantFrom(...fields, '<<', '__proto__', 'constructor', 'foo/bar~', '{{ .a }}', '0');
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof({ maxDepth: 5 }, fc.constantFrom(...ODD, ...values), tie('list'), tie('map')),
    list: fc.array(tie('tree'), { maxLength: 3 }),
    map: fc.array(fc.tuple(key, tie('tree')), { maxLength: 6 }).map(pairs => ({ pairs })),
  }));
  return tree;
}

/** A tree as YAML: the pairs of mappings may have a key twice. */
function flowOf(tree: unknown): string {
  if (Array.isArray(tree)) return `[${tree.map(flowOf).join(', ')}]`;
  if (typeof tree !== 'object' || tree === null || !('pairs' in tree) || !Array.isArray(tree.pairs))
    return String(tree);
  return `{${tree.pairs.map(([key, value]) => `"${String(key)}": ${flowOf(value)}`).join(', ')}}`;
}

function departuresIn(path: string, text: string): readonly Departure[] {
  return yamlDocumentsOf(new SourceFile(path, text)).documents.flatMap(document => meaningOf(document).departures);
}

test.each(PROGRAMS)(
  'whatever stands in a file of %s, its departures are in the file, in order, and said once',
  program => {
    const { path, text, columns } = BEGINNINGS[program];
    const { facts } = shapeOf(program);
    const [rootType = ''] = facts.roots;
    const rootFields = Object.keys(facts.types[rootType]?.fields ?? {});
    const entry = fc.tuple(fc.constantFrom(...rootFields), treesOf(program));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), entries => {
        const lines = entries.map(([field, tree]) => `${' '.repeat(columns)}${field}: ${flowOf(tree)}\n`);
        const whole = text + lines.join('');
        const departures = departuresIn(path, whole);
        for (const { at, others, text: said, path: place } of departures) {
          for (const span of [at, ...others.map(other => other.at)]) {
            expect(span.file.path).toBe(path);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(whole.length);
          }
          expect(said).not.toBe('');
          expect(place).not.toBe('');
        }
        const identities = departures.map(({ at, kind, text: said, since, until }) =>
          [at.start, kind, said, since, until].join(),
        );
        expect(new Set(identities).size).toBe(identities.length);
        expect(departures.map(({ at }) => at.start)).toEqual(
          departures.map(({ at }) => at.start).toSorted((a, b) => a - b),
        );
      }),
      { seed: 20261121, numRuns: 100 },
    );
  },
);

test('where every value is a template nothing is said', () => {
  const text = `scrape_configs:
- job_name: {{ .a }}
  scheme: {{ .b }}
  tls_config: {{ .c }}
  static_configs: {{ .d }}
  relabel_configs: [{{ .e }}]
`;
  expect(departuresIn('prometheus.yml', text)).toEqual([]);
});

test('aliases of aliases take no long time', () => {
  const bombs = Array.from(
    { length: 5 },
    (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]\n`,
  );
  const text = `scrape_configs: []\na0: &a0 {foo: 1}\n${bombs.join('')}`;
  const start = performance.now();
  departuresIn('prometheus.yml', text);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('many faults take no long time', () => {
  const labels = Array.from({ length: 20_000 }, (_, number) => `    a${number}: []\n`).join('');
  const text = `global:\n  external_labels:\n${labels}scrape_configs:\n- job_name: a\n  static_configs: []\n`;
  const start = performance.now();
  expect(departuresIn('prometheus.yml', text)).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(5000);
});
