import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { RecipeBook } from './recipe-book.ts';
import { recipeOf, recipesIn } from './recipe.ts';

const NOW = new Date('2026-11-21T12:00:00Z');

test('a recipe says who signs, with which key, for whom, how long and with which extensions', () => {
  const line =
    'leaf: openssl ca -cert root ec:P-256 -md sha256 -subj /O=Lab/CN=a b valid -1d..30d ' +
    'ext{basicConstraints=critical,CA:FALSE; nameConstraints=permitted;DNS:lab.test} serial=00C0FFEE';
  expect(recipeOf(line)).toEqual({
    name: 'leaf',
    issuer: 'root',
    key: 'ec:P-256',
    digest: 'sha256',
    isPss: false,
    subject: [
      ['O', 'Lab'],
      ['CN', 'a b'],
    ],
    days: [-1, 30],
    version: 3,
    extensions: [
      { name: 'basicConstraints', value: 'CA:FALSE', isCritical: true },
      { name: 'nameConstraints', value: 'permitted;DNS:lab.test', isCritical: false },
    ],
    serial: 12_648_430n,
  });
});

test('what is no recipe is refused', () => {
  expect(() => recipeOf('leaf: openssl req -x509')).toThrow('no recipe of a certificate: leaf: openssl req -x509');
});

test('openssl reads from a certificate what its recipe says', () => {
  const recipes = recipesIn(`
root: openssl ca -selfsign ec:P-384 -md sha384 -subj /C=BE/CN=Root valid -9d..90d ext{basicConstraints=critical,CA:TRUE,pathlen:1; keyUsage=critical,keyCertSign,cRLSign; nameConstraints=critical,permitted;DNS:lab.test,excluded;IP:10.0.0.0/255.0.0.0}
leaf: openssl ca -cert root ed25519 -md sha256 -subj /O=Lab/CN=leaf ext{extendedKeyUsage=serverAuth,anyExtendedKeyUsage; subjectAltName=DNS:lab.test,IP:::1,email:a@lab.test,URI:https://lab.test/} serial=-5
old: openssl ca -selfsign rsa:1024 -md sha512 -subj /CN=old (X.509 v1, no extensions)
`);
  const book = new RecipeBook(recipes, NOW);
  expect(linesOf(book.certificate('root').pem)).toEqual(
    expect.arrayContaining([
      'Version: 3 (0x2)',
      'Signature Algorithm: ecdsa-with-SHA384',
      'Issuer: C=BE, CN=Root',
      'Not Before: Nov 12 12:00:00 2026 GMT',
      'Not After : Feb 19 12:00:00 2027 GMT',
      'Subject: C=BE, CN=Root',
      'X509v3 Basic Constraints: critical',
      'CA:TRUE, pathlen:1',
      'X509v3 Key Usage: critical',
      'Certificate Sign, CRL Sign',
      'X509v3 Name Constraints: critical',
      'Permitted:',
      'DNS:lab.test',
      'Excluded:',
      'IP:10.0.0.0/255.0.0.0',
    ]),
  );
  expect(linesOf(book.certificate('leaf').pem)).toEqual(
    expect.arrayContaining([
      'Serial Number: -5 (-0x5)',
      'Issuer: C=BE, CN=Root',
      'Not After : Nov 21 12:00:00 2027 GMT',
      'Subject: O=Lab, CN=leaf',
      'X509v3 Extended Key Usage:',
      'TLS Web Server Authentication, Any Extended Key Usage',
      'DNS:lab.test, IP Address:0:0:0:0:0:0:0:1, email:a@lab.test, URI:https://lab.test/',
    ]),
  );
  expect(linesOf(book.certificate('old').pem)).toEqual(
    expect.arrayContaining(['Version: 1 (0x0)', 'Signature Algorithm: sha512WithRSAEncryption', 'Subject: CN=old']),
  );
});

/** As openssl prints it; its versions write the equals sign in names with blanks and without. */
function linesOf(pem: string): readonly string[] {
  const { stdout: printed, error } = spawnSync('openssl', ['x509', '-noout', '-text'], {
    input: pem,
    encoding: 'utf8',
  });
  if (error !== undefined) throw new Error('openssl cannot be run, and this test needs it: apt-get install openssl');
  return printed.split('\n').map(line => line.trim().replaceAll(' = ', '='));
}
