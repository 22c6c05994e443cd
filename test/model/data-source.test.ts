import { describe, expect, test } from '@jest/globals';
import { meaningIn } from '../meaning.ts';
import { clientsIn } from './client-sketch.ts';

function provisioned(fields: string): string {
  return `apiVersion: 1\ndatasources:\n- name: a\n  type: prometheus\n  ${fields.replaceAll('\n', '\n  ')}\n`;
}

describe('of a data source is known', () => {
  test.each([
    ['whom it asks', 'url: https://a.b/c', 'tls | to a.b'],
    ['that it does not verify', 'url: https://a\njsonData: {tlsSkipVerify: true}', 'tls | to a | skip true'],
    ['that it verifies', 'url: https://a\njsonData: {tlsSkipVerify: false}', 'tls | to a | skip false'],
    ['that a variable decides', 'url: https://a\njsonData: {tlsSkipVerify: $X}', 'tls | to a | skip template $X'],
    ['nothing of a word that is no boolean in JSON', 'url: https://a\njsonData: {tlsSkipVerify: yes}', 'tls | to a'],
    [
      'a CA that is used',
      'url: https://a\njsonData: {tlsAuthWithCACert: true, serverName: b}\nsecureJsonData: {tlsCACert: x}',
      'tls | to a | ca secureJsonData.tlsCACert: inline | serverName b',
    ],
    ['no CA that is not', 'url: https://a\nsecureJsonData: {tlsCACert: x}', 'tls | to a'],
    [
      'its client certificate',
      'url: https://a\njsonData: {tlsAuth: true}\nsecureJsonData: {tlsClientCert: x, tlsClientKey: y}',
      'tls | to a | cert secureJsonData.tlsClientCert: inline | key secureJsonData.tlsClientKey: inline',
    ],
    ['that it logs in', 'url: http://a\nbasicAuth: "true"', 'plain | to a | basic by basicAuth'],
    ['that it does not log in', 'url: http://a\nbasicAuth: false', 'plain | to a'],
    [
      'a header with a secret',
      'url: https://a\njsonData: {httpHeaderName1: X-Api-Key}\nsecureJsonData: {httpHeaderValue1: x}',
      'tls | to a | header by X-Api-Key',
    ],
    ['that it signs its requests', 'url: https://a\njsonData: {sigV4Auth: true}', 'tls | to a | cloud by sigV4Auth'],
  ])('%s', (_name, fields, sketch) => {
    expect(clientsIn('a.yaml', provisioned(fields))).toEqual([`data source "a" at datasources[a] | ${sketch}`]);
  });

  test('what it is called, where it has a name', () => {
    const unnamed = provisioned('url: https://a').replace('- name: a\n  type', '- type');
    expect(clientsIn('a.yaml', unnamed)).toEqual([expect.stringMatching(/^the data source at /)]);
  });

  test('nothing where the browser asks, or may', () => {
    expect(clientsIn('a.yaml', provisioned('access: direct\nurl: https://a'))).toEqual([]);
    expect(clientsIn('a.yaml', provisioned('access: ${ACCESS}\nurl: https://a'))).toEqual([]);
  });
});

describe('a secret of a data source is', () => {
  test.each([
    ['its password', 'secureJsonData: {basicAuthPassword: plum-7}', 'password field literal'],
    ['a password of old', 'basicAuthPassword: plum-7', 'password field literal'],
    ['a password that everybody knows', 'secureJsonData: {basicAuthPassword: admin}', 'password field default'],
    ['none where Grafana puts it in', 'secureJsonData: {basicAuthPassword: $PASSWORD}', 'password field reference'],
    ['none where it reads a file', 'secureJsonData: {basicAuthPassword: "$__file{/x}"}', 'password field reference'],
    [
      'none where a part is put in',
      'jsonData: {httpHeaderName1: Authorization}\nsecureJsonData: {httpHeaderValue1: Bearer $TOKEN}',
      'credential field reference',
    ],
    [
      'the token behind the scheme, which may be a placeholder',
      'jsonData: {httpHeaderName1: Authorization}\nsecureJsonData: {httpHeaderValue1: Bearer <token>}',
      'credential field placeholder',
    ],
    [
      'a header in the open',
      'jsonData: {httpHeaderName2: X-Api-Key, httpHeaderValue2: plum-7}',
      'API key header literal',
    ],
  ])('%s', (_name, fields, sketch) => {
    const { credentials } = meaningIn('a.yaml', provisioned(fields));
    expect(credentials.map(({ kind, carrier, nature }) => `${kind} ${carrier} ${nature}`)).toEqual([sketch]);
  });

  test.each([
    ['the name of a tenant', 'jsonData: {httpHeaderName1: X-Scope-OrgID}\nsecureJsonData: {httpHeaderValue1: shop}'],
    ['a certificate', 'secureJsonData: {tlsCACert: x, tlsClientCert: y}'],
    [
      'a mapping',
      'jsonData: {httpHeaderName1: {a: b}}\nsecureJsonData: {httpHeaderValue1: {a: b}, accessToken: {c: d}}',
    ],
    ['a path in the place of a key', 'secureJsonData: {tlsClientKey: /x/y.key}'],
  ])('not %s', (_name, fields) => {
    expect(meaningIn('a.yaml', provisioned(fields)).credentials).toEqual([]);
  });
});

test('everything that Grafana keeps as a secret is masked, also what no rule speaks of', () => {
  const text = provisioned('secureJsonData: {httpHeaderValue1: shop, other: plum}');
  const { secrets } = meaningIn('a.yaml', text);
  expect(secrets.map(({ start, end }) => text.slice(start, end))).toEqual(expect.arrayContaining(['shop', 'plum']));
});
