import type { DialectId, YamlDocument } from '../../documents/document.ts';
import type { Mapping } from '../mapping.ts';
import { camelOf } from '../role.ts';
import type { Place } from '../walk.ts';

// jacksontj/promxy pkg/servergroup/config.go v0.0.94; thanos-io/thanos pkg/clientconfig/http.go v0.40.
const BLOCKS: ReadonlyMap<DialectId, string> = new Map<DialectId, string>([
  ['promxy', 'httpClient'],
  ['thanos', 'httpConfig'],
]);

/** True for the block in which promxy and Thanos keep the TLS settings and credentials of the client it stands in. */
export function isBlockOfClient({ keys, isItem }: Place, { dialect }: YamlDocument): boolean {
  return !isItem && BLOCKS.get(dialect) === camelOf(keys.at(-1) ?? '');
}

/** The readings of a client with what such a block of it says, as Prometheus would have it beside the rest. */
export function withBlockOfClient(mapping: Mapping, { dialect }: YamlDocument): readonly Mapping[] {
  const block = BLOCKS.get(dialect);
  const blocks = block === undefined ? [] : mapping.mappings(block);
  return blocks.length === 0 ? [mapping] : blocks.map(settings => mapping.withEntriesOf(settings));
}
