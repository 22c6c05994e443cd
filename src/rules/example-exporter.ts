/** A repository with a Prometheus and an exporter beside it, which serves `node.pem` as `node1.internal`. */
export const EXPORTER = {
  'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml]
    volumes: ['./:/etc/prometheus:ro']
  node:
    image: quay.io/prometheus/node-exporter:v1.9.1
    hostname: node1.internal
    command: [--web.config.file=/etc/node/web.yml]
    volumes: ['./node:/etc/node:ro']
`,
  'node/web.yml': `tls_server_config:
  cert_file: node.pem
  key_file: /run/secrets/node.key
`,
} as const;
