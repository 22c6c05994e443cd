import { expect, test } from '@jest/globals';
import { exampleTree } from '../../src/edge/cli/rule-page.ts';
import { lint } from '../../src/lint/lint.ts';
import { GlobSet } from '../../src/policy/glob-set.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { rangeOf } from '../../src/report/position.ts';
import { EXPIRED_CERTIFICATE } from '../../src/rules/example-certificates.ts';
import { inlineSecret } from '../../src/rules/inline-secret.ts';

const NOW = new Date('2026-11-20T12:00:00Z');

/** What is found in a repository, as `line rule severity`, and what is ignored, as `line rule: reason`. */
function outcomeOf(files: Readonly<Record<string, string>>, settings: Partial<Configuration> = {}, now = NOW) {
  const report = lint({ files: exampleTree(files), configuration: { ...DEFAULT_CONFIGURATION, ...settings }, now });
  return {
    found: report.findings.map(({ at, ruleId, severity }) => `${rangeOf(at).line} ${ruleId} ${severity}`),
    ignored: report.ignored.map(({ finding, reason }) => `${rangeOf(finding.at).line} ${finding.ruleId}: ${reason}`),
    messages: report.findings.map(({ message }) => message),
    related: report.findings.flatMap(({ related }) =>
      related.map(({ at, message }) => `${rangeOf(at).line} ${message}`),
    ),
  };
}

/** A client that does not verify, on line 5, with `comment` behind it and `above` on the line above. */
function clientWith({ comment = '', above = '' }): Readonly<Record<string, string>> {
  const text = `scrape_configs:
  - job_name: node
    tls_config:
      ${above}
      insecure_skip_verify: true ${comment}
    static_configs: [{ targets: [node1.internal:9100] }]
`;
  return { 'prometheus.yml': text };
}

const effective: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'behind the value',
    clientWith({ comment: '# promsec-ignore: insecure-skip-verify a demo' }),
    '5 insecure-skip-verify: a demo',
  ],
  [
    'on the line above',
    clientWith({ above: '# promsec-ignore: insecure-skip-verify a demo' }),
    '5 insecure-skip-verify: a demo',
  ],
  [
    'with several rules',
    clientWith({ comment: '# promsec-ignore: inline-secret, insecure-skip-verify a demo' }),
    '5 insecure-skip-verify: a demo',
  ],
  [
    'on its last day',
    clientWith({ comment: '# promsec-ignore: insecure-skip-verify a demo until 2026-11-20' }),
    '5 insecure-skip-verify: a demo',
  ],
];

test.each(effective)('an ignore comment counts %s', (_, files, ignored) => {
  expect(outcomeOf(files)).toMatchObject({ found: [], ignored: [ignored] });
});

test('the last day ends at midnight in UTC', () => {
  const files = clientWith({ comment: '# promsec-ignore: insecure-skip-verify a demo until 2026-11-20' });
  expect(outcomeOf(files, {}, new Date('2026-11-20T23:59:59.999Z')).found).toEqual([]);
  expect(outcomeOf(files, {}, new Date('2026-11-21T00:00:00Z')).found).toEqual(['5 insecure-skip-verify error']);
});

test('a comment past its date is named by the finding, and is not unused', () => {
  const files = clientWith({ above: '# promsec-ignore: insecure-skip-verify a demo until 2026-11-19' });
  expect(outcomeOf(files)).toMatchObject({
    found: ['5 insecure-skip-verify error'],
    ignored: [],
    related: ['4 the date of this ignore comment is past, so it no longer counts'],
  });
});

test('a comment until a day that does not exist does not count, and says so', () => {
  const files = clientWith({ comment: '# promsec-ignore: insecure-skip-verify a demo until 2027-02-30' });
  expect(outcomeOf(files)).toMatchObject({
    found: ['5 insecure-skip-verify error'],
    related: ['5 the date of this ignore comment is none, so it does not count; write it as 2027-01-31'],
  });
});

test('a comment without a reason does not count, and is reported', () => {
  const files = clientWith({ comment: '# promsec-ignore: insecure-skip-verify' });
  expect(outcomeOf(files)).toMatchObject({
    found: ['5 insecure-skip-verify error', '5 ignore-without-reason warning'],
    messages: [
      expect.any(String),
      'this ignore comment gives no reason and does not count; write the rule and then why it is ignored',
    ],
  });
});

test('a comment without a rule does not count, and is reported', () => {
  const files = clientWith({ comment: '# promsec-ignore: TLS ends at the proxy' });
  expect(outcomeOf(files).messages[1]).toBe(
    'this ignore comment names no rule and does not count; write the rule and then why it is ignored',
  );
});

