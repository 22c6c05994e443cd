import { describe, expect, test } from '@jest/globals';
import { sketchesIn } from './reference-sketch.ts';

/** A resource with a specification in flow style. */
function resource(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: b}\nspec: ${spec}\n`;
}

function inEndpoint(fields: string, apiVersion = 'monitoring.coreos.com/v1'): readonly string[] {
  return sketchesIn('a.yaml', resource(apiVersion, 'ServiceMonitor', `{endpoints: [{${fields}}]}`));
}

describe('a ServiceMonitor', () => {
  test.each([
    ['basicAuth: {username: {name: a, key: u}}', 'username | user name | Secret "a" "u"'],
    ['basicAuth: {password: {name: a, key: p}}', 'password | secret password | Secret "a" "p"'],
    ['bearerTokenSecret: {name: a, key: t}', 'bearerTokenSecret | secret bearer token | Secret "a" "t"'],
    ['authorization: {credentials: {name: a, key: t}}', 'credentials | secret token | Secret "a" "t"'],
    ['oauth2: {clientId: {secret: {name: a, key: i}}}', 'clientId.secret | client id | Secret "a" "i"'],
    ['oauth2: {clientSecret: {name: a, key: s}}', 'clientSecret | secret client secret | Secret "a" "s"'],
    ['tlsConfig: {ca: {configMap: {name: a, key: c}}}', 'ca.configMap | CA certificate | ConfigMap "a" "c"'],
    ['tlsConfig: {cert: {secret: {name: a, key: c}}}', 'cert.secret | certificate | Secret "a" "c"'],
    ['tlsConfig: {keySecret: {name: a, key: k}}', 'keySecret | secret private key | Secret "a" "k"'],
    ['proxyConnectHeader: {X-A: [{name: a, key: h}]}', 'X-A | secret header | Secret "a" "h"'],
    [
      'basicAuth: {password: {name: a, key: p, optional: true}}',
      'password | secret password | Secret "a" "p" optional',
    ],
    ['basicAuth: {password: {name: "{{ a }}", key: p}}', 'password | secret password | Secret template {{ a }} "p"'],
  ])('refers with %s', (fields, sketch) => {
    expect(inEndpoint(fields)).toEqual([sketch]);
  });

  test.each([
    ['basicAuth: {password: hunter2}'],
    ['basicAuth: {password: {name: a, key: p, more: b}}'],
    ['relabelings: [{name: a, key: b}]'],
    ['env: [{valueFrom: {secretKeyRef: {name: a, key: p}}}]'],
    ['tlsConfig: {ca: {name: a, key: c}}'],
    ['metadata: {secret: {name: a, key: c}}'],
  ])('refers to nothing with %s', fields => {
    expect(inEndpoint(fields)).toEqual([]);
  });

  test('makes Prometheus read the files that it names itself', () => {
    const fields =
      'bearerTokenFile: t, tlsConfig: {caFile: c, keyFile: k, certFile: ""}, oauth2: {tlsConfig: {caFile: d}}';
    const files = [
      'bearerTokenFile | secret bearer token | "t" from the process | of a monitor',
      'caFile | CA certificate | "c" from the process | of a monitor',
      'keyFile | secret private key | "k" from the process | of a monitor',
      'caFile | CA certificate | "d" from the process',
    ];
    expect(inEndpoint(fields)).toEqual(files);
  });

  test.each(['azmonitoring.coreos.com/v1', 'monitoring.rhobs/v1'])('of %s is no business of the operator', group => {
    expect(inEndpoint('bearerTokenFile: t', group)).toEqual([
      'bearerTokenFile | secret bearer token | "t" from the process',
    ]);
  });
});

test('no other resource, and no block of a server, is a monitor with files of its own', () => {
  const monitored = [
    resource('monitoring.coreos.com/v1', 'Prometheus', '{remoteWrite: [{bearerTokenFile: t}]}'),
    resource('monitoring.coreos.com/v1', 'PodMonitor', '{podMetricsEndpoints: [{tlsConfig: {caFile: t}}]}'),
    resource('operator.victoriametrics.com/v1beta1', 'VMServiceScrape', '{endpoints: [{bearerTokenFile: t}]}'),
  ].flatMap(text => sketchesIn('a.yaml', text));
  expect(monitored).toHaveLength(3);
  expect(monitored.filter(sketch => sketch.endsWith('of a monitor'))).toEqual([]);
});

test('the resources of VictoriaMetrics refer in both spellings', () => {
  const spec = `{remoteWrite: [{
  oauth2: {client_id: {configMap: {name: a, key: i}}, client_secret: {name: a, key: s}, client_secret_file: f},
  basicAuth: {username: {name: a, key: u}, password_file: p}, bearerTokenSecret: {name: a, key: t}}]}`;
  expect(sketchesIn('a.yaml', resource('operator.victoriametrics.com/v1beta1', 'VMAgent', spec))).toEqual([
    'bearerTokenSecret | secret bearer token | Secret "a" "t"',
    'client_secret | secret client secret | Secret "a" "s"',
    'client_secret_file | secret client secret | "f" from the process',
    'client_id.configMap | client id | ConfigMap "a" "i"',
    'username | user name | Secret "a" "u"',
    'password_file | secret password | "p" from the process',
  ]);
});

test('the resources of Google refer one level deeper, and into other namespaces', () => {
  const spec = `{endpoints: [{
  tls: {ca: {secret: {name: a, key: c}}, key: {secret: {name: a, key: k}}},
  basicAuth: {username: u, password: {secret: {name: a, key: p}}},
  authorization: {credentials: {secret: {namespace: n, name: a, key: t}}}}]}`;
  expect(sketchesIn('a.yaml', resource('monitoring.googleapis.com/v1', 'ClusterPodMonitoring', spec))).toEqual([
    'ca.secret | CA certificate | Secret "a" "c"',
    'key.secret | secret private key | Secret "a" "k"',
    'password.secret | secret password | Secret "a" "p"',
    'credentials.secret | secret token | Secret "n"/"a" "t"',
  ]);
  const config = 'rules: {credentials: {name: a, key: t}}\nmanagedAlertmanager: {configSecret: {name: a, key: c}}\n';
  const text = `apiVersion: monitoring.googleapis.com/v1\nkind: OperatorConfig\n${config}`;
  expect(sketchesIn('a.yaml', text)).toEqual([
    'credentials | secret token | Secret "a" "t"',
    'configSecret | configuration | Secret "a" "c"',
  ]);
});

test('values refer to objects and files like the resources that are made of them', () => {
  const values = `prometheus: {prometheusSpec: {remoteWrite: [{basicAuth: {password: {name: a, key: p}}}],
  additionalScrapeConfigs: [{basic_auth: {password_file: f}}]},
  additionalServiceMonitors: [{endpoints: [{bearerTokenFile: t}]}]}
`;
  expect(sketchesIn('values.yaml', values)).toEqual([
    'password | secret password | Secret "a" "p"',
    'password_file | secret password | "f" from the process',
    'bearerTokenFile | secret bearer token | "t" from the process | of a monitor',
  ]);
});
