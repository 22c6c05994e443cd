import { rootCertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import asn1 from 'node-forge/lib/asn1.js';
import type { Asn1 } from 'node-forge/lib/asn1.js';
import { derContentOf, derElementAt, derElementsIn } from '../../src/parse/der.ts';
import type { DerElement } from '../../src/parse/der.ts';
import { keyPairOf, makeCertificate } from '../certificates.ts';
import { element } from '../der.ts';

const CONSTRUCTED = 0x20;
const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2060-01-01T00:00:00Z') };

/** What a value of DER is, all the way down: tags, and the content of those that hold no others. */
type Outline = readonly [tag: number, content: string | readonly Outline[]];

function outlineOf(found: DerElement): Outline {
  const isConstructed = (found.tag & CONSTRUCTED) !== 0;
  return [
    found.tag,
    isConstructed ? Array.from(derElementsIn(found), outlineOf) : derContentOf(found).toString('latin1'),
  ];
}

function forgedOutlineOf({ tagClass, type, constructed, value }: Asn1): Outline {
  return [
    tagClass | type | (constructed ? CONSTRUCTED : 0),
    typeof value === 'string' ? value : value.map(forgedOutlineOf),
  ];
}

function expectSameWalk(der: Buffer): void {
  const outer = derElementAt(der);
  expect(outer && outlineOf(outer)).toEqual(
    forgedOutlineOf(asn1.fromDer(der.toString('latin1'), { decodeBitStrings: false })),
  );
}

test('node-forge walks through the roots of Node in the same way', () => {
  for (const pem of rootCertificates) {
    expectSameWalk(Buffer.from(pem.replaceAll(/-----.*?-----|\s/g, ''), 'base64'));
  }
});

test.each(['rsa', 'rsa-pss', 'dsa', 'p256', 'p521', 'ed25519', 'ed448'] as const)(
  'node-forge walks through a certificate with a key of %s in the same way',
  type => {
    const key = keyPairOf(type);
    expectSameWalk(makeCertificate({ ...LIFE, commonName: 'Zoë', names: ['a.test', '::1'], key, issuer: ROOT }).der);
  },
);

const ROOT = makeCertificate({ ...LIFE, commonName: 'Root', isAuthority: true });

test('node-forge walks through whatever is DER in the same way', () => {
  const content = fc.oneof(
    { weight: 9, arbitrary: fc.uint8Array({ maxLength: 20 }) },
    fc.uint8Array({ minLength: 250, maxLength: 300 }),
  );
  const { tree } = fc.letrec<{ tree: Buffer }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc
        .tuple(fc.constantFrom(0x01, 0x02, 0x04, 0x05, 0x0c, 0x81, 0x87), content)
        .map(([tag, bytes]) => element(tag, bytes)),
      fc
        .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa3), fc.array(tie('tree'), { maxLength: 4 }))
        .map(([tag, parts]) => element(tag, ...parts)),
    ),
  }));
  fc.assert(fc.property(tree, expectSameWalk), { seed: 1, numRuns: 1000 });
});
