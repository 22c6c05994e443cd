import { expect, test } from '@jest/globals';
import { makeCertificate, newKeyPair } from '../certificates.ts';
import { CLEAN, INSECURE, WEAK } from './documents.ts';
import type { Contents } from './folder.ts';
import { checkoutOf, findingsOf, pullRequestWith, reportIn, runOn, type Commit } from './git/pull-request.ts';

/** A job whose target is verified with a CA of the repository. */
const VERIFIED = `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      server_name: node.example.org
    static_configs:
      - targets: ['10.0.0.1:9100']
`;
const UNVERIFIED = VERIFIED.replace(/ {4}tls_config:\n.*\n.*\n/, '');
const TWO_JOBS = `${INSECURE}  - job_name: db
    tls_config:
      insecure_skip_verify: true
`;
const DB_FIRST = `scrape_configs:
  - job_name: db
    tls_config:
      insecure_skip_verify: true
  - job_name: node
    tls_config:
      insecure_skip_verify: true
`;
const FLOW = `# reformatted
scrape_configs: [{ job_name: node,
  tls_config: { insecure_skip_verify: true } }]
`;
const CHART = { 'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' };
const TEMPLATE = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: app }
spec:
  endpoints:
    - port: web
      scheme: https
      tlsConfig:
        insecureSkipVerify: {{ .Values.skip }}
