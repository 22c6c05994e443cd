import type { YamlDocument } from '../../documents/document.ts';
import type { YamlMap, YamlPair } from '../../parse/yaml-node.ts';
import type { Alternative, Credential } from '../model.ts';
import { OwnEntry } from '../own-entry.ts';
import { fileFieldAt } from '../references/file-field.ts';
import { objectFieldOf } from '../references/object-field.ts';
import { isOfProcess } from '../references/path-base.ts';
import { camelOf } from '../role.ts';
import { baseName } from '../../text/path.ts';
import type { Place } from '../walk.ts';
import { isHeader, scalarsIn } from './header-secret.ts';
import type { Replacement } from './secret-source.ts';

type Taking = Pick<Replacement, 'keys' | 'takes'>;
type Found = Pick<Credential, 'carrier' | 'alternative'>;

/** An entry of a mapping. */
interface Spot {
  readonly map: YamlMap;
  readonly pair: YamlPair;
}

const AUTHENTICATION = new Set(['authorization', 'basicAuth', 'oauth2', 'sigv4', 'azuread', 'googleIam']);
const ABSOLUTE = / \(an absolute path\)$/;
const BEARER = /^\s*Bearer\s+\S/i;

/** What can take the place of an entry with a secret; `undefined` where nothing does, or it cannot be written there. */
export function replacementOf(
  pair: YamlPair,
  { carrier, alternative }: Found,
  place: Place,
  document: YamlDocument,
): Replacement | undefined {
  const taking = takingOf(alternative, pair, { carrier, place, document });
  if (taking === undefined) return undefined;
  const spot = carrier === 'header' && !isHeader(place.keys) ? spotAround(place) : { map: place.map, pair };
  if (spot === undefined || spot.map.pairs.some(other => other !== spot.pair && excludes(other, taking)))
    return undefined;
  const entry = OwnEntry.of(spot.map, spot.pair);
  const above = { keys: [...place.keys, ...taking.keys.slice(0, -1)] };
  const isJoined = !isOfProcess(above, document) && fileFieldAt(above, taking.keys.at(-1) ?? '')?.base === 'document';
  // Of what another document carries nobody knows the folder.
  const isBesideFile = isJoined && document.within === undefined && document.dialect !== 'helm-values';
  return entry && { entry, ...taking, owner: ownerOf(place, document), isBesideFile };
}

/** The job, the receiver, the resource or the section that a secret belongs to. */
function ownerOf({ keys, names }: Place, { kind, name }: YamlDocument): string {
  if (kind !== undefined) return baseName(name.split(': ').at(-1) ?? '');
  return names.findLast(item => item !== undefined && item !== '') ?? keys[0] ?? '';
}

/** Headers of which the secret is the only one are replaced as a whole. */
function spotAround({ map, entry }: Place): Spot | undefined {
  return map.pairs.length === 1 ? entry : undefined;
}

function takingOf(
  alternative: Alternative | undefined,
  pair: YamlPair,
  { carrier, place, document }: Pick<Found, 'carrier'> & { readonly place: Place; readonly document: YamlDocument },
): Taking | undefined {
  if (carrier === 'url') return undefined;
  if (alternative?.to === 'object') return objectTaking(pair, document);
  if (alternative?.to !== 'file') return undefined;
  const field = alternative.field.replace(ABSOLUTE, '');
  const [scalar, ...others] = scalarsIn(pair.value);
  if (scalar === undefined || others.length > 0) return undefined;
  if (isHeader(place.keys)) return { keys: ['files'], takes: 'files' };
  if (carrier === 'header' && field.endsWith('.files')) {
    return { keys: ['http_headers', pair.key.text, 'files'], takes: 'files' };
  }
  if (field === 'authorization.credentials_file') {
    // Of a header the file holds what follows the scheme, which is the default.
    const isPlain = carrier === 'field' || BEARER.test(scalar.text);
    return isPlain ? { keys: ['authorization', 'credentials_file'], takes: 'file' } : undefined;
  }
  return field.includes('.') ? undefined : { keys: [field], takes: 'file' };
}

/** The selector in the place of a text; a bearer token has a block of its own for one. */
function objectTaking({ key }: YamlPair, { dialect, group }: YamlDocument): Taking | undefined {
  if (dialect !== 'operator' || objectFieldOf(key.text) === undefined) return undefined;
  if (key.text !== 'bearerToken') {
    return { keys: [key.text], takes: group === 'monitoring.googleapis.com' ? 'nested object' : 'object' };
  }
  return group === 'monitoring.coreos.com' ? { keys: ['authorization', 'credentials'], takes: 'object' } : undefined;
}

/** True for an entry beside which another cannot stand. */
function excludes({ key }: YamlPair, { keys: [first = ''] }: Taking): boolean {
  const field = camelOf(key.text);
  return field === camelOf(first) || key.text === '<<' || (first === 'authorization' && AUTHENTICATION.has(field));
}
