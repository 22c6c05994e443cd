import { blockOf, conflict, invalid, listOf, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { millisecondsOf } from '../duration.ts';

/** What remote write, remote read and tracing set themselves: Prometheus' `config/config.go`, `reservedHeaders`. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'content-encoding',
  'content-length',
  'content-type',
  'user-agent',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
  'accept-encoding',
  'x-prometheus-remote-write-version',
  'x-prometheus-remote-read-version',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
]);

const QUEUE_DEFAULTS: Readonly<Record<string, number>> = {
  max_shards: 50,
  min_shards: 1,
  max_samples_per_send: 2000,
  capacity: 10_000,
};
const QUEUE_SINCE = '3.12';

/** `config/config.go`, `validateHeaders`. */
export function* remoteHeaders(block: Block): Iterable<Complaint> {
  yield* headers(
    block,
    'authorization header must be changed via the basic_auth, authorization, oauth2, sigv4, azuread or google_iam parameter',
  );
}

/** `config/config.go`, `validateHeadersForTracing`. */
export function* tracingHeaders(block: Block): Iterable<Complaint> {
  yield* headers(block, 'custom authorization header configuration is not yet supported');
}

function* headers(block: Block, authorizationText: string): Iterable<Complaint> {
  for (const name of Object.keys(blockOf(block['headers']))) {
    const header = name.toLowerCase();
    if (header === 'authorization')
      yield invalid(['headers', name], authorizationText, 'remove it, and set one of these');
    if (RESERVED_HEADERS.has(header)) {
      yield invalid(['headers', name], `${name} is a reserved header. It must not be changed`, 'remove it');
    }
  }
}

/** The queue of remote write; written with nothing in it, it has no defaults. `QueueConfig.Validate`. */
export function* queue(block: Block): Iterable<Complaint> {
  if (!('queue_config' in block)) return;
  const written = block['queue_config'];
  if (written === null) {
    yield { ...invalid(['queue_config'], 'remote write queue max_shards must be positive'), since: QUEUE_SINCE };
    return;
  }
  const config = blockOf(written);
  for (const field of Object.keys(QUEUE_DEFAULTS)) {
    const count = countIn(config, field);
    if (count === undefined || count > 0) continue;
    yield {
      ...invalid(['queue_config', field], `remote write queue ${field} must be positive`),
      since: QUEUE_SINCE,
    };
  }
  yield* queueOrder(config);
}

function* queueOrder(config: Block): Iterable<Complaint> {
  const least = countIn(config, 'min_shards');
  const most = countIn(config, 'max_shards');
  if (least !== undefined && most !== undefined && most > 0 && least > most) {
    const text = 'remote write queue min_shards must not be greater than max_shards';
    yield {
      ...conflict(placesOf(config, ['min_shards', 'max_shards']), text, 'raise max_shards, or lower min_shards'),
      since: QUEUE_SINCE,
    };
  }
  const shortest = delayIn(config, 'min_backoff', 30);
  const longest = delayIn(config, 'max_backoff', 5000);
  if (shortest !== undefined && longest !== undefined && longest < shortest) {
    const text = 'remote write queue max_backoff must not be less than min_backoff';
    yield {
      ...conflict(placesOf(config, ['max_backoff', 'min_backoff']), text, 'raise max_backoff, or lower min_backoff'),
      since: QUEUE_SINCE,
    };
  }
}

function placesOf(config: Block, fields: readonly string[]): readonly (readonly string[])[] {
  return fields.filter(field => field in config).map(field => ['queue_config', field]);
}

/** Null is zero; `undefined` where it is no number. */
function countIn(config: Block, field: string): number | undefined {
  const value = field in config ? (config[field] ?? 0) : QUEUE_DEFAULTS[field];
  return typeof value === 'number' ? Math.trunc(value) : undefined;
}

function delayIn(config: Block, field: string, usual: number): number | undefined {
  if (!(field in config)) return usual;
  const value = config[field];
  return value === null ? 0 : millisecondsOf(String(value));
}

/** A name once in `remote_write`, and once in `remote_read`. `Config.UnmarshalYAML`. */
export function* remoteNames(block: Block): Iterable<Complaint> {
  yield* namesIn(block, 'remote_write', 'remote write');
  yield* namesIn(block, 'remote_read', 'remote read');
}

function* namesIn(block: Block, field: string, words: string): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const [index, item] of listOf(block[field]).entries()) {
    const name = textOf(blockOf(item)['name']);
    if (name !== '' && seen.has(name)) {
      yield invalid(
        [field, index, 'name'],
        `found multiple ${words} configs with job name "${name}"`,
        'give each a name of its own',
      );
    }
    seen.add(name);
  }
}
