import { expect, test } from '@jest/globals';
import { identityOf } from '../../src/documents/document.ts';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { SourceFile } from '../../src/text/source.ts';
import { documentsIn } from './sketched-documents.ts';

const MONITOR =
  'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: app}\nspec: {endpoints: []}\n';

const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: app}\ndata: {a: aHVudGVyMg==}\n';

const CLAIMED: readonly (readonly [name: string, path: string, text: string, documents: readonly string[]])[] = [
  ['a prometheus.yml', 'prometheus.yml', 'global: {}\nscrape_configs: []\n', ['prometheus []']],
  ['an alertmanager.yml', 'alertmanager.yml', 'route: {receiver: a}\nreceivers: []\n', ['alertmanager []']],
  [
    'that of Mimir',
    'fallback.yaml',
    'route: {receiver: a}\nreceivers: [{name: a, sns_configs: []}]\n',
    ['alertmanager []'],
  ],
  ['the blackbox exporter', 'probes.yml', 'modules: {http: {prober: http}}\n', ['blackbox []']],
  ['one under another name', 'deploy/prod.yaml', 'remote_write:\n- url: https://a\n', ['prometheus []']],
  ['one with nothing but rule files', 'a.yml', 'rule_files: [rules.yml]\n', ['prometheus []']],
  ['one with nothing but alerting', 'a.yml', 'alerting:\n  alertmanagers: []\n', ['prometheus []']],
  ['a file of scrape_config_files', 'jobs/node.yml', 'scrape_configs:\n- job_name: a\n', ['prometheus []']],
  [
    'one with anchors that it keeps in a key of its own',
    'a.yml',
    'x-tls: &t {}\nglobal: {}\nscrape_configs: [*t]\n',
    ['prometheus []'],
  ],
  [
    'the first document of a prometheus.yml alone',
    'a.yml',
    'scrape_configs: []\n---\nscrape_configs: []\n',
    ['prometheus []'],
  ],
  ['a prometheus.yml below comments and a marker', 'a.yml', '# a\n---\nscrape_configs: []\n', ['prometheus []']],
  ['one with escapes in its keys', 'a.yml', '"scrape_c\\u006fnfigs": []\n', ['prometheus []']],
  ['a web.yml', 'web.yml', 'basic_auth_users: {a: b}\n', ['web-config []']],
  [
    'one under another name',
    'node-exporter.yaml',
    'tls_server_config: {cert_file: a}\nhttp_server_config: {}\n',
    ['web-config []'],
  ],
  ['a resource', 'a.yaml', MONITOR, ['operator ServiceMonitor/app [spec]']],
  [
    'a resource without a name',
    'a.yaml',
    'apiVersion: monitoring.coreos.com/v1\nkind: Probe\nspec: {}\n',
    ['operator Probe [spec]'],
  ],
  [
    'a resource with the start of a name',
    'a.yaml',
    'apiVersion: monitoring.coreos.com/v1\nkind: Probe\nmetadata: {generateName: a-}\n',
    ['operator Probe/a-'],
  ],
  [
    'resources of every version and kind',
    'a.yaml',
    'apiVersion: monitoring.coreos.com/v9beta3\nkind: Anything\nspec: {}\n',
    ['operator Anything [spec]'],
  ],
  [
    'every resource of a stream',
    'a.yaml',
    `${MONITOR}---\nkind: Other\n---\n${MONITOR}...\n${MONITOR}`,
    Array(3).fill('operator ServiceMonitor/app [spec]'),
  ],
  [
    'the resources of a list',
    'a.yaml',
    `apiVersion: v1\nkind: List\nitems:\n- kind: Service\n- a\n- {apiVersion: monitoring.coreos.com/v1, kind: Probe, spec: {}}\n`,
    ['operator Probe [spec]'],
  ],
  [
    'the resources of a list of a kind',
    'a.yaml',
    'apiVersion: monitoring.coreos.com/v1\nkind: ProbeList\nitems: [{apiVersion: monitoring.coreos.com/v1, kind: Probe, spec: {}}]\n',
    ['operator Probe [spec]'],
  ],
  [
    'a resource as JSON',
    'a.json',
    '{"apiVersion": "monitoring.coreos.com/v1", "kind": "Probe", "spec": {}}',
    ['operator Probe [spec]'],
  ],
  [
    'a resource as JSON with escaped slashes',
    'a.json',
    '{"apiVersion": "monitoring.coreos.com\\/v1", "kind": "Probe", "spec": {}}',
    ['operator Probe [spec]'],
  ],
  ['a resource among values files', 'values.yaml', MONITOR, ['operator ServiceMonitor/app [spec]']],
  ...[
    ['azmonitoring.coreos.com/v1', 'PodMonitor'],
    ['monitoring.rhobs/v1alpha1', 'MonitoringStack'],
    ['operator.victoriametrics.com/v1beta1', 'VMAgent'],
    ['monitoring.googleapis.com/v1', 'ClusterPodMonitoring'],
  ].map(
    ([apiVersion, kind]) =>
      [
        `a ${kind} of ${apiVersion}`,
        'a.yaml',
        `apiVersion: ${apiVersion}\nkind: ${kind}\nspec: {}\n`,
        [`operator ${kind} [spec]`],
      ] as const,
  ),
  [
    'the OperatorConfig of Google, which has no specification',
    'a.yaml',
    'apiVersion: monitoring.googleapis.com/v1\nkind: OperatorConfig\nmetadata: {name: config}\nrules: {}\ncollection: {}\n',
    ['operator OperatorConfig/config [rules] [collection]'],
  ],
  [
    'Docker Compose, for its commands',
    'compose.yml',
    'services: {prometheus: {command: [--web.config.file=web.yml]}}\nconfigs: {scrape_configs: {}}\n',
    ['compose'],
  ],
  [
    'a workload, for its commands',
    'a.yaml',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app}\nspec: {args: [--web.config.file=web.yml]}\n',
    ['kubernetes-workload Deployment/app'],
  ],
  ['a Secret', 'a.yaml', SECRET, ['kubernetes-secret Secret/app']],
  ['a Secret as JSON', 'a.json', '{"kind": "Secret", "apiVersion": "v1"}', ['kubernetes-secret Secret']],
  [
    'the Secrets and the resources of a list',
    'a.yaml',
    `kind: List\nitems:\n- {apiVersion: v1, kind: Secret}\n- {apiVersion: monitoring.rhobs/v1, kind: Probe, spec: {}}\n`,
    ['kubernetes-secret Secret', 'operator Probe [spec]'],
  ],
  [
    'the Secrets of a list of them',
    'a.yaml',
    'apiVersion: v1\nkind: SecretList\nitems: [{apiVersion: v1, kind: Secret}]\n',
    ['kubernetes-secret Secret'],
  ],
  [
    'Secrets and resources of a stream',
    'a.yaml',
    `${SECRET}---\n${MONITOR}---\n${SECRET}`,
    ['kubernetes-secret Secret/app', 'operator ServiceMonitor/app [spec]', 'kubernetes-secret Secret/app'],
  ],
];

