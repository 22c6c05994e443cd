import { conflict, invalid, missing } from '../block.ts';
import type { Block, Check, Complaint } from '../complaint.ts';

/**
 * What the Prometheus operator refuses though the API server has taken it (prometheus-operator v0.93.0,
 * pkg/apis/monitoring/v1/{http_config,tls_types,types,prometheus_types}.go, pkg/apis/monitoring/v1alpha1/validation.go,
 * pkg/prometheus/validation/validator.go, pkg/prometheus/{operator,server/operator}.go, pkg/alertmanager/operator.go). An
 * object that it refuses is left out of the configuration as a whole.
 */
export const CHECKS: Readonly<Record<string, Check>> = {
  monitorAuthentication,
  receiverAuthentication,
  remoteWriteAuthentication: block => oneOf(block, ['basicAuth', 'oauth2', 'authorization', 'sigv4', 'azureAd']),
  alertmanagerAuthentication: block => oneOf(block, ['bearerTokenFile', 'basicAuth', 'authorization', 'sigv4']),
  authorizationType,
  safeTlsConfig,
  tlsConfig,
  proxyConfig,
  relabeling,
  pushoverText,
};

const TLS_VERSIONS = ['TLS10', 'TLS11', 'TLS12', 'TLS13'];
const WITH_TARGET = new Set(['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal']);
const OF_TWO_LABELS = new Set(['keepequal', 'dropequal']);
const OF_NAMES = new Set(['labeldrop', 'labelkeep']);

/** True where something is written. Old operators wrote out blocks without content, which nobody means. */
function isWritten(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isWritten);
  return value !== undefined && value !== null && value !== '' && value !== false && value !== 0;
}

function has(block: Block, field: string): boolean {
  return isWritten(block[field]);
}

function excluding(fields: readonly string[], text: string): Complaint {
  return conflict(
    fields.map(field => [field]),
    text,
  );
}

function* monitorAuthentication(block: Block): Generator<Complaint> {
  const [one, other] = ['authorization', 'basicAuth', 'bearerTokenSecret', 'oauth2'].filter(field => has(block, field));
  if (one !== undefined && other !== undefined) {
    yield excluding([one, other], `${one} and ${other} cannot be configured at the same time`);
  }
}

function* oneOf(block: Block, fields: readonly string[]): Generator<Complaint> {
  const written = fields.filter(field => has(block, field));
  const names = written.map(field => `"${field}"`).join(' and ');
  if (written.length > 1) {
    yield excluding(written, `${names} can't be set at the same time, at most one of them must be defined`);
  }
}

function* receiverAuthentication(block: Block): Generator<Complaint> {
  const [one, other] = ['basicAuth', 'oauth2', 'authorization', 'bearerTokenSecret'].filter(field => has(block, field));
  if (one === undefined || other === undefined) return;
  if (other !== 'bearerTokenSecret') {
    yield excluding([one, other], "at most one of 'basicAuth', 'oauth2' and 'authorization' must be configured");
  } else if (one === 'authorization') {
    yield excluding([one, other], "'authorization' is not compatible with 'bearerTokenSecret'");
  } else {
    yield excluding([one, other], "at most one of 'basicAuth', 'oauth2' and 'bearerTokenSecret' must be configured");
  }
}

function* authorizationType({ type }: Block): Generator<Complaint> {
  if (typeof type !== 'string' || type.trim().toLowerCase() !== 'basic') return;
  yield invalid(
    ['type'],
    'authorization type cannot be set to "basic", use "basicAuth" instead',
    'write Bearer, or set basicAuth',
  );
}

function* safeTlsConfig(block: Block): Generator<Complaint> {
  if (has(block, 'cert') && !has(block, 'keySecret')) {
    yield missing([], 'keySecret', 'client cert specified without client key');
  }
  if (has(block, 'keySecret') && !has(block, 'cert')) {
    yield missing([], 'cert', 'client key specified without client cert');
  }
  yield* tlsVersions(block);
}

