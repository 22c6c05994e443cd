import { describe, expect, test } from '@jest/globals';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import type { Texts } from '../marks.ts';
import { handshakesIn } from './handshake-sketch.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const ca = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('CA'), ...DATES });
const node = makeCertificate({ commonName: 'node', names: ['node'], key: seededKeyPair('node'), issuer: ca, ...DATES });

const JOB = `scrape_configs:
  - job_name: node
    scheme: https
    tls_config: { ca_file: certs/ca.pem }
    static_configs:
      - targets: [NODE]
`;
const WEB = 'tls_server_config: { cert_file: node.pem, key_file: node.key }\n';
const CERTIFICATES = { 'prometheus/certs/ca.pem': ca.pem, 'node/node.pem': node.pem };
const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml]
    volumes: ['./prometheus:/etc/prometheus:ro']
  node:
    image: quay.io/prometheus/node-exporter:v1.9.0
    command: [--web.config.file=/etc/node/web.yml]
    volumes: ['./node:/etc/node:ro']
`;

const FILES: Texts = {
  'compose.yml': COMPOSE,
  'prometheus/prometheus.yml': JOB.replace('NODE', 'node:9100'),
  'node/web.yml': WEB,
  ...CERTIFICATES,
};
const FOUND = 'serves node to CA, says service "node"';

describe('the certificate of a service of a compose file', () => {
  test('is served to the jobs of a service beside it', () => {
    expect(handshakesIn(FILES)).toEqual([`https://node:9100 ${FOUND}`]);
  });

  test.each([
    ['its host name', '    hostname: node1.local', 'node1.local:9100'],
    ['the name of its container', '    container_name: Node1', 'node1:9100'],
    ['an alias', '    networks: { default: { aliases: [exporter.local] } }', 'exporter.local:9100'],
  ])('is served under %s', (_, line, target) => {
    const files = {
      ...FILES,
      'compose.yml': COMPOSE.replace('  node:\n', `  node:\n${line}\n`),
      'prometheus/prometheus.yml': JOB.replace('NODE', target),
    };
    expect(handshakesIn(files)).toEqual([`https://${target} ${FOUND}`]);
  });

  test('is served on the loopback address of a network that both share', () => {
    const onHost = COMPOSE.replaceAll('    image:', '    network_mode: host\n    image:');
    const files = {
      ...FILES,
      'compose.yml': onHost,
      'prometheus/prometheus.yml': JOB.replace('NODE', 'localhost:9100'),
    };
    expect(handshakesIn(files)).toEqual([`https://localhost:9100 ${FOUND}`]);
  });

  test.each(['0.0.0.0:9100', '[::]:9100', ':9100'])('is served where it listens at %s', address => {
    const flags = `['--web.listen-address=${address}', --web`;
    expect(handshakesIn({ ...FILES, 'compose.yml': COMPOSE.replace('[--web', flags) })).toEqual([
      `https://node:9100 ${FOUND}`,
    ]);
  });

  test('is served where a flag names it', () => {
    const files = {
      ...FILES,
      'compose.yml': COMPOSE.replace(
        '    image: quay.io/prometheus/node-exporter:v1.9.0\n    command: [--web.config.file=/etc/node/web.yml]',
        '    image: oliver006/redis_exporter\n    command: [-tls-server-cert-file=/etc/node/node.pem, -tls-server-key-file=/run/key]',
      ),
      'prometheus/prometheus.yml': JOB.replace('NODE', 'node:9121'),
    };
    expect(handshakesIn(files)).toEqual([`https://node:9121 ${FOUND}`]);
  });

  test('is served where the flag has its old name', () => {
    expect(handshakesIn({ ...FILES, 'compose.yml': COMPOSE.replace('web.config.file', 'web.config') })).toEqual([
      `https://node:9100 ${FOUND}`,
    ]);
  });

  test('and that a web configuration turns on no TLS are known', () => {
    expect(handshakesIn({ ...FILES, 'node/web.yml': 'basic_auth_users: {}\n' })).toEqual([
      'https://node:9100 serves no TLS to CA, says service "node"',
    ]);
  });

  test.each<[string, Texts]>([
    ['another port', { 'prometheus/prometheus.yml': JOB.replace('NODE', 'node:9101') }],
    ['a name of nobody', { 'prometheus/prometheus.yml': JOB.replace('NODE', 'node2:9100') }],
    ['the loopback address', { 'prometheus/prometheus.yml': JOB.replace('NODE', 'localhost:9100') }],
    ['a template', { 'prometheus/prometheus.yml': JOB.replace('NODE', '"{{ node }}:9100"') }],
    [
      'a name that a variable says',
      { 'prometheus/prometheus.yml': JOB.replace('NODE', 'node:9100').replace('.pem }', '.pem, server_name: $NAME }') },
    ],
    [
      'a scheme that a variable says',
      { 'prometheus/prometheus.yml': JOB.replace('NODE', 'node:9100').replace('https', '${SCHEME}') },
    ],
    [
      'a job that relabels its target',
      {
        'prometheus/prometheus.yml': `${JOB.replace('NODE', 'node:9100')}    relabel_configs:\n      - { target_label: __address__, replacement: 'gate:443' }\n`,
      },
    ],
    [
      'a job through a proxy',
      { 'prometheus/prometheus.yml': `${JOB.replace('NODE', 'node:9100')}    proxy_url: http://gate:3128\n` },
    ],
    ['another network', { 'compose.yml': COMPOSE.replace('  node:\n', '  node:\n    networks: [other]\n') }],
    [
      'one that listens on its own loopback address',
      { 'compose.yml': COMPOSE.replace('[--web', '[--web.listen-address=127.0.0.1:9100, --web') },
    ],
    [
      'one that another compose file changes',
      {
        'compose.override.yml':
          'services:\n  node:\n    image: quay.io/prometheus/node-exporter\n    command: [--web.config.file=/etc/node/other.yml]\n    volumes: ["./node:/etc/node"]\n',
      },
    ],
    [
      'one that an override may give other volumes',
      { 'compose.override.yml': 'services: { node: { volumes: ["./other:/etc/node"] } }\n' },
    ],
    ['a configuration that nobody has committed', { 'node/web.yml': '' }],
    ['a compose file of its own', { 'compose.yml': COMPOSE.replace(/ {2}node:[^]*/, '') }],
  ])('is not known for %s', (_, files) => {
    expect(handshakesIn({ ...FILES, ...files })).toEqual([]);
  });
});

