import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlMap, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { holdsPem } from '../../parse/pem.ts';
import { printable } from '../../text/printable.ts';
import { Redacted } from '../../text/redacted.ts';
import { isDataSource } from '../clients/data-source.ts';
import type { Alternative, Credential } from '../model.ts';
import { OwnEntry } from '../own-entry.ts';
import { secretNatureOf } from './secret.ts';
import { secretKindOf, withoutScheme } from './secret-name.ts';
import { pathBelow, type Place } from '../walk.ts';

// pkg/services/datasources and the settings of HTTP data sources (packages/grafana-data, 12.3). `password` and
// `basicAuthPassword` stood beside `secureJsonData` until version 9, and are in the file still.
const PASSWORDS = new Set(['password', 'basicAuthPassword']);
const SECRETS: ReadonlyMap<string, string> = new Map([
  ...[...PASSWORDS].map(field => [field, 'password'] as const),
  ['tlsClientKey', 'private key'],
  ['sigV4SecretKey', 'secret key'],
  ['azureClientSecret', 'client secret'],
  ['accessToken', 'token'],
]);
const HEADER_VALUE = /^httpHeaderValue(\d+)$/;
// Grafana expands these in every value (pkg/services/provisioning/values and pkg/setting/expanders.go).
const EXPANDED = /\$(?:\w|\{)/;
const OF_GRAFANA: Alternative = {
  to: 'other',
  advice: 'have Grafana put it in, from a variable, $NAME, or from a file, $__file{/path}',
};
const OF_HEADER: Alternative = {
  to: 'other',
  advice: 'put it into secureJsonData, from a variable, $NAME, or from a file, $__file{/path}',
};
const OF_OPERATOR: Alternative = { to: 'other', advice: 'have it put in from a Secret that valuesFrom names' };
const EXPRESSION = { takes: 'expression', isBesideFile: false } as const;
const LEAK = 'Grafana gives jsonData to every browser that may query the data source';

/** The secrets that a data source of Grafana writes out. */
export function dataSourceSecretsAt(place: Place, document: YamlDocument): readonly Credential[] {
  if (!isDataSource(place)) return [];
  const alternative = document.kind === undefined ? OF_GRAFANA : OF_OPERATOR;
  const names = headerNamesIn(place.map);
  const owner = place.names.findLast(item => item !== undefined && item !== '') ?? 'grafana';
  const credentials: Credential[] = [];
  const add = (path: string, { map, pair, value }: Entry, found: Pick<Credential, 'kind' | 'carrier'>): void => {
    const { key } = pair;
    // Of a header the whole is put in, and not what follows the scheme.
    const isHeader = withoutScheme(value.text) !== value.text;
    const nature = secretNatureOf(withoutScheme(value.text), value.tag, found.kind);
    const entry = found.carrier === 'field' && alternative === OF_GRAFANA ? OwnEntry.of(map, pair) : undefined;
    const isExpanded = nature === 'variable' || (nature === 'literal' && EXPANDED.test(value.text));
    credentials.push({
      document: identityOf(document),
      path: pathBelow(path, key.text),
      field: key.text,
      ...(found.carrier === 'header' ? { leak: LEAK, alternative: OF_HEADER } : { alternative }),
      ...found,
      value: { value: new Redacted(value.text), span: spanOf(value) },
      nature: isExpanded ? 'reference' : nature,
      ...(entry === undefined || isHeader ? {} : { replacement: { ...EXPRESSION, entry, keys: [key.text], owner } }),
    });
  };
  for (const entry of scalarsOf(place.map)) {
    if (PASSWORDS.has(entry.pair.key.text)) add(place.path, entry, { kind: 'password', carrier: 'field' });
  }
  for (const entry of scalarsBelow(place.map, 'secureJsonData')) {
    const kind = secretKindIn(entry.pair.key.text, entry.value, names);
    if (kind !== undefined) add(pathBelow(place.path, 'secureJsonData'), entry, { kind, carrier: 'field' });
  }
  for (const entry of scalarsBelow(place.map, 'jsonData')) {
    const { pair, value } = entry;
    const number = HEADER_VALUE.exec(pair.key.text)?.[1];
    const kind = number === undefined ? undefined : secretKindOf(names.get(number) ?? '', value.text);
    if (kind !== undefined) add(pathBelow(place.path, 'jsonData'), entry, { kind, carrier: 'header' });
  }
  return credentials;
}

/** What a field of `secureJsonData` holds, in words; `undefined` for what is no secret, such as the name of a tenant. */
function secretKindIn(field: string, value: YamlScalar, names: ReadonlyMap<string, string>): string | undefined {
  const number = HEADER_VALUE.exec(field)?.[1];
  if (number !== undefined) return secretKindOf(names.get(number) ?? '', value.text);
  const kind = SECRETS.get(field);
  return kind === 'private key' && !holdsPem(value.text) ? undefined : kind;
}

/** The names of the headers that a data source adds, by their numbers. */
function headerNamesIn(source: YamlMap): ReadonlyMap<string, string> {
  return new Map(
    scalarsBelow(source, 'jsonData').flatMap(({ pair: { key }, value }) => {
      const number = /^httpHeaderName(\d+)$/.exec(key.text)?.[1];
      return number === undefined ? [] : [[number, printable(value.text)] as const];
    }),
  );
}

/** A text in a mapping. */
interface Entry {
  readonly map: YamlMap;
  readonly pair: YamlPair;
  readonly value: YamlScalar;
}

function scalarsBelow({ pairs }: YamlMap, key: string): readonly Entry[] {
  return pairs.flatMap(pair => (pair.key.text === key && pair.value?.kind === 'map' ? scalarsOf(pair.value) : []));
}

function scalarsOf(map: YamlMap): readonly Entry[] {
  return map.pairs.flatMap(pair => {
    const { value } = pair;
    return value?.kind === 'scalar' && !isNull(value) ? [{ map, pair, value }] : [];
  });
}
