import type { Fix } from '../findings/finding.ts';
import { cipherSuiteKindOf, servesHttp2 } from '../model/servers/cipher-suite.ts';
import type { Server } from '../model/model.ts';
import type { Header, ServerTls } from '../model/servers/server-settings.ts';
import { fixBy } from './fix-by.ts';
import { respellingOf } from './respelling.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/source.ts';
import { isTemplated, literal, type Written } from '../text/written.ts';

/** Something that a server, or the operator that makes its configuration, refuses. */
interface ServerFault {
  readonly at: Span;
  /** The kind of value, in words. */
  readonly kind: string;
  /** What it says. */
  readonly error: string;
  readonly remedy: string;
  readonly fix?: Fix;
}

// exporter-toolkit v0.17, web/tls_config.go and web/handler.go.
const VERSIONS = ['TLS10', 'TLS11', 'TLS12', 'TLS13'];
const CURVES = ['CurveP256', 'CurveP384', 'CurveP521', 'X25519'];
const POLICIES = new Set([
  'NoClientCert',
  'RequestClientCert',
  'RequireClientCert',
  'RequireAnyClientCert',
  'VerifyClientCertIfGiven',
  'RequireAndVerifyClientCert',
]);
const HEADER_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Strict-Transport-Security', []],
  ['X-Content-Type-Options', ['nosniff']],
  ['X-Frame-Options', ['deny', 'sameorigin']],
  ['X-XSS-Protection', []],
  ['Content-Security-Policy', []],
]);

/** What keeps a server from starting, apart from hashes and from what certificates hold. */
export function* serverFaultsOf(server: Server): Generator<ServerFault> {
  const { tls, http, misnamed, users } = server;
  if (misnamed !== undefined) {
    const error = `field ${misnamed.value} not found in type web.Config`;
    const remedy = 'write tls_server_config';
    yield {
      at: misnamed.span,
      kind: 'field',
      error,
      remedy,
      ...fixed(misnamed.mending && fixBy(misnamed.mending, remedy)),
    };
  }
  for (const { name, nameAt } of users.filter(user => user.isRepeated)) {
    const error = `key "${name}" already set in map`;
    yield { at: nameAt, kind: `user ${name}`, error, remedy: 'keep one of the two' };
  }
  if (tls !== undefined) yield* tlsFaultsOf(server, tls);
  for (const header of http?.headers?.entries ?? []) yield* headerFaultsOf(header);
}

function* tlsFaultsOf(server: Server, tls: ServerTls): Generator<ServerFault> {
  const { spelled } = tls;
  yield* missingPartOf(server, tls);
  yield* doubleFieldsOf(tls);
  yield* foreignNames([tls.minVersion, tls.maxVersion], VERSIONS, 'TLS version', 'write TLS12 or TLS13');
  const suites = tls.cipherSuites.filter(suite => cipherSuiteKindOf(literal(suite)?.value ?? '') === 'unknown');
  yield* foreignNames(suites, [], 'cipher', 'write a name that Go knows, or remove it');
  yield* foreignNames(tls.curvePreferences, CURVES, 'curve', `write one of ${CURVES.join(', ')}`);
  const policy = literal(tls.clientAuthType);
  if (policy !== undefined && !POLICIES.has(policy.value)) {
    const error = `invalid ClientAuth: ${printable(policy.value)}`;
    const fix = respellingOf(policy, [...POLICIES]);
    const remedy = fix?.title ?? 'write RequireAndVerifyClientCert';
    yield { at: policy.span, kind: 'client verification', error, remedy, ...fixed(fix) };
  }
  const { clientCa } = server;
  const isWithoutPolicy = tls.clientAuthType === undefined || policy?.value === 'NoClientCert';
  if (clientCa !== undefined && isWithoutPolicy && server.isComplete && !isUnsure(clientCa)) {
    yield {
      at: clientCa.to === 'file' ? clientCa.path.span : clientCa.at,
      kind: 'client verification',
      error: "client CA's have been configured without a Client Auth Policy",
      remedy: `write ${spelled.clientAuthType}: RequireAndVerifyClientCert`,
    };
  }
  if (suites.length === 0) yield* http2FaultOf(server, tls);
}

function isUnsure(reference: NonNullable<Server['clientCa']>): boolean {
  return reference.to === 'file' && isTemplated(reference.path);
}

