import { expect, test } from '@jest/globals';
import { goUrlOf, hostWithoutPort } from '../../src/trust/go-url.ts';
import { DEBIAN } from './profiles.ts';

function faultOf(uri: string, profile: (typeof DEBIAN)[keyof typeof DEBIAN]): string | undefined {
  const url = goUrlOf(uri, profile);
  return typeof url === 'string' ? url.replace(/^parse "(?:[^"\\]|\\.)*": /, '') : undefined;
}

// Observed: certificates with these URIs, as client certificates of Prometheus 2.42, 2.53 and 3.5.
test.each([
  ['', ''],
  ['http', ''],
  ['http://', ''],
  ['http:///x', ''],
  ['http://a', 'a'],
  ['http://a:', 'a:'],
  ['http://a:80', 'a:80'],
  ['http://a:80:90', 'a:80:90'],
  ['http://::1/', '::1'],
  ['http://[::1]', '[::1]'],
  ['http://[::1]:9', '[::1]:9'],
  ['http://[fe80::1%25eth0]/', '[fe80::1%25eth0]'],
  ['http://[::ffff:1.2.3.4]/', '[::ffff:1.2.3.4]'],
  ['http://a?%zz', 'a'],
  ['//a/b', 'a'],
  ['///a', ''],
  ['a/b', ''],
  ['a:b', ''],
  ['/a:b', ''],
  ['?a', ''],
  ['#a', ''],
  ['http://u:p@a/', 'a'],
  ['http://u@v@a/', 'a'],
  ['http://a..b', 'a..b'],
  ['http://.a', '.a'],
  ['http://a.', 'a.'],
  ['http://*', '*'],
  ['http://a_b', 'a_b'],
  ['http://A', 'A'],
  ['mailto:a@b', ''],
  ['urn:a:b', ''],
  ['spiffe://x/y z', 'x'],
  ['http://a/ b', 'a'],
  ['http://a"b', 'a"b'],
  ['http://a<b', 'a<b'],
  ["http://a!$&'()*+,;=b", "a!$&'()*+,;=b"],
  ['http://a;b', 'a;b'],
  ['http:/a', ''],
  ['http:a', ''],
  ['HTTP://a', 'a'],
  ['h.t+t-p://a', 'a'],
  ['http://a?b c', 'a'],
  ['http://@a', 'a'],
  ['http://@', ''],
  ['http://a:b@c:80/x', 'c:80'],
  ['*', ''],
  ['http://a/*?#', 'a'],
])('of the URI %j Go takes %j for the host', (uri, host) => {
  expect(goUrlOf(uri, DEBIAN['2.42'])).toEqual({ host });
  expect(goUrlOf(uri, DEBIAN['3.5'])).toEqual({ host });
});

test.each([
  ['http://[::1]x', 'invalid port "x" after host'],
  ['http://[::1', "missing ']' in host"],
  ['http://a b/', 'invalid character " " in host name'],
  ['http://a%20b/', 'invalid URL escape "%20"'],
  ['http://a%zz/', 'invalid URL escape "%zz"'],
  ['http://a/%zz', 'invalid URL escape "%zz"'],
  ['http://a/%', 'invalid URL escape "%"'],
  ['http://a#%zz', 'invalid URL escape "%zz"'],
  ['1a:b', 'first path segment in URL cannot contain colon'],
  ['a_b:c', 'first path segment in URL cannot contain colon'],
  ['-a:b', 'first path segment in URL cannot contain colon'],
  ['://x', 'missing protocol scheme'],
  [':x', 'missing protocol scheme'],
  ['http://u%zz@a/', 'invalid URL escape "%zz"'],
  ['http://u[@a/', 'net/url: invalid userinfo'],
  ['http://a\\b', 'invalid character "\\\\" in host name'],
  ['http://a^b', 'invalid character "^" in host name'],
  ['http://a`b', 'invalid character "`" in host name'],
  ['http://a{b}', 'invalid character "{" in host name'],
  ['http://a|b', 'invalid character "|" in host name'],
  ['http://\u0001', 'net/url: invalid control character in URL'],
  ['http://a\u007F', 'net/url: invalid control character in URL'],
  ['http://a/\u001F', 'net/url: invalid control character in URL'],
  ['http://a:-1', 'invalid port ":-1" after host'],
  ['http://a:80a', 'invalid port ":80a" after host'],
])('the URI %j is refused: %s', (uri, fault) => {
  expect(faultOf(uri, DEBIAN['2.42'])).toBe(fault);
  expect(faultOf(uri, DEBIAN['3.5'])).toBe(fault);
});

// What follows a scheme without a slash is opaque, and no escape is looked for in it (net/url/url.go, parse).
test('an escape is looked for in a path, and not in what is none', () => {
  expect(goUrlOf('mailto:a%zz', DEBIAN['3.5'])).toEqual({ host: '' });
  expect(faultOf('a%zz', DEBIAN['3.5'])).toBe('invalid URL escape "%zz"');
});

test.each([
  ['http://[1.2.3.4]/', 'invalid IP-literal'],
  ['http://a[b]', 'invalid IP-literal'],
  ['http://a*b[', 'invalid IP-literal'],
])('the URI %j is refused since Go 1.26: %s', (uri, fault) => {
  expect(faultOf(uri, DEBIAN['2.53'])).toBeUndefined();
  expect(faultOf(uri, DEBIAN['3.5'])).toBe(fault);
});

test.each([
  ['a.test', 'a.test'],
  ['a.test:80', 'a.test'],
  ['[::1]', '[::1]'],
  ['[::1]:80', '[::1]'],
  ['', ''],
])('without its port, the host %j is %j', (host, name) => {
  expect(hostWithoutPort(host)).toBe(name);
});
