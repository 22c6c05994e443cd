import { expect, test } from '@jest/globals';
import { commandLinesOf, mountsOf, sketchesOf } from './command-sketch.ts';

const ROWS: readonly (readonly [name: string, service: string, sketches: readonly (readonly string[])[]])[] = [
  [
    'a list',
    'image: prom/prometheus\n    command:\n      - --config.file=a.yml\n      - "--web.enable-admin-api"',
    [
      [
        'service "metrics": prometheus',
        'config.file=a.yml <- --config.file=a.yml',
        'web.enable-admin-api <- "--web.enable-admin-api"',
      ],
    ],
  ],
  [
    'a string, split as a shell does',
    'image: quay.io/prometheus/alertmanager:v0.28.1@sha256:ab\n    command: --config.file a.yml "--web.external-url=a b"',
    [
      [
        'service "metrics": alertmanager',
        'config.file=a.yml <- --config.file',
        'web.external-url=a b <- "--web.external-url=a b"',
      ],
    ],
  ],
  [
    'a folded string',
    'image: prom/prometheus\n    command: >\n      --web.enable-lifecycle\n      --config.file=a.yml',
    [
      [
        'service "metrics": prometheus',
        'web.enable-lifecycle <- --web.enable-lifecycle',
        'config.file=a.yml <- --config.file=a.yml',
      ],
    ],
  ],
  [
    'an entry point, which says what the image does not',
    'image: tools:3\n    entrypoint: [/bin/prometheus]\n    command: [--config.file=a.yml]',
    [['service "metrics": prometheus', 'config.file=a.yml <- --config.file=a.yml']],
  ],
  [
    'a script of a shell',
    'image: prom/prometheus\n    entrypoint: [sh, -c, "sleep 1; exec prometheus --config.file=$$A --web.enable-admin-api"]',
    [
      [
        'service "metrics": prometheus',
        'config.file=($$A) <- --config.file=$$A',
        'web.enable-admin-api <- --web.enable-admin-api',
      ],
    ],
  ],
  [
    'two dollars for one, and a variable in a value',
    "image: prom/prometheus\n    command: ['--web.cors.origin=^a$$', '--config.file=${A}']",
    [
      [
        'service "metrics": prometheus',
        "web.cors.origin=^a$ <- '--web.cors.origin=^a$$'",
        "config.file=(${A}) <- '--config.file=${A}'",
      ],
    ],
  ],
  [
    'two dollars for one before a letter, which is no variable',
    "image: prom/prometheus\n    command: ['--web.page-title=a$$b']",
    [['service "metrics": prometheus', "web.page-title=a$b <- '--web.page-title=a$$b'"]],
  ],
  [
    'a variable that may be any flags',
    'image: prom/prometheus\n    command: --config.file=a.yml $FLAGS',
    [['service "metrics": prometheus, partial', 'config.file=a.yml <- --config.file=a.yml']],
  ],
  [
    'a variable that is the value of the flag before it',
    'image: prom/prometheus\n    command: --config.file $FILE',
    [['service "metrics": prometheus', 'config.file=($FILE) <- --config.file']],
  ],
  ['another program', 'image: tools/gateway\n    command: --config.file=a.yml', []],
  ['a service without instances', 'image: prom/prometheus\n    scale: 0\n    command: --config.file=a.yml', []],
];

test.each(ROWS)('compose: %s', (_name, service, sketches) => {
  expect(sketchesOf('compose.yaml', `services:\n  metrics:\n    ${service}\n`)).toEqual(sketches);
});

const PORTS: readonly (readonly [ports: string, isPublished: boolean])[] = [
  ['["9090:9090"]', true],
  ['["9090"]', true],
  ['["0.0.0.0:80:9090/tcp"]', true],
  ['[{target: 9090, published: 80}]', true],
  ['[{target: 9090, published: 80, host_ip: 127.0.0.1}]', false],
  ['["127.0.0.1:9090:9090"]', false],
  ['["localhost:9090:9090"]', false],
  ['["[::1]:9090:9090"]', false],
  ['["${BIND}:9090:9090"]', false],
  ['["9090:8080"]', false],
];

test.each(PORTS)('the ports %s open it to other machines: %s', (ports, isPublished) => {
  const text = `services:\n  a:\n    image: prom/prometheus\n    command: --config.file=a.yml\n    ports: ${ports}\n`;
  expect(commandLinesOf('compose.yaml', text).map(line => line.isPublished === true)).toEqual([isPublished]);
});

test('on the network of the host it is open, whatever is published', () => {
  const text = `services:\n  a:\n    image: prom/prometheus\n    command: --config.file=a.yml\n    network_mode: MODE\n`;
  const isPublished = (mode: string): readonly boolean[] =>
    commandLinesOf('compose.yaml', text.replace('MODE', mode)).map(line => line.isPublished === true);
  expect(['host', 'bridge'].map(isPublished)).toEqual([[true], [false]]);
});

test('paths of a container lead to the files of volumes, configs and secrets', () => {
  const text = `services:
  a:
    image: prom/prometheus
    command: --config.file=/etc/prometheus/prometheus.yml
    volumes:
      - ./prometheus/:/etc/prometheus/:ro
      - ../certs:/certs
      - \${PWD}/rules:/rules
      - \${RULES:-./rules}:/more-rules:ro
      - metrics:/prometheus
      - /srv/web.yml:/web.yml
      - { type: bind, source: ./targets, target: /targets }
    configs:
      - web
      - { source: web, target: /etc/web.yml }
    secrets: [key]
configs: { web: { file: ./web.yml } }
secrets: { key: { file: key.txt } }
`;
  expect(commandLinesOf('deploy/compose.yaml', text).map(mountsOf)).toEqual([
    {
      '/etc/prometheus': 'deploy/prometheus',
      '/certs': 'certs',
      '/rules': 'deploy/rules',
      '/more-rules': 'the machine',
      '/prometheus': '-',
      '/web.yml': 'the machine',
      '/targets': 'deploy/targets',
      '/web': 'deploy/web.yml',
      '/etc/web.yml': 'deploy/web.yml',
      '/run/secrets/key': 'deploy/key.txt',
    },
  ]);
});

test('a volume that says no place in the container shows nothing', () => {
  const text = `services:
  a:
    image: prom/prometheus
    command: --config.file=/etc/prometheus/prometheus.yml
    volumes: ['', { type: bind, source: ./rules }, './prometheus:/etc/prometheus']
`;
  expect(commandLinesOf('compose.yaml', text).map(mountsOf)).toEqual([{ '/etc/prometheus': 'prometheus' }]);
});
