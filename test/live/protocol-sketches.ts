import type { Sketch } from './sketch.ts';

/** The versions of TLS, and servers without it. */
export function protocolSketches(): Readonly<Record<string, Sketch>> {
  const refusal = /remote error: tls: protocol version not supported/;
  return {
    'plain HTTP where https is asked for': { served: [] },
    'plain HTTP where https is asked for and nothing is verified': {
      served: [],
      client: { insecure_skip_verify: true },
    },
    'plain HTTP where http is asked for': { served: [], scheme: 'http' },
    'TLS where http is asked for': { scheme: 'http', answer: /EOF|400 Bad Request|malformed HTTP/ },
    'a server of TLS 1.0 alone': { options: { minVersion: 'TLSv1', maxVersion: 'TLSv1' }, answer: refusal },
    'a server of TLS 1.1 alone': { options: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' }, answer: refusal },
    'a server of TLS 1.2 alone': { options: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } },
    'a server of TLS 1.3 alone': { options: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } },
    'a server of TLS 1.1 for a client that takes it': {
      served: ['leaf'],
      ca: ['rootA'],
      options: { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' },
      client: { min_version: 'TLS10' },
    },
    'a server of TLS 1.2 for a client of TLS 1.3': {
      options: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
      client: { min_version: 'TLS13' },
      answer: refusal,
    },
    'a server of TLS 1.3 for a client of TLS 1.2': {
      options: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' },
      client: { max_version: 'TLS12' },
      answer: refusal,
    },
    'a client of TLS 1.1 at most': { client: { max_version: 'TLS11' } },
    'a client of TLS 1.0 to 1.1': { client: { min_version: 'TLS10', max_version: 'TLS11' }, answer: null },
    'a client whose versions cross': { client: { min_version: 'TLS13', max_version: 'TLS12' } },
    'a server that signs with SHA-1': {
      served: ['leaf'],
      ca: ['rootA'],
      options: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', sigalgs: 'RSA+SHA1' },
      answer: null,
    },
  };
}
