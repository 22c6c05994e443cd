import { expect, test } from '@jest/globals';
import type { Profile } from '../../src/trust/profile.ts';
import { CA, Certificates, LEAF } from './handshakes.ts';
import { DEBIAN } from './profiles.ts';

// The DER of policy constraints: an explicit policy at once, after two more certificates, and no mapping.
const REQUIRE = '2.5.29.36=critical,DER:3003800100';
const REQUIRE_LATER = '2.5.29.36=critical,DER:3003800102';
const NO_MAPPING = '2.5.29.36=critical,DER:3006800100810100';
const NO_ANY_POLICY = '2.5.29.54=critical,DER:020100';
// The policy 1.2.3 of the issuer is called 1.2.4 by the subject; any policy is called 1.2.4.
const MAPPING = '2.5.29.33=critical,DER:300a300806022a0306022a04';
const MAPPING_OF_ANY = '2.5.29.33=critical,DER:300c300a0604551d200006022a04';

const certificates = new Certificates(`
  root: self ec:P-256 /CN=Root {${CA}}
  plain: root ec:P-256 /CN=Plain {${CA}}
  strict: root ec:P-256 /CN=Strict {${CA}; certificatePolicies=1.2.3; ${REQUIRE}}
  strict-of-any: root ec:P-256 /CN=Strict of any {${CA}; certificatePolicies=2.5.29.32.0; ${REQUIRE}}
  strict-without: root ec:P-256 /CN=Strict without {${CA}; ${REQUIRE}}
  later: root ec:P-256 /CN=Later {${CA}; certificatePolicies=1.2.3; ${REQUIRE_LATER}}
  mapped: root ec:P-256 /CN=Mapped {${CA}; certificatePolicies=1.2.3; ${REQUIRE}; ${MAPPING}}
  mapped-in-vain: strict-unmapped ec:P-256 /CN=Mapped in vain {${CA}; certificatePolicies=1.2.3; ${MAPPING}}
  strict-unmapped: root ec:P-256 /CN=Strict unmapped {${CA}; certificatePolicies=1.2.3; ${NO_MAPPING}}
  mapped-of-any: root ec:P-256 /CN=Mapped of any {${CA}; certificatePolicies=1.2.3; ${REQUIRE}; ${MAPPING_OF_ANY}}
  no-any: root ec:P-256 /CN=No any {${CA}; certificatePolicies=1.2.3; ${REQUIRE}; ${NO_ANY_POLICY}}
  below-later: later ec:P-256 /CN=Below later {${CA}}
  ${[
    'plain',
    'strict',
    'strict-of-any',
    'strict-without',
    'later',
    'mapped',
    'mapped-in-vain',
    'mapped-of-any',
    'no-any',
    'below-later',
  ]
    .map(
      issuer => `
  none-${issuer}: ${issuer} ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:localhost}
  3-${issuer}: ${issuer} ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:localhost; certificatePolicies=1.2.3}
  4-${issuer}: ${issuer} ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:localhost; certificatePolicies=1.2.4}
  any-${issuer}: ${issuer} ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:localhost; certificatePolicies=2.5.29.32.0}`,
    )
    .join('')
    .trim()}
  demanding: root ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:localhost; ${REQUIRE}}
`);

function textOf(served: readonly string[], profile: Profile = DEBIAN['3.5']): string | undefined {
  return certificates.text({ served, roots: ['root'], profile });
}

test.each([
  ['nobody asks for one', ['none-plain', 'plain']],
  ['it has the one that is asked for', ['3-strict', 'strict']],
  ['it has any', ['any-strict', 'strict']],
  ['any may be', ['3-strict-of-any', 'strict-of-any']],
  ['one is asked for only further down', ['none-later', 'later']],
  ['it calls it what its issuer says', ['4-mapped', 'mapped']],
])('the policies of a leaf will do where %s', (_, served) => {
  expect(textOf(served)).toBeUndefined();
});

test.each([
  ['it has none', ['none-strict', 'strict']],
  ['it has another', ['4-strict', 'strict']],
  ['its issuer, who asks for one, has none', ['3-strict-without', 'strict-without']],
  ['it has any, and any will not do', ['any-no-any', 'no-any']],
  ['it does not call it what its issuer says', ['3-mapped', 'mapped']],
  ['its issuer may not rename it', ['4-mapped-in-vain', 'mapped-in-vain', 'strict-unmapped']],
  ['its issuer renames any', ['4-mapped-of-any', 'mapped-of-any']],
  ['one between has none', ['3-below-later', 'below-later', 'later']],
  ['it asks for one itself', ['demanding']],
])('the policies of a leaf will not do where %s', (_, served) => {
  expect(textOf(served)).toBe('no valid chains built: 1 candidate chains with invalid policies');
});

test('Go 1.24 says it in other words', () => {
  const text = 'no valid chains built: all candidate chains have invalid policies';
  expect(textOf(['none-strict', 'strict'], DEBIAN['2.53'])).toBe(text);
});

test('before Go 1.24 a critical extension about policies is one that is not known', () => {
  expect(textOf(['3-strict', 'strict'], DEBIAN['2.42'])).toBe('unhandled critical extension');
});
