import { readFileSync, readdirSync, statSync } from 'node:fs';
import { exampleConfiguration } from '../../src/edge/cli/rule-page.ts';
import { textOf } from '../../src/parse/encoding.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { RULES } from '../../src/rules/index.ts';
import { ALERTMANAGER_PLACES } from '../places/alertmanager.ts';
import { CREDENTIAL_FAULTS } from '../places/faults/credentials.ts';
import { SECRET_FAULTS } from '../places/faults/secrets.ts';
import { TLS_FAULTS } from '../places/faults/tls.ts';
import { OPERATOR_PLACES } from '../places/operator.ts';
import type { Place } from '../places/place.ts';
import { PROMETHEUS_PLACES } from '../places/prometheus.ts';
import type { Files } from '../tree.ts';
import { certificateFixtures } from './certificate-fixtures.ts';
import { DIALECT_FIXTURES } from './dialect-fixtures.ts';
import { peerDocuments } from './peer-documents.ts';
import { TEMPLATE_FIXTURES } from './template-fixtures.ts';

const PLACE_FAULTS = [...TLS_FAULTS, ...CREDENTIAL_FAULTS, ...SECRET_FAULTS];

/** A small repository to start from: everything that the tests know, as it stands. */
export interface Repository {
  readonly name: string;
  readonly files: Files;
  readonly configuration: Configuration;
}

/** Every fixture of the project, always in the same order. */
export function repositories(): readonly Repository[] {
  return [
    ...['test/scenarios', 'examples'].flatMap(foldersIn),
    ...RULES.flatMap(({ id, bad, good }) => [repository(`${id}, bad`, bad), repository(`${id}, good`, good)]),
    repository('dialects', DIALECT_FIXTURES),
    ...Object.entries(DIALECT_FIXTURES).map(([path, text]) => repository(path, { [path]: text })),
    repository('templates', { 'chart/Chart.yaml': 'name: shop\n', ...TEMPLATE_FIXTURES }),
    ...[...PROMETHEUS_PLACES, ...ALERTMANAGER_PLACES, ...OPERATOR_PLACES].map(placeRepository),
    ...peerDocuments().map(({ name, path, text }) => repository(name, { [path]: text })),
    ...certificateFixtures().map(certificateRepository),
    ...webConfigurations(),
  ].filter(({ files }) => Object.keys(files).length > 0);
}

function repository(name: string, files: Files): Repository {
  const { '.promsec.yml': own } = files;
  const configuration = typeof own === 'string' ? exampleConfiguration({ '.promsec.yml': own }) : DEFAULT_CONFIGURATION;
  return { name, files, configuration };
}

function foldersIn(top: string): readonly Repository[] {
  const names = readdirSync(top).filter(name => statSync(`${top}/${name}`).isDirectory());
  return names.sort().map(name => repository(`${top}/${name}`, filesBelow(`${top}/${name}`)));
}

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter(path => path !== 'expected.txt' && statSync(`${folder}/${path}`).isFile());
  return Object.fromEntries(files.map(path => [path, contentOf(`${folder}/${path}`)]));
}

/** Text as text, since most of what is done to a file is done to its text. */
function contentOf(path: string): string | Uint8Array {
  const bytes = readFileSync(path);
  const decoding = textOf(bytes);
  return 'reason' in decoding || decoding.hasByteOrderMark ? bytes : decoding.text;
}

/** A place with one of the things that can be wrong there, by turns. */
function placeRepository(place: Place, turn: number): Repository {
  const faults = [...PLACE_FAULTS.slice(turn % PLACE_FAULTS.length), ...PLACE_FAULTS];
  const cases = faults.map(fault => fault.casesAt(place)).find(some => some.length > 0);
  return repository(place.name, cases?.[turn % cases.length]?.files ?? {});
}

/** What holds certificates in any form, trusted by one client and served by one server. */
function certificateRepository(bytes: Uint8Array, turn: number): Repository {
  const name = `certs/any${['.pem', '.crt', '.der', '.p12', '.jks', '.key'][turn % 6] ?? ''}`;
  return repository(`certificates ${turn}`, {
    'prometheus.yml': `scrape_configs:
- job_name: node
  scheme: https
  tls_config: {ca_file: ${name}, cert_file: certs/any.pem, key_file: ${name}}
  static_configs: [{targets: [node1.internal:9100]}]
`,
    'web.yml': `tls_server_config: {cert_file: ${name}, key_file: certs/any.key, client_ca_file: ${name}}\n`,
    [name]: bytes,
  });
}

function webConfigurations(): readonly Repository[] {
  // Of this shape, as the file says of itself.
  const { web } = JSON.parse(readFileSync('test/model/fixtures/web-cases.json', 'utf8')) as {
    readonly web: readonly { readonly id: string; readonly web: string }[];
  };
  return web.map(({ id, web: text }) => repository(id, { 'web.yml': text }));
}
