import type { Texts } from '../marks.ts';

/** Stands in the seeds wherever a secret does. */
export const SECRET = 'k9Tq-hunter2';

/** Files as people have them, one of each dialect, with what can be wrong in it. */
export const DIALECT_FIXTURES: Texts = {
  'deploy/prometheus.yml': `# production
global:
  scrape_interval: 30s
  external_labels: {cluster: eu-1}
rule_files: [rules/*.yml]

x-tls: &tls
  ca_file: certs/ca.pem
  insecure_skip_verify: true # promsec-ignore: insecure-skip-verify until 2027-01-31 the appliance signs itself

scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: [localhost:9090]
  - job_name: node
    scheme: https
    tls_config: *tls
    basic_auth:
      username: prometheus
      password: ${SECRET}
    static_configs:
      - targets:
          - node1.internal:9100
          - "[fd00::1]:9100"
        labels: {env: prod}
  - job_name: kubernetes-nodes
    kubernetes_sd_configs:
      - role: node
        tls_config: {<<: *tls, server_name: api}
    authorization:
      credentials: ${SECRET}
    relabel_configs:
      - source_labels: [__meta_kubernetes_node_name]
        regex: (.+)
        target_label: __metrics_path__
        replacement: /api/v1/nodes/$1/proxy/metrics

alerting:
  alertmanagers:
    - scheme: HTTPS
      static_configs: [{targets: ["alertmanager.lan:9093"]}]
      oauth2: {client_id: a, client_secret: ${SECRET}, token_url: "https://login.example.com/token"}

remote_write:
  - url: https://metrics.example.com/api/v1/write
    bearer_token: ${SECRET}
    headers: {X-Scope-OrgID: "1", X-Api-Key: ${SECRET}}
remote_read:
  - url: http://reader:${SECRET}@read.internal/api?token=${SECRET}
    basic_auth: {username: a, password_file: secrets/password}
    http_headers: {X-Auth-Token: {secrets: [${SECRET}], values: ["Bearer ${SECRET}"]}}
`,
  'deploy/secrets/password': `${SECRET}\n`,
  'manifests/secret.yaml': `apiVersion: v1
kind: Secret
metadata: {name: app, namespace: shop}
type: Opaque
stringData:
  password: ${SECRET}
data:
  token: azlUcS1odW50ZXIy
`,
  'manifests/others.yaml': `apiVersion: operator.victoriametrics.com/v1beta1
kind: VMServiceScrape
metadata: {name: app, namespace: shop}
spec:
  endpoints:
    - port: web
      scheme: http
      basicAuth: {username: {name: app, key: user}, password: {name: app, key: password}}
---
apiVersion: monitoring.googleapis.com/v1
kind: PodMonitoring
metadata: {name: app, namespace: shop}
spec:
  endpoints:
    - port: web
      scheme: https
      tls: {insecureSkipVerify: true}
      authorization: {credentials: {secret: {name: app, key: tokn}}}
`,
  'deploy/web.yml': `tls_server_config:
  cert_file: certs/tls.crt
  key_file: certs/tls.key
  client_auth_type: RequireAndVerifyClientCert
  client_ca_file: certs/ca.pem
basic_auth_users:
  alice: $2y$05$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG
  bob: ${SECRET}
`,
  'manifests/monitors.yaml': `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: app
  labels: {release: stack}
spec:
  endpoints:
    - port: web
      scheme: https
      tlsConfig:
        insecureSkipVerify: true
    - port: metrics
      scheme: https
      basicAuth:
        password: {name: app, key: password}
---
apiVersion: v1
kind: List
items:
  - apiVersion: monitoring.coreos.com/v1
    kind: Prometheus
    metadata: {name: main}
    spec:
      remoteWrite:
        - url: https://write.svc/api
          bearerToken: ${SECRET}
          tlsConfig: {caFile: /etc/ca.pem}
`,
  'alerting/alertmanager.yml': `global:
  smtp_smarthost: mail.example.com:587
  smtp_auth_username: a
  smtp_auth_password: ${SECRET}
  smtp_require_tls: false
  http_config: {tls_config: {insecure_skip_verify: true}}
route: {receiver: a}
receivers:
  - name: a
    slack_configs: [{api_url: "https://hooks.slack.com/services/T0/B0/${SECRET}"}]
    webhook_configs: [{url: "http://u:${SECRET}@hook.example.com/"}]
    pagerduty_configs: [{routing_key: ${SECRET}}]
`,
  'alerting/blackbox.yml': `modules:
  http:
    prober: http
    http: {basic_auth: {username: a, password: ${SECRET}}, tls_config: {insecure_skip_verify: true}}
  tcp:
    prober: tcp
    tcp: {tls_config: {ca_file: a}}
`,
  'grafana/sources.yaml': `apiVersion: 1
datasources:
  - name: p
    type: prometheus
    url: https://prometheus.internal
    basicAuthPassword: ${SECRET}
    jsonData: {tlsSkipVerify: true, httpHeaderName1: X-Api-Key}
    secureJsonData: {httpHeaderValue1: ${SECRET}}
`,
  'collector.yaml': `receivers:
  prometheus:
    config:
      scrape_configs:
        - job_name: a
          basic_auth: {username: a, password: ${SECRET}}
exporters:
  prometheusremotewrite: {endpoint: "https://a.internal", tls: {insecure_skip_verify: true}, headers: {X-Api-Key: ${SECRET}}}
service: {pipelines: {metrics: {receivers: [prometheus], exporters: [prometheusremotewrite]}}}
`,
  'deploy/compose.yaml': `services:
  prometheus:
    image: prom/prometheus
    command:
      - --config.file=/etc/prometheus/prometheus.yml
      - --web.config.file=/etc/prometheus/web.yml
      - "--web.enable-admin-api"
      - --web.cors.origin=.*
    volumes: [./prometheus.yml:/etc/prometheus/prometheus.yml, ./web.yml:/etc/prometheus/web.yml]
    ports: ["9090:9090"]
  open: {image: prom/prometheus, command: "--web.enable-admin-api --config.file=a", ports: ["9091:9090"]}
`,
  'deploy/run.sh': `#!/bin/sh
# starts it
docker run -d -p 9090:9090 -v "$PWD/web.yml:/web.yml" \\
  prom/prometheus --config.file=/p.yml --web.enable-admin-api '--web.cors.origin=.*'
`,
  'deploy/prometheus.service': `[Service]
ExecStart=/usr/bin/prometheus --config.file=/etc/prometheus.yml \\
  --web.enable-admin-api --web.cors.origin=.*
`,
  'manifests/access.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: shop}
spec: {serviceAccountName: prometheus, serviceMonitorSelector: {}, enableAdminAPI: true}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: prometheus}
rules:
  - {apiGroups: [""], resources: [nodes/proxy, secrets], verbs: [get, list]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: prometheus}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: prometheus}
subjects: [{kind: ServiceAccount, name: prometheus, namespace: shop}]
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web, namespace: shop}
spec:
  secretName: web-tls
  duration: 2160h0m0s
  renewBefore: 90d
  renewBeforePercentage: 100
  dnsNames: [web.shop.svc]
`,
  'chart/values.yaml': `prometheus:
  prometheusSpec:
    additionalScrapeConfigs:
      - job_name: legacy
        scheme: https
        tls_config:
          insecure_skip_verify: true
        basic_auth: {username: a, password: ${SECRET}}
    remoteWrite:
      - url: https://a.example.com
        basicAuth: {password: ${SECRET}}
  serviceMonitor: {insecureSkipVerify: false}
extraScrapeConfigs: |
  - job_name: blackbox
    params: {token: [${SECRET}]}
    authorization: {credentials: "${SECRET}"}
    static_configs: [{targets: ["{{ .Values.host }}:443"]}]
kubeScheduler:
  serviceMonitor: {insecureSkipVerify: null}
grafana:
  enabled: true
`,
};
