/**
 * A chart template, by the paths of its chart: a ServiceMonitor with as many endpoints. Each endpoint has five actions,
 * and of twenty one has verification switched off where nothing is set.
 *
 * @param padding how many characters each endpoint has in a label.
 */
export function monitorChart(endpoints, padding = 10) {
  const entries = Array.from({ length: endpoints }, (_, number) => endpoint(number, padding));
  return {
    'Chart.yaml': 'apiVersion: v2\nname: monitors\nversion: 1.0.0\n',
    'templates/servicemonitor.yaml': `{{- if .Values.monitor.enabled }}\n${HEAD}${entries.join('')}{{- end }}\n`,
  };
}

/** What is left of the template of {@link monitorChart} without its actions, as YAML in which no key comes twice. */
export function maskedMonitor(endpoints, padding = 10) {
  const template = monitorChart(endpoints, padding)['templates/servicemonitor.yaml'];
  return template
    .split('\n')
    .map(line => line.replace(/\{\{.*\}\}/, ''))
    .map(line => (line.trim() === '' ? '' : line))
    .join('\n')
    .replaceAll('      tlsConfig:\n\n', '\n\n');
}

const HEAD = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .Release.Name }}
spec:
  selector: {}
  endpoints:
`;

function endpoint(number, padding) {
  return `    - port: {{ .Values.monitor.port${number} }}
      scheme: https
      interval: 30s
      params:
        name: [${'a'.repeat(padding)}]
      {{- with .Values.monitor.tlsConfig${number} }}
      tlsConfig:
        {{- toYaml . | nindent 8 }}
      {{- else }}
      tlsConfig:
        serverName: server-${number}.example.com
        insecureSkipVerify: ${number % 20 === 0}
      {{- end }}
      relabelings:
        - sourceLabels: [__meta_kubernetes_pod_node_name]
          targetLabel: node
          action: replace
`;
}
