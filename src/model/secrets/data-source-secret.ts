import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlMap, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { holdsPem } from '../../parse/pem.ts';
import { printable } from '../../text/printable.ts';
import { Redacted } from '../../text/redacted.ts';
import { isDataSource } from '../clients/data-source.ts';
import type { Alternative, Credential } from '../model.ts';
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
const LEAK = 'Grafana gives jsonData to every browser that may query the data source';

/** The secrets that a data source of Grafana writes out. */
export function dataSourceSecretsAt(place: Place, document: YamlDocument): readonly Credential[] {
  if (!isDataSource(place)) return [];
  const alternative = document.kind === undefined ? OF_GRAFANA : OF_OPERATOR;
  const names = headerNamesIn(place.map);
  const credentials: Credential[] = [];
  const add = (
    path: string,
    { key }: YamlPair,
    value: YamlScalar,
    found: Pick<Credential, 'kind' | 'carrier'>,
  ): void => {
    const nature = secretNatureOf(withoutScheme(value.text), value.tag, found.kind);
    const isExpanded = nature === 'variable' || (nature === 'literal' && EXPANDED.test(value.text));
    credentials.push({
      document: identityOf(document),
      path: pathBelow(path, key.text),
      field: key.text,
      ...(found.carrier === 'header' ? { leak: LEAK, alternative: OF_HEADER } : { alternative }),
      ...found,
      value: { value: new Redacted(value.text), span: spanOf(value) },
      nature: isExpanded ? 'reference' : nature,
    });
  };
  for (const [pair, value] of scalarsOf(place.map)) {
    if (PASSWORDS.has(pair.key.text)) add(place.path, pair, value, { kind: 'password', carrier: 'field' });
  }
  for (const [pair, value] of scalarsBelow(place.map, 'secureJsonData')) {
    const kind = secretKindIn(pair.key.text, value, names);
    if (kind !== undefined) add(pathBelow(place.path, 'secureJsonData'), pair, value, { kind, carrier: 'field' });
  }
  for (const [pair, value] of scalarsBelow(place.map, 'jsonData')) {
    const number = HEADER_VALUE.exec(pair.key.text)?.[1];
    const kind = number === undefined ? undefined : secretKindOf(names.get(number) ?? '', value.text);
    if (kind !== undefined) add(pathBelow(place.path, 'jsonData'), pair, value, { kind, carrier: 'header' });
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
    scalarsBelow(source, 'jsonData').flatMap(([{ key }, value]) => {
      const number = /^httpHeaderName(\d+)$/.exec(key.text)?.[1];
      return number === undefined ? [] : [[number, printable(value.text)] as const];
    }),
  );
}

function scalarsBelow({ pairs }: YamlMap, key: string): readonly (readonly [YamlPair, YamlScalar])[] {
  return pairs.flatMap(pair => (pair.key.text === key && pair.value?.kind === 'map' ? scalarsOf(pair.value) : []));
}

function scalarsOf({ pairs }: YamlMap): readonly (readonly [YamlPair, YamlScalar])[] {
  return pairs.flatMap(pair =>
    pair.value?.kind === 'scalar' && !isNull(pair.value) ? [[pair, pair.value] as const] : [],
  );
}
