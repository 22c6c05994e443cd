import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { isTemplated, literal, type Written } from '../../text/written.ts';
import { fileFieldAt, type FileField } from './file-field.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import type { FieldReference, ObjectTarget } from '../model.ts';
import { nestedObjectFieldOf, objectFieldOf, type ObjectField } from './object-field.ts';
import { isOfProcess } from './path-base.ts';
import { camelOf } from '../role.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { isSnakeAt } from '../spelling.ts';
import { pathBelow, type Place } from '../walk.ts';

/** What a field of a mapping refers to, without what is the same for all fields of the mapping. */
type Referral = Pick<FieldReference, 'field' | 'kind' | 'isSecret' | 'at' | 'target'>;

const SELECTOR = new Set(['name', 'key', 'optional', 'namespace']);
const OBJECTS: ReadonlyMap<string, ObjectTarget['to']> = new Map<string, ObjectTarget['to']>([
  ['secret', 'Secret'],
  ['configMap', 'ConfigMap'],
]);
// The monitors of other groups are selected by servers that are no resource here.
const OPERATOR_GROUP = 'monitoring.coreos.com';
const MONITOR_PLACE = /^spec\.endpoints(?:\.tlsConfig)?$/;
// Where kube-prometheus-stack takes monitors as they are.
const MONITOR_PLACE_OF_VALUES = /(?:^|\.)additionalServiceMonitors\.endpoints(?:\.tlsConfig)?$/;
const AUTHORIZATION = 'authorization';
// In these a client is also what is no item of a list.
const CLIENT_DIALECTS = new Set(['operator', 'alertmanager', 'blackbox']);
const TOKENS = ['credentials', 'credentialsFile', 'credentialsRef'];

/**
 * The fields of a mapping that say where something is to be had, and those that should and name nothing. What an alias
 * or `<<` brings in is read where it stands.
 */
export function referencesAt(place: Place, document: YamlDocument): readonly FieldReference[] {
  const references: FieldReference[] = [];
  const add = (key: YamlScalar, referral: Referral): void => {
    references.push({
      document: identityOf(document),
      path: pathBelow(place.path, key.text),
      isOfMonitor: referral.target.to === 'file' && isOfMonitorAt(place, document),
      ...referral,
    });
  };
  for (const pair of place.map.pairs)
    for (const referral of referralsOf(pair, place, document)) add(pair.key, referral);
  const authorization = emptyAuthorizationAt(place, document);
  if (authorization !== undefined) add(...authorization);
  return references;
}

function referralsOf({ key, value }: YamlPair, place: Place, document: YamlDocument): readonly Referral[] {
  if (value === undefined) return [];
  const file = fileFieldAt(place, key.text);
  if (file !== undefined) return filesOf(key, value, file, place, document);
  if (value.kind === 'scalar') return [];
  if (key.text === 'scrape_config_files' && place.keys.length === 0) return configurationsIn(key, value);
  if (document.spelling === 'snake') return [];
  return objectsOf(key, value, place.keys.at(-1) ?? '').flatMap(({ node, ...field }) => {
    const target = node.kind === 'map' ? objectTargetOf(node, field.to, document) : undefined;
    if (target === undefined || isNone(target, field, isWholeAt(place, document))) return [];
    return [{ field: field.name, kind: field.kind, isSecret: field.isSecret, at: spanOf(node), target }];
  });
}

function filesOf(
  key: YamlScalar,
  value: YamlNode,
  field: FileField,
  place: Place,
  document: YamlDocument,
): readonly Referral[] {
  const { kind, isSecret } = field;
  const base = isOfProcess(place, document) ? 'process' : field.base;
  const referrals: Referral[] = [];
  for (const node of value.kind === 'list' ? value.items : [value]) {
    if (node.kind !== 'scalar' || isNull(node)) continue;
    const common = { field: key.text, kind, isSecret, at: spanOf(node) };
    if (node.text !== '') referrals.push({ ...common, target: { to: 'file', path: writtenText(node), base } });
    else if (leavesNothing(key.text, field, place, document)) referrals.push({ ...common, target: { to: 'nothing' } });
  }
  return referrals;
}

/** True where an empty path is all that there is in the place of a secret. */
function leavesNothing(key: string, { others }: FileField, place: Place, document: YamlDocument): boolean {
  if (others === undefined || !isWholeAt(place, document)) return false;
  // Said of the block as a whole.
  if (place.keys.at(-1) === AUTHORIZATION) return false;
  // Resources are written out with an empty path where no token is meant.
  if (camelOf(key) === 'bearerTokenFile' && !isSnakeAt(place, key, document)) return false;
  return place.mappings.every(mapping => isUnset(mapping, others));
}

function isUnset(mapping: Mapping, fields: readonly string[]): boolean {
  return fields.every(field => {
    const value = mapping.pair(field)?.value;
    return value === undefined || (value.kind === 'scalar' && value.text === '');
  });
}

