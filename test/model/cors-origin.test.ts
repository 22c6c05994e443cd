import { expect, test } from '@jest/globals';
import { foreignOriginAllowedBy } from '../../src/model/commands/cors-origin.ts';
import { findingsIn, reportOn } from '../linted.ts';

const ROWS: readonly (readonly [pattern: string, origin: string | undefined])[] = [
  ['.*', 'https://attacker.example'],
  ['https?://.*', 'https://attacker.example'],
  ['https://grafana.example.com', 'https://grafanaxexample.com'],
  ['https?://(a.example.com|b\\.example\\.com)', 'https://axexample.com'],
  ['https://a\\.example\\.com|http://b.example.com', 'http://bxexample.com'],
  ['https://.*example\\.com', 'https://attackerexample.com'],
  ['https://example\\.com.*', 'https://example.com.attacker.example'],
  ['https://grafana\\.example\\.com', undefined],
  ['https?://.*\\.example\\.com', undefined],
  ['https://example.com', undefined],
  ['http://localhost:.*', undefined],
  ['http://localhost.*', 'http://localhost.attacker.example'],
  ['http://10.0.0.1:3000', undefined],
  ['(', undefined],
  ['^$', undefined],
  ['(a+)+$', undefined],
];

test.each(ROWS)('%s allows %s', (pattern, origin) => {
  expect(foreignOriginAllowedBy(pattern)).toBe(origin);
});

test('only Prometheus is asked for origins', () => {
  const text = `services: { a: { image: prom/prometheus, command: [--config.file=a.yml, '--web.cors.origin=.*'] } }\n`;
  expect(reportOn({ 'compose.yaml': text }).findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('lets the pages of every site read its API through a browser'),
  ]);
  expect(findingsIn({ 'compose.yaml': text.replace('prom/prometheus', 'prom/alertmanager') })).toEqual([]);
});

test.each(['--web.cors.origin=${ORIGIN}', '--web.cors.origin'])('nothing is known of the origins of %s', flag => {
  const text = `services: { a: { image: prom/prometheus, command: [--config.file=a.yml, '${flag}'] } }\n`;
  expect(findingsIn({ 'compose.yaml': text })).toEqual([]);
});