function* tlsConfig(block: Block): Generator<Complaint> {
  for (const [file, reference] of [
    ['caFile', 'ca'],
    ['certFile', 'cert'],
    ['keyFile', 'keySecret'],
  ] as const) {
    if (has(block, file) && has(block, reference)) {
      yield excluding([reference, file], `cannot specify both '${file}' and '${reference}'`);
    }
  }
  const hasCertificate = has(block, 'cert') || has(block, 'certFile');
  const hasKey = has(block, 'keySecret') || has(block, 'keyFile');
  if (hasCertificate && !hasKey) {
    const field = has(block, 'certFile') ? 'keyFile' : 'keySecret';
    yield missing([], field, 'cannot specify client cert without client key');
  }
  if (hasKey && !hasCertificate) {
    const field = has(block, 'keyFile') ? 'certFile' : 'cert';
    yield missing([], field, 'cannot specify client key without client cert');
  }
  yield* tlsVersions(block);
}

function* tlsVersions({ minVersion, maxVersion }: Block): Generator<Complaint> {
  const [lowest, highest] = [minVersion, maxVersion].map(version => TLS_VERSIONS.indexOf(String(version)));
  if (lowest === undefined || highest === undefined || highest < 0 || highest >= lowest) return;
  yield excluding(['minVersion', 'maxVersion'], 'maxVersion must more than or equal to minVersion');
}

function* proxyConfig(block: Block): Generator<Complaint> {
  const hasUrl = has(block, 'proxyUrl');
  const isFromEnvironment = block['proxyFromEnvironment'] === true;
  if (has(block, 'proxyConnectHeader') && !isFromEnvironment && !hasUrl) {
    yield missing(
      [],
      'proxyUrl',
      'if proxyConnectHeader is configured, proxyUrl or proxyFromEnvironment must also be configured',
    );
  }
  for (const field of ['proxyUrl', 'noProxy'].filter(other => isFromEnvironment && has(block, other))) {
    const text = `if proxyFromEnvironment is configured, ${field} must not be configured`;
    yield excluding(['proxyFromEnvironment', field], text);
  }
  if (has(block, 'noProxy') && !hasUrl && !isFromEnvironment) {
    yield missing([], 'proxyUrl', 'if noProxy is configured, proxyUrl must also be configured');
  }
}

function* relabeling(block: Block): Generator<Complaint> {
  const { action = 'replace' } = block;
  if (typeof action !== 'string') return;
  const kind = action === '' ? 'replace' : action.toLowerCase();
  if (kind === 'hashmod' && !has(block, 'modulus')) {
    yield missing([], 'modulus', 'relabel configuration for hashmod requires non-zero modulus');
  }
  if (WITH_TARGET.has(kind) && !has(block, 'targetLabel')) {
    yield missing([], 'targetLabel', `relabel configuration for ${kind} action needs targetLabel value`);
  }
  const others = otherFields(block, kind);
  if (others.length > 0) {
    const own = OF_NAMES.has(kind) ? "'regex'" : "'source_labels' and `target_label`";
    yield excluding(['action', ...others], `${kind} action requires only ${own}, and no other fields`);
  }
}

/** The fields of a relabeling that its action does not have, unless they are set to what they are anyway. */
function otherFields(block: Block, kind: string): readonly string[] {
  const defaults: Readonly<Record<string, unknown>> = { separator: ';', replacement: '$1' };
  const isOther = (field: string) =>
    block[field] !== undefined && block[field] !== null && block[field] !== defaults[field];
  if (OF_NAMES.has(kind)) {
    const written = ['sourceLabels', 'targetLabel', 'modulus'].filter(field => has(block, field));
    return [...written, ...['separator', 'replacement'].filter(isOther)];
  }
  if (!OF_TWO_LABELS.has(kind)) return [];
  const { regex } = block;
  return [
    ...(has(block, 'regex') && regex !== '(.*)' ? ['regex'] : []),
    ...(has(block, 'modulus') ? ['modulus'] : []),
    ...['separator', 'replacement'].filter(isOther),
  ];
}

function* pushoverText(block: Block): Generator<Complaint> {
  if (block['html'] !== true || block['monospace'] !== true) return;
  yield excluding(['html', 'monospace'], "'html' and 'monospace' options are mutually exclusive");
}
