import { expect, test } from '@jest/globals';
import { FORMATS, formatFaultOf } from '../../../src/documents/schema/formats.ts';

/** By format, texts and what Prometheus says of those that it does not take. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  duration: {
    '0': undefined,
    '30s': undefined,
    '1h30m': undefined,
    '1y2w3d4h5m6s7ms': undefined,
    '': 'empty duration string',
    '30': 'not a valid duration string: "30"',
    '30m1h': 'not a valid duration string: "30m1h"',
    '-5s': 'not a valid duration string: "-5s"',
    '1.5h': 'unknown unit "." in duration "1.5h"',
    '30sec': 'unknown unit "sec" in duration "30sec"',
    '293y': 'duration out of range',
  },
  'go-duration': {
    '1.5h': undefined,
    '-3us': undefined,
    '0': undefined,
    '1d': 'time: invalid duration "1d"',
    '5': 'time: invalid duration "5"',
  },
  size: {
    '0': undefined,
    '10MB': undefined,
    '1.5GiB': undefined,
    '1GB512MB': undefined,
    '-1B': undefined,
    '100': 'units: unknown unit in 100',
    '1GB1MiB': 'units: unknown unit in 1GB1MiB',
    '10K': 'units: unknown unit in 10K',
    '8EB': 'units: overflow parsing unit',
  },
  'label-name': { 'a.b-c': undefined, ä: undefined, '': '"" is not a valid label name' },
  uuid: {
    '': undefined,
    '01234567-89ab-cdef-0123-456789ABCDEF': undefined,
    'urn:uuid:01234567-89ab-cdef-0123-456789abcdef': undefined,
    '0123456789abcdef0123456789abcdef': undefined,
    'not-a-uuid': 'invalid UUID',
  },
  'target-file': {
    'targets/*.yml': undefined,
    'targets.json': undefined,
    'a/*/targets.yml': 'path name "a/*/targets.yml" is not valid for file discovery',
    'targets.txt': 'path name "targets.txt" is not valid for file discovery',
  },
  'rooted-path': { '/a': undefined, a: "paths must begin with '/': a" },
};

/** URLs, and what is said of them, which never repeats them, since they may hold a password. */
const URLS: Readonly<Record<string, string | undefined>> = {
  '': undefined,
  '/metrics': undefined,
  'mailto:a b%': undefined,
  'http://user:hunter2@host:9090/path?query=%#fragment': undefined,
  'https://[fe80::1%25en0]:443': undefined,
  'HTTP://h\u00f6st': undefined,
  'host:9090/metrics': undefined,
  '10.0.0.1:9090': 'first path segment in URL cannot contain colon',
  ':9090': 'missing protocol scheme',
  'http://host:port': 'invalid port after host',
  'http://[::1': "missing ']' in host",
  'http://[::1]9090': 'invalid port after host',
  'http://a b': 'invalid character in host name',
  'http://a%20b': 'invalid URL escape',
  'http://hunter2"@host': 'net/url: invalid userinfo',
  'http://host/%zz': 'invalid URL escape',
  'http://host/\u007f': 'net/url: invalid control character in URL',
};

/** The same where a scheme of HTTP and a host have to be in it. */
const HTTP_URLS: Readonly<Record<string, string | undefined>> = {
  '': undefined,
  'https://host/targets': undefined,
  'http:///targets': 'host is missing in URL',
  'host/targets': "URL scheme must be 'http' or 'https'",
  'ftp://host': "URL scheme must be 'http' or 'https'",
  'http://host:port': 'invalid port after host',
};

/** Regular expressions between the anchors of a relabeling. */
const REGEXPS: Readonly<Record<string, string | undefined>> = {
  '': undefined,
  '(.*);(?P<name>\\w+)': undefined,
  '(?i)a|b{2,3}?': undefined,
  'a)(b': undefined,
  '[[:alpha:]-\\d\\]]': undefined,
  '\\Qa(b\\E\\pL\\p{Greek}\\x{1F600}\\012': undefined,
  'a{,3}{': undefined,
  'a(': 'error parsing regexp: missing closing )',
  'a))(': 'error parsing regexp: unexpected )',
  '[a': 'error parsing regexp: missing closing ]',
  '[z-a]': 'error parsing regexp: invalid character class range',
  '[[:letter:]]': 'error parsing regexp: invalid character class range',
  '\\p{Klingon}': 'error parsing regexp: invalid character class range',
  '(?=a)': 'error parsing regexp: invalid or unsupported Perl syntax',
  '(a)\\1': 'error parsing regexp: invalid escape sequence',
  '*': 'error parsing regexp: missing argument to repetition operator',
  'a**': 'error parsing regexp: invalid nested repetition operator',
  'a{1001}': 'error parsing regexp: invalid repeat count',
  '(a{100}){11}': 'error parsing regexp: invalid repeat count',
  '(?P<a b>c)': 'error parsing regexp: invalid named capture',
};

for (const [format, texts] of Object.entries({ ...TEXTS, url: URLS, 'http-url': HTTP_URLS, regexp: REGEXPS })) {
  test(`texts of the format ${format} are taken as Go takes them`, () => {
    expect(Object.fromEntries(Object.keys(texts).map(text => [text, formatFaultOf(format, text)]))).toStrictEqual(
      texts,
    );
  });
}

test('a format is no check of what any text is', () => {
  expect(['file', 'secret'].map(format => FORMATS[format]?.('{{ any }} text'))).toStrictEqual([true, true]);
  expect(formatFaultOf('any', 'text')).toBeUndefined();
});
