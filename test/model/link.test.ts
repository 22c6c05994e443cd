import { expect, test } from '@jest/globals';
import type { Texts } from '../marks.ts';
import { linksIn, type CommandSketch } from './link-sketch.ts';

const JOB = `scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: [localhost:9090]
`;
const WEB = 'tls_server_config: {cert_file: server.pem, key_file: server.key}\n';
const FILES = { 'monitoring/prometheus.yml': JOB, 'monitoring/web.yml': WEB };
const BOTH = '--config.file=/etc/prometheus/prometheus.yml --web.config.file=/etc/prometheus/web.yml';
const MOUNTS = { '/etc/prometheus': 'monitoring' };
const LINK = ['scrape_configs[prometheus] -> monitoring/web.yml'];

const linked: readonly (readonly [string, CommandSketch, Texts?, Readonly<Record<string, string>>?])[] = [
  ['a mounted folder', { flags: BOTH, mounts: MOUNTS }],
  [
    'two mounted files',
    {
      flags: BOTH,
      mounts: {
        '/etc/prometheus/prometheus.yml': 'monitoring/prometheus.yml',
        '/etc/prometheus/web.yml': 'monitoring/web.yml',
      },
    },
  ],
  [
    'a mounted file above a mounted folder',
    {
      flags: '--config.file=/etc/prometheus/prometheus.yml --web.config.file=/etc/prometheus/web/web.yml',
      mounts: { '/etc/prometheus': 'monitoring', '/etc/prometheus/web': 'monitoring' },
    },
  ],
  [
    'paths below the folder of a script',
    { flags: '--config.file=prometheus.yml --web.config.file=./web.yml', folder: 'monitoring' },
  ],
  ['path mappings', { flags: BOTH, dialect: 'helm-values' }, FILES, { '/etc/prometheus': 'monitoring' }],
  ['the only folder with files of both names', { flags: BOTH }],
  [
    'the only folder with files of both names, though another has one of them',
    { flags: BOTH },
    { ...FILES, 'old/prometheus.yml': JOB, 'exporter/web.yml': WEB },
  ],
  ['more flags that may come', { flags: `${BOTH} --web.listen-address=:9090`, isPartial: true }],
];

test('a job is linked by files of both names in the root of the repository', () => {
  const files = { 'prometheus.yml': JOB, 'web.yml': WEB };
  expect(linksIn(files, [{ flags: BOTH }])).toEqual(['scrape_configs[prometheus] -> web.yml']);
});

test.each(linked)('a job is linked by %s', (_, command, files = FILES, pathMappings = {}) => {
  expect(linksIn(files, [command], pathMappings)).toEqual(LINK);
});

const guessed: readonly (readonly [string, readonly CommandSketch[], Texts?])[] = [
  ['there is no command line', []],
  ['the command line is that of another program', [{ flags: BOTH, mounts: MOUNTS, program: 'other' }]],
  ['no flag names the web configuration', [{ flags: '--config.file=/etc/prometheus/prometheus.yml', mounts: MOUNTS }]],
  ['no flag names the configuration', [{ flags: '--web.config.file=/etc/prometheus/web.yml', mounts: MOUNTS }]],
  ['a flag is a template', [{ flags: BOTH.replace('/etc/prometheus/web.yml', '{{.web}}'), mounts: MOUNTS }]],
  ['a flag comes twice', [{ flags: `${BOTH} --web.config.file=/etc/prometheus/other.yml`, mounts: MOUNTS }]],
  ['a mount leads to a file that is not there', [{ flags: BOTH, mounts: { '/etc/prometheus': 'production' } }]],
  [
    'one of the two is mounted and nothing is said of the other',
    [{ flags: BOTH, mounts: { '/etc/prometheus/prometheus.yml': 'monitoring/prometheus.yml' } }],
  ],
  [
    'two folders have files of both names',
    [{ flags: BOTH }],
    { ...FILES, 'staging/prometheus.yml': JOB, 'staging/web.yml': WEB },
  ],
  [
    'the files are in different folders of the machine',
    [{ flags: BOTH.replace('/etc/prometheus/web.yml', '/etc/web.yml') }],
  ],
  ['nothing says where relative paths start', [{ flags: '--config.file=prometheus.yml --web.config.file=web.yml' }]],
  [
    'a relative path leaves the repository',
    [{ flags: '--config.file=prometheus.yml --web.config.file=../../web.yml', folder: 'monitoring' }],
  ],
  [
    'another command line gives the same configuration no web configuration',
    [
      { flags: BOTH, mounts: MOUNTS },
      { flags: '--config.file=prometheus.yml', folder: 'monitoring' },
    ],
  ],
  [
    'another command line gives the only configuration of that name no web configuration',
    [{ flags: BOTH }, { flags: '--config.file=/etc/prometheus/prometheus.yml' }],
  ],
  [
    'another command line gives the same configuration another web configuration',
    [
      { flags: BOTH, mounts: MOUNTS },
      { flags: BOTH, mounts: { ...MOUNTS, '/etc/prometheus/web.yml': 'monitoring/web-open.yml' } },
    ],
    { ...FILES, 'monitoring/web-open.yml': WEB },
  ],
  [
    'another compose file of the folder has the same service',
    [
      { flags: BOTH, mounts: MOUNTS },
      { flags: '--config.file=/etc/other.yml', file: 'compose.override.yml' },
    ],
  ],
  [
    'the web configuration has a key twice',
    [{ flags: BOTH, mounts: MOUNTS }],
    { ...FILES, 'monitoring/web.yml': WEB + WEB },
  ],
  [
    'two jobs have the same name',
    [{ flags: BOTH, mounts: MOUNTS }],
    {
      ...FILES,
      'monitoring/prometheus.yml': JOB + JOB.slice(JOB.indexOf('\n') + 1),
    },
  ],
];

