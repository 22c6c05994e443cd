import { expect, test } from '@jest/globals';
import { readConfiguration } from '../../src/policy/configuration-file.ts';
import { rangeOf } from '../../src/report/position.ts';
import { SourceFile } from '../../src/text/source.ts';

function mistakesIn(text: string): readonly string[] {
  const reading = readConfiguration(new SourceFile('.promsec.yml', text));
  if ('configuration' in reading) return [];
  return reading.mistakes.map(({ at, message }) => {
    const { line, column } = rangeOf(at);
    return `${line}:${column}: ${message}`;
  });
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly want: string;
}

const cases: readonly Case[] = [
  {
    name: 'an empty file',
    text: '',
    want: '1:1: the configuration is no mapping; start it with version: 1',
  },
  {
    name: 'a file of comments',
    text: '# later\n',
    want: '1:1: the configuration is no mapping; start it with version: 1',
  },
  { name: 'a list', text: '- version: 1', want: '1:1: the configuration is no mapping; start it with version: 1' },
  { name: 'no version', text: 'pedantic: true', want: '1:1: version is missing; start with version: 1' },
  {
    name: 'another version',
    text: 'version: 2',
    want: '1:10: version has a value that it does not take; use 1',
  },
  {
    name: 'the version in quotes',
    text: 'version: "1"',
    want: '1:10: version has a value that it does not take; write 1 without quotes',
  },
  {
    name: 'an unknown key near one',
    text: 'version: 1\nexpiry-day: 3',
    want: '2:1: there is no key "expiry-day"; did you mean expiry-days?',
  },
  {
    name: 'an unknown key near none',
    text: 'version: 1\nbcrypt: { cost: 12 }',
    want: '2:11: there is no key "cost"; remove it, or use one of min-cost, max-cost',
  },
  {
    name: 'a rule that is spelt wrongly',
    text: 'version: 1\nrules:\n  insecure-skip-verfy: off',
    want: '3:3: there is no rule "insecure-skip-verfy"; did you mean insecure-skip-verify?',
  },
  {
    name: 'a rule that is spelt wrongly in an override',
    text: 'version: 1\noverrides:\n  - files: [dev/**]\n    rules: { inline-secrets: note }',
    want: '4:14: there is no rule "inline-secrets"; did you mean inline-secret?',
  },
  {
    name: 'a level that begins one',
    text: 'version: 1\nrules: { inline-secret: warn }',
    want: '2:25: rules.inline-secret has a value that it does not take; did you mean warning?',
  },
  {
    name: 'a boolean where a level belongs',
    text: 'version: 1\nrules: { inline-secret: false }',
    want: '2:25: rules.inline-secret has a value that it does not take; use off, note, warning, error',
  },
  {
    name: 'a level with a capital',
    text: 'version: 1\nfail-on: Error',
    want: '2:10: fail-on has a value that it does not take; did you mean error?',
  },
  {
    name: 'a boolean as YAML 1.1 has it',
    text: 'version: 1\npedantic: yes',
    want: '2:11: pedantic has to be true or false',
  },
  {
    name: 'a boolean in quotes',
    text: "version: 1\npedantic: 'true'",
    want: '2:11: pedantic has to be true or false, without quotes',
  },
  { name: 'half a day', text: 'version: 1\nexpiry-days: 1.5', want: '2:14: expiry-days has to be a whole number' },
  {
    name: 'days before today',
    text: 'version: 1\nexpiry-days: -1',
    want: '2:14: expiry-days is too small; use 0 or more',
  },
  {
    name: 'a cost that bcrypt does not have',
    text: 'version: 1\nbcrypt: { max-cost: 32 }',
    want: '2:21: bcrypt.max-cost is too large; use 31 or less',
  },
  {
    name: 'costs that exclude each other',
    text: 'version: 1\nbcrypt:\n  min-cost: 15\n',
    want: '3:3: bcrypt.min-cost 15 is above max-cost 14, so that no hash could pass; lower it',
  },
  { name: 'a text where a list belongs', text: 'version: 1\nexclude: dev/**', want: '2:10: exclude has to be a list' },
  {
    name: 'a section without a value',
    text: 'version: 1\nrules:\npedantic: true',
    want: '2:7: rules has to be a mapping',
  },
  {
    name: 'an empty glob',
    text: 'version: 1\nexclude:\n  - ""',
    want: '3:5: exclude[0] is empty; fill it in or remove it',
  },
  {
    name: 'a glob from the root of the disk',
    text: 'version: 1\nexclude: [dev/**, /test/**]',
    want: '2:19: exclude[1] begins with / or !; write a glob from the top of the repository, and only of what is meant',
  },
  {
    name: 'a negated glob',
    text: 'version: 1\nexclude: ["!dev/keep/**"]',
    want: '2:11: exclude[0] begins with / or !; write a glob from the top of the repository, and only of what is meant',
  },
  {
    name: 'an override without files',
    text: 'version: 1\noverrides:\n  - rules: { inline-secret: off }',
    want: '3:5: files is missing in overrides[0]',
  },
  {
    name: 'an override of no file',
    text: 'version: 1\noverrides:\n  - files: []\n    rules: {}',
    want: '3:12: overrides[0].files is empty; fill it in or remove it',
  },
  {
    name: 'a server without a certificate',
    text: 'version: 1\nservers: { "a/b~c:9100": "" }',
    want: '2:26: servers["a/b~c:9100"] is empty; fill it in or remove it',
  },
  {
    name: 'a version of nobody',
    text: 'version: 1\nprometheus-version: 2.39',
    want: '2:21: prometheus-version is no version of Prometheus that is known; write one from 2.40 on, such as 3.5, current or any',
  },
  {
    name: 'a key twice',
    text: 'version: 1\npedantic: true\npedantic: false',
    want: '3:1: "pedantic" is set twice; keep one',
  },
  {
    name: 'a rule twice',
    text: 'version: 1\nrules:\n  inline-secret: off\n  inline-secret: error',
    want: '4:3: "inline-secret" is set twice; keep one',
  },
  {
    name: 'a second document',
    text: 'version: 1\n---\npedantic: true',
    want: '2:1: a second document begins here; keep one',
  },
  {
    name: 'a key that would move the cursor',
    text: 'version: 1\n"\\e[2J\\n::error::x": 1',
    want: `2:1: there is no key "[2J ::error::x"; remove it, or use one of ${allKeys()}`,
  },
  {
    name: 'a key of every object',
    text: 'version: 1\n__proto__: { pedantic: true }',
    want: `2:1: there is no key "__proto__"; remove it, or use one of ${allKeys()}`,
  },
];

