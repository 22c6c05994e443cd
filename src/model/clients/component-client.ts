import type { YamlDocument } from '../../documents/document.ts';
import { spanOf } from '../../parse/yaml-node.ts';
import { isTemplated, literal } from '../../text/written.ts';
import { clientOf } from './client.ts';
import { componentAt, type Component } from './component.ts';
import type { Mapping } from '../mapping.ts';
import type { Authentication, Client, TlsClient } from '../model.ts';
import { referenceOf } from './tls-client.ts';
import type { Place } from '../walk.ts';

// Extensions by which a client authenticates itself (opentelemetry-collector-contrib v0.140, extension/*).
const AUTHENTICATORS: ReadonlyMap<string, Authentication['kind']> = new Map<string, Authentication['kind']>([
  ['basicauth', 'basic'],
  ['bearertokenauth', 'token'],
  ['oauth2client', 'oauth2'],
  ['googleclientauth', 'token'],
  ['azure_auth', 'token'],
  ['sigv4auth', 'cloud'],
]);
const EXPORTERS: ReadonlyMap<string, string> = new Map([
  ['prometheusremotewrite', 'remote write exporter'],
  ['otlphttp', 'OTLP exporter'],
  ['otlp_http', 'OTLP exporter'],
  ['oauth2client', 'token request'],
]);
// A client of Go, whose redirects no field speaks of.
const REDIRECTS = { field: 'follow_redirects', areFollowedByDefault: false, isOptionIgnored: false };

/** The clients that an exporter of a Collector has, or an extension that asks for tokens. */
export function componentClientsAt(place: Place, document: YamlDocument): readonly Client[] {
  const component = componentAt(place, document);
  const role = component?.isWhole === true ? EXPORTERS.get(component.type) : undefined;
  if (component === undefined || role === undefined) return [];
  return place.mappings.map(mapping => {
    const client = clientOf(place, document, mapping, { isListed: true, tls: tlsOf(mapping) });
    return {
      ...client,
      label: labelOf(role, component, document),
      caField: 'tls.ca_file',
      authentications: [...client.authentications, ...authenticatorOf(mapping)],
      redirects: REDIRECTS,
    };
  });
}

function labelOf(role: string, { name }: Component, { name: resource }: YamlDocument): string {
  const label = name === '' ? `the ${role}` : `${role} "${name}"`;
  return resource === '' ? label : `${label} of ${resource}`;
}

/**
 * The TLS settings of a component (opentelemetry-collector config/configtls v1.46). With `insecure` and no CA all of
 * them are passed over, and what is encrypted is verified with the system's roots (ClientConfig.LoadTLSConfig).
 */
function tlsOf(mapping: Mapping): TlsClient | undefined {
  const block = mapping.pair('tls');
  const tls = mapping.mappings('tls')[0];
  if (block === undefined || tls === undefined) return undefined;
  const ca = referenceOf(tls, 'caPem', 'caFile');
  const insecure = tls.boolean('insecure');
  const spelled = { cert: 'cert_file', key: 'key_file', serverName: 'server_name_override' };
  const at = spanOf(block.key);
  if (insecure !== undefined && ca === undefined && (isTemplated(insecure) || insecure.value)) {
    return { at, isTemplated: isTemplated(insecure), spelled };
  }
  const flag = tls.boolean('insecureSkipVerify');
  const cert = referenceOf(tls, 'certPem', 'certFile');
  const key = referenceOf(tls, 'keyPem', 'keyFile');
  const serverName = tls.text('serverNameOverride');
  return {
    at,
    isTemplated: tls.isTemplated,
    spelled,
    ...(flag === undefined ? {} : { insecureSkipVerify: { ...flag, field: tls.spelled('insecureSkipVerify') } }),
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined || literal(serverName)?.value === '' ? {} : { serverName }),
  };
}

/** What a component is authenticated by, as the type of the extension tells. */
function authenticatorOf(mapping: Mapping): readonly Authentication[] {
  const written = literal(mapping.mappings('auth')[0]?.text('authenticator'));
  const [type = ''] = written?.value.split('/') ?? [];
  const kind = AUTHENTICATORS.get(type);
  return written === undefined || kind === undefined ? [] : [{ kind, field: 'auth.authenticator', at: written.span }];
}
