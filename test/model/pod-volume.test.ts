import { expect, test } from '@jest/globals';
import { commandLinesOf, mountsOf } from './command-sketch.ts';
import { pathsIn } from './mount-sketch.ts';

/** A Deployment of Prometheus whose containers have such mounts and volumes, in JSON. */
function deployment(volumeMounts: readonly object[], volumes: readonly object[], metadata: object = {}): string {
  const args = ['--config.file=/etc/prometheus/prometheus.yml'];
  const containers = [{ name: 'prometheus', image: 'prom/prometheus', args, volumeMounts }];
  const spec = { template: { spec: { containers, volumes } } };
  return JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'p', ...metadata }, spec });
}

const VOLUMES: readonly (readonly [name: string, mount: object, volume: object, expected: string])[] = [
  ['a ConfigMap', {}, { configMap: { name: 'c' } }, 'ConfigMap c'],
  ['a Secret', {}, { secret: { secretName: 's', optional: true } }, 'Secret s optional'],
  ['some of its entries', {}, { secret: { secretName: 's', items: [{ key: 'k', path: 'a/b' }] } }, 'Secret s a/b=k'],
  ['a part of a volume', { subPath: 'k' }, { configMap: { name: 'c' } }, 'ConfigMap c/k'],
  [
    'several objects in one',
    {},
    { projected: { sources: [{ configMap: { name: 'c' } }, { secret: { name: 's' } }, { downwardAPI: {} }] } },
    'ConfigMap c + Secret s',
  ],
  ['a path of the node', {}, { hostPath: { path: '/srv' } }, 'the machine'],
  ['an empty folder', {}, { emptyDir: {} }, '-'],
  ['a claim', {}, { persistentVolumeClaim: { claimName: 'c' } }, '-'],
  ['a part that a variable names', { subPathExpr: '$(POD)' }, { configMap: { name: 'c' } }, '-'],
  ['an object that a template names', {}, { configMap: { name: '{{ .Release.Name }}' } }, '-'],
];

test.each(VOLUMES)('a Pod mounts %s', (_, mount, volume, expected) => {
  const text = deployment([{ name: 'v', mountPath: '/v/', ...mount }], [{ name: 'v', ...volume }]);
  expect(commandLinesOf('p.yaml', text).map(mountsOf)).toEqual([{ '/v': expected }]);
});

test('a mount without its volume is filled by what is laid over the Pod', () => {
  const text = deployment([{ name: 'v', mountPath: '/v' }], []);
  expect(commandLinesOf('p.yaml', text).map(mountsOf)).toEqual([{ '/v': '-' }]);
});

const CONFIG = { name: 'config', mountPath: '/etc/prometheus' };
const OF_CONFIG = { name: 'config', configMap: { name: 'prometheus' } };
const PASSWORD = { name: 'password', mountPath: '/p' };

/** What `/p/password` leads to in the prometheus.yml of a ConfigMap beside a Deployment and other resources. */
function leadsTo(
  volume: object,
  others: readonly string[],
  mount: object = PASSWORD,
  metadata: object = {},
  ofConfig: object = {},
): string {
  const job = 'scrape_configs: [{job_name: a, basic_auth: {username: a, password_file: /p/password}}]\n';
  const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'prometheus', ...ofConfig } };
  const entry = JSON.stringify({ ...config, data: { 'prometheus.yml': job } });
  const pod = deployment([CONFIG, mount], [OF_CONFIG, { name: 'password', ...volume }], metadata);
  const [found = ''] = pathsIn({ 'a/all.yaml': [entry, pod, ...others].join('\n---\n') });
  return found.replace('/p/password: ', '');
}

function secret(entries: object, metadata: object = {}): string {
  const all = { name: 'scrape', ...metadata };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: all, stringData: entries });
}

const SCRAPE = { secret: { secretName: 'scrape' } };
const HUNTER = secret({ password: 'hunter2' });
const ROWS: readonly (readonly [name: string, volume: object, others: readonly string[], expected: string])[] = [
  ['the entry of a Secret', SCRAPE, [HUNTER], 'hunter2'],
  [
    'an entry under another path',
    { secret: { secretName: 'scrape', items: [{ key: 'a', path: 'password' }] } },
    [secret({ a: 'b' })],
    'b',
  ],
  [
    'nothing where the volume leaves it out',
    { secret: { secretName: 'scrape', items: [{ key: 'password', path: 'b' }] } },
    [HUNTER],
    '?',
  ],
  ['a key that is missing', SCRAPE, [secret({ user: 'a' })], 'no password in scrape'],
  [
    'nothing where an optional Secret lacks the key',
    { secret: { secretName: 'scrape', optional: true } },
    [secret({ user: 'a' })],
    '?',
  ],
  ['nothing where no Secret is committed', SCRAPE, [], '?'],
  [
    'nothing where two may be meant',
    SCRAPE,
    [secret({ password: 'a' }, { namespace: 'x' }), secret({ password: 'b' }, { namespace: 'y' })],
    '?',
  ],
  [
    'the one that a projected volume has',
    { projected: { sources: [{ secret: { name: 'other' } }, { secret: { name: 'scrape' } }] } },
    [HUNTER],
    'hunter2',
  ],
];

test.each(ROWS)('a path below a mount leads to %s', (_, volume, others, expected) => {
  expect(leadsTo(volume, others)).toBe(expected);
});

test('the namespace of the Pod tells which Secret is meant', () => {
  const others = ['x', 'y'].map(namespace => secret({ password: namespace }, { namespace }));
  expect(leadsTo(SCRAPE, others, PASSWORD, { namespace: 'y' })).toBe('y');
});

test('a namespace of the Pod that a template says may be that of any object', () => {
  const metadata = { namespace: '{{ .Release.Namespace }}' };
  expect(leadsTo(SCRAPE, [HUNTER], PASSWORD, metadata, { namespace: 'x' })).toBe('hunter2');
  expect(leadsTo(SCRAPE, [HUNTER], PASSWORD, { namespace: 'y' }, { namespace: 'x' })).toBe('?');
});

test('a single file is mounted by its path in the volume', () => {
  const mount = { name: 'password', mountPath: '/p/password', subPath: 'password' };
  expect(leadsTo(SCRAPE, [HUNTER], mount)).toBe('hunter2');
  expect(leadsTo(SCRAPE, [HUNTER], { ...mount, subPath: 'elsewhere' })).toBe('no elsewhere in scrape');
});
