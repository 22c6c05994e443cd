import { expect, test } from '@jest/globals';
import { candidateOf } from '../../src/documents/candidate.ts';
import { findingsIn, reportOn } from '../linted.ts';
import { documentsIn } from './sketched-documents.ts';

test.each([
  ['group_vars/all', 'yaml'],
  ['inventories/prod/group_vars/all/vault', 'yaml'],
  ['host_vars/a.yml', 'yaml'],
  ['roles/a/defaults/main', 'certificates'],
  ['group_vars/.gitkeep', undefined],
])('%s can be %s', (path, candidate) => {
  expect(candidateOf(path)).toBe(candidate);
});

const JOBS = '[{job_name: a, scheme: https, tls_config: {insecure_skip_verify: true}}]';

const CLAIMED: readonly (readonly [path: string, text: string, documents: readonly string[]])[] = [
  ['group_vars/all', `prometheus_scrape_configs: ${JOBS}\n`, ['ansible-variables [prometheus]']],
  ['host_vars/a/b.yml', `my_prometheus_remote_write: [{url: https://a}]\n`, ['ansible-variables [my_prometheus]']],
  [
    'roles/a/defaults/main.yml',
    `alertmanager_receivers: [{name: a}]\nblackbox_exporter_configuration_modules: {a: {prober: http}}\n`,
    ['ansible-variables [alertmanager] [blackbox_exporter]'],
  ],
  ['vars/Debian.yml', `node_exporter_basic_auth_users: {a: b}\n`, ['ansible-variables [node_exporter]']],
  ['values/main.yml', `prometheus_scrape_configs: ${JOBS}\n`, []],
  ['roles/a/tasks/main.yml', `prometheus_scrape_configs: ${JOBS}\n`, []],
  ['group_vars/all.yml', `promtail_scrape_configs: ${JOBS}\nscrape_configs_of_others: ${JOBS}\n`, []],
  ['group_vars/all.yml', `prometheus_scrape_configs: []\nprometheus_web_config: {}\n`, []],
  ['group_vars/all.yml', `traefik_tls: {insecure_skip_verify: true}\nbasic_auth_users: {}\n`, []],
];

test.each(CLAIMED)('in %s, %j is %j', (path, text, documents) => {
  expect(documentsIn(path, text)).toEqual(documents);
});

/** What is found in variables of a group, each as the rule and the text of its place. */
function foundIn(text: string): readonly string[] {
  const { findings } = reportOn({ 'group_vars/all.yml': text });
  return findings.map(({ ruleId, at }) => `${ruleId} ${at.file.text.slice(at.start, at.end)}`);
}

test('variables are read as the configuration that they get into', () => {
  expect(foundIn(`prometheus_scrape_configs: ${JOBS}\n`)).toEqual(['insecure-skip-verify true']);
  const target =
    'scheme: http, basic_auth: {username: a, password_file: /b}, static_configs: [{targets: [c.example.net]}]';
  expect(foundIn(`prometheus_alertmanager_config: [{${target}}]\n`)).toEqual(['plaintext-credentials http']);
  expect(
    foundIn('prometheus_web_config: {tls_server_config: {cert_file: a, key_file: b, min_version: TLS10}}\n'),
  ).toEqual(['weak-tls-version TLS10']);
  expect(
    foundIn(
      'alertmanager_slack_api_url: https://hooks.slack.com/services/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\n',
    ),
  ).toEqual(['inline-secret https://hooks.slack.com/services/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']);
});

/** The same of a user's password. */
function foundInUser(password: string): readonly string[] {
  return foundIn(`node_exporter_basic_auth_users:\n  reader: ${password}\n`);
}

test('passwords of users are secrets, since the role hashes them, and no faulty hashes', () => {
  expect(foundInUser('Siskin-5518-Alder')).toEqual(['inline-secret Siskin-5518-Alder']);
  expect(foundInUser('"{{ vault_reader }}"')).toEqual([]);
  expect(foundInUser('!vault |\n    $ANSIBLE_VAULT;1.1;AES256\n    6231\n')).toEqual([]);
  expect(foundInUser('$2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS')).toEqual([]);
});

test('nothing is concluded from what other variable files may hold, nor from what a role leaves out', () => {
  const variables = [
    'prometheus_web_config: {tls_server_config: {}, http_server_config: {}, basic_auth_users: {}}',
    'node_exporter_tls_server_config: {}',
    'node_exporter_http_server_config: {http2: true}',
    'alertmanager_receivers: [{name: a, email_configs: [{to: a@example.net}]}]',
    'alertmanager_smtp: {smarthost: mail.example.net:25}',
  ];
  expect(findingsIn({ 'roles/a/defaults/main.yml': `${variables.join('\n')}\n` })).toEqual([]);
});
