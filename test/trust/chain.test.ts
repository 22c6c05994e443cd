import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CA, Certificates, LEAF } from './handshakes.ts';
import { DEBIAN } from './profiles.ts';

const NAMES = 'subjectAltName=DNS:localhost';

const certificates = new Certificates(`
  root: self ec:P-256 /O=Lab/CN=Root {${CA}}
  root-renewed: self of:root /O=Lab/CN=Root valid -5d..900d {${CA}}
  root-expired: self of:root /O=Lab/CN=Root valid -90d..-1d {${CA}}
  root-of-tomorrow: self of:root /O=Lab/CN=Root valid 1d..9d {${CA}}
  root-of-another-key: self ec:P-256 /O=Lab/CN=Root {${CA}}
  root-of-another-key-and-no-id: self ec:P-384 /O=Lab/CN=Root {basicConstraints=critical,CA:TRUE}
  root-of-ed25519: self ed25519 /O=Lab/CN=Root {${CA}}
  root-of-ed448: self ed448 /O=Lab/CN=Root {${CA}}
  root-without-sign: self of:root /O=Lab/CN=Root {basicConstraints=critical,CA:TRUE; keyUsage=cRLSign}
  root-without-constraints: self of:root /O=Lab/CN=Root {subjectKeyIdentifier=hash}
  root-of-a-critical-kind: self of:root /O=Lab/CN=Root {${CA}; 1.2.3=critical,ASN1:UTF8String:x}
  root-for-clients: self of:root /O=Lab/CN=Root {${CA}; extendedKeyUsage=clientAuth}
  other: self ec:P-256 /O=Lab/CN=Other {${CA}}
  unnamed: self ec:P-256 /C=BE {${CA}} serial=1234
  unnamed-again: self ec:P-256 /C=BE {${CA}} serial=00C0FFEE
  organized: self ec:P-256 /O="Lab" {${CA}}
  organized-again: self ec:P-256 /O="Lab" {${CA}}
  leaf: root ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-unnamed: unnamed ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-organized: organized ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-for-clients: root ec:P-256 /CN=leaf {${LEAF}; ${NAMES}; extendedKeyUsage=clientAuth}
  leaf-for-all: root ec:P-256 /CN=leaf {${LEAF}; ${NAMES}; extendedKeyUsage=anyExtendedKeyUsage,clientAuth}
  middle: root ec:P-256 /CN=Middle {${CA}}
  middle-by-other: other of:middle /CN=Middle {${CA}}
  middle-expired: root of:middle /CN=Middle valid -90d..-1d {${CA}}
  middle-for-clients: root of:middle /CN=Middle {${CA}; extendedKeyUsage=clientAuth}
  middle-short: root of:middle /CN=Middle {basicConstraints=critical,CA:TRUE,pathlen:0; subjectKeyIdentifier=hash}
  middle-no-authority: root of:middle /CN=Middle {basicConstraints=CA:FALSE; subjectKeyIdentifier=hash}
  below: middle ec:P-256 /CN=Below {${CA}}
  leaf-of-middle: middle ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-below: below ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  left: right ec:P-256 /CN=Left {${CA}}
  right: self ec:P-256 /CN=Right {${CA}}
  right-by-left: left of:right /CN=Right {${CA}}
  leaf-of-left: left ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
`);

test.each<[string, readonly string[], readonly string[]]>([
  ['by its root', ['leaf'], ['root']],
  ['by its root among others', ['leaf'], ['other', 'root-of-another-key', 'root']],
  ['by a renewed root of the same key', ['leaf'], ['root-renewed']],
  ['by the valid one of two roots, the expired one first', ['leaf'], ['root-expired', 'root-renewed']],
  ['by itself', ['leaf'], ['leaf']],
  ['by what signed it, though that is no root', ['leaf-of-middle'], ['middle']],
  ['by a root without what signed it being trusted', ['leaf-of-middle', 'middle'], ['root']],
  ['in whatever order the rest comes', ['leaf-of-below', 'root', 'below', 'other', 'middle'], ['root']],
  ['by one of two that signed each other', ['leaf-of-middle', 'middle', 'middle-by-other'], ['other']],
  ['past an expired one that has the same key', ['leaf-of-middle', 'middle-expired', 'middle'], ['root']],
  ['for any purpose', ['leaf-for-all'], ['root']],
])('a leaf is accepted %s', (_, served, roots) => {
  expect(certificates.text({ served, roots })).toBeUndefined();
  expect(certificates.text({ served, roots, profile: DEBIAN['2.42'] })).toBeUndefined();
});

const UNKNOWN = 'certificate signed by unknown authority';
const CANNOT_SIGN = 'x509: invalid signature: parent certificate cannot sign this kind of certificate';

function hint(reason: string, candidate: string): string {
  return `${UNKNOWN} (possibly because of "${reason}" while trying to verify candidate authority certificate "${candidate}")`;
}

const MISMATCH =
  'x509: signature algorithm specifies an ECDSA public key, but have public key of type ed25519.PublicKey';
const EXPIRED =
  'certificate has expired or is not yet valid: current time 2026-11-21T08:30:00Z is after 2026-11-20T08:30:00Z';
const EARLY =
  'certificate has expired or is not yet valid: current time 2026-11-21T08:30:00Z is before 2026-11-22T08:30:00Z';