function allKeys(): string {
  return 'version, rules, expiry-days, ca-expiry-days, bcrypt, private-domains, include, exclude, pedantic, fail-on, no-files, overrides, path-mappings, servers, prometheus-version, baseline';
}

test.each(cases)('$name is one mistake at its place', ({ text, want }) => {
  expect(mistakesIn(text)).toEqual([want]);
});

test('what is no YAML is said where it breaks, and why, but never quoted', () => {
  expect(mistakesIn('version: 1\nfail-on: "never\n')).toEqual([
    expect.stringMatching(/^2:16: this is no YAML: a quote.*; mend it$/),
  ]);
  expect(mistakesIn('version: 1\nrules: @s3cr3t\n').join('')).not.toContain('s3cr3t');
});

test('all mistakes are said, in the order of the file', () => {
  const text = `version: 3
rules: { inline-secret: loud }
excludes: []
pedantic: on
pedantic: off
`;
  expect(mistakesIn(text).map(line => line.split(';')[0])).toEqual([
    '1:10: version has a value that it does not take',
    '2:25: rules.inline-secret has a value that it does not take',
    '3:1: there is no key "excludes"',
    '5:1: "pedantic" is set twice',
    '5:11: pedantic has to be true or false',
  ]);
});

test('a mistake behind an alias stands where the value is written', () => {
  const text = 'version: 1\nrules: &levels\n  inline-secret: none\noverrides: [{ files: [a], rules: *levels }]';
  expect(mistakesIn(text).map(line => line.split(' ')[0])).toEqual(['3:18:', '3:18:']);
});
