import { makeCertificate } from '../certificates.ts';
import { VALUES_OF_EVERY_KIND } from './scalars.ts';

const certificate = makeCertificate({
  commonName: 'host.example',
  names: ['host.example'],
  isAuthority: true,
  notBefore: new Date('2020-01-01'),
  notAfter: new Date('2120-01-01'),
});

/**
 * Files that configurations name: one for each value that is tried, so that no peer refuses a configuration because
 * there is none. Each holds a certificate, which is its own authority, and the key.
 */
export const FILES_BESIDE: Readonly<Record<string, string>> = Object.fromEntries(
  VALUES_OF_EVERY_KIND.map(value => value.replaceAll('"', ''))
    .filter(name => name !== '')
    .map(name => [name, `${certificate.pem}${certificate.keyPem}`]),
);
