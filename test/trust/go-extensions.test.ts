import { expect, test } from '@jest/globals';
import type { Profile } from '../../src/trust/profile.ts';
import { extension } from '../certificate-parts.ts';
import { element, explicit, nothing, objectIdentifier, octetString, sequence } from '../der.ts';
import { DEBIAN } from './profiles.ts';
import { certificateOf, faultOf, withExtensions } from './raw-certificate.ts';

test.each<[string, Buffer]>([
  ['no extensions', certificateOf({})],
  ['an unknown extension', withExtensions(extension('1.2.3', Buffer.from('x')))],
  [
    'another kind of alternative name',
    withExtensions(extension('2.5.29.17', sequence(element(0x88, Buffer.from([1]))))),
  ],
  ['a URI without a host', withExtensions(extension('2.5.29.17', sequence(element(0x86, Buffer.from('urn:a:b')))))],
  [
    'a distribution point',
    withExtensions(
      extension('2.5.29.31', sequence(sequence(explicit(0, explicit(0, element(0x86, Buffer.from('http://a'))))))),
    ),
  ],
])('Go reads a certificate with %s', (_, der) => {
  expect(faultOf(der)).toBeUndefined();
});

test.each<[string, string, Buffer]>([
  ['no list of extensions', 'malformed extensions', certificateOf({ tail: [explicit(3, nothing())] })],
  ['an extension that is no sequence', 'malformed extension', withExtensions(nothing())],
  [
    'a critical field of 1',
    'malformed extension critical field',
    withExtensions(sequence(objectIdentifier('1.2.3'), element(0x01, Buffer.from([1])), octetString(Buffer.alloc(0)))),
  ],
  [
    'an extension without value',
    'malformed extension value field',
    withExtensions(sequence(objectIdentifier('1.2.3'))),
  ],
  [
    'the same extension twice',
    'certificate contains duplicate extension with OID "1.2.3"',
    withExtensions(extension('1.2.3', nothing()), extension('1.2.3', nothing())),
  ],
  [
    'a SAN beyond ASCII',
    'SAN dNSName is malformed',
    withExtensions(extension('2.5.29.17', sequence(element(0x82, Buffer.from('nöde'))))),
  ],
  [
    'an address of mail beyond ASCII',
    'SAN rfc822Name is malformed',
    withExtensions(extension('2.5.29.17', sequence(element(0x81, Buffer.from('ö@a'))))),
  ],
  [
    'an address of 5 bytes',
    'cannot parse IP address of length 5',
    withExtensions(extension('2.5.29.17', sequence(element(0x87, Buffer.alloc(5))))),
  ],
  [
    'a URI with a bad port',
    'cannot parse URI "http://a:b/": parse "http://a:b/": invalid port ":b" after host',
    withExtensions(extension('2.5.29.17', sequence(element(0x86, Buffer.from('http://a:b/'))))),
  ],
  [
    'a URI with an empty label',
    'cannot parse URI "http://a..b/": invalid domain',
    withExtensions(extension('2.5.29.17', sequence(element(0x86, Buffer.from('http://a..b/'))))),
  ],
  ['a SAN that is no sequence', 'invalid subject alternative names', withExtensions(extension('2.5.29.17', nothing()))],
  ['basic constraints that are none', 'invalid basic constraints', withExtensions(extension('2.5.29.19', nothing()))],
  ['a key usage that is none', 'invalid key usage', withExtensions(extension('2.5.29.15', nothing()))],
  [
    'a purpose that is none',
    'invalid extended key usages',
    withExtensions(extension('2.5.29.37', sequence(nothing()))),
  ],
  [
    'a critical key identifier',
    'subject key identifier incorrectly marked critical',
    withExtensions(extension('2.5.29.14', octetString(Buffer.alloc(20)), true)),
  ],
  [
    'a critical identifier of the authority',
    'authority key identifier incorrectly marked critical',
    withExtensions(extension('2.5.29.35', sequence(), true)),
  ],
  [
    'the same policy twice',
    'invalid certificate policies',
    withExtensions(
      extension('2.5.29.32', sequence(sequence(objectIdentifier('1.2.3')), sequence(objectIdentifier('1.2.3')))),
    ),
  ],
  ['empty name constraints', 'empty name constraints extension', withExtensions(extension('2.5.29.30', sequence()))],
  [
    'name constraints without a name',
    'empty name constraints extension',
    withExtensions(extension('2.5.29.30', sequence(explicit(0, Buffer.alloc(0))))),
  ],
  [
    'a mask with holes',
    'IP constraint contained invalid mask ff00ff00',
    withExtensions(
      extension('2.5.29.30', sequence(explicit(0, sequence(element(0x87, Buffer.from('0a000000ff00ff00', 'hex')))))),
    ),
  ],
  [
    'a constraint that ends with a dot',
    'failed to parse dnsName constraint "a."',
    withExtensions(extension('2.5.29.30', sequence(explicit(1, sequence(element(0x82, Buffer.from('a.'))))))),
  ],
  [
    'an address as constraint of URIs',
    'failed to parse URI constraint "10.0.0.1": cannot be IP address',
    withExtensions(extension('2.5.29.30', sequence(explicit(0, sequence(element(0x86, Buffer.from('10.0.0.1'))))))),
  ],
])('Go refuses a certificate with %s: %s', (_, fault, der) => {
  expect(faultOf(der)).toBe(`x509: ${fault}`);
});

test.each<[string, Profile, string | undefined, Buffer]>([
  [
    'before Go 1.22 duplicate extensions are not named',
    DEBIAN['2.42'],
    'x509: certificate contains duplicate extensions',
    withExtensions(extension('1.2.3', nothing()), extension('1.2.3', nothing())),
  ],
  [
    'before Go 1.22 it is said where basic constraints are broken',
    DEBIAN['2.42'],
    'x509: invalid basic constraints b',
    withExtensions(extension('2.5.29.19', sequence(element(0x01, Buffer.from([1]))))),
  ],
  [
    'before Go 1.23 a key identifier may be critical',
    DEBIAN['2.42'],
    undefined,
    withExtensions(extension('2.5.29.14', octetString(Buffer.alloc(20)), true)),
  ],
  [
    'before Go 1.24 policy constraints are not read',
    DEBIAN['2.42'],
    undefined,
    withExtensions(extension('2.5.29.36', nothing())),
  ],
  [
    'since Go 1.24 policy constraints are read',
    DEBIAN['2.53'],
    'x509: invalid policy constraints extension',
    withExtensions(extension('2.5.29.36', nothing())),
  ],
])('%s', (_, profile, fault, der) => {
  expect(faultOf(der, profile)).toBe(fault);
});