function* missingPartOf(server: Server, tls: ServerTls): Generator<ServerFault> {
  const { cert, key, isComplete, encryption, isOfOperator } = server;
  const isMeant = encryption === 'tls' || (isOfOperator && encryption === 'plain');
  const isWhole = cert !== undefined && key !== undefined;
  if (!isComplete || !isMeant || isWhole) return;
  // The operator looks for the key first, the server for the certificate.
  const isKey = isOfOperator ? key === undefined : cert !== undefined;
  const error = isOfOperator
    ? `TLS ${isKey ? 'private key' : 'certificate'} must be defined`
    : `missing one of ${isKey ? 'key or key_file' : 'cert or cert_file'}`;
  const both = cert === undefined && key === undefined;
  const remedy = both ? `set ${tls.spelled.cert} and ${tls.spelled.key}` : `set ${tls.spelled[isKey ? 'key' : 'cert']}`;
  yield { at: tls.at, kind: 'certificate', error, remedy };
}

/** A field beside the one that names a file in its place, which the operator does not take; a `web.yml` may have both. */
function* doubleFieldsOf({ replaced }: ServerTls): Generator<ServerFault> {
  for (const { field, by } of replaced.filter(one => !one.by.includes('_'))) {
    const error = `cannot specify both ${field.value} and ${by}`;
    yield { at: field.span, kind: `field ${field.value}`, error, remedy: 'keep one of the two' };
  }
}

/** The names among texts that are not known; of an empty list none is. */
function* foreignNames(
  written: readonly (Written<string> | undefined)[],
  known: readonly string[],
  kind: string,
  remedy: string,
): Generator<ServerFault> {
  for (const text of written) {
    const name = literal(text);
    if (name === undefined || known.includes(name.value)) continue;
    const fix = respellingOf(name, known);
    yield {
      at: name.span,
      kind,
      error: `unknown ${kind}: ${printable(name.value)}`,
      remedy: fix?.title ?? remedy,
      ...fixed(fix),
    };
  }
}

/** golang.org/x/net/http2, ConfigureServer, which runs when the server begins to listen. */
function* http2FaultOf(server: Server, tls: ServerTls): Generator<ServerFault> {
  const { http, isComplete, encryption, protocol } = server;
  const names = tls.cipherSuites.flatMap(suite => literal(suite)?.value ?? []);
  const [first] = tls.cipherSuites;
  const isKnown = names.length === tls.cipherSuites.length && isComplete && encryption === 'tls';
  const mayBeOff = http?.http2 !== undefined && (isTemplated(http.http2) || !http.http2.value);
  const least = tls.minVersion;
  const mayBeLatest = least !== undefined && (isTemplated(least) || least.value === 'TLS13');
  if (first === undefined || protocol !== 'http' || !isKnown || mayBeOff || mayBeLatest || names.some(servesHttp2))
    return;
  yield {
    at: tls.cipherSuitesAt ?? first.span,
    kind: 'cipher suites for HTTP/2',
    error: `${tls.spelled.cipherSuites} is missing an HTTP/2-required AES_128_GCM_SHA256 cipher, which promtool does not see`,
    remedy: 'add TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 and TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  };
}

function* headerFaultsOf({ name, value, isChecked }: Header): Generator<ServerFault> {
  if (isChecked || /\{\{|\$\{/.test(name.value)) return;
  const kind = `header ${name.value}`;
  const values = HEADER_VALUES.get(name.value);
  if (values === undefined) {
    const fix = respellingOf(name, [...HEADER_VALUES.keys()]);
    const remedy = fix?.title ?? 'remove it, or let a proxy set it';
    yield { at: name.span, kind, error: `HTTP header "${name.value}" can not be configured`, remedy, ...fixed(fix) };
    return;
  }
  const text = literal(value);
  if (text === undefined || values.length === 0 || values.includes(text.value)) return;
  const fix = respellingOf(text, values);
  const remedy = fix?.title ?? `write ${values.join(' or ')}`;
  yield { at: text.span, kind, error: `invalid value for ${name.value}`, remedy, ...fixed(fix) };
}

function fixed(fix: Fix | undefined): Pick<ServerFault, 'fix'> {
  return fix === undefined ? {} : { fix };
}
