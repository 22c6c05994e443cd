import { describe, expect, test } from '@jest/globals';
import { credentialsOf, fieldSketchesOf } from './credential-sketch.ts';

/** How else the only secret in a discovery can be had. */
function otherFormIn(discovery: string, spelling: 'prometheus' | 'ScrapeConfig'): string {
  const [path, text] =
    spelling === 'prometheus'
      ? ['prometheus.yml', `scrape_configs: [{job_name: a, ${discovery}}]\n`]
      : ['a.yaml', `apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nspec: {${discovery}}\n`];
  return fieldSketchesOf(credentialsOf(path, text))
    .map(sketch => sketch.replace(/ at .* \| literal/, ''))
    .join(', ');
}

const AWS = 'secret key | leave both keys out, so that the default credential chain of AWS finds some';
const OPENSTACK =
  'leave it out together with identity_endpoint and the user, so that all of them come from OS_* environment variables';

describe('a secret of a discovery has the other form of its service and no more', () => {
  test.each([
    ['consul', 'token', 'token | authorization.credentials_file'],
    ['consul', 'password', 'password | basic_auth.password_file'],
    ['azure', 'client_secret', 'client secret | set authentication_method to ManagedIdentity, WorkloadIdentity or SDK'],
    ['openstack', 'password', `password | ${OPENSTACK}`],
    ['openstack', 'application_credential_secret', `application credential secret | ${OPENSTACK}`],
    ['scaleway', 'secret_key', 'secret key | secret_key_file'],
    ['outscale', 'secret_key', 'secret key | secret_key_file'],
    ['ovhcloud', 'application_secret', 'application secret | no other form'],
    ['ovhcloud', 'consumer_key', 'consumer key | no other form'],
    ['uyuni', 'password', 'password | no other form'],
    ['marathon', 'auth_token', 'token | auth_token_file'],
    ['oci', 'key_passphrase', 'passphrase | key_passphrase_file'],
    ['stackit', 'service_account_key', 'service account key | service_account_key_path (an absolute path)'],
    ['stackit', 'private_key', 'signing key | private_key_path (an absolute path)'],
    ...['aws', 'ec2', 'ecs', 'elasticache', 'lightsail', 'msk', 'rds'].map(name => [name, 'secret_key', AWS] as const),
    ['unheard_of', 'password', 'password | no other form'],
  ])('%s: %s', (service, field, sketch) => {
    expect(otherFormIn(`${service}_sd_configs: [{${field}: hunter2}]`, 'prometheus')).toBe(sketch);
  });

  test.each([
    ['consulSDConfigs: [{tokenRef: {name: a, key: b}, token: hunter2}]', 'token | object'],
    ['openstackSDConfigs: [{password: hunter2}]', 'password | object'],
    ['lightSailSDConfigs: [{secretKey: hunter2}]', 'secret key | object'],
    ['ovhcloudSDConfigs: [{applicationSecret: {name: a, key: b}}]', ''],
  ])('in a custom resource that is an object: %s', (discovery, sketch) => {
    expect(otherFormIn(discovery, 'ScrapeConfig')).toBe(sketch);
  });
});

describe('a secret of a client has the other form that its field has', () => {
  test.each([
    ['sigv4: {access_key: a, secret_key: hunter2}', AWS],
    [
      'azuread: {oauth: {client_id: a, client_secret: hunter2}}',
      'client secret | authenticate with managed_identity, workload_identity, sdk or certificate in its place',
    ],
    ['azuread: {certificate: {certificate_password: hunter2}}', 'password | no other form'],
    ['oauth2: {client_secret: hunter2}', 'client secret | client_secret_file'],
    [
      'oauth2: {client_certificate_key: "-----BEGIN x-----"}',
      'private key at remote_write[].oauth2.client_certificate_key | reference | client_certificate_key_file (an absolute path)',
    ],
    ['oauth: {client_secret: hunter2}', ''],
    ['certificate: {certificate_password: hunter2}', ''],
  ])('%s', (fields, sketch) => {
    const found = fieldSketchesOf(credentialsOf('prometheus.yml', `remote_write: [{${fields}}]\n`));
    expect(found.map(line => line.replace(/ at .* \| literal/, '')).join(', ')).toBe(sketch);
  });
});

/** The secrets in values that set the password of Grafana. */
function grafanaPasswords(password: string): readonly string[] {
  const text = `prometheus: {x: {grafana: {adminPassword: ${password}}, tlsConfig: {}}}\n`;
  return fieldSketchesOf(credentialsOf('values.yaml', text));
}

describe('in values', () => {
  test('users of the pushgateway have passwords in clear, of which the chart makes hashes', () => {
    const users = 'a: hunter2, b: $2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze, c: admin, d: changeme';
    const text = `prometheus-pushgateway: {webConfiguration: {basicAuthUsers: {${users}}}, serviceMonitor: {tlsConfig: {}}}\n`;
    expect(fieldSketchesOf(credentialsOf('values.yaml', text)).map(line => line.replace(/.*\./, ''))).toEqual([
      'a | literal | no other form',
      'b | hash | no other form',
      'c | default | no other form',
      'd | placeholder | no other form',
    ]);
  });

  test('the password of Grafana is one only where it is the one that the chart came with', () => {
    expect(grafanaPasswords('prom-operator')).toEqual([
      'password at prometheus.x.grafana.adminPassword | default | name a Secret in admin.existingSecret',
    ]);
    expect(['hunter2', 'changeme', '""', '"{{ a }}"'].flatMap(grafanaPasswords)).toEqual([]);
  });
});