`;
const LIFE = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
const CA = makeCertificate({ commonName: 'Test CA', isAuthority: true, ...LIFE }).pem;
const NODE = makeCertificate({ names: ['node.example.org'], ...LIFE });
const OTHER = makeCertificate({ names: ['other.example.org'], key: newKeyPair('rsa'), ...LIFE });

interface Row {
  readonly what: string;
  readonly base: Contents;
  readonly changes: readonly Commit[];
  readonly brought?: readonly string[];
  readonly existing?: readonly string[];
  readonly fixed?: number;
}

const rows: readonly Row[] = [
  {
    what: 'a finding in a new file is new',
    base: { 'a/prometheus.yml': INSECURE },
    changes: [{ files: { 'b/prometheus.yml': INSECURE } }],
    brought: ['b/prometheus.yml:4 insecure-skip-verify'],
    existing: ['a/prometheus.yml:4 insecure-skip-verify'],
  },
  {
    what: 'a finding that the base has is none',
    base: { 'prometheus.yml': INSECURE },
    changes: [{ files: { 'prometheus.yml': `# a comment\n${INSECURE}` } }],
    existing: ['prometheus.yml:5 insecure-skip-verify'],
  },
  {
    what: 'a finding that goes is fixed',
    base: { 'prometheus.yml': INSECURE },
    changes: [{ files: { 'prometheus.yml': CLEAN } }],
    fixed: 1,
  },
  {
    what: 'what is moved within a file is not new',
    base: { 'prometheus.yml': TWO_JOBS },
    changes: [{ files: { 'prometheus.yml': DB_FIRST } }],
    existing: ['prometheus.yml:4 insecure-skip-verify', 'prometheus.yml:7 insecure-skip-verify'],
  },
  {
    what: 'what is moved to another file is not new',
    base: { 'eu/prometheus.yml': TWO_JOBS, 'us/prometheus.yml': CLEAN.replace('node', 'web') },
    changes: [{ files: { 'eu/prometheus.yml': CLEAN, 'us/prometheus.yml': DB_FIRST.replace('node', 'web') } }],
    brought: ['us/prometheus.yml:7 insecure-skip-verify'],
    existing: ['us/prometheus.yml:4 insecure-skip-verify'],
    fixed: 1,
  },
  {
    what: 'what is copied is new where it is copied to',
    base: { 'eu/prometheus.yml': INSECURE },
    changes: [{ files: { 'us/prometheus.yml': INSECURE } }],
    brought: ['us/prometheus.yml:4 insecure-skip-verify'],
    existing: ['eu/prometheus.yml:4 insecure-skip-verify'],
  },
  {
    what: 'what is written in another way is not new',
    base: { 'prometheus.yml': INSECURE },
    changes: [{ files: { 'prometheus.yml': FLOW } }],
    existing: ['prometheus.yml:3 insecure-skip-verify'],
  },
  {
    what: 'what is renamed is not new',
    base: { 'old name/prometheus.yml': INSECURE },
    changes: [{ renames: { 'old name': 'größe' } }],
    existing: ['größe/prometheus.yml:4 insecure-skip-verify'],
  },
  {
    what: 'what is renamed and changed is new where it is other than before',
    base: { 'a.yml': `${TWO_JOBS}# ${'long enough to be seen as the same file '.repeat(9)}\n` },
    changes: [
      { renames: { 'a.yml': 'b.yml' } },
      {
        files: {
          'b.yml': `${TWO_JOBS.replace(': db', ': web')}# ${'long enough to be seen as the same file '.repeat(9)}\n`,
        },
      },
    ],
    brought: ['b.yml:7 insecure-skip-verify'],
    existing: ['b.yml:4 insecure-skip-verify'],
    fixed: 1,
  },
  {
    what: 'a second one of the same kind in a file is new',
    base: { 'prometheus.yml': INSECURE },
    changes: [
      {
        files: { 'prometheus.yml': `${INSECURE}  - { tls_config: { insecure_skip_verify: true }, job_name: node }\n` },
      },
    ],
    brought: ['prometheus.yml:5 insecure-skip-verify', 'prometheus.yml:5 invalid-value'],
    existing: ['prometheus.yml:4 insecure-skip-verify'],
  },
  {
    what: 'settings that are deleted make a finding on a line that is unchanged',
    base: { 'prometheus.yml': VERIFIED, 'certs/ca.pem': CA },
    changes: [{ files: { 'prometheus.yml': UNVERIFIED } }],
    brought: ['prometheus.yml:3 missing-ca-file'],
  },
  {
    what: 'a certificate that is deleted makes a finding in another file',
    base: { 'prometheus.yml': VERIFIED, 'certs/ca.pem': CA, 'certs/other.pem': CA },
    changes: [{ files: { 'certs/ca.pem': null } }],
    brought: ['prometheus.yml:5 missing-file'],
  },
  {
    what: 'defaults of a chart that change make a finding of a template that does not',
    base: { ...CHART, 'chart/values.yaml': 'skip: false\n', 'chart/templates/monitor.yaml': TEMPLATE },
    changes: [{ files: { 'chart/values.yaml': 'skip: true\n' } }],
    brought: ['chart/values.yaml:1 insecure-skip-verify'],
    fixed: 1,
  },
  {
    what: 'a value that is changed and as bad as before is not new',
    base: { 'web.yml': WEAK },
    changes: [{ files: { 'web.yml': WEAK.replace('ops: $2y$04', 'ops: $2y$05') } }],
    existing: ['web.yml:2 weak-bcrypt-cost'],
  },
  {
    what: 'what becomes worse is new',
    base: { 'tls/node.key': NODE.encryptedKeyPem },
    changes: [{ files: { 'tls/node.key': NODE.keyPem } }],
    brought: ['tls/node.key:1 private-key-committed'],
    fixed: 1,
  },
  {
    what: 'another key elsewhere is new, also where one is taken away',
    base: { 'a/node.key': NODE.keyPem },
    changes: [{ files: { 'a/node.key': null, 'b/other.key': OTHER.keyPem } }],
    brought: ['b/other.key:1 private-key-committed'],
    fixed: 1,
  },
  {
    what: 'a key that is moved with its folder is not new',
    base: { 'a/node.key': NODE.keyPem },
    changes: [{ renames: { a: 'b' } }],
    existing: ['b/node.key:1 private-key-committed'],
  },
  {
    what: 'an ignore comment that is taken away brings what it hid',
    base: { 'prometheus.yml': INSECURE.replace('true', 'true # promsec-ignore: insecure-skip-verify the lab') },
    changes: [{ files: { 'prometheus.yml': INSECURE } }],
    brought: ['prometheus.yml:4 insecure-skip-verify'],
  },
  {
    what: 'the base is judged with the configuration of the head',
    base: { 'prometheus.yml': INSECURE, '.promsec.yml': 'version: 1\nrules: { insecure-skip-verify: off }\n' },
    changes: [{ files: { '.promsec.yml': 'version: 1\n' } }],
    existing: ['prometheus.yml:4 insecure-skip-verify'],
  },
  {
    what: 'a file that becomes a link is gone',
    base: { 'a/prometheus.yml': INSECURE },
    changes: [{ files: { 'a/prometheus.yml': null }, links: { 'a/prometheus.yml': '../elsewhere.yml' } }],
    fixed: 1,
  },
];

for (const { what, base, changes, brought = [], existing = [], fixed = 0 } of rows) {
  test(what, async () => {
    const pullRequest = pullRequestWith(base, changes);
    const report = await reportIn(checkoutOf(pullRequest.origin, pullRequest.merge, 2), runOn(pullRequest));
    expect({
      brought: findingsOf(report, 'new'),
      existing: findingsOf(report, 'existing'),
      fixed: report.comparison?.fixed,
    }).toEqual({ brought, existing, fixed });
  });
}
