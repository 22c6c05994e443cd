/** A `prometheus.yml` in which nothing is wrong. */
export const CLEAN = 'scrape_configs:\n  - job_name: node\n';

/** A `prometheus.yml` with one error, on line 4: a client that accepts any certificate. */
export const INSECURE = `scrape_configs:
  - job_name: node
    tls_config:
      insecure_skip_verify: true
`;

/** A `web.yml` with one warning, on line 2: a hash that is cheap to guess. */
export const WEAK = `basic_auth_users:
  ops: $2y$04$abcdefghijklmnopqrstuuJ4wdBbvfeBCs2IZ8v4QPUWQwzOtWmTG
tls_server_config: { cert_file: /etc/tls.crt, key_file: /etc/tls.key }
`;
