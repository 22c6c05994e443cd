import { wordsFrom } from './words.mjs';

/** The text of a small prometheus.yml with nothing to find. */
export const SMALL_CONFIGURATION = `global:
  scrape_interval: 30s
scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: [localhost:9090]
  - job_name: node
    scheme: https
    tls_config:
      ca_file: ca.pem
      server_name: node.example.com
    static_configs:
      - targets: [node.example.com:9100]
`;

/** The text of a prometheus.yml of so many jobs, of which one in 20 does not verify its targets. */
export function configuration(seed, count = 20) {
  const words = wordsFrom(seed);
  const jobs = Array.from({ length: count }, (_, job) => scrapeConfiguration(words, job));
  return `global:
  scrape_interval: 30s
  external_labels:
    cluster: ${words.word()}
rule_files:
  - rules/*.yml
scrape_configs:
${jobs.join('')}`;
}

function scrapeConfiguration(words, job) {
  return `  - job_name: ${words.word()}-${job}
    scheme: https
    authorization:
      credentials_file: /etc/prometheus/secrets/${words.word()}
    tls_config:
      ca_file: /etc/prometheus/certs/ca.pem
${job % 20 === 7 ? '      insecure_skip_verify: true\n' : ''}    static_configs:
      - targets:
          - ${words.word()}.example.com:${9000 + words.number(999)}
          - ${words.word()}.example.com:${9000 + words.number(999)}
    relabel_configs:
      - source_labels: [__address__]
        regex: (.+):\\d+
        target_label: ${words.word()}
`;
}

/** The text of a ConfigMap that carries a whole prometheus.yml. */
export function configMap(seed) {
  const embedded = configuration(seed).replaceAll(/^(?=.)/gm, '    ');
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: prometheus-${seed}
data:
  prometheus.yml: |
${embedded}`;
}

/** The text of a ServiceMonitor of three endpoints, one of which is not verified. */
export function serviceMonitor(seed) {
  const words = wordsFrom(seed);
  const endpoints = ['https-metrics', 'https-main', 'https-self'].map(
    (port, number) => `    - port: ${port}
      scheme: https
      interval: ${30 + words.number(60)}s
      bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
      metricRelabelings:
        - action: drop
          regex: ${words.word()}_(${words.word()}|${words.word()})_total
          sourceLabels: [__name__]
      tlsConfig:
        ${number === 1 ? 'insecureSkipVerify: true' : 'caFile: /etc/prometheus/certs/ca.pem'}
`,
  );
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: ${words.word()}-${seed}
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: ${words.word()}
  endpoints:
${endpoints.join('')}`;
}

/**
 * The text of a web.yml with a well-formed bcrypt hash: 22 characters of salt and 31 of hash, each ending in one that
 * leaves the bits beyond its last byte empty.
 */
export function webConfiguration(seed) {
  const letters = wordsFrom(seed).sentence(30).replaceAll(' ', '');
  const hash = `$2y$12$${letters.slice(0, 21)}e${letters.slice(21, 51)}e`;
  return `tls_server_config:
  cert_file: server.pem
  key_file: server.key
  min_version: TLS12
basic_auth_users:
  scraper: ${hash}
`;
}
