import type { Finding, Fix, Related, Severity } from '../../src/findings/finding.ts';
import { fingerprintOf } from '../../src/findings/fingerprint.ts';
import type { Report } from '../../src/findings/report.ts';
import { SourceFile } from '../../src/text/source.ts';
import type { Span } from '../../src/text/source.ts';

/** The place of `needle` in `file`. Throws where it is not there exactly once. */
export function placeOf(file: SourceFile, needle: string): Span {
  const start = file.text.indexOf(needle);
  if (start === -1 || file.text.includes(needle, start + 1)) throw new Error(`${file.path}: not once: ${needle}`);
  return file.span(start, start + needle.length);
}

/** What of a finding a test has to say; the rest follows from it. */
interface FindingSketch {
  readonly at: Span;
  readonly rule?: string;
  readonly severity?: Severity;
  readonly message?: string;
  readonly related?: readonly Related[];
  readonly state?: Finding['state'];
  readonly fix?: Fix;
}

/** A finding of `insecure-skip-verify`, or as the sketch says. */
export function findingOf({ at, rule = 'insecure-skip-verify', severity = 'error', ...rest }: FindingSketch): Finding {
  const subject = { path: 'scrape_configs[node].tls_config', kind: 'tls verification' };
  return {
    at,
    subject,
    ruleId: rule,
    severity,
    message: 'the server certificate is not verified; remove `insecure_skip_verify` and set `ca_file`',
    related: [],
    state: 'new',
    fingerprint: fingerprintOf(rule, subject),
    ...rest,
  };
}

/** A report of these findings and nothing else, with each rule they name. */
export function reportOf(findings: readonly Finding[], rest: Partial<Report> = {}): Report {
  const severities = new Map(findings.map(finding => [finding.ruleId, finding.severity]));
  return {
    findings,
    ignored: [],
    unread: [],
    rules: [...severities].map(([id, severity]) => ({
      id,
      severity,
      summary: `What ${id} says in a line`,
      explanation: `Why **${id}** matters.\n\nWhat to do about it.`,
    })),
    files: { seen: 1, documents: { prometheus: 1 } },
    certificates: [],
    secrets: [],
    now: new Date('2026-11-20T12:00:00Z'),
    ...rest,
  };
}

const prometheus = new SourceFile(
  'monitoring/prometheus.yml',
  `scrape_configs:
  - { job_name: "nœud 東京 🔥", tls_config: { insecure_skip_verify: true } }
  - job_name: ingress
    basic_auth: { username: admin, password: "pä55🔑correct-horse" } # rotated in 2024
    tls_config:
      server_name: ingress.example.com
      ca_file: certs/old-ca.pem
    static_configs: [ { targets: [ "203.0.113.7:443" ] } ]
  # promsec-ignore: insecure-skip-verify the appliance has no certificate
  - { job_name: appliance, tls_config: { insecure_skip_verify: yes } }
`,
);
const web = new SourceFile(
  'monitoring/web.yml',
  'basic_auth_users:\r\n  alice: battery-staple-1984\r\n  bob: $2y$04$abcdefghijklmnopqrstuuZ4Cq0cYkB7a1o2pN5x6mQeW8dR3tVhS\r\n',
);
const values = new SourceFile('charts/values.yaml', 'serviceMonitor:\n\ttlsConfig: {\tinsecureSkipVerify: true }\n');
const hostile = new SourceFile(
  'odd dir/#1, 100%|<b>@team:x.yml',
  `::error::pwned: { insecure_skip_verify: true } # ##[error]pwned by \u202e\u2066gnp\u2069\u001b[31m \`|<img>\`
plain: { insecure_skip_verify: on } #\u200b#[set-output name=passed]true
`,
);
const dashboard = new SourceFile(
  'dashboards/one-line.yml',
  `scrape_configs: [ ${Array.from({ length: 40 }, (_, index) => `{ job_name: job-${index}, scheme: http }, `).join('')}{ bearer_token: "eyJhbGciOiJIUzI1NiJ9.a-token-among-others", tls_config: { insecure_skip_verify: True } }, ${'{ scheme: http }, '.repeat(40)}]`,
);
const key = new SourceFile(
  'certs/server-key.pem',
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----\n',
);
const ca = new SourceFile(
  'certs/old-ca.pem',
  '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----\n',
);
const unfinished = new SourceFile('rules/unfinished.yml', 'scrape_configs:\n  - job_name: node\n    tls_config: {');
const encoded = new SourceFile('k8s/secret.yaml', 'kind: Secret\ndata:\n  prometheus.yaml: c2NyYXBlX2NvbmZpZ3M6IFtd\n');

const insecure = 'insecure-skip-verify';

