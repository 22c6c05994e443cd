import { blockOf, conflict, invalid, isSet, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { canonicalHeader } from './header-name.ts';

/** What a client sets itself: prometheus/common v0.70.1, `config/headers.go`, `ReservedHeaders`. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set([
  'Authorization',
  'Host',
  'Content-Encoding',
  'Content-Length',
  'Content-Type',
  'User-Agent',
  'Connection',
  'Keep-Alive',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'Www-Authenticate',
  'Accept-Encoding',
  'X-Prometheus-Remote-Write-Version',
  'X-Prometheus-Remote-Read-Version',
  'X-Prometheus-Scrape-Timeout-Seconds',
  'X-Amz-Date',
  'X-Amz-Security-Token',
  'X-Amz-Content-Sha256',
]);

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const SIGNATURE_ALGORITHMS: ReadonlySet<string> = new Set(['', 'RS256', 'RS384', 'RS512']);

/** `http_headers` leaves those alone that a client sets itself. `config/headers.go`, `Headers.Validate`. */
export function* httpHeaders(block: Block): Iterable<Complaint> {
  for (const name of Object.keys(blockOf(block['http_headers']))) {
    const header = canonicalHeader(name);
    if (RESERVED_HEADERS.has(header)) {
      yield invalid(['http_headers', name], `setting header "${header}" is not allowed`, 'remove it');
    }
  }
}

/** One secret of the kind that the grant takes. `config/http_config.go`, `HTTPClientConfig.Validate`. */
export function* oauth2Secrets(block: Block): Iterable<Complaint> {
  const isJwtBearer = block['grant_type'] === JWT_BEARER;
  const name = isJwtBearer ? 'client_certificate_key' : 'client_secret';
  const fields = [name, `${name}_file`, `${name}_ref`].filter(field => isSet(block[field]));
  if (fields.length > 1) {
    const grant = isJwtBearer ? JWT_BEARER : 'client_credentials';
    yield conflict(
      fields.map(field => [field]),
      `at most one of oauth2 ${name}, ${name}_file & ${name}_ref must be configured using grant-type=${grant}`,
    );
  }
  if (isJwtBearer && !SIGNATURE_ALGORITHMS.has(textOf(block['signature_algorithm']))) {
    yield invalid(['signature_algorithm'], 'valid signature algorithms are RS256, RS384 and RS512');
  }
}
