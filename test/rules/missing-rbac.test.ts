import { describe, expect, test } from '@jest/globals';
import { findingsIn, reportOn } from '../linted.ts';

const GROUP = 'apiVersion: rbac.authorization.k8s.io/v1';
const DISCOVERY = '{apiGroups: [""], resources: [services, endpoints, pods], verbs: [list, watch]}';
const ACCOUNT = '{kind: ServiceAccount, name: prometheus, namespace: monitoring}';

function role(rules: string, metadata = 'name: prometheus', kind = 'ClusterRole'): string {
  return `${GROUP}\nkind: ${kind}\nmetadata: {${metadata}}\nrules: [${rules}]\n`;
}

function binding(subjects = ACCOUNT, reference = 'kind: ClusterRole, name: prometheus', namespace = ''): string {
  const kind = namespace === '' ? 'ClusterRoleBinding' : 'RoleBinding';
  return `${GROUP}\nkind: ${kind}\nmetadata: {name: a${namespace === '' ? '' : `, namespace: ${namespace}`}}\nroleRef: {${reference}}\nsubjects: [${subjects}]\n`;
}

function server(spec: string, metadata = 'name: k8s, namespace: monitoring'): string {
  return `apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {${metadata}}\nspec: {${spec}}\n`;
}

function monitor(spec: string, metadata = 'name: shop, namespace: monitoring', kind = 'ServiceMonitor'): string {
  const field = kind === 'ServiceMonitor' ? 'endpoints' : 'podMetricsEndpoints';
  return `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {${metadata}}\nspec: {selector: {}, ${field}: [{port: web}]${spec}}\n`;
}

const SERVER = server('serviceAccountName: prometheus, serviceMonitorSelector: {}, podMonitorSelector: {}');

interface Repository {
  readonly role?: string;
  readonly binding?: string;
  readonly server?: string;
  readonly monitor?: string;
}

/** The files in which the rule finds something, in a repository where nothing is granted but what is said. */
function found(files: Repository): readonly string[] {
  const whole = { role: role(''), binding: binding(), server: SERVER, monitor: monitor(''), ...files };
  return findingsIn({
    'role.yaml': whole.role,
    'binding.yaml': whole.binding,
    'server.yaml': whole.server,
    'monitor.yaml': whole.monitor,
  });
}

const OF_ROLE = ['role.yaml:3 missing-rbac'];
const OF_MONITOR = ['monitor.yaml:3 missing-rbac'];

test('what no role grants is found at the role', () => {
  expect(found({})).toEqual(OF_ROLE);
  expect(found({ role: role(DISCOVERY) })).toEqual([]);
});

test('what is missing is told of the monitor that is first by name, wherever it stands', () => {
  const monitors = ['shop', 'bakery', 'mill'].map(name => monitor('', `name: ${name}, namespace: monitoring`));
  const messages = [monitors, monitors.toReversed()].map(ordered => {
    const files = { 'role.yaml': role(''), 'binding.yaml': binding(), 'server.yaml': SERVER };
    return reportOn({ ...files, 'monitors.yaml': ordered.join('---\n') }).findings.map(({ message }) => message);
  });
  expect(messages[0]).toEqual([expect.stringContaining('as ServiceMonitor "bakery" and 2 more asks for')]);
  expect(messages[1]).toEqual(messages[0]);
});

describe('an account gets its roles', () => {
  test.each([
    ['{kind: Group, name: system:authenticated}'],
    ['{kind: Group, name: "system:serviceaccounts"}'],
    ['{kind: Group, name: "system:serviceaccounts:monitoring"}'],
    ['{kind: User, name: "system:serviceaccount:monitoring:prometheus"}'],
    ['{kind: ServiceAccount, name: prometheus}'],
  ])('as %s too', subject => {
    expect(found({ binding: binding(subject) })).toEqual(OF_ROLE);
  });

  test.each([
    ['{kind: Group, name: "system:serviceaccounts:shop"}'],
    ['{kind: User, name: "system:serviceaccount:shop:prometheus"}'],
    ['{kind: User, name: prometheus}'],
    ['{kind: ServiceAccount, name: prometheus, namespace: shop}'],
    ['{kind: ServiceAccount, name: staging-prometheus, namespace: monitoring}'],
  ])('but not as %s', subject => {
    expect(found({ binding: binding(subject) })).toEqual([]);
  });
});

