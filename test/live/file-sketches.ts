import { createPrivateKey } from 'node:crypto';
import { pemBlock } from '../certificates.ts';
import { explicit, integer, objectIdentifier, octetString, sequence, set } from '../der.ts';
import { keptKeyPair, OBSERVED_RECIPES, type MadeCertificate, type RecipeBook } from '../trust/recipe-book.ts';
import type { Sketch } from './sketch.ts';

/** What a ca_file may hold. */
export function authorityFileSketches(book: RecipeBook): Readonly<Record<string, Sketch>> {
  const { pem, der } = book.certificate('root');
  const other = book.certificate('root-2').pem;
  const base64 = der.toString('base64');
  const signedData = sequence(
    integer(1n),
    set(),
    sequence(objectIdentifier('1.2.840.113549.1.7.1')),
    explicit(0, der),
    set(),
  );
  const pkcs7 = sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, signedData));
  return {
    'a ca_file that is empty': { ca: '' },
    'a ca_file with a BOM before the first of two': { ca: `\uFEFF${other}${pem}` },
    'a ca_file with a BOM before the one that counts': { ca: `\uFEFF${pem}${other}` },
    'a ca_file with a blank line behind a BOM': { ca: `\uFEFF\n${pem}` },
    'a ca_file for OpenSSL': { ca: pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE') },
    'a ca_file in PKCS #7': { ca: pemBlock('PKCS7', pkcs7) },
    'a ca_file in PKCS #7 under the heading of a certificate': { ca: pemBlock('CERTIFICATE', pkcs7) },
    'a ca_file in one line': { ca: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----` },
    'a ca_file with literal line ends': { ca: pem.replaceAll('\n', '\\n') },
    'a ca_file with the line ends of old Macs': { ca: pem.replaceAll('\n', '\r') },
    'a ca_file with trailing blanks': { ca: pem.replaceAll('\n', ' \t\n') },
    'a ca_file with a comment in front': { ca: `# the root of the lab\n${pem}` },
    'a ca_file with text right before the heading': { ca: `root: ${pem}` },
    'a ca_file with a block that is cut off': { ca: `${other.slice(0, 120)}\n${pem}` },
    'a ca_file with a block of bad base64': { ca: other.replace('MII', 'MI!') + pem },
    'a ca_file with bytes behind the certificate': {
      ca: pemBlock('CERTIFICATE', Buffer.concat([der, Buffer.from([0])])),
    },
    'a ca_file with two certificates in one block': { ca: pemBlock('CERTIFICATE', Buffer.concat([der, der])) },
    'a ca_file with octets that are no certificate': { ca: pemBlock('CERTIFICATE', octetString(der)) + pem },
    'a ca_file of a whole bundle': {
      ca: [...OBSERVED_RECIPES.keys()].filter(name => name.startsWith('root')).concat('root'),
    },
    'a ca_file that is not needed, and useless': { ca: '', client: { insecure_skip_verify: true } },
  };
}

/** What cert_file and key_file may hold, and servers that ask for a client certificate. */
export function clientPairSketches(book: RecipeBook): Readonly<Record<string, Sketch>> {
  const of = (name: string): MadeCertificate => book.certificate(name);
  const { pem: certificate, keyPem: key } = of('client');
  const root = of('client-root').pem;
  const clients = { requestCert: true, rejectUnauthorized: true, ca: root };
  const sec1 = of('client').key.privateKey.export({ type: 'sec1', format: 'pem' }).toString();
  const pkcs1 = of('client-rsa').key.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const curve = pemBlock('EC PARAMETERS', objectIdentifier('1.2.840.10045.3.1.7'));
  const encrypted = createPrivateKey(key)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'live' })
    .toString();
  const otherKey = keptKeyPair('ec:P-256', 'nobody').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    'a client certificate that is not asked for': { pair: { certificate, key } },
    'the key of another certificate': { pair: { certificate, key: otherKey } },
    'the key of another curve': { pair: { certificate, key: of('root-2').keyPem } },
    'the authority before the client certificate': { pair: { certificate: root + certificate, key } },
    'the authority behind the client certificate': {
      pair: { certificate: certificate + root, key },
      options: clients,
      answer: null,
    },
    'a key in SEC 1 behind its curve': { pair: { certificate, key: curve + sec1 }, options: clients, answer: null },
    'a key in PKCS #1': { pair: { certificate: of('client-rsa').pem, key: pkcs1 }, options: clients, answer: null },
    'a key that is encrypted': { pair: { certificate, key: encrypted } },
    'a key of OpenSSH': {
      pair: { certificate, key: pemBlock('OPENSSH PRIVATE KEY', Buffer.from('openssh-key-v1\0')) },
    },
    'a public key in place of the private one': {
      pair: {
        certificate,
        key: createPrivateKey(key).export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('PRIVATE', 'PUBLIC'),
      },
    },
    'a client certificate that is empty': { pair: { certificate: '', key } },
    'a client certificate behind a BOM': { pair: { certificate: `\uFEFF${certificate}`, key } },
    'a key in place of the client certificate': { pair: { certificate: key, key } },
    'a client certificate that is asked for and absent': { options: clients, answer: /certificate required|EOF|reset/ },
    'a client certificate that is asked for and given': { options: clients, pair: { certificate, key }, answer: null },
    'a client certificate of another authority': {
      options: clients,
      pair: { certificate: of('plain').pem, key: of('plain').keyPem },
      answer: /EOF|reset|remote error|broken pipe|closed/,
    },
    'a client certificate that has expired': {
      options: clients,
      pair: { certificate: of('client-expired').pem, key: of('client-expired').keyPem },
      answer: /EOF|reset|remote error|broken pipe|closed/,
    },
  };
}
