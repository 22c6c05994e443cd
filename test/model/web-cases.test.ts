import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/findings/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { keyPairOf, makeCertificate } from '../certificates.ts';
import type { Texts } from '../marks.ts';
import { treeOf } from '../tree.ts';

interface WebCase {
  readonly id: string;
  readonly description: string;
  readonly web: string;
  /** What `promtool check web-config` says; null where it is content. */
  readonly promtool: string | null;
  /** What the server says when it starts; null where it runs. */
  readonly server: string | null;
}

interface LoginCase {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  /** The answer to the right password; null where it logs in. */
  readonly login: string | null;
}

interface Cases {
  readonly source: string;
  readonly web: readonly WebCase[];
  readonly login: readonly LoginCase[];
}

const CASES: Cases = JSON.parse(readFileSync('test/model/fixtures/web-cases.json', 'utf8'));

const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2120-01-01T00:00:00Z') };

type Verdict = 'refused' | 'refused by the server alone' | 'never works' | 'fine';

// What starts, and then lets nobody in or a user never; by the notes of the observation.
const NEVER_WORK = new Set(['web-36-ca-garbage', 'web-70-bad-b64', 'web-78-user-colon']);

const RSA = makeCertificate({ commonName: 'rsa.test', key: keyPairOf('rsa'), ...LIFE });
const EXPIRED = makeCertificate({ commonName: 'expired.test', notBefore: LIFE.notBefore, notAfter: LIFE.notBefore });

// What is in the files of these decides, and which rules speak of it.
const OF_CERTIFICATES: ReadonlyMap<string, { readonly beside: Texts; readonly ruleIds: readonly string[] }> = new Map([
  [
    'web-07-key-type-mismatch',
    {
      beside: { 'server.pem': RSA.pem, 'server.key': EXPIRED.keyPem },
      ruleIds: ['certificate-key-mismatch', 'private-key-committed', 'certificate-without-san'],
    },
  ],
  [
    'web-12-expired-cert',
    {
      beside: { 'server.pem': EXPIRED.pem, 'server.key': EXPIRED.keyPem },
      ruleIds: ['certificate-expired', 'private-key-committed', 'certificate-without-san'],
    },
  ],
]);

// What lies beside the web.yml where the case is about it.
const NEIGHBOURS: ReadonlyMap<string, Texts> = new Map([
  ['web-35-ca-missing', { 'clients-of-others.pem': '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n' }],
  ['web-36-ca-garbage', { 'clientca.pem': 'garbage\n', 'server.pem': 'stands in for the certificate\n' }],
]);

// The password of this one is a letter over and over, which passes for a placeholder; one as long takes its place.
const PASSWORD = 'a'.repeat(60);
const OTHER_PASSWORD = 'a-correct-horse-battery-staple-of-just-the-same-sixty-letter';

const REFUSAL = /does not start|is not in the repository/;
const CLOSURE = /no password ever logs in|lets no client in|can never log in|answers every request with 429/;

function findingsOn(web: string, neighbours: Texts): readonly Finding[] {
  const files = treeOf({ 'web.yml': web.replace(PASSWORD, OTHER_PASSWORD), ...neighbours });
  return lint({ files, configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW }).findings;
}

function messagesOn(web: string, neighbours: Texts = {}): readonly string[] {
  // What stands in for a certificate is none.
  return findingsOn(web, neighbours)
    .filter(({ ruleId }) => ruleId !== 'unreadable-file')
    .map(({ message }) => message);
}

/** What the messages say of a configuration as a whole. */
function verdictOf(messages: readonly string[]): Verdict {
  const refusals = messages.filter(message => REFUSAL.test(message));
  if (refusals.some(message => !message.includes('promtool does not see'))) return 'refused';
  if (refusals.length > 0) return 'refused by the server alone';
  return messages.some(message => CLOSURE.test(message)) ? 'never works' : 'fine';
}

function observed({ id, promtool, server }: WebCase): Verdict {
  if (promtool !== null) return 'refused';
  if (server !== null) return 'refused by the server alone';
  return NEVER_WORK.has(id) ? 'never works' : 'fine';
}

test('the cases are those that were observed, and it is said of which versions', () => {
  expect(CASES.source).toMatch(/Prometheus 2\.42\.0 and 3\.5\.3/);
  expect(OTHER_PASSWORD).toHaveLength(PASSWORD.length);
  expect([CASES.web.length, CASES.login.length]).toEqual([52, 9]);
  const ids = new Set(CASES.web.map(({ id }) => id));
  expect([...NEVER_WORK, ...OF_CERTIFICATES.keys(), ...NEIGHBOURS.keys()].filter(id => !ids.has(id))).toEqual([]);
});

const OF_SETTINGS = CASES.web.filter(({ id }) => !OF_CERTIFICATES.has(id));

test.each(OF_SETTINGS)('$id: $description', row => {
  const messages = messagesOn(row.web, NEIGHBOURS.get(row.id));
  expect({ verdict: verdictOf(messages), messages }).toMatchObject({ verdict: observed(row) });
});

test.each(CASES.web.filter(({ id }) => OF_CERTIFICATES.has(id)))('$id: $description', ({ id, web, server }) => {
  const { beside = {}, ruleIds = [] } = OF_CERTIFICATES.get(id) ?? {};
  const findings = findingsOn(web, beside);
  expect(findings.map(({ ruleId }) => ruleId).sort()).toEqual([...ruleIds].sort());
  const refusals = findings.filter(({ message }) => REFUSAL.test(message) || message.includes('tls: '));
  expect(
    refusals.map(({ message }) => message.includes((server ?? '').replace('failed to load X509KeyPair: ', ''))),
  ).toEqual(server === null ? [] : [true]);
});

// What the server says of settings is said in its words, up to what the house puts otherwise: quoted values.
const QUOTED = OF_SETTINGS.filter(
  ({ web, promtool }) => promtool !== null && !/basic_auth_users|missing\.pem/.test(web),
);

describe('the words of the server', () => {
  test.each(QUOTED)('are those of $id', ({ web, promtool }) => {
    const words = (promtool ?? '')
      .replace(/^yaml: unmarshal errors:\s+line \d+: /, '')
      .replace(/\. Expected one of.*/, '');
    expect(messagesOn(web).filter(message => message.includes(words))).toHaveLength(1);
  });
});

test.each(CASES.login)('$id: what logs in is told from what never does', ({ user, hash, login }) => {
  const messages = messagesOn(`basic_auth_users:\n  "${user}": "${hash}"\n`);
  expect({ verdict: verdictOf(messages), messages }).toMatchObject({
    verdict: login === null ? 'fine' : 'never works',
  });
});