describe('nothing is said where a link of the chain is not known:', () => {
  test.each<readonly [string, Repository]>([
    ['no binding', { binding: '' }],
    ['a role elsewhere', { binding: binding(ACCOUNT, 'kind: ClusterRole, name: view') }],
    ['a role that a template names', { binding: binding(ACCOUNT, 'kind: ClusterRole, name: "${ROLE}"') }],
    ['a subject that a template names', { binding: binding(`${ACCOUNT}, {kind: ServiceAccount, name: "${'$'}{A}"}`) }],
    ['a templated rule', { role: role('{apiGroups: [""], resources: ["${RESOURCE}"], verbs: [get]}') }],
    ['a merge', { role: `${role('').replace('rules: []', '')}<<: {rules: [${DISCOVERY}]}\n` }],
    ['an aggregation', { role: `${role('')}aggregationRule: {clusterRoleSelectors: []}\n` }],
    ['no account', { server: server('serviceMonitorSelector: {}') }],
    [
      'another API server',
      { server: SERVER.replace('spec: {', 'spec: {apiserverConfig: {host: "https://a.example.com"}, ') },
    ],
    ['no selector', { server: server('serviceAccountName: prometheus') }],
    [
      'an expression',
      {
        server: SERVER.replace(
          'serviceMonitorSelector: {}',
          'serviceMonitorSelector: {matchExpressions: [{key: a, operator: Exists}]}',
        ),
      },
    ],
    [
      'labels of namespaces',
      { server: SERVER.replace('{}', '{}, serviceMonitorNamespaceSelector: {matchLabels: {a: b}}') },
    ],
    ['a monitor of another namespace', { monitor: monitor('', 'name: shop, namespace: shop') }],
    ['a monitor without a namespace', { monitor: monitor('', 'name: shop') }],
    ['a monitor of other labels', { server: SERVER.replace('{}', '{matchLabels: {a: b}}') }],
    ['a patch of a monitor', { monitor: monitor('').replace('selector: {}, ', '') }],
  ])('%s', (_name, files) => {
    expect(found(files)).toEqual([]);
  });
});

test('a monitor that a satisfied server may select too is not reported', () => {
  const other = server('serviceAccountName: other, serviceMonitorSelector: {}', 'name: b, namespace: monitoring');
  const both = `${role('')}---\n${role(DISCOVERY, 'name: other')}`;
  const bindings = `${binding()}---\n${binding(ACCOUNT.replace('prometheus', 'other'), 'kind: ClusterRole, name: other')}`;
  expect(found({ role: both, binding: bindings, server: `${SERVER}---\n${other}` })).toEqual([]);
});

test('roles of one name in several folders are all taken for the one that is bound', () => {
  expect(found({ role: `${role('')}---\n${role(DISCOVERY)}` })).toEqual([]);
});

test('what is granted in other namespaces alone is found at the monitor', () => {
  const files = {
    role: role(DISCOVERY),
    binding: binding(ACCOUNT, 'kind: ClusterRole, name: prometheus', 'monitoring'),
  };
  expect(found(files)).toEqual([]);
  expect(found({ ...files, monitor: monitor(', namespaceSelector: {matchNames: [shop]}') })).toEqual(OF_MONITOR);
  expect(found({ ...files, monitor: monitor(', namespaceSelector: {any: true}') })).toEqual(OF_MONITOR);
  expect(found({ ...files, monitor: monitor(', namespaceSelector: {matchNames: ["${A}"]}') })).toEqual([]);
  const ignoring = SERVER.replace('{}', '{}, ignoreNamespaceSelectors: true');
  expect(found({ ...files, server: ignoring, monitor: monitor(', namespaceSelector: {any: true}') })).toEqual([]);
});

