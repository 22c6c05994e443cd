import { wordsFrom } from './words.mjs';

/**
 * The files of a Helm chart, by their path in it: Chart.yaml, values.yaml and eight templates. A monitored chart has a
 * ServiceMonitor among its templates, with the TLS settings left to the values.
 */
export function chart(seed, isMonitored) {
  const words = wordsFrom(seed);
  const name = `${words.word()}-${seed}`;
  return {
    'Chart.yaml': chartFile(name, words),
    'values.yaml': values(name, words, isMonitored),
    'templates/_names.tpl': namedTemplates(name),
    'templates/configmap.yaml': guarded(name, 'config', 'v1', 'ConfigMap', settings(words)),
    'templates/deployment.yaml': guarded(name, 'deployment', 'apps/v1', 'Deployment', podSpecification(name, words)),
    'templates/hpa.yaml': guarded(name, 'autoscaling', 'autoscaling/v2', 'HorizontalPodAutoscaler', scaling(name)),
    'templates/ingress.yaml': guarded(name, 'ingress', 'networking.k8s.io/v1', 'Ingress', ingress(name)),
    'templates/prometheusrule.yaml': guarded(
      name,
      'rules',
      'monitoring.coreos.com/v1',
      'PrometheusRule',
      alerts(words),
    ),
    'templates/service.yaml': guarded(name, 'service', 'v1', 'Service', service(name)),
    ...(isMonitored
      ? {
          'templates/servicemonitor.yaml': guarded(
            name,
            'monitor',
            'monitoring.coreos.com/v1',
            'ServiceMonitor',
            monitor(name),
          ),
        }
      : { 'templates/pdb.yaml': guarded(name, 'disruption', 'policy/v1', 'PodDisruptionBudget', disruption(name)) }),
  };
}

function chartFile(name, words) {
  return `apiVersion: v2
name: ${name}
description: ${words.sentence(8)}
type: application
version: 0.${words.number(90)}.${words.number(10)}
appVersion: "1.${words.number(40)}.0"
home: https://charts.example.com/${name}
maintainers:
  - name: ${words.word()}
`;
}

function values(name, words, isMonitored) {
  const sections = Array.from(
    { length: 110 },
    (_, number) => `# -- ${words.sentence(8)}
${words.name()}${number}:
  enabled: ${words.number(2) === 0}
  ${words.name()}: ${words.number(4000)}
  ${words.name()}: ""
`,
  );
  const monitoring = isMonitored ? 'monitor:\n  enabled: false\n  interval: 30s\n  tlsConfig: {}\n' : '';
  return `nameOverride: ""
image:
  repository: registry.example.com/${name}
  tag: ""
${monitoring}${sections.join('')}`;
}

function namedTemplates(name) {
  return `{{/* The name of the chart, cut to what a label may hold. */}}
{{- define "${name}.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "${name}.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/name: {{ include "${name}.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
`;
}

function guarded(name, section, apiVersion, kind, body) {
  return `{{- if .Values.${section}.enabled }}
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: {{ include "${name}.name" . }}-${section}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "${name}.labels" . | nindent 4 }}
    {{- with .Values.${section}.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.${section}.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
${body}{{- end }}
`;
}

function settings(words) {
  const lines = Array.from({ length: 60 }, () => `    ${words.name()} = {{ .Values.${words.name()} | quote }}\n`);
  return `data:\n  settings.ini: |\n${lines.join('')}`;
}

function podSpecification(name, words) {
  const variables = Array.from(
    { length: 20 },
    () => `            - name: ${words.name()}
              value: {{ .Values.${words.name()} | default ${words.number(900)} | quote }}
`,
  );
  return `spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ include "${name}.name" . }}
  template:
    metadata:
      annotations:
        checksum/config: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}
      labels:
        {{- include "${name}.labels" . | nindent 8 }}
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          env:
${variables.join('')}          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
`;
}

function scaling(name) {
  return `spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "${name}.name" . }}
  minReplicas: {{ .Values.autoscaling.minReplicas }}
  maxReplicas: {{ .Values.autoscaling.maxReplicas }}
`;
}

function ingress(name) {
  return `spec:
  {{- with .Values.ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  rules:
    {{- range .Values.ingress.hosts }}
    - host: {{ .host | quote }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ .path }}
            backend:
              service:
                name: {{ include "${name}.name" $ }}
          {{- end }}
    {{- end }}
`;
}

function alerts(words) {
  const rules = Array.from({ length: 16 }, () => {
    const alert = words.name();
    return `{{- if not (.Values.rules.disabled.${alert} | default false) }}
        - alert: ${alert}
          annotations:
            description: '{{\`{{\`}} $labels.namespace {{\`}}\`}}: ${words.sentence(9)}'
            runbook_url: {{ .Values.rules.runbookUrl }}/${alert}
          expr: |-
            sum by (${words.word()}) (rate(${words.word()}_total{job="{{ .Values.rules.job }}"}[5m])) > ${words.number(90)}
          for: {{ .Values.rules.for | default "10m" }}
{{- end }}
`;
  });
  return `spec:\n  groups:\n    - name: {{ .Release.Name }}.rules\n      rules:\n${rules.join('')}`;
}

function service(name) {
  return `spec:
  type: {{ .Values.service.type }}
  ports:
    - port: {{ .Values.service.port }}
      targetPort: http
  selector:
    app.kubernetes.io/name: {{ include "${name}.name" . }}
`;
}

function disruption(name) {
  return `spec:
  minAvailable: {{ .Values.disruption.minAvailable }}
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ include "${name}.name" . }}
`;
}

function monitor(name) {
  return `spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ include "${name}.name" . }}
  endpoints:
    - port: http
      interval: {{ .Values.monitor.interval }}
      {{- if .Values.monitor.tlsConfig }}
      scheme: https
      tlsConfig:
        {{- toYaml .Values.monitor.tlsConfig | nindent 8 }}
      {{- else }}
      tlsConfig:
        insecureSkipVerify: {{ .Values.monitor.insecure }}
      {{- end }}
`;
}
