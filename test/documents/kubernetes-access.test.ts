import { expect, test } from '@jest/globals';
import { reportOn } from '../linted.ts';
import { documentsIn } from './sketched-documents.ts';

const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: app}\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec:\n  containers:\n  - image: ';
const PROXY = 'replacement: /api/v1/nodes/$1/proxy/metrics\n';

test.each([
  ['a role', 'a.yaml', ROLE, 'ClusterRole/app'],
  ['a role of an older version', 'a.yaml', ROLE.replace('v1', 'v1beta1'), 'ClusterRole/app'],
  ['a role as JSON', 'a.json', '{"apiVersion": "rbac.authorization.k8s.io\\/v1", "kind": "Role"}', 'Role'],
  ['a workload with the image', 'a.yaml', `${POD}prom/prometheus:v3.5.0\n`, 'Pod/app'],
  ['a workload with a digest', 'a.yaml', `${POD}quay.io/prometheus/prometheus@sha256:0\n`, 'Pod/app'],
])('it is read for what Prometheus may do: %s', (_name, path, text, name) => {
  expect(documentsIn(path, text)).toEqual([`kubernetes-access ${name} []`]);
});

test('it is read whatever it is where it scrapes kubelets through the API server', () => {
  expect(documentsIn('a.yaml', `agent:\n  ${PROXY}`)).toEqual(['kubernetes-access []']);
});

test.each([
  ['a role in a template of a chart', 'chart/templates/role.yaml', ROLE],
  ['a schema of the group', 'a.yaml', 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Other\n'],
  ['a workload of another image', 'a.yaml', `${POD}quay.io/prometheus/node-exporter:v1\n`],
  ['a workload of another group', 'a.yaml', 'apiVersion: argoproj.io/v1\nkind: Deployment\n# image: prometheus\n'],
  ['a role that cannot be read', 'a.yaml', `${ROLE}rules: [\n`],
  ['a role that grants nodes/proxy in values', 'values.yaml', 'rules: [{resources: [nodes/proxy]}]\n'],
])('it is not: %s', (_name, path, text) => {
  expect(documentsIn(path, text)).toEqual([]);
});

test('a resource of the operator stays one', () => {
  const text = `apiVersion: monitoring.coreos.com/v1\nkind: ScrapeConfig\nspec:\n  ${PROXY}`;
  expect(documentsIn('a.yaml', text)).toEqual(['operator ScrapeConfig [spec]']);
});

test('roles and workloads that no Prometheus leads to are not counted', () => {
  const report = reportOn({ 'role.yaml': ROLE, 'pod.yaml': `${POD}prom/prometheus\n`, 'a.yaml': `a: {${PROXY}}` });
  expect(report.files.documents).toEqual({});
});
