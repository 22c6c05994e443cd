import { describe, expect, test } from '@jest/globals';
import { reporterFor } from '../../src/report/format.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { reportOn } from '../linted.ts';

function jobWith(password: string, ...lines: readonly string[]): string {
  return `scrape_configs:
  - basic_auth:
      username: prometheus
      password: ${password}
    ${lines.join('\n    ')}
`;
}

function outputsFor(text: string): readonly string[] {
  const report = reportOn({ 'prometheus.yml': text });
  return FORMATS.map(format => reporterFor(format, { color: false, verbose: true, version: '1.0.0' })(report));
}

function messagesFor(path: string, text: string): readonly string[] {
  return reportOn({ [path]: text }).findings.map(({ message }) => message);
}

test('a value that is refused is not shown where an alias makes it that of a password', () => {
  expect(messagesFor('prometheus.yml', jobWith('&shared hunter2-secret', 'scrape_interval: *shared'))).toContainEqual(
    expect.stringMatching(/: not a valid duration string: "\*\*\*"; /),
  );
});

describe.each([
  'hunter2-secret',
  '"hunter2-secret"',
  "'hunter2-secret'",
  '!!str hunter2-secret',
  '"hunter2-\\x73ecret"',
  '|-\n        hunter2-secret',
])('the password %s, which has an anchor,', written => {
  test.each([
    ['job_name: node', 'scrape_interval: *shared'],
    ['job_name: node', 'honor_labels: *shared'],
    ['job_name: node', 'tls_config: {min_version: *shared}'],
    ['job_name: node', 'tls_config: {ca_file: *shared, insecure_skip_verify: true}'],
    ['job_name: *shared', 'tls_config: {insecure_skip_verify: true}'],
    ['job_name: node', '*shared : 1'],
  ])('is shown in no format beside %s and %s', (...lines) => {
    const shown = outputsFor(jobWith(`&shared ${written}`, ...lines)).filter(output => output.includes('hunter2'));
    expect(shown).toEqual([]);
  });
});

test.each(['scheme: {plum: hunter2-secret}', 'scheme: [hunter2-secret]', 'proxy_url: "http://h:hunter2-secret"'])(
  'what is refused is shown in no format where it may hold a secret: %s',
  setting => {
    const outputs = outputsFor(jobWith('${PASSWORD}', 'job_name: node', setting));
    expect(outputs.filter(output => output.includes('invalid-value')).length).toBeGreaterThan(5);
    expect(outputs.filter(output => output.includes('hunter2'))).toEqual([]);
  },
);

test('a long secret that has an anchor is not shown where it is cut off, and does not break what says so', () => {
  const secret = `hunter2-${'x'.repeat(2000)}[(`;
  const outputs = outputsFor(jobWith(`&shared "${secret}"`, 'job_name: *shared', 'honor_labels: *shared'));
  expect(outputs.filter(output => output.includes('hunter2'))).toEqual([]);
});

test('a short password is not shown where an alias gives it to a field that refuses it', () => {
  expect(
    messagesFor('prometheus.yml', jobWith('&a x7y', 'job_name: node', 'scrape_interval: *a')).join(),
  ).not.toContain('x7y');
});

test.each(['plain', 'bcrypt', 'the server', 'hash'])('our own words tell nobody that a password is %s', password => {
  expect(messagesFor('web.yml', `basic_auth_users:\n  alice: ${password}\n`)).toContainEqual(
    expect.stringContaining('it is plain text, and the server does not start with it; put the hash that promsec hash'),
  );
});
