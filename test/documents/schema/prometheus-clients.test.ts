import { expect, test } from '@jest/globals';
import { departuresIn, wantedIn } from './wanted-departures.ts';

/** Configurations of which each line stands for itself; those of Prometheus' `config/testdata` are alike. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'remote write has a queue, headers and credentials that go together': `
remote_write:
  - name: first # want: url for remote_write is empty
  - url: http://first
    name: first # want: found multiple remote write configs with job name "first"
    headers:
      Authorization: x # want: authorization header must be changed via the basic_auth, authorization, oauth2, sigv4, azuread or google_iam parameter
      Host: x # want: Host is a reserved header. It must not be changed
    queue_config: ~ # want: remote write queue max_shards must be positive
  - url: http://second
    protobuf_message: v2 # want: invalid protobuf_message value: unknown type for remote write protobuf message v2, supported: prometheus.WriteRequest, io.prometheus.write.v2.Request
    queue_config:
      capacity: -1 # want: remote write queue capacity must be positive
      max_samples_per_send: ~ # want: remote write queue max_samples_per_send must be positive
      min_shards: 51 # want: remote write queue min_shards must not be greater than max_shards
      min_backoff: 6s # want: remote write queue max_backoff must not be less than min_backoff
    metadata_config: { send_interval: 0s } # want: non-positive interval for NewTicker
    write_relabel_configs: [~] # want: empty or null relabeling rule in remote write config
    sigv4: # want: must provide a AWS SigV4 Access key and Secret Key if credentials are specified in the SigV4 config
      access_key: x
  - url: http://third
    azuread:
      cloud: Azure # want: must provide a cloud in the Azure AD config
      scope: a<b # want: the provided scope contains invalid characters
      oauth: # want: must provide an Azure OAuth client_secret in the Azure AD config
        client_id: x # want: the provided Azure OAuth client_id is invalid
        tenant_id: x
  - { url: http://fourth, protobuf_message: ~ } # want: invalid protobuf_message value: unknown type for remote write protobuf message , supported: prometheus.WriteRequest, io.prometheus.write.v2.Request
  - { url: http://fifth, protobuf_message: '' } # want: invalid protobuf_message value: unknown type for remote write protobuf message , supported: prometheus.WriteRequest, io.prometheus.write.v2.Request
  - ~ # want: empty or null remote write config section
remote_read:
  - url: http://hunter2:x # want: invalid port after host
    required_matchers: { '': b } # want: "" is not a valid label name
`,
  'alerts go to a version of the API that is there': `
alerting:
  alert_relabel_configs: [~] # want: empty or null alert relabeling rule
  alertmanagers:
    - api_version: v1 # want: expected Alertmanager api version to be one of [v2] but got v1
      relabel_configs: [~] # want: empty or null Alertmanager target relabeling rule
    - api_version: v3 # want: expected Alertmanager api version to be one of [v2] but got v3
      static_configs:
        - targets: ['http://alertmanager:9093'] # want: it is not a valid hostname
`,
  'discoveries have what they need': `
scrape_configs:
  - job_name: first
    dns_sd_configs:
      - names: [a]
      - names: [a] # want: a port is required in DNS-SD configs for all record types except SRV
        type: a
      - names: [a]
        type: TXT # want: invalid DNS-SD records type TXT
      - names: [a]
        refresh_interval: 0 # want: non-positive interval for NewTicker
      - type: SRV # want: DNS-SD config must contain at least one SRV record name
    file_sd_configs:
      - files: [a.yml, a.txt] # want: path name "a.txt" is not valid for file discovery
      - files: [a.yml]
        refresh_interval: # want: non-positive interval for NewTicker
    aws_sd_configs:
      - role: ec2
        refresh_interval: 0s
    http_sd_configs:
      - url: ftp://host # want: URL scheme must be 'http' or 'https'
    consul_sd_configs:
      - server: ' ' # want: consul SD configuration requires a server address
      - ~ # want: empty or null section in consul_sd_configs
    azure_sd_configs:
      - tenant_id: a # want: azure SD configuration requires a subscription_id | azure SD configuration requires a client_id | azure SD configuration requires a client_secret
      - subscription_id: a
        authentication_method: ManagedIdentity
    scaleway_sd_configs:
      - role: instance
        project_id: 01234567-89ab-cdef-0123-456789abcdef
        access_key: SCW # want: scaleway-sdk-go: invalid access key format, expected SCWXXXXXXXXXXXXXXXXX format
        secret_key_file: /etc/key
        zone: paris # want: scaleway-sdk-go: invalid default zone format 'paris'
    nerve_sd_configs:
      - servers: [a]
        paths: [a] # want: nerve SD config paths must begin with '/': a
    oci_sd_configs:
      - region: a
        auth: instance_principal
        tenancy: a # want: oci_sd: instance_principal auth must not have tenancy, user, fingerprint, key_file, key_passphrase, or key_passphrase_file set
    triton_sd_configs:
      - account: a
        dns_suffix: a
        endpoint: a
        refresh_interval: 0s # want: triton SD configuration requires RefreshInterval to be a positive integer
    stackit_sd_configs:
      - project: a
      - region: '' # want: stackit_sd: endpoint and region missing
`,
  'the discovery in Kubernetes knows whom it asks': `
scrape_configs:
  - job_name: first
    kubernetes_sd_configs:
      - role: pods # want: unknown Kubernetes SD role "pods"
      - role: pod
        tls_config: {}
        follow_redirects: true
      - role: pod # want: to use custom HTTP client configuration please provide the 'api_server' URL explicitly
        tls_config: { insecure_skip_verify: true }
      - role: pod
        api_server: https://a
        kubeconfig_file: /etc/a # want: cannot use 'kubeconfig_file' and 'api_server' simultaneously
      - role: pod
        api_server: https://a
        namespaces: { own_namespace: true } # want: cannot use 'api_server' and 'namespaces.own_namespace' simultaneously
      - role: service
        selectors:
          - role: pod # want: service role supports only service selectors
          - role: service
            field: metadata.name # want: invalid selector
          - role: service # want: duplicated selector role: service
`,
  'tracing and OTLP have settings that go together': `
scrape_configs: []
tracing: # want: tracing endpoint must be set
  client_type: udp # want: expected tracing client type to be to be http or grpc, but got udp
  headers: { authorization: x } # want: custom authorization header configuration is not yet supported
otlp: # want: 'ignore_resource_attributes' cannot be configured unless 'promote_all_resource_attributes' is true
  ignore_resource_attributes: [a]
  promote_resource_attributes:
    - a
    - ' a ' # want: invalid 'promote_resource_attributes': duplicated promoted OTel resource attribute "a"
    - '' # want: invalid 'promote_resource_attributes': empty promoted OTel resource attribute
storage:
  tsdb:
    retention:
      size: -1GB # want: 'storage.tsdb.retention.size' must be greater than or equal to 0, got -1GB
      percentage: 101 # want: 'storage.tsdb.retention.percentage' must be in the range [0, 100], got 101
`,
};

for (const [name, text] of Object.entries(CONFIGURATIONS)) {
  test(name, () => {
    expect(departuresIn('prometheus.yml', text)).toStrictEqual(wantedIn(text));
  });
}
