import { expect, test } from '@jest/globals';
import { departuresIn, wantedIn } from './wanted-departures.ts';

const HEAD = (kind: string, version = 'v1'): string =>
  `apiVersion: monitoring.coreos.com/${version}\nkind: ${kind}\nmetadata: { name: loom }\n`;

const SERVICE_MONITOR = `${HEAD('ServiceMonitor')}spec:
  selector:
    app: loom # want: unknown field "spec.selector.app"
  endpoints:
    - port: web
      interval: 30 # want: must be of type string: "integer"
      scrapeTimeout: 10 s # want: Invalid value: "10 s"
      scheme: HTTPS
      intervall: 30s # want: unknown field "spec.endpoints[0].intervall"
      tls_config: {} # want: unknown field "spec.endpoints[0].tls_config"
      bearerTokenSecret: { name: loom, key: token }
      authorization: # want: authorization and bearerTokenSecret cannot be configured at the same time
        type: basic # want: authorization type cannot be set to "basic", use "basicAuth" instead
        credentials: { name: loom, key: token }
    - port: shuttle # want: if noProxy is configured, proxyUrl must also be configured
      tlsConfig:
        ca: {}
        caFile: /etc/ca.pem
        certFile: /etc/loom.pem
        cert: { secret: { name: loom, key: tls.crt } } # want: cannot specify both 'certFile' and 'cert'
        keyFile: /etc/loom.key
        minVersion: TLS13
        maxVersion: TLS12 # want: maxVersion must more than or equal to minVersion
      noProxy: internal
      relabelings:
        - action: hashmod # want: relabel configuration for hashmod requires non-zero modulus
          targetLabel: shard
          sourceLabels: [__address__]
        - action: LabelDrop
          regex: pod
          replacement: $1
        - action: labelkeep
          targetLabel: pod # want: labelkeep action requires only 'regex', and no other fields
        - regex: pod # want: relabel configuration for replace action needs targetLabel value
    - targetPort: 8080
      honorLabels: yes
      params: { module: [a] }
      basicAuth:
        username: { name: loom, key: user }
        password: loom # want: must be of type object: "string"
    - oauth2: # want: Required value
        clientId: { secret: { name: a, key: b }, configMap: { name: a, key: b } } # want: cannot specify both Secret and ConfigMap
        clientSecret: { name: a, key: b }
`;

const PROMETHEUS = `${HEAD('Prometheus')}spec:
  replicas: "2" # want: must be of type integer: "string"
  retention: ""
  containers: [{ name: anything, field: of Kubernetes }]
  affinity: { whatever: it is }
  externalURL: https://example.org # want: unknown field "spec.externalURL"
  remoteWrite:
    - url: metrics.internal/write # want: should match '^(http|https)://.+$'
    - url: https://metrics.internal/write
      basicAuth: { username: { name: a, key: b }, password: { name: a, key: c } }
      sigv4: { region: a } # want: "basicAuth" and "sigv4" can't be set at the same time, at most one of them must be defined
    - name: archive # want: Required value
`;

const ALERTMANAGER_CONFIG = `${HEAD('AlertmanagerConfig', 'v1beta1')}spec:
  route:
    receiver: loom
    groupWait: 1 minute # want: Invalid value: "1 minute"
    routes: [{ anything: goes }]
  timeIntervals: []
  muteTimeIntervals: [] # want: unknown field "spec.muteTimeIntervals"
  receivers:
    - name: loom
      pushoverConfigs:
        - userKey: { name: a, key: b }
          token: { name: a, key: c }
          html: true
          monospace: false
      webhookConfigs:
        - sendResolved: "true" # want: one of 'url' or 'urlSecret' must be specified | must be of type boolean: "string"
          httpConfig:
            basicAuth: { username: { name: a, key: b } }
            oauth2: # want: at most one of 'basicAuth', 'oauth2' and 'authorization' must be configured
              { tokenUrl: https://login.internal, clientId: { secret: { name: a, key: b } }, clientSecret: { name: a, key: c } }
`;

test.each([
  ['a ServiceMonitor', SERVICE_MONITOR],
  ['a Prometheus', PROMETHEUS],
  ['an AlertmanagerConfig of its version', ALERTMANAGER_CONFIG],
])('says what the API server and the operator say of %s', (_, text) => {
  expect(departuresIn('resource.yaml', text)).toEqual(wantedIn(text));
});

test('concludes nothing from what a resource lacks outside of lists, since a patch looks the same', () => {
  const patch = `${HEAD('PodMonitor')}spec:\n  podMetricsEndpoints: [{ port: web }]\n`;
  expect(departuresIn('patch.yaml', patch)).toEqual([]);
});
