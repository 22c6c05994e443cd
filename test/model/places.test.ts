import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { foundIn } from '../marks.ts';
import { findingsIn, reportOn } from '../linted.ts';

/** Where the resources of the operator have what we look for; a list in a path is written `[]`. */
interface OperatorPlaces {
  readonly kinds: readonly {
    readonly kind: string;
    readonly apiVersions: readonly string[];
    readonly clientTls: readonly string[];
    readonly serverTls: readonly string[];
    readonly basicAuth: readonly string[];
    readonly authorization: readonly string[];
    readonly oauth2: readonly string[];
    readonly bearerToken: readonly string[];
  }[];
}

interface PrometheusPlaces {
  readonly httpClients: readonly string[];
  readonly tlsOnly: readonly string[];
  readonly secrets: readonly string[];
}

const OPERATOR: OperatorPlaces = JSON.parse(readFileSync('test/model/fixtures/operator-places.json', 'utf8'));
const PROMETHEUS: PrometheusPlaces = JSON.parse(readFileSync('test/model/fixtures/prometheus-places.json', 'utf8'));

const RESOURCES = OPERATOR.kinds.flatMap(places => places.apiVersions.map(apiVersion => ({ ...places, apiVersion })));
const SECRET = 'hunter2-k9Tq';

/** YAML with a scalar at a path, and with `#` behind it to find its line. */
function yamlAt(path: string, scalar: string): string {
  let indentation = '';
  let text = '';
  const keys = path.split('.');
  for (const [depth, key] of keys.entries()) {
    const name = key.replaceAll('[]', '');
    text += `${name}:`;
    if (depth === keys.length - 1) return `${text} ${key.endsWith('[]') ? `[${scalar}]` : scalar} # here\n`;
    indentation += '  ';
    text += `\n${indentation}`;
    if (key.endsWith('[]')) {
      text += '- ';
      indentation += '  ';
    }
  }
  return text;
}

function lineOfMark(text: string): number {
  return text.split('\n').findIndex(line => line.endsWith('# here')) + 1;
}

function resource(apiVersion: string, kind: string, path: string, scalar: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n${yamlAt(path, scalar)}`;
}

/** The findings of a rule, and the one that is wanted: on the line of the mark, or none. */
function expectOnly(ruleId: string, path: string, text: string): void {
  const found = findingsIn({ [path]: text }).filter(finding => finding.endsWith(` ${ruleId}`));
  expect({ text, found }).toEqual({ text, found: [`${path}:${lineOfMark(text)} ${ruleId}`] });
}

describe.each(RESOURCES)('$kind of $apiVersion', ({ kind, apiVersion, ...places }) => {
  test('has a finding for each client that does not verify, on its line', () => {
    for (const path of places.clientTls) {
      expectOnly('insecure-skip-verify', 'a.yaml', resource(apiVersion, kind, `${path}.insecureSkipVerify`, 'true'));
    }
  });

  test('has none for the TLS settings of servers', () => {
    for (const path of places.serverTls) {
      const text = resource(apiVersion, kind, `${path}.insecureSkipVerify`, 'true');
      expect({ text, found: findingsIn({ 'a.yaml': text }) }).toEqual({ text, found: [] });
    }
  });

  test('has none for references to secrets', () => {
    const references = [
      ...places.basicAuth.map(path => `${path}.password`),
      ...places.authorization.map(path => `${path}.credentials`),
      ...places.oauth2.map(path => `${path}.clientSecret`),
      ...places.clientTls.map(path => `${path}.keySecret`),
    ];
    for (const path of references) {
      const text = resource(apiVersion, kind, path, `{ name: ${SECRET}, key: ${SECRET} }`);
      expect({ text, found: findingsIn({ 'a.yaml': text }) }).toEqual({ text, found: [] });
    }
  });

  test('has a finding for each token that is written out, on its line', () => {
    for (const path of places.bearerToken) {
      expectOnly('inline-secret', 'a.yaml', resource(apiVersion, kind, path, SECRET));
    }
  });
});

const CLIENT_SECRETS = ['basic_auth.password', 'authorization.credentials', 'bearer_token', 'oauth2.client_secret'];
const CLIENT_TLS = ['tls_config', 'oauth2.tls_config'];

describe('prometheus.yml', () => {
  test('has a finding for each client that does not verify, on its line', () => {
    const blocks = [
      ...PROMETHEUS.httpClients.flatMap(path => CLIENT_TLS.map(block => `${path}.${block}`)),
      ...PROMETHEUS.tlsOnly.map(path => `${path}.tls_config`),
    ];
    for (const path of blocks) {
      const text = `rule_files: []\n${yamlAt(`${path}.insecure_skip_verify`, 'yes')}`;
      expectOnly('insecure-skip-verify', 'prometheus.yml', text);
    }
  });

  test('has a finding for each secret that is written out, on its line, which no finding quotes', () => {
    const secrets = [
      ...PROMETHEUS.httpClients.flatMap(path => CLIENT_SECRETS.map(field => `${path}.${field}`)),
      ...PROMETHEUS.secrets,
    ];
    for (const path of secrets) {
      const text = `rule_files: []\n${yamlAt(path, SECRET)}`;
      const report = reportOn({ 'prometheus.yml': text });
      const wanted = [`prometheus.yml:${lineOfMark(text)} inline-secret`];
      expect({ text, found: foundIn(report) }).toEqual({ text, found: wanted });
      expect(JSON.stringify(report.findings.map(({ message, subject }) => [message, subject]))).not.toContain(SECRET);
      expect([...new Set(report.secrets.map(({ start, end }) => text.slice(start, end)))]).toEqual([SECRET]);
    }
  });

  test('has no finding for the same words where they are labels or parameters', () => {
    for (const place of [
      'scrape_configs[].static_configs[].labels',
      'global.external_labels',
      'scrape_configs[].params',
    ]) {
      for (const word of ['password', 'token', 'credentials', 'client_secret', 'secret_key']) {
        const text = `rule_files: []\n${yamlAt(`${place}.${word}`, SECRET)}`;
        expect({ text, found: findingsIn({ 'prometheus.yml': text }) }).toEqual({ text, found: [] });
      }
    }
  });
});
