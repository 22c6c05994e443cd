import { expect, test } from '@jest/globals';
import { isOfSecurity } from '../../../src/model/shape/security-field.ts';

test.each([
  ['http_config.go of prometheus/common', 'basic_auth authorization oauth2 bearer_token bearer_token_file tls_config'],
  ['the same, of the proxy and redirects', 'proxy_connect_header follow_redirects'],
  ['its TLSConfig', 'ca cert key ca_file cert_file key_file server_name insecure_skip_verify min_version max_version'],
  ['its BasicAuth and Authorization', 'username password password_file credentials credentials_file'],
  ['its OAuth2', 'client_secret client_secret_file'],
  ['the receivers of Alertmanager', 'http_config smtp_require_tls require_tls'],
  ['remote write', 'sigv4 azuread google_iam'],
  ['web.yml', 'tls_server_config basic_auth_users'],
  ['the operator', 'bearerTokenSecret keySecret azureAd tlsConfig scheme'],
])('a path through a field of %s is one of security', (_, fields) => {
  for (const field of fields.split(' ')) {
    expect([field, isOfSecurity(['scrape_configs', field, 'x'])]).toEqual([field, true]);
  }
});

test('a path through other fields is none', () => {
  expect(isOfSecurity(['scrape_configs', 'relabel_configs', 'source_labels', 'job_name', 'tls-config'])).toBe(false);
  expect(isOfSecurity([])).toBe(false);
});
