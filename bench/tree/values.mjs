import { wordsFrom } from './words.mjs';

/** The size of {@link stackValues}, which is that of the values of kube-prometheus-stack, in bytes. */
export const STACK_VALUES_BYTES = 200_000;

/** Places in {@link stackValues} where verification is plainly switched off: a remote write and a scrape job. */
export const STACK_VALUES_FAULTS = 2;

const COMPONENTS = ['kubeApiServer', 'kubelet', 'kubeControllerManager', 'coreDns', 'kubeEtcd', 'kubeScheduler'];

/**
 * The text of Helm values of the shape of kube-prometheus-stack: sections of components and monitors in which two
 * lines of five are comments, and a Prometheus with remote writes and scrape jobs of its own.
 */
export function stackValues(seed) {
  const words = wordsFrom(seed);
  const parts = COMPONENTS.map(component => `${component}:\n  enabled: true\n${monitor(words)}`);
  parts.push(operator(words), prometheus(words));
  let length = parts.join('\n').length;
  for (let section = 0; length < STACK_VALUES_BYTES; section++) {
    const part = `prometheus-${words.word()}-exporter-${section}:\n${workload(words)}${monitor(words)}`;
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join('\n');
}

function prometheus(words) {
  const writes = Array.from({ length: 20 }, (_, number) => remoteWrite(words, number));
  const jobs = Array.from({ length: 40 }, (_, number) => scrapeConfiguration(words, number));
  return `${comment(words, '', 3)}prometheus:
  enabled: true
  ingress:
    enabled: false
    annotations: {}
    hosts: []
${comment(words, '    ', 4)}    tls: []
${monitor(words)}
  prometheusSpec:
    retention: 10d
    externalLabels:
      cluster: ${words.word()}
${comment(words, '    ', 6)}    remoteWrite:
${writes.join('')}
${comment(words, '    ', 12)}    additionalScrapeConfigs:
${jobs.join('')}
${comment(words, '    ', 4)}    additionalConfig: {}
  additionalServiceMonitors: []
`;
}

function remoteWrite(words, number) {
  return `      - url: https://${words.word()}-${number}.example.com/api/v1/write
        remoteTimeout: 30s
        basicAuth:
          username:
            name: ${words.word()}-write
            key: username
          password:
            name: ${words.word()}-write
            key: password
        tlsConfig:
${number === 7 ? '          insecureSkipVerify: true' : '          ca:\n            secret:\n              name: ca\n              key: ca.pem'}
        writeRelabelConfigs:
${comment(words, '          ', 2)}          - sourceLabels: [__name__]
            regex: "${words.word()}_(${words.word()}|${words.word()})_.*"
            action: drop
`;
}

function scrapeConfiguration(words, number) {
  return `      - job_name: ${words.word()}-${number}
        scheme: https
        authorization:
          credentials_file: /etc/prometheus/secrets/${words.word()}
        tls_config:
${number === 7 ? '          insecure_skip_verify: true' : '          ca_file: /etc/prometheus/certs/ca.pem'}
        kubernetes_sd_configs:
          - role: node
        relabel_configs:
          - action: labelmap
            regex: __meta_kubernetes_node_label_(.+)
          # ${words.sentence(9)}
          - source_labels: [__address__]
            target_label: ${words.word()}
`;
}

function operator(words) {
  return `${comment(words, '', 3)}prometheusOperator:
  enabled: true
  admissionWebhooks:
    enabled: true
    failurePolicy: ""
${comment(words, '    ', 5)}    timeoutSeconds: 10
${workload(words)}${monitor(words)}`;
}

/** Entries that Helm values have of every workload. */
function workload(words) {
  return `${comment(words, '  ', 2)}  image:
    registry: registry.example.com
    repository: ${words.word()}/${words.word()}
    tag: ""
    pullPolicy: IfNotPresent
${comment(words, '  ', 4)}  resources: {}
  # limits:
  #   cpu: ${words.number(900)}m
  #   memory: ${words.number(900)}Mi
  nodeSelector:
    kubernetes.io/os: linux
${comment(words, '  ', 3)}  tolerations: []
  # - key: "key"
  #   operator: "Equal"
  securityContext:
    runAsNonRoot: true
    runAsUser: 65534
    capabilities:
      drop:
        - ALL
  extraArgs:
    - --log.level=info
    - '--web.timeout=${words.number(60)}s'
`;
}

function monitor(words) {
  return `${comment(words, '  ', 2)}  serviceMonitor:
    enabled: true
${comment(words, '    ', 1)}    interval: ""
${comment(words, '    ', 1)}    scrapeTimeout: ""
    selector:
      matchLabels:
        component: ${words.word()}
${comment(words, '    ', 3)}    tlsConfig: {}
${comment(words, '    ', 4)}    metricRelabelings:
      - action: drop
        regex: (${words.word()}|${words.word()})_(sum|count)
        sourceLabels:
          - __name__
          - le
${comment(words, '    ', 3)}    relabelings: []
    # - sourceLabels: [__meta_kubernetes_pod_node_name]
    #   targetLabel: ${words.word()}
`;
}

function comment(words, indentation, lines) {
  const sentences = Array.from({ length: lines }, () => `${indentation}## ${words.sentence(9)}\n`);
  return `\n${sentences.join('')}${indentation}##\n`;
}