test('a rule that does not exist is reported with the near name, at its own place', () => {
  const files = clientWith({ comment: '# promsec-ignore: insecure-skip-verfy a demo' });
  expect(outcomeOf(files)).toMatchObject({
    found: ['5 insecure-skip-verify error', '5 unused-ignore note'],
    messages: [expect.any(String), 'there is no rule insecure-skip-verfy; did you mean insecure-skip-verify?'],
  });
});

test('one rule that exists beside one that does not is ignored all the same', () => {
  const files = clientWith({ comment: '# promsec-ignore: insecure-skip-verify, tls a demo' });
  expect(outcomeOf(files)).toMatchObject({
    found: ['5 unused-ignore note'],
    ignored: ['5 insecure-skip-verify: a demo'],
    messages: ['there is no rule tls; did you mean tls-config-ignored?'],
  });
});

const unused = clientWith({ above: '# promsec-ignore: inline-secret a demo' });

test('a comment that matches nothing is unused', () => {
  expect(outcomeOf(unused)).toMatchObject({
    found: ['4 unused-ignore note', '5 insecure-skip-verify error'],
    messages: ['no finding of inline-secret is left here; remove the ignore comment', expect.any(String)],
  });
});

test.each<[string, Partial<Configuration>]>([
  ['is off', { rules: { 'inline-secret': 'off' } }],
  ['is off in the file', { overrides: [{ files: new GlobSet(['*.yml']), rules: { 'inline-secret': 'off' } }] }],
])('a comment for a rule that %s is left alone', (_, settings) => {
  expect(outcomeOf(unused, settings).found).toEqual(['5 insecure-skip-verify error']);
});

test('unused comments are not reported where that is off', () => {
  expect(outcomeOf(unused, { rules: { 'unused-ignore': 'off' } }).found).toEqual(['5 insecure-skip-verify error']);
});

test('a comment for a rule that did not run is left alone', () => {
  const rules = [{ ...inlineSecret, isPedantic: true }];
  const foundWith = (pedantic: boolean): readonly string[] => {
    const configuration = { ...DEFAULT_CONFIGURATION, pedantic };
    return lint({ files: exampleTree(unused), configuration, now: NOW, rules }).findings.map(({ ruleId }) => ruleId);
  };
  expect(foundWith(false)).toEqual([]);
  expect(foundWith(true)).toEqual(['unused-ignore']);
});

test('a string that looks like a comment ignores nothing', () => {
  const text = `scrape_configs:
  - job_name: "node # promsec-ignore: insecure-skip-verify a demo"
    tls_config: { insecure_skip_verify: true, server_name: ' # promsec-ignore: insecure-skip-verify a demo' }
`;
  expect(outcomeOf({ 'prometheus.yml': text }).found).toEqual(['3 insecure-skip-verify error']);
});

test('a comment in a file with the line breaks of Windows counts', () => {
  const [path = '', text = ''] =
    Object.entries(clientWith({ above: '# promsec-ignore: insecure-skip-verify a demo' }))[0] ?? [];
  expect(outcomeOf({ [path]: text.replaceAll('\n', '\r\n') })).toMatchObject({
    found: [],
    ignored: [expect.any(String)],
  });
});

test('comments stacked above a line count each for its own rule', () => {
  const text = `scrape_configs:
  - job_name: node
    # promsec-ignore: insecure-skip-verify the lab
    # as agreed with the owners
    # promsec-ignore: inline-secret the public demo password
    basic_auth: { username: u, password: s3cr3t-of-the-demo }
    tls_config:
      # promsec-ignore: insecure-skip-verify the lab
      # promsec-ignore: missing-ca-file the lab
      insecure_skip_verify: true
`;
  expect(outcomeOf({ 'prometheus.yml': text })).toMatchObject({
    found: ['3 unused-ignore note', '9 unused-ignore note'],
    ignored: ['6 inline-secret: the public demo password', '10 insecure-skip-verify: the lab'],
  });
});

test('in a PEM file a comment above the block counts for it', () => {
  const bare = { 'certs/web.pem': EXPIRED_CERTIFICATE };
  const rule = outcomeOf(bare).found[0]?.split(' ')[1] ?? '';
  expect(rule).toBe('certificate-expired');
  const files = { 'certs/web.pem': `# promsec-ignore: ${rule} kept for the tests\n${EXPIRED_CERTIFICATE}` };
  expect(outcomeOf(files)).toMatchObject({ found: [], ignored: [`2 ${rule}: kept for the tests`] });
});
