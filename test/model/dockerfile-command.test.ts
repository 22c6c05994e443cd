import { expect, test } from '@jest/globals';
import { reportOn } from '../linted.ts';
import { commandLinesOf, mountsOf, sketchesOf } from './command-sketch.ts';
import { pathsIn } from './mount-sketch.ts';

const ROWS: readonly (readonly [name: string, text: string, sketches: readonly (readonly string[])[]])[] = [
  [
    'a list',
    'FROM prom/prometheus:v3.5.0\nCMD ["--config.file=a.yml", "--web.enable-admin-api"]\n',
    [
      [
        'image of "Dockerfile": prometheus',
        'config.file=a.yml <- "--config.file=a.yml"',
        'web.enable-admin-api <- "--web.enable-admin-api"',
      ],
    ],
  ],
  [
    'a command of a shell, over several lines',
    'FROM alpine\nCMD prometheus \\\n  # where it is\n  --config.file=a.yml\n',
    [['image of "Dockerfile": prometheus', 'config.file=a.yml <- --config.file=a.yml']],
  ],
  [
    'an entry point and its arguments',
    'FROM alpine\nENTRYPOINT ["/bin/alertmanager"]\ncmd ["--config.file=a.yml"]\n',
    [['image of "Dockerfile": alertmanager', 'config.file=a.yml <- "--config.file=a.yml"']],
  ],
  [
    'the last stage',
    'FROM prom/prometheus AS old\nCMD ["--config.file=a.yml"]\nFROM --platform=linux/arm64 prom/prometheus\nCMD ["--config.file=b.yml"]\n',
    [['image of "Dockerfile": prometheus', 'config.file=b.yml <- "--config.file=b.yml"']],
  ],
  ['the command of the image', 'FROM quay.io/prometheus/prometheus:v3.5.0\n', [['image of "Dockerfile": prometheus']]],
  ['another program', 'FROM nginx\nCMD ["--config.file=a.yml"]\n', []],
  ['nothing before an image', 'CMD ["prometheus", "--config.file=a.yml"]\n', []],
];

test.each(ROWS)('Dockerfile: %s', (_, text, sketches) => {
  expect(sketchesOf('a/Dockerfile', text)).toEqual(sketches);
});

const COPIES: readonly (readonly [line: string, mounts: Readonly<Record<string, string>>])[] = [
  ['COPY p.yml /etc/p.yml', { '/etc/p.yml': 'a/p.yml' }],
  ['ADD p.yml /etc/', { '/etc/p.yml': 'a/p.yml' }],
  ['COPY --chown=nobody p.yml web.yml /etc', { '/etc/p.yml': 'a/p.yml', '/etc/web.yml': 'a/web.yml' }],
  ['COPY certs /etc/certs/', { '/etc/certs': 'a/certs' }],
  ['COPY . /etc', { '/etc': 'a' }],
  ['COPY ["p q.yml", "/etc/p.yml"]', { '/etc/p.yml': 'a/p q.yml' }],
  ['COPY --from=build /p.yml /etc/p.yml', { '/etc/p.yml': '-' }],
  ['ADD https://example.org/p.yml /etc/p.yml', { '/etc/p.yml': '-' }],
  ['COPY $CONFIG /etc/p.yml', { '/etc/p.yml': '-' }],
  ['COPY ../../p.yml /etc/p.yml', { '/etc/p.yml': '-' }],
  ['COPY p.yml $HOME/', {}],
  ['COPY p.yml conf/', {}],
];

test.each(COPIES)('Dockerfile: %s', (line, mounts) => {
  const lines = commandLinesOf('a/Dockerfile', `FROM prom/prometheus\n${line}\n`);
  expect(lines.map(mountsOf)).toEqual([mounts]);
});

const JOB = 'scrape_configs: [{job_name: a, tls_config: {ca_file: /etc/prometheus/certs/a.pem}}]\n';

test('a path in a prometheus.yml that is copied into an image leads to what is copied there', () => {
  const dockerfile =
    'FROM prom/prometheus\nCOPY p.yml /etc/prometheus/prometheus.yml\nCOPY certs /etc/prometheus/certs/\n';
  const files = { 'a/Dockerfile': dockerfile, 'a/p.yml': JOB };
  expect(pathsIn({ ...files, 'a/certs/a.pem': '' })).toEqual(['/etc/prometheus/certs/a.pem: a/certs/a.pem']);
  expect(pathsIn({ ...files, 'a/certs/b.pem': '' })).toEqual(['/etc/prometheus/certs/a.pem: ?']);
});

test('a Dockerfile that starts another program is nobody\u2019s document', () => {
  const [other, own] = ['FROM node\nCMD ["node", "--config.file=a"]\n', 'FROM prom/prometheus\n'].map(
    text => reportOn({ Dockerfile: text }).files.documents,
  );
  expect([other, own]).toEqual([{}, { dockerfile: 1 }]);
});
