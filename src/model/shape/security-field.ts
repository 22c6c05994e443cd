import { camelOf } from '../role.ts';

// What holds settings of TLS or credentials, and what is one: prometheus/common config/http_config.go,
// exporter-toolkit web/tls_config.go, the operator's TLSConfig, SafeTLSConfig and HTTPConfig; in camel case.
const FIELDS: ReadonlySet<string> = new Set([
  'tlsConfig',
  'tls',
  'tlsServerConfig',
  'basicAuth',
  'basicAuthUsers',
  'authorization',
  'oauth2',
  'bearerToken',
  'bearerTokenFile',
  'bearerTokenSecret',
  'sigv4',
  'azuread',
  'azureAd',
  'googleIam',
  'httpConfig',
  'proxyConnectHeader',
  'followRedirects',
  'scheme',
  'ca',
  'cert',
  'key',
  'caFile',
  'certFile',
  'keyFile',
  'keySecret',
  'serverName',
  'insecureSkipVerify',
  'minVersion',
  'maxVersion',
  'username',
  'password',
  'passwordFile',
  'credentials',
  'credentialsFile',
  'clientSecret',
  'clientSecretFile',
  'smtpRequireTls',
  'requireTls',
]);

/** True where a path leads through settings of TLS or credentials, or to one. @param keys in any spelling. */
export function isOfSecurity(keys: readonly string[]): boolean {
  return keys.some(key => FIELDS.has(camelOf(key)));
}
