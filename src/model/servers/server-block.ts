import { isNull, spanOf, type YamlPair } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import { isTemplated, literal, type Written } from '../../text/written.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Header, RateLimit, Replaced, ServerHeaders, ServerHttp, ServerTls } from './server-settings.ts';

// Of each two the first counts (exporter-toolkit v0.17, web/tls_config.go), and the operator refuses both.
const REPLACING = [
  ['certFile', 'cert'],
  ['keyFile', 'key'],
  ['keyFile', 'keySecret'],
  ['clientCaFile', 'clientCa'],
  ['clientCAFile', 'client_ca'],
] as const;

// Of these any one that is not empty turns TLS on (web/tls_config.go, ConfigToTLSConfig).
const SWITCHES = [...new Set([...REPLACING.flat(), 'clientAuthType'])];

// What the fields of a resource stand for (prometheus-operator v0.93, pkg/apis/monitoring/v1, WebHTTPHeaders).
const HEADERS: ReadonlyMap<string, string> = new Map([
  ['contentSecurityPolicy', 'Content-Security-Policy'],
  ['xFrameOptions', 'X-Frame-Options'],
  ['xContentTypeOptions', 'X-Content-Type-Options'],
  ['xXSSProtection', 'X-XSS-Protection'],
  ['strictTransportSecurity', 'Strict-Transport-Security'],
]);
const CERTIFICATE = 'BEGIN CERTIFICATE';
const NO_FILE = '/dev/null';

/** The TLS settings in a block, with the place of the block. */
export function serverTlsOf(tls: Mapping, at: ServerTls['at']): ServerTls {
  const clientAuthType = filled(tls.text('clientAuthType'));
  const suites = tls.pair('cipherSuites');
  const sans = tls.pair('clientAllowedSans');
  const hasNames = sans?.value.kind === 'list' && sans.value.items.length > 0;
  const minVersion = versionOf(tls, 'minVersion');
  const maxVersion = versionOf(tls, 'maxVersion');
  return {
    at,
    isTemplated: tls.isTemplated,
    hasEmptyClientCa: hasEmptyClientCa(tls),
    cipherSuites: tls.texts('cipherSuites'),
    curvePreferences: tls.texts('curvePreferences'),
    replaced: REPLACING.flatMap(([by, field]) => replacedIn(tls, field, by)),
    spelled: spellingIn(tls),
    ...(suites === undefined ? {} : { cipherSuitesAt: spanOf(suites.key) }),
    ...(clientAuthType === undefined ? {} : { clientAuthType }),
    ...(hasNames ? { allowedNames: { value: sans.key.text, span: spanOf(sans.key) } } : {}),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
  };
}

/** Whether a block of TLS settings turns TLS on. */
export function encryptionOf(tls: Mapping): 'tls' | 'plain' | 'unknown' {
  const values = SWITCHES.flatMap(field => tls.pair(field)?.value ?? []);
  const isSet = values.some(value =>
    value.kind === 'map' ? value.pairs.length > 0 : value.kind === 'scalar' && value.text !== '' && !isUnsure(value),
  );
  if (isSet) return 'tls';
  return tls.isTemplated || values.some(isUnsure) ? 'unknown' : 'plain';
}

function isUnsure(value: YamlPair['value']): boolean {
  return value?.kind === 'scalar' && holdsTemplate(value.text);
}

/** What is written of HTTP in a block. */
export function serverHttpOf(http: Mapping): ServerHttp {
  const http2 = http.boolean('http2');
  const headers = headersOf(http);
  return { ...(http2 === undefined ? {} : { http2 }), ...(headers === undefined ? {} : { headers }) };
}

function headersOf(http: Mapping): ServerHeaders | undefined {
  const pair = http.pair('headers');
  if (pair?.value.kind !== 'map') return undefined;
  const blocks = mappingsOf(pair.value, http.spelling);
  const entries = pair.value.pairs.flatMap(entry => headerOf(entry));
  return { at: spanOf(pair.key), isTemplated: blocks.some(block => block.isTemplated), entries };
}

function headerOf({ key, value }: YamlPair): readonly Header[] {
  if (key.text === '<<' || (value !== undefined && value.kind !== 'scalar')) return [];
  const known = HEADERS.get(key.text);
  const span = spanOf(value ?? key);
  const text = value === undefined || isNull(value) ? '' : value.text;
  return [
    {
      name: { value: known ?? printable(key.text), span: spanOf(key) },
      value: holdsTemplate(text) ? { template: text, span } : { value: text, span },
      isChecked: known !== undefined,
    },
  ];
}

/** The limit on requests that a server has, where one is written. */
export function rateLimitOf(server: Mapping): RateLimit | undefined {
  const pair = server.pair('rateLimit');
  const [limit] = server.mappings('rateLimit');
  if (pair === undefined || limit === undefined || limit.isTemplated) return undefined;
  const interval = limit.text('interval');
  const burst = limit.text('burst');
  return {
    at: spanOf(pair.key),
    ...(interval === undefined ? {} : { interval }),
    ...(burst === undefined ? {} : { burst }),
  };
}

function replacedIn(tls: Mapping, field: string, by: string): readonly Replaced[] {
  const pair = tls.pair(field);
  const isSet = pair?.value.kind === 'map' ? pair.value.pairs.length > 0 : filled(tls.text(field)) !== undefined;
  const winner = filled(tls.text(by));
  if (pair === undefined || !isSet || winner === undefined || isTemplated(winner)) return [];
  return [{ field: { value: pair.key.text, span: spanOf(pair.key) }, by: tls.spelled(by) }];
}

function hasEmptyClientCa(tls: Mapping): boolean {
  const file = literal(tls.text('clientCaFile') ?? tls.text('clientCAFile'))?.value ?? '';
  if (file !== '') return file === NO_FILE;
  const text = literal(tls.text('clientCa'))?.value ?? '';
  return text !== '' && !text.includes(CERTIFICATE);
}

/** The operator leaves out a version that is empty; the toolkit refuses it. */
function versionOf(tls: Mapping, field: string): Written<string> | undefined {
  const version = tls.text(field);
  return tls.spelling === 'snake' ? version : filled(version);
}

function filled(written: Written<string> | undefined): Written<string> | undefined {
  return literal(written)?.value === '' ? undefined : written;
}

function spellingIn(tls: Mapping): ServerTls['spelled'] {
  const isSnake = tls.spelled('clientAuthType').includes('_');
  return {
    cert: isSnake ? 'cert_file' : 'cert',
    key: isSnake ? 'key_file' : 'keySecret',
    clientCa: isSnake ? 'client_ca_file' : 'client_ca',
    clientAuthType: tls.spelled('clientAuthType'),
    cipherSuites: tls.spelled('cipherSuites'),
    curvePreferences: tls.spelled('curvePreferences'),
  };
}
