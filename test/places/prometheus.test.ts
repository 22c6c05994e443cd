import { expect, test } from '@jest/globals';
import { findingsIn, RULES_FOR_PARTS } from '../linted.ts';
import { faultsNowhereIn, testEveryFault } from './every-fault.ts';
import { SECRET } from './fault.ts';
import { OPERATOR_PLACES } from './operator.ts';
import { PROMETHEUS_PLACES } from './prometheus.ts';
import { at, merged, yamlOf } from './yaml.ts';

testEveryFault('prometheus.yml', PROMETHEUS_PLACES);

test('the facts lead to every fault', () => {
  expect(faultsNowhereIn([...PROMETHEUS_PLACES, ...OPERATOR_PLACES])).toEqual([]);
});

test('no place stands in the facts twice', () => {
  const names = [...PROMETHEUS_PLACES, ...OPERATOR_PLACES].map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test('labels with the names of secrets hold none', () => {
  for (const place of ['scrape_configs[].static_configs[].labels', 'global.external_labels']) {
    for (const word of ['password', 'token', 'credentials', 'client_secret', 'secret_key']) {
      const text = yamlOf(merged({ rule_files: [] }, at(`${place}.${word}`, SECRET)));
      expect({ text, found: findingsIn({ 'prometheus.yml': text }, RULES_FOR_PARTS) }).toEqual({ text, found: [] });
    }
  }
});
