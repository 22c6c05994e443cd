import type { YamlDocument } from '../../documents/document.ts';
import { nestingEdits } from '../../parse/entry-edits.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import type { Mapping } from '../mapping.ts';
import type { Mending } from '../mending.ts';
import type { Successor } from '../model.ts';
import { camelOf, discoveryOf } from '../role.ts';
import { firstIndexWhere } from '../../text/bisect.ts';
import type { SourceText } from '../../text/source.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { shapeRootsOf } from '../shape/roots.ts';
import type { Place } from '../walk.ts';
import { WAYS } from './conflict.ts';

// Of the custom resources these alone have `authorization.credentialsFile`.
const FILE_TAKERS = /^(?:remote(?:Write|Read)|apiserverConfig)$/;
// The kinds that have both `bearerTokenSecret` and `authorization` (prometheus-operator pkg/apis/monitoring, v0.92).
const SECRET_TAKERS = new Set(['ServiceMonitor', 'PodMonitor', 'Probe', 'AlertmanagerConfig', 'Alertmanager']);
// The discoveries that validate their HTTP client in Prometheus 2.42 (UnmarshalYAML below discovery/ at v2.42.0), where
// others send a token of `authorization` without its type.
const VALIDATED = /^(?:kubernetes|consul|marathon|eureka|digitalocean|docker|dockerswarm|hetzner)$/i;
// What goes with a bearer token and not with `authorization`, besides (discovery/consul, UnmarshalYAML).
const NOT_BESIDE = new Set([...WAYS, 'token', 'tokenRef']);

/**
 * What replaces a bearer token. Prometheus itself puts the one into the other (prometheus/common config/http_config.go
 * v0.70, Validate), and the operator makes the one field of the one and the other of the other.
 *
 * @param field in camel case.
 */
export function bearerSuccessorOf(
  field: string,
  { keys }: Place,
  document: YamlDocument,
  mapping: Mapping,
): Successor | undefined {
  const block = keys.at(-1) ?? '';
  if (hasNoOtherForm(block, document)) return undefined;
  const isSnake = mapping.pair(field)?.key.text.includes('_') === true;
  const isToFile = field === 'bearerTokenFile' && (isSnake || FILE_TAKERS.test(block));
  const words = isSnake
    ? 'authorization.credentials_file'
    : isToFile
      ? 'authorization.credentialsFile'
      : 'authorization.credentials, which refers to a Secret';
  const credentials = isToFile ? (isSnake ? 'credentials_file' : 'credentialsFile') : 'credentials';
  const isMovable = isSnake || isToFile || (field === 'bearerTokenSecret' && SECRET_TAKERS.has(document.kind ?? ''));
  const mending = isMovable ? mendingOf(field, credentials, document, mapping) : undefined;
  const discovery = discoveryOf(block);
  const isSame = discovery === undefined || VALIDATED.test(discovery);
  return {
    words,
    ...(mending === undefined ? {} : { mending: { ...mending, isCertain: mending.isCertain && isSame } }),
  };
}

/**
 * VictoriaMetrics, which spells both ways, has nothing against bearer tokens, and Thanos no other form for them (pkg/clientconfig
 * at v0.40). What is not validated by Prometheus would get no type of token (discovery/aws, UnmarshalYAML).
 */
function hasNoOtherForm(block: string, { dialect, spelling }: YamlDocument): boolean {
  const isOfVictoria = dialect === 'operator' && spelling === 'either';
  return isOfVictoria || dialect === 'thanos' || discoveryOf(block)?.toLowerCase() === 'aws';
}

/** Moves the value; `undefined` where another way is set beside it, or may be under another branch. */
function mendingOf(field: string, credentials: string, document: YamlDocument, mapping: Mapping): Mending | undefined {
  const { node } = mapping;
  const pair = mapping.pair(field);
  if (pair === undefined) return undefined;
  const isAlone = !node.pairs.some(({ key }) => key !== pair.key && NOT_BESIDE.has(camelOf(key.text)));
  const edits = isAlone ? nestingEdits(node, pair, ['authorization', credentials]) : undefined;
  if (edits === undefined) return undefined;
  // Where nothing is put in, the one is not set, and the other is empty.
  const isPutIn = pair.value.kind === 'scalar' && holdsTemplate(pair.value.text);
  return { edits, isCertain: !isPutIn && isHandedOn(node, document) };
}

/** The nodes of documents that a program reads as they stand, in the order of the text. None is in another. */
const HANDED_ON = new WeakMap<YamlDocument, readonly YamlNode[]>();

/** True for a mapping of which it is known what program reads it as it stands. */
function isHandedOn({ source, start, end }: YamlMap, document: YamlDocument): boolean {
  let nodes = HANDED_ON.get(document);
  if (nodes === undefined) {
    nodes = shapeRootsOf(document)
      .map(({ node }) => node)
      .sort((a, b) => a.start - b.start);
    HANDED_ON.set(document, nodes);
  }
  const node = nodes[firstIndexWhere(nodes, other => other.start > start) - 1];
  return node !== undefined && node.source === source && node.end >= end && !holdsMerges(source);
}

const MERGES = new WeakMap<SourceText, boolean>();

/** What merges a mapping in may set another way. */
function holdsMerges(source: SourceText): boolean {
  let answer = MERGES.get(source);
  if (answer === undefined) {
    answer = source.text.includes('<<');
    MERGES.set(source, answer);
  }
  return answer;
}