test.each(CLAIMED)('it is ours: %s', (_name, path, text, documents) => {
  expect(documentsIn(path, text)).toEqual(documents);
});

const FOREIGN: readonly (readonly [name: string, path: string, text: string])[] = [
  ['an empty file', 'prometheus.yml', ''],
  ['comments', 'prometheus.yml', '# scrape_configs:\n'],
  ['a list', 'prometheus.yml', '- scrape_configs: []\n'],
  ['a scalar', 'web.yml', 'basic_auth_users\n'],
  ['an empty mapping', 'web.yml', '{}\n'],
  ['a key without a value', 'a.yml', 'scrape_configs:\n'],
  ['a document with but a word of ours', 'a.yml', 'text: scrape_configs and basic_auth_users\n'],
  ['the second document of a stream', 'a.yml', 'a: 1\n---\nscrape_configs: []\n---\nbasic_auth_users: {a: b}\n'],
  ['promtail', 'promtail.yml', 'server: {}\nclients: [{url: http://loki}]\nscrape_configs: [{job_name: a}]\n'],
  ['promtail without a server', 'config.yml', 'positions: {}\nscrape_configs: [{job_name: a}]\nclients: []\n'],
  ['Loki', 'loki.yml', 'auth_enabled: false\nruler: {remote_write: {}}\nserver: {}\nalerting: {}\n'],
  ['receivers that nothing is routed to', 'a.yml', 'global: {}\nreceivers: []\n'],
  ['a route and receivers of other software', 'a.yml', 'route: {receiver: a}\nreceivers: {a: {slack_configs: []}}\n'],
  ['a policy of Grafana', 'a.yml', 'apiVersion: 1\nroute: {receiver: a}\nreceivers: [{slack_configs: []}]\n'],
  ['the SNMP exporter', 'snmp.yml', 'modules: {if_mib: {auth: {password: a}, prober: {a: b}}}\n'],
  ['the JSON exporter', 'json.yml', 'modules: {default: {http_client_config: {basic_auth: {}}}}\n'],
  ['a rule file', 'rules.yml', 'groups: [{name: remote_write, rules: []}]\n'],
  [
    'Docker Compose without a flag of ours',
    'compose.yml',
    'services: {a: {image: b}}\nconfigs: {scrape_configs: {}}\n',
  ],
  ['a GitHub workflow', '.github/workflows/a.yml', 'on: push\njobs: {a: {steps: [{run: grep remote_write}]}}\n'],
  [
    'resources of other groups',
    'a.yaml',
    'apiVersion: amonitoring.coreos.com/v1\nkind: ServiceMonitor\nspec: {}\n# monitoring.coreos.com/v1\n',
  ],
  [
    'a resource with our group in a label',
    'a.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {labels: {a: monitoring.coreos.com/v1}}\n',
  ],
  ['a resource without a kind', 'a.yaml', 'apiVersion: monitoring.coreos.com/v1\nspec: {}\n'],
  [
    'a custom resource definition',
    'a.yaml',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {group: monitoring.coreos.com/v1}\n',
  ],
  [
    'a ServersTransport of Traefik',
    'a.yaml',
    'apiVersion: traefik.io/v1alpha1\nkind: ServersTransport\nspec: {insecureSkipVerify: true}\n',
  ],
  ['a Secret of another group', 'a.yaml', 'apiVersion: example.com/v1\nkind: Secret\ndata: {a: b}\n'],
  ['a SecretStore', 'a.yaml', 'apiVersion: v1\nkind: SecretStore\n# kind: Secret\n'],
  ['a Secret without a version', 'a.yaml', 'kind: Secret\ndata: {a: b}\n'],
  ['a Secret in a template', 'chart/templates/a.yaml', 'apiVersion: v1\nkind: Secret\n'],
  ['a playbook of Ansible', 'playbook.yml', '- hosts: all\n  vars: {scrape_configs: [], basic_auth_users: {}}\n'],
  [
    'variables of Ansible',
    'group_vars/all.yml',
    'prometheus_remote_write: []\nprometheus_scrape_configs: []\nbasic_auth_users_x: {}\n',
  ],
  [
    'JSON that is no resource',
    'a.json',
    '{"scrape_configs": [], "basic_auth_users": {}, "prometheus": {"prometheusSpec": {}}}',
  ],
];

