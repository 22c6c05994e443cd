import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { FINDINGS_SCHEMA } from '../../src/report/json-schema.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { changeSample } from './change-sample.ts';
import { reportOf, sample } from './sample.ts';

const validate = new Ajv({ allErrors: true, formats: { 'date-time': true } }).compile(FINDINGS_SCHEMA);

test.each([
  { name: 'a report with everything', report: sample },
  { name: 'a clean report', report: reportOf([]) },
  { name: 'the report on a pull request', report: changeSample },
  { name: 'a report without a base', report: reportOf([], { withoutBase: 'why' }) },
])('$name is valid against the schema', ({ report }) => {
  validate(JSON.parse(jsonReporter('1.2.3')(report)));
  expect(validate.errors).toBeNull();
});

test('the schema asks for what the contract names and allows additions', () => {
  const json: object = JSON.parse(jsonReporter('1.2.3')(sample));
  expect(validate({ ...json, added: true })).toBe(true);
  for (const key of Object.keys(json)) expect(validate({ ...json, [key]: undefined })).toBe(false);
});

test('a finding is as in the contract', () => {
  const json: { findings: object[] } = JSON.parse(jsonReporter('1.2.3')(sample));
  expect(json.findings[2]).toEqual({
    rule: 'insecure-skip-verify',
    severity: 'error',
    message: 'the server certificate is not verified; remove `insecure_skip_verify` and set `ca_file`',
    file: 'charts/values.yaml',
    line: 2,
    column: 15,
    endLine: 2,
    endColumn: 39,
    exact: true,
    subject: { path: 'scrape_configs[node].tls_config', kind: 'tls verification' },
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    state: 'new',
    related: [],
    fix: {
      title: 'verify the target',
      safe: true,
      edits: [
        {
          text: 'caFile: "ca.pem" # ##[error]',
          file: 'charts/values.yaml',
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 39,
          exact: true,
        },
      ],
    },
  });
});

test('what a run is compared with is said, and why there is nothing', () => {
  expect(JSON.parse(jsonReporter('1.2.3')(changeSample))).toMatchObject({
    comparison: {
      scope: 'new',
      base: 'HEAD^1 (1a2b3c4)',
      headCommit: '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e',
      fixed: 2,
      policyChanges: ['.promsec.yml is changed', '2 ignore comments are added in <a|b>.yml'],
      untouched: false,
    },
  });
  const { withoutBase }: { withoutBase?: string } = JSON.parse(
    jsonReporter('1.2.3')(reportOf([], { withoutBase: 'why' })),
  );
  expect(withoutBase).toBe('why');
});

test('JSON says the same with what a log would obey or hide escaped', () => {
  const value = { a: 'x ##[error]y', b: '###[', c: '\u202e\u200b\u009b\u{e0001}\ufe0f', d: ['é🔥'] };
  const text = jsonText(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).not.toMatch(/##\[|[\p{Cf}\u0080-\u009f]/u);
  expect(text).toContain('é🔥');
});
