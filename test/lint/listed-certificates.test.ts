import { expect, test } from '@jest/globals';
import { makeCertificate, seededKeyPair, type CertificateOptions, type IssuedCertificate } from '../certificates.ts';
import { reportOn } from '../linted.ts';

function certificate(options: Omit<CertificateOptions, 'key'>): IssuedCertificate {
  return makeCertificate({ ...options, key: seededKeyPair(options.commonName ?? '') });
}

const ROOT = certificate({
  commonName: 'Root',
  isAuthority: true,
  notBefore: new Date('2020-01-01'),
  notAfter: new Date('2040-01-01'),
});
const ISSUING = certificate({
  commonName: 'Issuing',
  isAuthority: true,
  issuer: ROOT,
  notBefore: new Date('2020-01-01'),
  notAfter: new Date('2035-01-01'),
});
const LEAF = certificate({
  commonName: 'node1',
  names: ['node1.internal', '::1', 'evil\u202Ename'],
  issuer: ISSUING,
  notBefore: new Date('2026-01-01'),
  notAfter: new Date('2027-06-01'),
});

test('certificates are listed by their end, with what leads to them', () => {
  const { certificates } = reportOn({
    'web.yml': 'tls_server_config:\n  cert_file: chain.pem\n  key_file: /run/secrets/server.key\n',
    'chain.pem': LEAF.pem + ISSUING.pem,
    'ca.pem': ROOT.pem,
  });
  expect(
    certificates.map(({ subject, issuer, kind, names, key, block, blocks, at, usedBy }) => [
      [subject, issuer, kind, names.join(' '), key],
      `${at.file.path} ${block}/${blocks}`,
      usedBy.map(use => use.field),
    ]),
  ).toEqual([
    [['node1', 'Issuing', 'leaf', 'node1.internal evilâ\\u{80}®name ::1', 'Ed25519'], 'chain.pem 1/2', ['cert_file']],
    [['Issuing', 'Root', 'intermediate', '', 'Ed25519'], 'chain.pem 2/2', ['cert_file']],
    [['Root', 'Root', 'root', '', 'Ed25519'], 'ca.pem 1/1', []],
  ]);
});

test('a certificate that Go passes over is listed too, and once', () => {
  const { certificates } = reportOn({
    'indented.pem': ROOT.pem.replaceAll(/^/gm, '  '),
    'headers.pem': ROOT.pem.replace('\n', '\na: b\n\n'),
  });
  expect(certificates.map(({ at }) => at.file.path)).toEqual(['headers.pem', 'indented.pem']);
});