test('a Role of another namespace is not the one that is bound', () => {
  const files = {
    binding: binding(ACCOUNT, 'kind: Role, name: prometheus', 'monitoring'),
    role: role('', 'name: prometheus, namespace: monitoring', 'Role'),
  };
  expect(found(files)).toEqual(OF_ROLE);
  const elsewhere = role(DISCOVERY, 'name: prometheus, namespace: shop', 'Role');
  expect(found({ ...files, role: `${files.role}---\n${elsewhere}` })).toEqual(OF_ROLE);
  expect(found({ ...files, role: elsewhere })).toEqual([]);
});

test('endpoints are looked up where the server or the monitor says', () => {
  const slices = server(
    'serviceAccountName: prometheus, serviceMonitorSelector: {}, serviceDiscoveryRole: EndpointSlice',
  );
  const granted = role(DISCOVERY);
  expect(found({ role: granted, server: slices })).toEqual(OF_ROLE);
  expect(found({ role: granted, server: slices, monitor: monitor(', serviceDiscoveryRole: Endpoints') })).toEqual([]);
  const grantedSlices = DISCOVERY.replace('[""]', '["", discovery.k8s.io]').replace('endpoints', 'endpointslices');
  expect(found({ role: role(grantedSlices), server: slices })).toEqual([]);
});

test('a PodMonitor needs Pods alone, and nodes where it takes their metadata', () => {
  const pods = role('{apiGroups: [""], resources: [pods], verbs: [list, watch]}');
  const metadata = 'name: shop, namespace: monitoring';
  expect(found({ role: pods, monitor: monitor('', metadata, 'PodMonitor') })).toEqual([]);
  const attaching = monitor(', attachMetadata: {node: true}', metadata, 'PodMonitor');
  expect(found({ role: pods, monitor: attaching })).toEqual(OF_ROLE);
});

function kubelet(fields: string): string {
  return monitor('').replace(
    'selector: {}, endpoints: [{port: web}]',
    `selector: {matchLabels: {k8s-app: kubelet}}, endpoints: [{port: https-metrics${fields}}]`,
  );
}

const TOKEN = ', bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token';

function ofKubelet(fields: string, rules = DISCOVERY): readonly string[] {
  const findings = found({ role: role(rules), monitor: kubelet(fields) });
  return findings.filter(finding => finding.endsWith('missing-rbac'));
}

describe('a kubelet that is scraped with the token of the account', () => {
  test('asks for nodes/metrics', () => {
    expect(ofKubelet(TOKEN)).toEqual(OF_ROLE);
    expect(ofKubelet(`${TOKEN}, path: /metrics/cadvisor`)).toEqual(OF_ROLE);
    expect(ofKubelet(TOKEN, `${DISCOVERY}, {apiGroups: [""], resources: [nodes/metrics], verbs: [get]}`)).toEqual([]);
  });

  test('asks for something else, or nobody knows what, elsewhere', () => {
    expect(ofKubelet('')).toEqual([]);
    expect(ofKubelet(`${TOKEN}, path: /stats/summary`)).toEqual([]);
    expect(ofKubelet(`${TOKEN}, path: "\${METRICS}"`)).toEqual([]);
    expect(ofKubelet(', bearerTokenFile: /etc/token')).toEqual([]);
  });
});

test('what selects the API server asks it for metrics, with the labels that it has', () => {
  const token = 'bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token';
  const asking = (provider: string): string =>
    monitor('')
      .replace('[{port: web}]', `[{port: https, scheme: https, tlsConfig: {caFile: /a}, ${token}}]`)
      .replace('selector: {}', `selector: {matchLabels: {component: apiserver, provider: ${provider}}}`);
  const files = ['kubernetes', 'other'].map(provider => ({ role: role(DISCOVERY), monitor: asking(provider) }));
  expect(files.map(found)).toEqual([['role.yaml:3 missing-rbac'], []]);
});
