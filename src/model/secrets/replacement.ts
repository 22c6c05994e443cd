import type { YamlDocument } from '../../documents/document.ts';
import { decodedText, type YamlMap, type YamlNode, type YamlPair } from '../../parse/yaml-node.ts';
import { baseName } from '../../text/path.ts';
import type { TextEdit } from '../../text/source.ts';
import type { Credential } from '../model.ts';
import { OwnEntry } from '../own-entry.ts';
import { fileFieldAt } from '../references/file-field.ts';
import { objectFieldOf } from '../references/object-field.ts';
import { isOfProcess } from '../references/path-base.ts';
import { camelOf } from '../role.ts';
import type { Place } from '../walk.ts';
import { isHeader, scalarsIn } from './header-secret.ts';
import { holdsTemplate } from './secret.ts';
import type { Replacement } from './secret-source.ts';

type Taking = Pick<Replacement, 'keys' | 'takes'>;
type Found = Pick<Credential, 'carrier' | 'alternative'>;

/** An entry of a mapping. */
interface Spot {
  readonly map: YamlMap;
  readonly pair: YamlPair;
  readonly behind?: Replacement['behind'];
}

const AUTHENTICATION = new Set(['authorization', 'basicAuth', 'oauth2', 'sigv4', 'azuread', 'googleIam']);
const BLOCKS = new Set(['authorization', 'basic_auth']);
const ABSOLUTE = / \(an absolute path\)$/;
const TOKEN = ['authorization', 'credentials_file'];
const LOGIN = ['basic_auth', 'password_file'];
const BEARER = /^\s*Bearer\s+\S/i;

/** What can take the place of an entry with a secret; `undefined` where nothing does, or it cannot be written there. */
export function replacementOf(
  pair: YamlPair,
  found: Found,
  place: Place,
  document: YamlDocument,
): Replacement | undefined {
  const taking = takingOf(found, pair, place, document);
  const spot = taking && spotOf(taking, found, pair, place);
  if (taking === undefined || spot === undefined) return undefined;
  if (spot.map.pairs.some(other => other !== spot.pair && excludes(other, taking))) return undefined;
  const entry = OwnEntry.of(spot.map, spot.pair);
  const above = { keys: [...place.keys, ...taking.keys.slice(0, -1)] };
  const isJoined = !isOfProcess(above, document) && fileFieldAt(above, taking.keys.at(-1) ?? '')?.base === 'document';
  // Of what another document carries nobody knows the folder.
  const isBesideFile = isJoined && document.within === undefined && document.dialect !== 'helm-values';
  const { behind } = spot;
  return entry && { entry, ...taking, owner: ownerOf(place, document), isBesideFile, ...(behind && { behind }) };
}

/** The entry in whose place, or behind which, the other is to come. */
function spotOf({ keys }: Taking, { carrier }: Found, pair: YamlPair, place: Place): Spot | undefined {
  const { map, entry } = place;
  if (carrier === 'url') {
    const out = withoutUser(pair.value);
    return out && { map, pair, behind: { removal: out.removal, beside: { username: out.user } } };
  }
  if (carrier !== 'header' || isHeader(place.keys)) return { map, pair };
  if (entry === undefined) return undefined;
  // Headers of which the secret is the only one are replaced as a whole.
  if (map.pairs.length === 1) return entry;
  const removal = keys.length > 1 ? OwnEntry.of(map, pair)?.removed() : undefined;
  return removal && { ...entry, behind: { removal, beside: {} } };
}

const USER = /^[a-z]+:\/\/(?<user>[^\s/?#:@%]+):[^\s/?#@]+@/i;

/** The user of a URL, and the edit that leaves it without user and password. */
function withoutUser(node: YamlNode | undefined): { readonly user: string; readonly removal: TextEdit } | undefined {
  const text = node?.kind === 'scalar' ? decodedText(node) : undefined;
  const match = text && USER.exec(text.text);
  const user = match?.groups?.['user'];
  // What a template puts in is read as something else.
  if (node?.kind === 'scalar' && USER.exec(node.text)?.groups?.['user'] !== user) return undefined;
  const removal = match && text.edit(match[0].indexOf('://') + 3, match[0].length, '');
  return user === undefined || !removal || holdsTemplate(user) ? undefined : { user, removal };
}

/** The job, the receiver, the resource or the section that a secret belongs to. */
function ownerOf({ keys, names }: Place, { kind, name }: YamlDocument): string {
  if (kind !== undefined) return baseName(name.split(': ').at(-1) ?? '');
  return names.findLast(item => item !== undefined && item !== '') ?? keys[0] ?? '';
}

function takingOf(
  { carrier, alternative }: Found,
  pair: YamlPair,
  place: Place,
  document: YamlDocument,
): Taking | undefined {
  if (alternative?.to === 'object') return carrier === 'field' ? objectTaking(pair, document) : undefined;
  if (alternative?.to !== 'file') return undefined;
  const field = alternative.field.replace(ABSOLUTE, '');
  if (carrier === 'url') return field === LOGIN.join('.') ? { keys: LOGIN, takes: 'file' } : undefined;
  const [scalar, ...others] = scalarsIn(pair.value);
  if (scalar === undefined || others.length > 0) return undefined;
  if (isHeader(place.keys)) return { keys: ['files'], takes: 'files' };
  if (carrier === 'header' && field.endsWith('.files')) {
    return { keys: ['http_headers', pair.key.text, 'files'], takes: 'files' };
  }
  if (field === TOKEN.join('.')) {
    // Of a header the file holds what follows the scheme, which is the default.
    return carrier === 'field' || BEARER.test(scalar.text) ? { keys: TOKEN, takes: 'file' } : undefined;
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
  return field === camelOf(first) || key.text === '<<' || (BLOCKS.has(first) && AUTHENTICATION.has(field));
}
