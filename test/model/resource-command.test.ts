import { expect, test } from '@jest/globals';
import { sketchesOf } from './command-sketch.ts';

type Row = readonly [name: string, path: string, text: string, sketches: readonly (readonly string[])[]];

const HEAD = 'apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: k8s}\nspec:\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostNetwork: true\n  containers:\n';
const CRON =
  'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n';

const ROWS: readonly Row[] = [
  [
    'the switches of a resource',
    'a.yaml',
    `${HEAD}  enableAdminAPI: true\n  enableRemoteWriteReceiver: false\n  listenLocal: true\n  web: {tlsConfig: {}}\n`,
    [
      [
        'Prometheus "k8s": prometheus',
        'web.enable-admin-api <- enableAdminAPI: true',
        'web.listen-address=127.0.0.1:9090 <- listenLocal: true',
        'web.config.file <- tlsConfig',
      ],
    ],
  ],
  [
    'a switch whose value an alias gives it',
    'a.yaml',
    `${HEAD}  paused: &on true\n  enableAdminAPI: *on\n`,
    [['Prometheus "k8s": prometheus', 'web.enable-admin-api <- enableAdminAPI']],
  ],
  [
    'its arguments, and those of its container',
    'a.yaml',
    `${HEAD}  additionalArgs: [{name: web.cors.origin, value: a}]\n  containers: [{name: prometheus, args: [--web.enable-admin-api]}, {name: b, args: [--c]}]\n`,
    [
      [
        'Prometheus "k8s": prometheus',
        'web.cors.origin=a <- web.cors.origin',
        'web.enable-admin-api <- --web.enable-admin-api',
      ],
    ],
  ],
  [
    'the values of kube-prometheus-stack',
    'values.yaml',
    'prometheus:\n  prometheusSpec:\n    enableOTLPReceiver: true\n',
    [['prometheusSpec: prometheus', 'web.enable-otlp-receiver <- enableOTLPReceiver: true']],
  ],
  [
    'the values of the chart prometheus, in three spellings',
    'values.yaml',
    'server:\n  extraFlags: [web.enable-admin-api]\n  extraArgs: {web.cors.origin: a}\n  defaultFlagsOverride: [--web.config.file=a]\n',
    [
      [
        'server of the chart: prometheus',
        'web.enable-admin-api <- web.enable-admin-api',
        'web.cors.origin=a <- web.cors.origin: a',
        'web.config.file=a <- --web.config.file=a',
      ],
    ],
  ],
  ['the server of another chart', 'values.yaml', 'server:\n  extraArgs: [--insecure]\n  host: web.example\n', []],
  [
    'a container of a pod',
    'a.yaml',
    `${POD}  - {name: p, image: prom/prometheus, args: [--web.enable-admin-api, --config.file=$(A)]}\n`,
    [
      [
        'container "p" of Pod "a": prometheus, published',
        'web.enable-admin-api <- --web.enable-admin-api',
        'config.file=($(A)) <- --config.file=$(A)',
      ],
    ],
  ],
  [
    'a container of a cron job, by its command',
    'a.yaml',
    `${CRON}          - {name: p, image: tools, command: [/bin/prometheus], args: [--config.file=a]}\n`,
    [['container "p" of CronJob "a": prometheus', 'config.file=a <- --config.file=a']],
  ],
  ['another container', 'a.yaml', `${POD}  - {name: p, image: tools, args: [--web.enable-admin-api]}\n`, []],
];

test.each(ROWS)('it starts a server: %s', (_name, path, text, sketches) => {
  expect(sketchesOf(path, text)).toEqual(sketches);
});