test('a file of jobs is that of the configuration that names it', () => {
  const files = {
    ...FILES,
    'prometheus/prometheus.yml': 'scrape_config_files: [node.yml]\n',
    'prometheus/node.yml': JOB.replace('NODE', 'node:9100'),
  };
  expect(handshakesIn(files)).toEqual([`https://node:9100 ${FOUND}`]);
});

describe('the configuration says what a target serves', () => {
  const files = {
    'prometheus/prometheus.yml': JOB.replace('NODE', 'Node1.internal:443, node2.internal'),
    ...CERTIFICATES,
  };

  test.each(['node1.internal:443', 'node2.internal:443', 'node2.internal'])('of %s', target => {
    expect(handshakesIn(files, { servers: { [target]: 'node/node.pem' } })).toHaveLength(1);
  });

  test.each(['node1.internal:9100', 'node3.internal:443'])('and %s is no target', target => {
    expect(handshakesIn(files, { servers: { [target]: 'node/node.pem' } })).toEqual([]);
  });

  test('by a file that is not there', () => {
    expect(handshakesIn(files, { servers: { 'node1.internal:443': 'node/node2.pem' } })).toEqual([]);
  });

  test('of remote write and Alertmanagers too', () => {
    const text = `remote_write:
  - url: https://user@[2001:db8::1]:9201/write?x=1
    tls_config: { ca_file: certs/ca.pem }
alerting:
  alertmanagers:
    - scheme: https
      static_configs: [{ targets: ['alerts:9093'] }]
`;
    const servers = { '[2001:db8::1]:9201': 'node/node.pem', 'alerts:9093': 'node/node.pem' };
    expect(handshakesIn({ ...files, 'prometheus/prometheus.yml': text }, { servers })).toEqual([
      'https://2001:db8::1:9201 serves node to CA, says servers in the configuration of promsec',
      'https://alerts:9093 serves node to system, says servers in the configuration of promsec',
    ]);
  });
});

test('a server that scrapes itself serves its own certificate', () => {
  const files = {
    'compose.yml': COMPOSE.replace('prometheus.yml]', 'prometheus.yml, --web.config.file=/etc/prometheus/web.yml]'),
    'prometheus/prometheus.yml': JOB.replace('NODE', 'localhost:9090'),
    'prometheus/web.yml': WEB,
    'prometheus/node.pem': node.pem + ca.pem,
    'prometheus/certs/ca.pem': ca.pem,
  };
  expect(handshakesIn(files)).toEqual(['https://localhost:9090 serves node, CA to CA, says its own server']);
});

function unit(command: string): string {
  return `[Service]\nExecStart=${command}\n`;
}

test('units of one machine reach each other at its loopback address', () => {
  const files = {
    'units/prometheus.service': unit('/usr/bin/prometheus --config.file=/etc/prometheus/prometheus.yml'),
    'units/node_exporter.service': unit('/usr/bin/node_exporter --web.config.file=/etc/node/web.yml'),
    'prometheus/prometheus.yml': JOB.replace('NODE', 'localhost:9100'),
    'node/web.yml': WEB,
    ...CERTIFICATES,
  };
  expect(handshakesIn(files)).toEqual(['https://localhost:9100 serves node to CA, says unit "node_exporter.service"']);
  const elsewhere = { ...files, 'prometheus/prometheus.yml': JOB.replace('NODE', 'node1.internal:9100') };
  expect(handshakesIn(elsewhere)).toEqual([]);
});
