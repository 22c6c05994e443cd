import { expect, test } from '@jest/globals';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { GlobSet } from '../../src/policy/glob-set.ts';
import { readConfiguration } from '../../src/policy/configuration-file.ts';
import { SourceFile } from '../../src/text/source.ts';

function configurationIn(text: string): Configuration | readonly string[] {
  const reading = readConfiguration(new SourceFile('.promsec.yml', text));
  return 'configuration' in reading ? reading.configuration : reading.mistakes.map(mistake => mistake.message);
}

test('a file with the version alone says nothing else', () => {
  expect(configurationIn('version: 1')).toEqual(DEFAULT_CONFIGURATION);
});

test('every key of the documentation is read', () => {
  const text = `version: 1
rules: { missing-ca-file: error, inline-secret: off }
expiry-days: 14
ca-expiry-days: 60
bcrypt: { min-cost: 11, max-cost: 13 }
private-domains: [corp.example, .lab.example, "*.shop.example"]
include: ["deploy/**"]
exclude: [deploy/dev/]
pedantic: true
fail-on: warning
no-files: fail
overrides: [ { files: ["dev/**"], rules: { insecure-skip-verify: warning } } ]
path-mappings: { /etc/prometheus/certs: deploy/certs }
servers: { "node1.internal:9100": certs/node1.pem }
prometheus-version: 3.10
baseline: true
`;
  const want: Configuration = {
    rules: { 'missing-ca-file': 'error', 'inline-secret': 'off' },
    expiryDays: 14,
    caExpiryDays: 60,
    bcrypt: { minCost: 11, maxCost: 13 },
    privateDomains: ['corp.example', 'lab.example', 'shop.example'],
    include: new GlobSet(['deploy/**']),
    exclude: new GlobSet(['deploy/dev/']),
    pedantic: true,
    failOn: 'warning',
    noFiles: 'fail',
    overrides: [{ files: new GlobSet(['dev/**']), rules: { 'insecure-skip-verify': 'warning' } }],
    pathMappings: { '/etc/prometheus/certs': 'deploy/certs' },
    servers: { 'node1.internal:9100': 'certs/node1.pem' },
    prometheusVersion: '3.10',
    baseline: true,
  };
  expect(configurationIn(text)).toEqual(want);
  expect(Object.keys(want).sort()).toEqual(Object.keys(DEFAULT_CONFIGURATION).sort());
});

const same: readonly (readonly [string, string, Partial<Configuration>])[] = [
  [
    'off is a word, quoted or not',
    'version: 1\nrules: { inline-secret: "off" }',
    { rules: { 'inline-secret': 'off' } },
  ],
  ['never is a word', 'version: 1\nfail-on: never', { failOn: 'never' }],
  [
    'one of two bcrypt costs leaves the other',
    'version: 1\nbcrypt:\n  min-cost: 12',
    { bcrypt: { minCost: 12, maxCost: 14 } },
  ],
  [
    'both bcrypt costs may be the same',
    'version: 1\nbcrypt: { min-cost: 12, max-cost: 12 }',
    { bcrypt: { minCost: 12, maxCost: 12 } },
  ],
  ['zero days are allowed', 'version: 1\nexpiry-days: 0', { expiryDays: 0 }],
  ['a marker and a directive may stand above', '%YAML 1.2\n---\nversion: 1\npedantic: true', { pedantic: true }],
  ['comments may stand above the marker', '# ours\n---\nversion: 1\npedantic: true', { pedantic: true }],
  [
    'line breaks may be those of Windows',
    'version: 1\r\nexclude:\r\n  - dev/**\r\n',
    { exclude: new GlobSet(['dev/**']) },
  ],
  [
    'an anchor is read where its alias stands',
    'version: 1\nrules: &mild { inline-secret: warning }\noverrides: [{ files: [dev/**], rules: *mild }]',
    {
      rules: { 'inline-secret': 'warning' },
      overrides: [{ files: new GlobSet(['dev/**']), rules: { 'inline-secret': 'warning' } }],
    },
  ],
  [
    'a glob may begin with a group that is not meant',
    'version: 1\ninclude: ["!(dev)/**"]',
    { include: new GlobSet(['!(dev)/**']) },
  ],
  ['a number in quotes is a text', 'version: 1\nexclude: ["2026"]', { exclude: new GlobSet(['2026']) }],
];

test.each(same)('%s', (_, text, want) => {
  expect(configurationIn(text)).toEqual({ ...DEFAULT_CONFIGURATION, ...want });
});

test('aliases within aliases that stand for too much are no YAML', () => {
  const levels = Array.from({ length: 60 }, (_, level) => {
    const below = level === 0 ? 'x' : `*a${level - 1}, *a${level - 1}`;
    return `a${level}: &a${level} [${below}]\n`;
  });
  const mistakes = configurationIn(`version: 1\n${levels.join('')}exclude: *a59\n`);
  expect(mistakes).toEqual([expect.stringMatching(/^this is no YAML: /)]);
});

test('an alias within its own anchor ends', () => {
  expect(configurationIn('version: 1\nexclude: &a [*a]')).toEqual(DEFAULT_CONFIGURATION);
});
