import { describe, expect, test } from '@jest/globals';
import { reportOn } from '../linted.ts';

const GROUP = 'apiVersion: rbac.authorization.k8s.io/v1';
const ACCOUNT = '{kind: ServiceAccount, name: prometheus, namespace: monitoring}';

function role(rule: string, metadata = 'name: prometheus', kind = 'ClusterRole'): string {
  return `${GROUP}\nkind: ${kind}\nmetadata: {${metadata}}\nrules: [${rule}]\n`;
}

function binding(roleName = 'prometheus', subject = ACCOUNT, namespace = ''): string {
  const kind = namespace === '' ? 'ClusterRoleBinding' : 'RoleBinding';
  const metadata = namespace === '' ? 'name: a' : `name: a, namespace: ${namespace}`;
  return `${GROUP}\nkind: ${kind}\nmetadata: {${metadata}}\nroleRef: {kind: ClusterRole, name: ${roleName}}\nsubjects: [${subject}]\n`;
}

function workload(image: string, kind = 'Deployment', account = 'serviceAccountName: prometheus'): string {
  return `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: a, namespace: monitoring}\nspec:\n  template:\n    spec:\n      ${account}\n      containers:\n      - image: ${image}\n`;
}

const SERVER = workload('prom/prometheus:v3.5.0');
const PROXY = '{apiGroups: [""], resources: [nodes, nodes/proxy], verbs: [get]}';
const ALL = '{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}';
const SECRETS = '{apiGroups: [""], resources: [secrets], verbs: [get]}';

/** What is found in documents, as severity and text. */
function found(...documents: readonly string[]): readonly string[] {
  return reportOn({ 'a.yaml': documents.join('---\n') }).findings.map(
    ({ severity, at }) => `${severity} ${at.file.text.slice(at.start, at.end)}`,
  );
}

test.each([
  ['nodes/proxy', PROXY, ['warning nodes/proxy']],
  ['everything', ALL, ['error "*"']],
  ['to read all', ALL.replace('verbs: ["*"]', 'verbs: [get]'), ['warning "*"']],
  ['to read Secrets', SECRETS, ['warning secrets']],
  ['to make Secrets', SECRETS.replace('[get]', '[create]'), []],
  ['to read one Secret', SECRETS.replace('verbs', 'resourceNames: [a], verbs'), []],
  ['what it needs', '{apiGroups: [""], resources: [nodes/metrics, pods], verbs: ["*"]}', []],
  ['nodes/proxy of another group', PROXY.replace('""', 'apps'), []],
])('a role that allows %s', (_name, rule, expected) => {
  expect(found(SERVER, role(rule), binding())).toEqual(expected);
});

describe('a role is judged', () => {
  test.each([
    ['for a StatefulSet', workload('quay.io/prometheus/prometheus', 'StatefulSet')],
    ['for a digest', workload('prom/prometheus@sha256:00')],
    ['for the older field', workload('prom/prometheus', 'DaemonSet', 'serviceAccount: prometheus')],
  ])('%s', (_name, server) => {
    expect(found(server, role(PROXY), binding())).toEqual(['warning nodes/proxy']);
  });

  test.each([
    ['for another program', workload('prom/node-exporter')],
    ['for the operator', workload('quay.io/prometheus-operator/prometheus-operator:v1')],
    ['for no account', workload('prom/prometheus', 'Deployment', 'hostNetwork: true')],
    ['for a templated account', workload('prom/prometheus', 'Deployment', 'serviceAccountName: ${ACCOUNT}')],
  ])('not %s', (_name, server) => {
    expect(found(server, role(PROXY), binding())).toEqual([]);
  });

  test('where its labels say that it is of a server, whoever is bound to it', () => {
    const labels = 'name: a, labels: {app.kubernetes.io/name: prometheus';
    expect(found(role(PROXY, `${labels}}`))).toEqual(['warning nodes/proxy']);
    expect(found(role(PROXY, `${labels}, app.kubernetes.io/component: server}`))).toEqual(['warning nodes/proxy']);
    expect(found(role(PROXY, `${labels}, app.kubernetes.io/component: node-exporter}`))).toEqual([]);
    expect(found(role(PROXY, 'name: prometheus'))).toEqual([]);
  });
});

test('nodes/proxy has a use where something scrapes through it, in whatever file', () => {
  const path = 'a: |\n  replacement: /api/v1/nodes/${1}/proxy/metrics\n';
  expect(found(SERVER, role(PROXY), binding(), path)).toEqual([]);
  expect(found(SERVER, role(PROXY), binding(), path.replace('/proxy', ''))).toEqual(['warning nodes/proxy']);
});

test('cluster-admin is an error where it is surely for this account and for the cluster', () => {
  expect(found(SERVER, binding('cluster-admin'))).toEqual(['error cluster-admin']);
  expect(found(SERVER, binding('cluster-admin', ACCOUNT, 'monitoring'))).toEqual(['warning cluster-admin']);
  expect(found(SERVER.replace(', namespace: monitoring', ''), binding('cluster-admin'))).toEqual([
    'warning cluster-admin',
  ]);
  expect(found(SERVER, binding('cluster-admin', ACCOUNT.replace('monitoring', 'ci')))).toEqual([]);
  expect(found(SERVER, binding('admin'))).toEqual([]);
});

test('what an account that the operator shares is granted is not judged', () => {
  const subject = '{kind: ServiceAccount, name: prometheus-operator, namespace: monitoring}';
  const shared = workload('prom/prometheus', 'Deployment', 'serviceAccountName: prometheus-operator');
  expect(found(shared, binding('cluster-admin', subject))).toEqual([]);
});

test('Secrets of one namespace are not those of the cluster', () => {
  expect(found(SERVER, role(SECRETS), binding('prometheus', ACCOUNT, 'monitoring'))).toEqual([]);
});

test('an ignore comment counts in a role too', () => {
  const rule = `- apiGroups: [""]\n  resources:\n  - nodes/proxy # promsec-ignore: excessive-rbac the agent needs it\n  verbs: [get]\n`;
  const text = `${GROUP}\nkind: ClusterRole\nmetadata: {name: prometheus}\nrules:\n${rule}`;
  expect(found(SERVER, text, binding())).toEqual([]);
});
