import type { Comparison, ListedCertificate, Report } from '../../src/findings/report.ts';
import { SourceFile } from '../../src/text/source.ts';
import { findingOf, placeOf, reportOf } from './sample.ts';

const jobs = Array.from({ length: 20 }, (_, index) => `  - job_name: job-${index}\n    scheme: https\n`).join('');
const prometheus = new SourceFile(
  'deploy/prometheus (old).yml',
  `scrape_configs:\n${jobs}  - job_name: last\n    tls_config: { insecure_skip_verify: true }\n`,
);
const untouched = new SourceFile(
  'other/prometheus.yml',
  'scrape_configs:\n  - { job_name: a, tls_config: { ca_file: ca.pem } }\n',
);
const added = new SourceFile('new/web.yml', 'basic_auth_users:\n  ops: secret-of-ops\n');
const bundle = new SourceFile('certs/bundle.pem', 'leaf\nintermediate\nroot\n');
const binary = new SourceFile('certs/node|1`.der', '');

function certificateOf(
  certificate: Partial<ListedCertificate> & Pick<ListedCertificate, 'subject' | 'at'>,
): ListedCertificate {
  return {
    issuer: 'Example Root',
    kind: 'leaf',
    names: [],
    notBefore: new Date('2025-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    key: 'ECDSA P-256',
    fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
    block: 1,
    blocks: 1,
    usedBy: [],
    ...certificate,
  };
}

/** What a pull request is compared with: it is merged into a base that has three lines more at the begin of a file. */
export const comparison: Comparison = {
  scope: 'new',
  base: 'HEAD^1 (1a2b3c4)',
  headCommit: '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e',
  changes: new Map([
    [prometheus.path, { path: prometheus.path, lines: [{ start: 8, end: 9 }], deletedAfter: [], isWhole: false }],
    [added.path, { path: added.path, lines: [], deletedAfter: [], isWhole: true }],
  ]),
  shifts: new Map([[prometheus.path, [{ start: 4, offset: -3 }]]]),
  fixed: 2,
  policyChanges: ['.promsec.yml is changed', '2 ignore comments are added in <a|b>.yml'],
  isUntouched: false,
};

/** The report on a pull request, with certificates. */
export const changeSample: Report = reportOf(
  [
    findingOf({ at: placeOf(prometheus, 'insecure_skip_verify: true') }),
    findingOf({
      at: placeOf(prometheus, 'job-3'),
      rule: 'missing-ca-file',
      severity: 'warning',
      message: 'nothing says which authority is trusted; set `ca_file`',
    }),
    findingOf({
      at: placeOf(added, 'secret-of-ops'),
      rule: 'invalid-bcrypt-hash',
      message: 'this is no bcrypt hash',
      related: [{ at: placeOf(prometheus, 'job-9'), message: 'it logs in' }],
    }),
    findingOf({
      at: placeOf(untouched, 'ca.pem'),
      rule: 'missing-file',
      message: 'the file ca.pem is gone; bring it back',
    }),
    findingOf({
      at: placeOf(untouched, 'job_name: a'),
      rule: 'missing-ca-file',
      severity: 'warning',
      state: 'existing',
    }),
  ],
  {
    comparison,
    certificates: [
      certificateOf({
        subject: 'click me:*.example.com; %%{init}%% `x`',
        names: ['*.example.com', 'a.example.com', 'b.example.com', 'c.example.com', 'd.example.com'],
        notAfter: new Date('2026-11-01T00:00:00Z'),
        at: bundle.span(0, 4),
        blocks: 3,
        usedBy: [{ field: 'scrape_configs[a].tls_config.ca_file', at: placeOf(untouched, 'ca.pem') }],
      }),
      certificateOf({ subject: 'node1', notAfter: new Date('2026-11-20T18:00:00Z'), at: binary.span(0, 0) }),
      certificateOf({
        subject: 'node2',
        notAfter: new Date('2027-01-30T18:00:00Z'),
        at: bundle.span(5, 17),
        block: 2,
        blocks: 3,
      }),
      certificateOf({
        subject: 'Example Root',
        kind: 'root',
        key: 'RSA 4096',
        notAfter: new Date('2036-01-01T00:00:00Z'),
        at: bundle.span(18, 22),
        block: 3,
        blocks: 3,
      }),
    ],
    secrets: [placeOf(added, 'secret-of-ops')],
  },
);
