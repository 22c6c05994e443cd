import { invalid, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { urlPartsOf } from '../go-url.ts';

const ACCESS_KEY = /^SCW[A-Z\d]{17}$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const ZONE = /^[a-z]{2}-[a-z]{3}-\d$/;

/** What the client of the cloud makes sure of. scaleway-sdk-go's `scw/client_option.go`, `validate`. */
export function* scalewayDiscovery(block: Block): Iterable<Complaint> {
  for (const [field, pattern, words] of [
    ['access_key', ACCESS_KEY, 'invalid access key format, expected SCWXXXXXXXXXXXXXXXXX format'],
    ['secret_key', UUID, 'invalid secret key format, expected a UUID: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'],
    ['project_id', UUID, 'invalid project ID format, expected a UUID: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'],
  ] as const) {
    const value = textOf(block[field]);
    if (value !== '' && !pattern.test(value)) yield invalid([field], `scaleway-sdk-go: ${words}`);
  }
  if ('zone' in block && isScalar(block['zone'])) {
    const zone = textOf(block['zone']);
    const words = zone === '' ? 'default zone cannot be empty' : `invalid default zone format '${zone}'`;
    if (!ZONE.test(zone)) yield invalid(['zone'], `scaleway-sdk-go: ${words}`);
  }
  if ('api_url' in block && isScalar(block['api_url'])) {
    const url = textOf(block['api_url']);
    if (url === '') yield invalid(['api_url'], 'runtime error: slice bounds out of range');
    if (url.endsWith('/')) yield invalid(['api_url'], 'scaleway-sdk-go: it should not have a trailing slash');
    else if (typeof urlPartsOf(url) === 'string') yield invalid(['api_url'], 'scaleway-sdk-go: invalid url');
  }
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
