import { expect, test } from '@jest/globals';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import { trustingFindings, trustingFix } from './trusting-fix.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };

/** A certificate that signs itself. */
function selfSigned(names: readonly string[], isAuthority = false): string {
  return makeCertificate({ commonName: 'node', names, isAuthority, key: seededKeyPair('node'), ...DATES }).pem;
}

function job(tls: string, targets = "'10.0.0.5:9100'"): string {
  return `scrape_configs:\n  - job_name: node\n    scheme: https\n    tls_config:\n      ca_file: node.pem\n${tls}    static_configs: [{ targets: [${targets}] }]\n`;
}

const NAMED = '      server_name: node1.example\n';
const PATH = 'prometheus.yml';

test('a certificate that can only verify itself says which name there is, whatever the targets are', () => {
  const targets = "'10.0.0.5:9100', '10.0.0.6:9100'";
  const { ruleId, fix, text, faults } = trustingFix(PATH, job('', targets), {
    'node.pem': selfSigned(['node1.example', 'b']),
  });
  expect([ruleId, fix?.title, fix?.isSafe]).toEqual([
    'missing-server-name',
    'verify the target as node1.example',
    true,
  ]);
  expect(text).toBe(job(NAMED, targets));
  expect(faults).toEqual([]);
});

test('one that may have signed others names what is likely, which is not safe', () => {
  const { fix, text } = trustingFix(PATH, job(''), { 'node.pem': selfSigned(['node1.example'], true) });
  expect(fix?.isSafe).toBe(false);
  expect(text).toBe(job(NAMED));
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  [
    'a name',
    { 'node.pem': selfSigned(['node1.example']) },
    'which the certificate in node.pem does not name; set server_name: node1.example',
  ],
  [
    'another address',
    { 'node.pem': selfSigned(['10.0.0.9']) },
    'which the certificate in node.pem does not name; issue one that names it, or a host',
  ],
  [
    'a wildcard',
    { 'node.pem': selfSigned(['*.example']) },
    'which the certificate in node.pem does not name; issue one that names it, or a host',
  ],
  [
    'two certificates',
    { 'node.pem': selfSigned(['a.example']) + selfSigned(['b.example']) },
    'which certificates seldom name; set server_name to a name in the certificate, unless it has the address',
  ],
])('with %s in the file of the CA it says what to do', (_, files, advice) => {
  const messages = trustingFindings({ [PATH]: job(''), ...files }).map(({ message }) => message);
  expect(messages).toEqual([`scrape job "node" verifies 10.0.0.5 by its address, ${advice}`]);
});

test('a certificate that names the address is none to speak of', () => {
  expect(trustingFindings({ [PATH]: job(''), 'node.pem': selfSigned(['10.0.0.5']) })).toEqual([]);
  const ipv6 = "'[fd00::5]:9100'";
  expect(trustingFindings({ [PATH]: job('', ipv6), 'node.pem': selfSigned(['fd00:0::5']) })).toEqual([]);
});
