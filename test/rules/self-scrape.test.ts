import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW, type HashMatch } from '../../src/rules/rule.ts';
import { missingClientCertificate } from '../../src/rules/missing-client-certificate.ts';
import { selfScrapeMismatch } from '../../src/rules/self-scrape-mismatch.ts';
import { wrongScrapePassword } from '../../src/rules/wrong-scrape-password.ts';
import { treeOf } from '../tree.ts';

const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [./prometheus:/etc/prometheus:ro]
`;
const RULES = [missingClientCertificate, selfScrapeMismatch, wrongScrapePassword];
const TLS = 'tls_server_config: {cert_file: server.pem, key_file: server.key}\n';
const DEMANDING = TLS.replace('}', ', client_auth_type: RequireAndVerifyClientCert, client_ca_file: ca.pem}');
const CA = 'tls_config: {ca_file: ca.pem}';

/** What the rules say of jobs, each written as its settings, and a server. */
function messagesFor(web: string, jobs: readonly string[], matchesHash?: HashMatch): readonly string[] {
  const items = jobs.map((job, index) => {
    const lines = [`job_name: job-${index}`, ...job.split('\n'), 'static_configs: [{targets: ["localhost:9090"]}]'];
    return `  - ${lines.filter(line => line !== '').join('\n    ')}\n`;
  });
  const files = treeOf({
    'compose.yml': COMPOSE,
    'prometheus/prometheus.yml': `scrape_configs:\n${items.join('')}`,
    'prometheus/web.yml': web,
  });
  const configuration = DEFAULT_CONFIGURATION;
  const report = lint({ files, configuration, now: EXAMPLE_NOW, rules: RULES, ...(matchesHash && { matchesHash }) });
  return report.findings.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const HASH = '$2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS';
const USERS = `${TLS}basic_auth_users: {scraper: ${HASH}}\n`;

const refused: readonly (readonly [what: string, web: string, job: string, message: string])[] = [
  ['plain http of a server with TLS', TLS, '', 'server returned HTTP status 400 Bad Request'],
  [
    'https of a server without TLS',
    `${TLS.slice(0, 18)} {}\n`,
    `scheme: https\n${CA}`,
    'http: server gave HTTP response to HTTPS client',
  ],
  ['no credentials of a server with users', USERS, `scheme: https\n${CA}`, '401 Unauthorized'],
  ['no certificate of a server that demands one', DEMANDING, `scheme: https\n${CA}`, 'tls: certificate required'],
  [
    'no certificate of a server that demands any',
    DEMANDING.replace('RequireAndVerifyClientCert', 'RequireAnyClientCert'),
    'scheme: https',
    'tls: certificate required',
  ],
  ['a user that the server has not', USERS, `scheme: https\n${CA}\nbasic_auth: {username: other}`, 'logs in as other'],
];

test.each(refused)('%s is one problem, with what Prometheus says', (_, web, job, message) => {
  expect(messagesFor(web, [job])).toEqual([expect.stringContaining(message)]);
});

const fine: readonly (readonly [what: string, web: string, job: string])[] = [
  ['https of a server with TLS', TLS, `scheme: https\n${CA}`],
  ['http of a server without TLS', 'http_server_config: {http2: false}\n', ''],
  ['a scheme that a template decides', TLS, 'scheme: "{{ scheme }}"'],
  ['a token for a server with users', USERS, `scheme: https\n${CA}\nauthorization: {credentials_file: token}`],
  [
    'a user whose password is elsewhere',
    USERS,
    `scheme: https\n${CA}\nbasic_auth: {username: scraper, password_file: /run/password}`,
  ],
  [
    'a user with a name from a file',
    USERS,
    `scheme: https\n${CA}\nbasic_auth: {username_file: user, password_file: password}`,
  ],
  [
    'a certificate for a server that demands one',
    DEMANDING,
    'scheme: https\ntls_config: {cert_file: a.pem, key_file: a.key}',
  ],
  [
    'no certificate for a server that asks for one',
    DEMANDING.replace('RequireAndVerifyClientCert', 'VerifyClientCertIfGiven'),
    `scheme: https\n${CA}`,
  ],
  [
    'users of whom a template may be one',
    `${TLS}basic_auth_users: {"{{ user }}": ${HASH}}\n`,
    `scheme: https\n${CA}\nbasic_auth: {username: other}`,
  ],
];

test.each(fine)('%s is no problem', (_, web, job) => {
  expect(messagesFor(web, [job])).toEqual([]);
});

/** A job that logs in with a password. */
function jobWith(password: string): string {
  return `scheme: https\n${CA}\nbasic_auth: {username: scraper, password: ${password}}`;
}

describe('a password', () => {
  test('is wrong where the hash is not made of it, and is not shown', () => {
    const [message = '', ...others] = messagesFor(USERS, [jobWith('Curlew-Fen-33')], () => false);
    expect(others).toEqual([]);
    expect(message).toContain('401 Unauthorized');
    expect(message).not.toContain('Curlew');
    expect(message).not.toContain('$2y$');
  });

  test('is right where the hash is made of it', () => {
    expect(messagesFor(USERS, [jobWith('Curlew-Fen-33')], () => true)).toEqual([]);
  });

  test('is not judged where nobody can compare', () => {
    expect(messagesFor(USERS, [jobWith('Curlew-Fen-33')])).toEqual([]);
  });

  const hashes: readonly (readonly [what: string, hash: string, isCompared: boolean])[] = [
    ['of cost 12', HASH, true],
    ['of cost 13', HASH.replace('$12$', '$13$'), false],
    ['of cost 4', HASH.replace('$12$', '$04$'), true],
    ['of another version', HASH.replace('$2y', '$2x'), false],
    ['with stray bits in its salt', HASH.replace('stuu', 'stuv'), false],
    ['with something behind it', `${HASH}/`, false],
  ];

  test.each(hashes)('is compared with a hash %s: %s %s', (_, hash, isCompared) => {
    const messages = messagesFor(USERS.replace(HASH, hash), [jobWith('Curlew-Fen-33')], () => false);
    expect(messages.length).toBe(isCompared ? 1 : 0);
  });

  test.each(['"${PASSWORD}"', '"{{ password }}"', 'changeme', '"<secret>"', '""'])(
    'is not compared where it reads %s',
    text => {
      expect(messagesFor(USERS, [jobWith(text)], () => false)).toEqual([]);
    },
  );

  test('is compared once with a hash, and in a run at most 20 are', () => {
    const compared: string[] = [];
    const matches: HashMatch = password => {
      compared.push(password);
      return false;
    };
    const jobs = Array.from({ length: 25 }, (_, index) => jobWith(`Curlew-Fen-${index}`));
    expect(messagesFor(USERS, [...jobs, ...jobs], matches).length).toBe(40);
    expect(compared.length).toBe(20);
  });
});
