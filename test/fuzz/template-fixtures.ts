import { SECRET } from './dialect-fixtures.ts';
import type { Texts } from '../marks.ts';

const ENCODED = Buffer.from(
  `scrape_configs:
- job_name: encoded
  basic_auth: {username: a, password: ${SECRET}}
  tls_config: {insecure_skip_verify: true}
`,
).toString('base64');

/** Templates, and documents in strings of others, with what can be wrong in them. */
export const TEMPLATE_FIXTURES: Texts = {
  'chart/templates/monitor.yaml': `{{- if .Values.enabled }}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ include "shop.name" . }}-monitor
  labels: {{- include "shop.labels" . | nindent 4 }}
spec:
  endpoints:
    - port: {{ .Values.port | quote }}
      {{- if .Values.tls.ca }}
      tlsConfig: {{- toYaml .Values.tls | nindent 8 }}
      {{- else }}{{/* the default */}}
      scheme: https
      tlsConfig:
        insecureSkipVerify: true
      {{- end }}
    {{- range $name, $port := .Values.ports }}
    - port: {{ $name }}
      scheme: {{ if $port.tls }}https{{ else }}http{{ end }}
      tlsConfig: {insecureSkipVerify: {{ $port.skip | default true }}}
      params: {token: ["${SECRET}"]}
    {{- end }}
{{- end }}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: {{ .Release.Name }}-metrics}
data:
  prometheus.yml: |
    scrape_configs:
      - job_name: {{ printf "job: %s" .Values.name }}
        scheme: https
        {{- with .Values.token }}
        authorization: {credentials: {{ . }}}
        {{- else }}
        authorization: {credentials: ${SECRET}}
        {{- end }}
        tls_config:
          insecure_skip_verify: true
`,
  'chart/templates/_helpers.tpl': `{{- define "shop.jobs" -}}
- job_name: {{ .name }}
  scheme: https
  basic_auth: {username: a, password: ${SECRET}}
  tls_config:
    insecure_skip_verify: true
{{- end -}}
`,
  'roles/prometheus/templates/prometheus.yml.j2': `{# {{ ansible_managed }} #}
scrape_configs:
{% for job in jobs %}
  - job_name: "{{ job.name }}"
    scheme: https
{% if job.password is defined %}
    basic_auth: {username: a, password: "{{ job.password }}"}
{% else %}
    basic_auth: {username: a, password: ${SECRET}}
{% endif %}
    tls_config:
      insecure_skip_verify: {{ job.skip | default('true') }}
{% endfor %}
`,
  'terraform/prometheus.yml.tftpl': `scrape_configs:
%{ for host in hosts ~}
  - job_name: \${host}
    tls_config:
      insecure_skip_verify: true
    basic_auth: {username: \${user}, password: ${SECRET}}
    static_configs: [{targets: ["\${host}:9100"]}]
%{ endfor ~}
`,
  'argocd/application.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: stack}
spec:
  source:
    chart: kube-prometheus-stack
    helm:
      parameters:
        - {name: "prometheus.prometheusSpec.remoteWrite[0].tlsConfig.insecureSkipVerify", value: "true"}
      values: |
        prometheus:
          prometheusSpec:
            additionalScrapeConfigs:
              - job_name: argo
                basic_auth: {username: a, password: ${SECRET}}
                tls_config: {insecure_skip_verify: true}
`,
  'manifests/configuration.yaml': `apiVersion: v1
kind: Secret
metadata: {name: configuration, namespace: shop}
data:
  prometheus.yaml: ${ENCODED}
stringData:
  web.yml: "basic_auth_users:\\n  alice: ${SECRET}\\n"
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: prometheus, namespace: shop}
spec:
  template:
    spec:
      containers:
        - name: prometheus
          image: prom/prometheus:v3.5.0
          args: [--config.file=/etc/prometheus/prometheus.yaml, --web.enable-admin-api]
          volumeMounts: [{name: configuration, mountPath: /etc/prometheus}]
      volumes: [{name: configuration, secret: {secretName: configuration}}]
`,
  'kustomize/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
patches:
  - target: {kind: ServiceMonitor}
    patch: |
      - op: add
        path: /spec/endpoints/0/tlsConfig/insecureSkipVerify
        value: true
configMapGenerator:
  - name: metrics
    literals:
      - "prometheus.yml=scrape_configs: [{job_name: a, authorization: {credentials: ${SECRET}}}]"
`,
};