test.each(FOREIGN)('it is not ours: %s', (_name, path, text) => {
  expect(documentsIn(path, text)).toEqual([]);
});

test('a document that cannot be read is a fault where it may be ours, of ours by name', () => {
  expect(() => documentsIn('a.yml', 'a: "\n')).not.toThrow();
  expect(() => documentsIn('a.yml', 'scrape_configs: "\n')).toThrow('missing');
  expect(() => documentsIn('web.yml', 'a: "\n')).toThrow('missing');
  expect(() => documentsIn('prometheus.yml.j2', 'scrape_configs: [{% if x %}\n')).toThrow('this part of the template');
});

test('a Secret that cannot be read is no fault, since it matters only where a field refers to it', () => {
  expect(documentsIn('a.yml', 'kind: Secret\ndata: {{ toYaml .x }}: a\n')).toEqual([]);
  expect(documentsIn('a.yml', `kind: Secret\ndata: "\n---\n${MONITOR}`)).toEqual([
    'operator ServiceMonitor/app [spec]',
  ]);
});

test('a resource is known by its group and its namespace', () => {
  const text = 'apiVersion: monitoring.rhobs/v1\nkind: Probe\nmetadata: {name: a, namespace: b}\n';
  const [document] = yamlDocumentsOf(new SourceFile('a.yaml', text)).documents;
  if (document === undefined) throw new Error('there is no document');
  const identity = { dialect: 'operator', kind: 'Probe', group: 'monitoring.rhobs', namespace: 'b', name: 'Probe/a' };
  expect(identityOf(document)).toEqual({ ...identity, file: document.file });
});
