import { expect, test } from '@jest/globals';
import { CA, Certificates, LEAF } from './handshakes.ts';
import { DEBIAN } from './profiles.ts';

const NOT_AUTHORIZED = 'a root or intermediate certificate is not authorized to sign for this name';

/** Go's words where the root has the constraints, and the leaf the names beside its own, for the first profile and the last. */
function textsOf(constraints: string, names: string): readonly (string | undefined)[] {
  const certificates = new Certificates(`
    root: self ec:P-256 /CN=Root {${CA}; nameConstraints=critical,${constraints}}
    leaf: root ec:P-256 /CN=leaf {${LEAF}; subjectAltName=${names}}
  `);
  const host = names.startsWith('DNS:') ? (/^DNS:([^,]+)/.exec(names)?.[1] ?? '').replace('*', 'any') : '10.1.2.3';
  return [DEBIAN['2.42'], DEBIAN['3.5']].map(profile =>
    certificates.text({ served: ['leaf'], roots: ['root'], host, profile })?.replace(`${NOT_AUTHORIZED}: `, ''),
  );
}

test.each([
  ['permitted;DNS:example.test', 'DNS:example.test'],
  ['permitted;DNS:example.test', 'DNS:node1.example.test'],
  ['permitted;DNS:EXAMPLE.test', 'DNS:node1.Example.Test'],
  ['permitted;DNS:.example.test', 'DNS:node1.example.test'],
  ['permitted;DNS:other.test,permitted;DNS:example.test', 'DNS:node1.example.test'],
  ['permitted;DNS:', 'DNS:node1.example.test'],
  ['permitted;DNS:example.test', 'IP:10.1.2.3'],
  ['permitted;IP:10.0.0.0/255.0.0.0', 'IP:10.1.2.3'],
  ['permitted;IP:10.0.0.0/255.0.0.0', 'DNS:node1.example.test'],
  ['excluded;DNS:example.test', 'DNS:testexample.test'],
  ['excluded;IP:2001:db8::/ffff:ffff::', 'IP:10.1.2.3'],
  ['permitted;email:example.test', 'DNS:a.test,email:root@example.test'],
  ['permitted;email:.example.test', 'DNS:a.test,email:root@mail.example.test'],
  ['permitted;email:root@example.test', 'DNS:a.test,email:root@EXAMPLE.test'],
  ['permitted;URI:example.test', 'DNS:a.test,URI:spiffe://example.test/node1'],
  ['permitted;URI:.example.test', 'DNS:a.test,URI:https://user@node1.example.test:9100/x'],
])('under the constraint %s a certificate may be for %s', (constraints, names) => {
  expect(textsOf(constraints, names)).toEqual([undefined, undefined]);
});

test.each([
  [
    'permitted;DNS:example.test',
    'DNS:example.test,DNS:localhost',
    'DNS name "localhost" is not permitted by any constraint',
  ],
  ['permitted;DNS:.example.test', 'DNS:example.test', 'DNS name "example.test" is not permitted by any constraint'],
  [
    'permitted;DNS:example.test',
    'DNS:testexample.test',
    'DNS name "testexample.test" is not permitted by any constraint',
  ],
  ['excluded;DNS:localhost', 'DNS:a.test,DNS:localhost', 'DNS name "localhost" is excluded by constraint "localhost"'],
  ['excluded;DNS:', 'DNS:a.test', 'DNS name "a.test" is excluded by constraint ""'],
  [
    'permitted;IP:10.0.0.0/255.0.0.0',
    'DNS:a.test,IP:127.0.0.1',
    'IP address "127.0.0.1" is not permitted by any constraint',
  ],
  ['permitted;IP:10.0.0.0/255.0.0.0', 'DNS:a.test,IP:::1', 'IP address "::1" is not permitted by any constraint'],
  ['excluded;IP:10.1.0.0/255.255.0.0', 'IP:10.1.2.3', 'IP address "10.1.2.3" is excluded by constraint "10.1.0.0/16"'],
  [
    'excluded;IP:2001:db8::/ffff:ffff::',
    'DNS:a.test,IP:2001:db8::7',
    'IP address "2001:db8::7" is excluded by constraint "2001:db8::/32"',
  ],
  [
    'permitted;email:example.test',
    'DNS:a.test,email:root@other.test',
    'email address "root@other.test" is not permitted by any constraint',
  ],
  [
    'permitted;email:root@example.test',
    'DNS:a.test,email:Root@example.test',
    'email address "Root@example.test" is not permitted by any constraint',
  ],
  [
    'excluded;URI:example.test',
    'DNS:a.test,URI:spiffe://example.test/a',
    'URI "spiffe://example.test/a" is excluded by constraint "example.test"',
  ],
  [
    'permitted;URI:example.test',
    'DNS:a.test,URI:http://10.0.0.1/',
    'URI with IP ("http://10.0.0.1/") cannot be matched against constraints',
  ],
  [
    'permitted;URI:example.test',
    'DNS:a.test,URI:urn:a:b',
    'URI with empty host ("urn:a:b") cannot be matched against constraints',
  ],
])('under the constraint %s a certificate may not be for %s', (constraints, names, text) => {
  expect(textsOf(constraints, names)).toEqual([text, text]);
});

