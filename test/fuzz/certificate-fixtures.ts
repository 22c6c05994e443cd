import { readFileSync } from 'node:fs';
import { makeCertificate, pemBlock, seededKeyPair } from '../certificates.ts';
import { pkcs7 } from '../scenario-containers.ts';

const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2040-01-01T00:00:00Z') };

/** The authority that handshakes trust, and a leaf that it signed: always the same bytes. */
export const ROOT = makeCertificate({ ...LIFE, commonName: 'Root', isAuthority: true, key: seededKeyPair('root') });
export const LEAF = makeCertificate({
  ...LIFE,
  commonName: 'node1',
  names: ['node1.internal', '*.node.internal', '10.0.0.1', '::1'],
  issuer: ROOT,
  key: seededKeyPair('leaf'),
});

/** What of the private key among the seeds is to be seen nowhere: its base64, and its bytes in hexadecimal. */
export const KEY_TEXTS = keyTexts();

/** Certificates of all kinds of key, containers of all kinds, and a private key, each as bytes and most as PEM. */
export function certificateFixtures(): readonly Buffer[] {
  const kinds = Object.values(certificatesOfTheBench()).flat().map(bytesOf);
  const containers = Object.values(containersOfOthers()).map(bytesOf);
  const key = LEAF.key.privateKey.export({ type: 'pkcs8', format: 'der' });
  const pem = [LEAF.der, ROOT.der, ...kinds].map(der => Buffer.from(pemBlock('CERTIFICATE', der)));
  return [
    LEAF.der,
    ROOT.der,
    ...kinds,
    ...containers,
    key,
    pkcs7(LEAF.der, ROOT.der),
    ...pem,
    Buffer.concat(pem.slice(0, 3)),
    Buffer.from(LEAF.keyPem),
    Buffer.from(`${LEAF.pem}${LEAF.keyPem}${pemBlock('PKCS7', pkcs7(LEAF.der))}`),
  ];
}

function keyTexts(): readonly string[] {
  const key = LEAF.key.privateKey.export({ type: 'pkcs8', format: 'der' });
  const secret = key.subarray(-32);
  const [, base64 = ''] = LEAF.keyPem.split('\n');
  return [base64.slice(-24), secret.toString('hex').slice(8, 40), secret.toString('base64').slice(4, 28)];
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

// Both files are of these shapes, and say so where they are made.
function certificatesOfTheBench(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync('bench/tree/certificates.json', 'utf8')) as Record<string, string[]>;
}

function containersOfOthers(): Readonly<Record<string, string>> {
  const { containers } = JSON.parse(readFileSync('test/model/fixtures/containers.json', 'utf8')) as {
    containers: Record<string, string>;
  };
  return containers;
}