/** False in values that are laid over those of a chart, where what is empty is the default. */
function isWholeAt({ names }: Place, { dialect }: YamlDocument): boolean {
  return dialect !== 'helm-values' || names.some(name => name !== undefined);
}

/**
 * True where a monitor makes Prometheus read a file, which `arbitraryFSAccessThroughSMs` can forbid (operator v0.93,
 * pkg/prometheus).
 */
function isOfMonitorAt({ keys }: Place, { dialect, kind, group = '' }: YamlDocument): boolean {
  const place = keys.join('.');
  if (dialect === 'helm-values') return MONITOR_PLACE_OF_VALUES.test(place);
  return kind === 'ServiceMonitor' && group === OPERATOR_GROUP && MONITOR_PLACE.test(place);
}

/** The files of jobs. A star may match nothing, and vmagent takes URLs as well. */
function configurationsIn(key: YamlScalar, value: YamlNode): readonly Referral[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap(node => {
    if (node.kind !== 'scalar' || node.text === '' || /\*|:\/\//.test(node.text)) return [];
    const target = { to: 'file', path: writtenText(node), base: 'document' } as const;
    return [{ field: key.text, kind: 'scrape configuration', isSecret: false, at: spanOf(node), target }];
  });
}

/** A field that may name an entry of an object: its name in messages, its value, and the kind of the object. */
interface Candidate extends ObjectField {
  readonly name: string;
  readonly node: YamlNode;
  readonly to: ObjectTarget['to'];
}

function objectsOf(key: YamlScalar, value: YamlNode, parent: string): readonly Candidate[] {
  if (value.kind === 'list') {
    if (camelOf(parent) !== 'proxyConnectHeader') return [];
    return value.items.map(node => ({ name: key.text, node, kind: 'header', isSecret: true, to: 'Secret' }));
  }
  const to = OBJECTS.get(key.text);
  if (to === undefined) {
    const field = objectFieldOf(key.text);
    return field === undefined ? [] : [{ ...field, name: key.text, node: value, to: 'Secret' }];
  }
  const field = nestedObjectFieldOf(parent);
  if (field === undefined) return [];
  const isSecret = field.isSecret && to === 'Secret';
  return [{ kind: field.kind, isSecret, name: `${parent}.${key.text}`, node: value, to }];
}

/** An object as a selector of Kubernetes names it; `undefined` for a mapping that is none. */
function objectTargetOf(node: YamlMap, to: ObjectTarget['to'], { spelling }: YamlDocument): ObjectTarget | undefined {
  const mapping = mappingsOf(node, spelling).at(-1);
  if (mapping === undefined || !mapping.keys.every(key => SELECTOR.has(key))) return undefined;
  const name = mapping.text('name');
  const key = mapping.text('key');
  const namespace = mapping.text('namespace');
  const optional = mapping.boolean('optional');
  return {
    to,
    ...(name === undefined ? {} : { name }),
    ...(key === undefined ? {} : { key }),
    ...(namespace === undefined || isEmpty(namespace) ? {} : { namespace }),
    isOptional: optional !== undefined && (isTemplated(optional) || optional.value),
  };
}

function isEmpty(written: Written<string> | undefined): boolean {
  return written === undefined || literal(written)?.value === '';
}

/** True where a selector that names nothing is no mistake. */
function isNone({ name, key }: ObjectTarget, { kind }: ObjectField, isWhole: boolean): boolean {
  if (!isEmpty(name) && !isEmpty(key)) return false;
  // Old operators wrote out that no token is set.
  return !isWhole || (kind === 'bearer token' && isEmpty(name) && isEmpty(key));
}

/**
 * The `authorization` of a client that has no token. For that of a `prometheus.yml` Prometheus sends `Bearer ` and
 * nothing behind it, since 2.53; the operator refuses that of a resource.
 */
function emptyAuthorizationAt(place: Place, document: YamlDocument): [YamlScalar, Referral] | undefined {
  if (!isWholeAt(place, document) || !(place.isItem || CLIENT_DIALECTS.has(document.dialect))) return undefined;
  if (!place.map.pairs.some(({ key }) => key.text === AUTHORIZATION || key.text === '<<')) return undefined;
  for (const client of place.mappings) {
    const pair = client.pair(AUTHORIZATION);
    if (pair?.value.kind !== 'map') continue;
    const blocks = mappingsOf(pair.value, document.spelling);
    if (!blocks.every(block => !block.isTemplated && isUnset(block, TOKENS))) continue;
    const at = spanOf(pair.value);
    return [pair.key, { field: pair.key.text, kind: 'token', isSecret: true, at, target: { to: 'nothing' } }];
  }
  return undefined;
}

/** The text of a scalar, or the template in its place. */
function writtenText(node: YamlScalar): Written<string> {
  const span = spanOf(node);
  return holdsTemplate(node.text) ? { template: node.text, span } : { value: node.text, span };
}