test.each<[string, readonly string[], readonly string[], string]>([
  ['with no roots', ['leaf'], [], UNKNOWN],
  ['with other roots', ['leaf'], ['other'], UNKNOWN],
  ['without what signed it', ['leaf-of-middle'], ['root'], UNKNOWN],
  ['with a root of another key', ['leaf'], ['root-of-another-key'], hint('x509: ECDSA verification failure', 'Root')],
  ['with a root of another kind of key', ['leaf'], ['root-of-ed25519'], hint(MISMATCH, 'Root')],
  [
    'with roots of other keys, of which the first is told',
    ['leaf'],
    ['root-of-another-key', 'root-of-ed25519'],
    hint('x509: ECDSA verification failure', 'Root'),
  ],
  [
    'with roots of other keys, those without key identifier first',
    ['leaf'],
    ['root-of-ed25519', 'root-of-another-key-and-no-id'],
    hint('x509: ECDSA verification failure', 'Root'),
  ],
  ['with a root that may not sign', ['leaf'], ['root-without-sign'], hint(CANNOT_SIGN, 'Root')],
  ['with a root without basic constraints', ['leaf'], ['root-without-constraints'], hint(CANNOT_SIGN, 'Root')],
  [
    'with one between that is no authority',
    ['leaf-of-middle', 'middle-no-authority'],
    ['root'],
    hint(CANNOT_SIGN, 'Middle'),
  ],
  [
    'with a root that has but a serial number',
    ['leaf-of-unnamed'],
    ['unnamed-again'],
    hint('x509: ECDSA verification failure', 'serial:12648430'),
  ],
  [
    'with a root that has an organization',
    ['leaf-of-organized'],
    ['organized-again'],
    hint('x509: ECDSA verification failure', String.raw`\"Lab\"`),
  ],
  ['with an expired root', ['leaf'], ['root-expired'], EXPIRED],
  ['with a root that is not yet valid', ['leaf'], ['root-of-tomorrow'], EARLY],
  ['with an expired one between', ['leaf-of-middle', 'middle-expired'], ['root'], EXPIRED],
  ['with an expired root behind one of another key', ['leaf'], ['root-of-another-key', 'root-expired'], EXPIRED],
  [
    'with the last of two that do not do',
    ['leaf'],
    ['root-expired', 'root-of-a-critical-kind'],
    'unhandled critical extension',
  ],
  [
    'with one between too many',
    ['leaf-of-below', 'below', 'middle-short'],
    ['root'],
    'too many intermediates for path length constraint',
  ],
  ['with authorities in a circle', ['leaf-of-left', 'left', 'right-by-left'], ['root'], UNKNOWN],
  ['for clients', ['leaf-for-clients'], ['root'], 'certificate specifies an incompatible key usage'],
  ['under a root for clients', ['leaf'], ['root-for-clients'], 'certificate specifies an incompatible key usage'],
  [
    'under one for clients',
    ['leaf-of-middle', 'middle-for-clients'],
    ['root'],
    'certificate specifies an incompatible key usage',
  ],
])('a leaf is refused %s', (_, served, roots, text) => {
  expect(certificates.text({ served, roots })).toBe(text);
  expect(certificates.text({ served, roots, profile: DEBIAN['2.42'] })).toBe(text);
});

test('one chain for servers is enough', () => {
  const roots = ['root', 'other'];
  const served = ['leaf-of-middle', 'middle-for-clients', 'middle-by-other'];
  expect(certificates.text({ served, roots })).toBeUndefined();
});

test('the order of what is served behind the leaf, and of the roots, does not matter', () => {
  const others = [
    'root',
    'below',
    'middle',
    'middle-by-other',
    'middle-expired',
    'middle-no-authority',
    'other',
    'left',
  ];
  const roots = ['root', 'root-expired', 'root-of-another-key', 'root-of-ed25519', 'root-without-sign', 'leaf'];
  const whole = { minLength: others.length, maxLength: others.length };
  fc.assert(
    fc.property(fc.shuffledSubarray(others, whole), fc.shuffledSubarray(roots, { minLength: 1 }), (rest, trusted) => {
      const refusals = certificates.refusals({ served: ['leaf-of-below', ...rest], roots: trusted });
      expect([trusted, refusals.length === 0]).toEqual([trusted, trusted.includes('root')]);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('a root whose key Go does not know is a candidate up to Go 1.21', () => {
  const sketch = { served: ['leaf'], roots: ['root-of-ed448'] };
  expect(certificates.text(sketch)).toBe(UNKNOWN);
  const text = hint('x509: cannot verify signature: algorithm unimplemented', 'Root');
  expect(certificates.text({ ...sketch, profile: DEBIAN['2.42'] })).toBe(text);
});

test('the certificate at fault is given, and the authority that did not do', () => {
  const expired = certificates.refusals({ served: ['leaf-of-middle', 'middle-expired'], roots: ['root'] });
  expect(expired).toMatchObject([{ kind: 'expired', certificate: { subject: { commonName: 'Middle' } } }]);
  const unknown = certificates.refusals({ served: ['leaf'], roots: ['root-of-another-key'] });
  expect(unknown).toMatchObject([
    {
      kind: 'unknown-authority',
      certificate: { subject: { commonName: 'leaf' } },
      candidate: { subject: { commonName: 'Root' } },
    },
  ]);
});

test('no more than a hundred signatures are looked at', () => {
  const lines = Array.from(
    { length: 101 },
    (_, index) => `r${index}: self of:key /CN=Many {${CA}} serial=${index + 1}`,
  );
  const many = new Certificates(`
    key: self ec:P-256 /CN=Key {${CA}}
    signer: self ec:P-256 /CN=Many {${CA}}
    leaf: signer ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
    ${lines.join('\n')}
  `);
  const roots = lines.map((_, index) => `r${index}`);
  const limit = 'signature check attempts limit reached while verifying certificate chain';
  expect(many.text({ served: ['leaf'], roots })).toBe(limit);
  expect(many.text({ served: ['leaf'], roots: roots.slice(1) })).toBe(hint('x509: ECDSA verification failure', 'Many'));
});