test.each(guessed)('there is no link where %s', (_, commands, files = FILES) => {
  expect(linksIn(files, commands)).toEqual([]);
});

const NO_PORT = BOTH;
const targets: readonly (readonly [target: string, flags: string, isLinked: boolean])[] = [
  ['localhost:9090', NO_PORT, true],
  ['127.0.0.1:9090', NO_PORT, true],
  ['"[::1]:9090"', NO_PORT, true],
  ['prometheus:9090', NO_PORT, true],
  ['prometheus-2:9090', NO_PORT, false],
  ['prometheus.example.com:9090', NO_PORT, false],
  ['localhost', NO_PORT, false],
  ['localhost:9091', NO_PORT, false],
  ['localhost:9091', `${BOTH} --web.listen-address=0.0.0.0:9091`, true],
  ['localhost:9091', `${BOTH} --web.listen-address=:9090 --web.listen-address=:9091`, true],
  ['localhost:9090', `${BOTH} --web.listen-address=:9091`, false],
  ['localhost:9090', `${BOTH} --web.listen-address={{.listen}}`, false],
  ['localhost:9090', `${BOTH} --web.listen-address=127.0.0.1:9090`, true],
  ['localhost:9090', `${BOTH} --web.listen-address=10.0.0.7:9090`, false],
  ['10.0.0.7:9090', `${BOTH} --web.listen-address=10.0.0.7:9090`, true],
  ['"{{ .host }}:9090"', NO_PORT, false],
];

test.each(targets)('the target %s of a server with %s is the server itself: %s', (target, flags, isLinked) => {
  const files = { ...FILES, 'monitoring/prometheus.yml': JOB.replace('localhost:9090', target) };
  expect(linksIn(files, [{ flags, mounts: MOUNTS }])).toEqual(isLinked ? LINK : []);
});

test('the port is not known where other flags may come', () => {
  expect(linksIn(FILES, [{ flags: BOTH, mounts: MOUNTS, isPartial: true }])).toEqual([]);
});

test('the name of a service means itself in a compose file alone', () => {
  const files = { ...FILES, 'monitoring/prometheus.yml': JOB.replace('localhost', 'prometheus') };
  expect(linksIn(files, [{ flags: BOTH, mounts: MOUNTS, dialect: 'helm-values' }])).toEqual([]);
});

const detours: readonly (readonly [string, string])[] = [
  ['a relabeling of the address', 'relabel_configs: [{target_label: __address__, replacement: "proxy:80"}]'],
  ['a relabeling of the scheme', 'relabel_configs: [{target_label: __scheme__, replacement: https}]'],
  ['a relabeling that may drop it', 'relabel_configs: [{action: keep, source_labels: [job], regex: node}]'],
  ['a proxy', 'proxy_url: http://proxy.example.com:3128'],
  ['the proxy of the environment', 'proxy_from_environment: true'],
  ['a templated key', '"{{ .more }}": true'],
];

test.each(detours)('there is no link of a job with %s', (_, line) => {
  const files = { ...FILES, 'monitoring/prometheus.yml': `${JOB}    ${line}\n` };
  expect(linksIn(files, [{ flags: BOTH, mounts: MOUNTS }])).toEqual([]);
});

test('a target with a label that Prometheus takes for an address is none', () => {
  const files = { ...FILES, 'monitoring/prometheus.yml': `${JOB}        labels: {__address__: "other:9090"}\n` };
  expect(linksIn(files, [{ flags: BOTH, mounts: MOUNTS }])).toEqual([]);
});

test('a relabeling that only gives it another label leaves a target where it is', () => {
  const line = 'relabel_configs: [{target_label: instance, replacement: prometheus}]';
  const files = { ...FILES, 'monitoring/prometheus.yml': `${JOB}    ${line}\n` };
  expect(linksIn(files, [{ flags: BOTH, mounts: MOUNTS }])).toEqual(LINK);
});
