import { expect, test } from '@jest/globals';
import { makeCertificate } from '../certificates.ts';
import { CLEAN, INSECURE } from './documents.ts';
import { checkoutOf, pullRequestWith, reportIn, runOn, type Commit } from './git/pull-request.ts';

const LIFE = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
const NODE = makeCertificate({ names: ['node.example.org'], ...LIFE });

const BASE = {
  'prometheus.yml': `scrape_configs:
  - job_name: node
    basic_auth: { username: ops, password_file: secrets/scrape-token }
    tls_config: { insecure_skip_verify: true }
`,
  'secrets/scrape-token': 'Kestrel-Moss-41\n',
  'secrets/word.txt': 'a\n',
  '.promsec.yml': 'version: 1\n',
  'app/main.go': 'package main\n',
  'app/config.yml': 'port: 80\n',
  'docs/prometheus.md': 'see main.go, insecure_skip_verify\n',
  'chart/Chart.yaml': 'name: c\n',
  'chart/values.yaml': 'a: 1\n',
  'kustomization.yaml': 'secretGenerator:\n  - name: s\n    files: [secrets/word.txt]\n',
};

const rows: readonly (readonly [what: string, isUntouched: boolean, change: Commit])[] = [
  ['a file of source code', true, { files: { 'app/main.go': 'package other\n' } }],
  ['a new file of source code', true, { files: { 'app/insecure_skip_verify.go': 'package main\n' } }],
  [
    'prose that speaks of what is ours',
    true,
    { files: { 'docs/prometheus.md': 'tls_config: insecure_skip_verify\n' } },
  ],
  ['YAML that is not ours', true, { files: { 'app/config.yml': 'port: 81\n' } }],
  ['YAML that is not ours, renamed', true, { renames: { 'app/config.yml': 'app/settings.yml' } }],
  ['nothing at all', true, {}],
  ['a document', false, { files: { 'prometheus.yml': CLEAN } }],
  ['a document by its content alone', false, { files: { 'app/config.yml': INSECURE } }],
  ['a document that is no longer one', false, { files: { 'prometheus.yml': 'a: 1\n' } }],
  ['a document that is deleted', false, { files: { 'prometheus.yml': null } }],
  ['a document that is renamed', false, { renames: { 'prometheus.yml': 'prometheus.txt' } }],
  ['a new certificate', false, { files: { 'app/node.crt': NODE.pem } }],
  ['a new certificate in DER', false, { files: { 'app/node.der': NODE.der } }],
  ['a file behind a reference', false, { files: { 'secrets/scrape-token': 'Kestrel-Moss-42\n' } }],
  ['a file behind a reference that is deleted', false, { files: { 'secrets/scrape-token': null } }],
  ['a new file of the name of a reference', false, { files: { 'elsewhere/scrape-token': 'Kestrel-Moss-42\n' } }],
  ['a file behind a generator', false, { files: { 'secrets/word.txt': 'b\n' } }],
  ['the generator itself', false, { files: { 'kustomization.yaml': 'a: 1\n' } }],
  ['the configuration of promsec', false, { files: { '.promsec.yml': 'version: 1\npedantic: true\n' } }],
  [
    'a new configuration of promsec',
    false,
    { files: { '.github/promsec.yml': 'version: 1\n' }, renames: { '.promsec.yml': 'x.yml' } },
  ],
  [
    'a rule that watches certificates',
    false,
    { files: { 'alerts/tls.rules': 'expr: probe_ssl_earliest_cert_expiry\n' } },
  ],
  ['a Service that leads to Pods', false, { files: { 'app/service.yml': 'apiVersion: v1\nkind: Service\n' } }],
  ['the defaults of a chart', false, { files: { 'chart/values.yaml': 'a: 2\n' } }],
  [
    'a workflow with the name of ours in it',
    true,
    { files: { '.github/workflows/ci.yml': 'on: push # prometheus.yml\n' } },
  ],
];

for (const [what, isUntouched, change] of rows) {
  test(`a change of ${what} ${isUntouched ? 'is done at once' : 'is judged'}`, async () => {
    const pullRequest = pullRequestWith(BASE, [change]);
    const report = await reportIn(checkoutOf(pullRequest.origin, pullRequest.merge, 2), runOn(pullRequest));
    expect(report.comparison?.isUntouched).toBe(isUntouched);
    expect(report.files.seen > 0).toBe(!isUntouched);
  });
}