/** One report with all that is hard to print, its findings sorted by file, place and rule. */
export const sample: Report = {
  findings: [
    findingOf({
      at: placeOf(ca, ca.text.trimEnd()),
      rule: 'certificate-expired',
      message: 'the certificate expired on 2026-01-31; replace it',
      related: [{ at: placeOf(prometheus, 'certs/old-ca.pem'), message: 'it is trusted [here](x)' }],
    }),
    findingOf({
      at: placeOf(key, key.text),
      rule: 'private-key-committed',
      message: 'a private key is committed without encryption; remove it and issue a new one',
    }),
    findingOf({
      at: placeOf(values, 'insecureSkipVerify: true'),
      fix: {
        title: 'verify the target',
        edits: [{ at: placeOf(values, 'insecureSkipVerify: true'), text: 'caFile: "ca.pem" # ##[error]' }],
        isSafe: true,
      },
    }),
    findingOf({
      at: placeOf(dashboard, '"eyJhbGciOiJIUzI1NiJ9.a-token-among-others"'),
      rule: 'inline-secret',
      message: 'the token stands in the file; use `bearer_token_file`',
    }),
    findingOf({ at: placeOf(dashboard, 'insecure_skip_verify: True') }),
    findingOf({
      at: { ...placeOf(encoded, 'c2NyYXBlX2NvbmZpZ3M6IFtd'), exact: false },
      rule: 'missing-ca-file',
      severity: 'warning',
      message: 'nothing says which authority is trusted; set `ca_file`',
      state: 'existing',
    }),
    findingOf({ at: placeOf(prometheus, 'insecure_skip_verify: true') }),
    findingOf({
      at: placeOf(prometheus, 'pä55🔑correct-horse'),
      rule: 'inline-secret',
      message: 'the password stands in the file; use `password_file`',
      related: [{ at: placeOf(prometheus, 'username: admin'), message: 'the user it belongs to' }],
    }),
    findingOf({
      at: placeOf(prometheus, 'tls_config:\n      server_name: ingress.example.com\n      ca_file: certs/old-ca.pem\n'),
      rule: 'missing-ca-file',
      severity: 'warning',
      message: 'the authority that is trusted has expired; set `ca_file` to its successor',
    }),
    findingOf({
      at: placeOf(web, 'battery-staple-1984'),
      rule: 'invalid-bcrypt-hash',
      message: 'this is no bcrypt hash',
    }),
    findingOf({
      at: placeOf(web, '$2y$04$abcdefghijklmnopqrstuuZ4Cq0cYkB7a1o2pN5x6mQeW8dR3tVhS'),
      rule: 'weak-bcrypt-cost',
      severity: 'warning',
      message: 'a cost of 4 is quickly tried out; hash the password again with a cost of 10 or more',
    }),
    findingOf({
      at: placeOf(hostile, 'insecure_skip_verify: true'),
      message: 'job `::error::100%,\n##[error]@all #7 <b>|` is not verified',
    }),
    findingOf({ at: placeOf(hostile, 'insecure_skip_verify: on') }),
    findingOf({
      at: unfinished.span(unfinished.text.length, unfinished.text.length),
      rule: 'unreadable-file',
      severity: 'note',
      message: 'the mapping is not closed; mend the file',
    }),
  ],
  ignored: [
    {
      finding: findingOf({ at: placeOf(prometheus, 'insecure_skip_verify: yes') }),
      reason: 'the appliance has no certificate',
      at: placeOf(prometheus, '# promsec-ignore: insecure-skip-verify the appliance has no certificate'),
    },
  ],
  unread: [
    { path: 'big/crds.yaml', reason: 'larger than 64 MiB' },
    { path: 'big/more\u001b[2J.yaml', reason: 'larger than 64 MiB' },
    { path: 'odd/utf7.yml', reason: 'an encoding that is not read' },
  ],
  rules: (
    [
      ['certificate-expired', 'error'],
      ['inline-secret', 'error'],
      [insecure, 'error'],
      ['invalid-bcrypt-hash', 'error'],
      ['missing-ca-file', 'warning'],
      ['private-key-committed', 'error'],
      ['unreadable-file', 'note'],
      ['weak-bcrypt-cost', 'warning'],
    ] as const
  ).map(([id, severity]) => ({
    id,
    severity,
    summary: `What ${id} says in a line`,
    explanation: `Why **${id}** matters.\n\nWhat to do about it.`,
  })),
  certificates: [],
  files: { seen: 120, documents: { certificate: 1, 'helm-values': 1, prometheus: 4, web: 1 } },
  secrets: [
    placeOf(prometheus, 'pä55🔑correct-horse'),
    placeOf(web, 'battery-staple-1984'),
    placeOf(web, '$2y$04$abcdefghijklmnopqrstuuZ4Cq0cYkB7a1o2pN5x6mQeW8dR3tVhS'),
    placeOf(dashboard, 'eyJhbGciOiJIUzI1NiJ9.a-token-among-others'),
    placeOf(key, key.text),
    placeOf(encoded, 'c2NyYXBlX2NvbmZpZ3M6IFtd'),
  ],
  now: new Date('2026-11-20T12:00:00Z'),
};