test('what is excluded counts first up to Go 1.25, what is permitted since', () => {
  const constraints = 'permitted;DNS:b.test,excluded;DNS:a.test';
  expect(textsOf(constraints, 'DNS:x.a.test')).toEqual([
    'DNS name "x.a.test" is excluded by constraint "a.test"',
    'DNS name "x.a.test" is not permitted by any constraint',
  ]);
});

test('the first constraint is told up to Go 1.25, the widest since', () => {
  expect(textsOf('excluded;DNS:x.a.test,excluded;DNS:a.test', 'DNS:x.a.test')).toEqual([
    'DNS name "x.a.test" is excluded by constraint "x.a.test"',
    'DNS name "x.a.test" is excluded by constraint "a.test"',
  ]);
});

test('the names are taken as they stand up to Go 1.25, addresses first since', () => {
  expect(textsOf('excluded;DNS:a.test,excluded;IP:10.0.0.0/255.0.0.0', 'DNS:a.test,IP:10.1.2.3')).toEqual([
    'DNS name "a.test" is excluded by constraint "a.test"',
    'IP address "10.1.2.3" is excluded by constraint "10.0.0.0/8"',
  ]);
});

test('since Go 1.26 a wildcard does not get round an excluded name', () => {
  expect(textsOf('excluded;DNS:secret.a.test', 'DNS:*.a.test')).toEqual([
    undefined,
    'DNS name "*.a.test" is excluded by constraint "secret.a.test"',
  ]);
});

test('since Go 1.26 a URI without a host will not do where there are constraints of any kind', () => {
  expect(textsOf('permitted;DNS:a.test', 'DNS:a.test,URI:urn:a:b')).toEqual([
    undefined,
    'URI with empty host ("urn:a:b") cannot be matched against constraints',
  ]);
});

test('since Go 1.26 an address of mail is told with its domain in lower case, and excluded as a whole first', () => {
  expect(textsOf('excluded;email:b.test,excluded;email:Root@b.test', 'DNS:a.test,email:Root@B.test')).toEqual([
    'email address "Root@B.test" is excluded by constraint "b.test"',
    'email address "Root@b.test" is excluded by constraint "Root@b.test"',
  ]);
});

test('since Go 1.26 a range of addresses is told without what its mask leaves out', () => {
  expect(textsOf('excluded;IP:10.1.2.3/255.255.0.0', 'DNS:a.test,IP:10.1.9.9')).toEqual([
    'IP address "10.1.9.9" is excluded by constraint "10.1.2.3/16"',
    'IP address "10.1.9.9" is excluded by constraint "10.1.0.0/16"',
  ]);
});

test('up to Go 1.22 an authority is held to its own constraints, since then those between it and the leaf are', () => {
  const certificates = new Certificates(`
    root: self ec:P-256 /CN=Root {${CA}; subjectAltName=DNS:root.test; nameConstraints=critical,permitted;DNS:a.test}
    plain: self of:root /CN=Root {${CA}; nameConstraints=critical,permitted;DNS:a.test}
    middle: root ec:P-256 /CN=Middle {${CA}; subjectAltName=DNS:middle.test}
    leaf: root ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:a.test}
    below: middle ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:a.test}
  `);
  const found = (served: readonly string[], root: string): readonly (string | undefined)[] =>
    [DEBIAN['2.42'], DEBIAN['2.53'], DEBIAN['3.5']].map(profile =>
      certificates.text({ served, roots: [root], host: 'a.test', profile })?.replace(`${NOT_AUTHORIZED}: `, ''),
    );
  const ofRoot = 'DNS name "root.test" is not permitted by any constraint';
  const ofMiddle = 'DNS name "middle.test" is not permitted by any constraint';
  expect(found(['leaf'], 'root')).toEqual([ofRoot, undefined, undefined]);
  expect(found(['below', 'middle'], 'plain')).toEqual([undefined, ofMiddle, ofMiddle]);
});

test('a critical constraint of another kind is not handled', () => {
  expect(textsOf('permitted;dirName:/O=Lab', 'DNS:a.test')).toEqual(Array(2).fill('unhandled critical extension'));
});

test('since Go 1.26 a second chain without constraints will do', () => {
  const certificates = new Certificates(`
    root: self ec:P-256 /CN=Root {${CA}; nameConstraints=critical,excluded;DNS:a.test}
    root-without: self of:root /CN=Root {${CA}}
    leaf: root ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:a.test}
    middle: root ec:P-256 /CN=Middle {${CA}; subjectAltName=DNS:b.a.test}
    below: middle ec:P-256 /CN=leaf {${LEAF}; subjectAltName=DNS:c.test}
  `);
  const sketch = { served: ['leaf'], roots: ['root-without', 'root'], host: 'a.test' };
  expect(certificates.text(sketch)).toBeUndefined();
  expect(certificates.text({ ...sketch, profile: DEBIAN['2.42'] })).toBeUndefined();
  const refusals = certificates.refusals({ served: ['below', 'middle'], roots: ['root'], host: 'c.test' });
  expect(refusals).toMatchObject([{ kind: 'name-constraints', certificate: { subject: { commonName: 'Root' } } }]);
  expect(refusals[0]?.text).toContain('DNS name "b.a.test" is excluded');
});
