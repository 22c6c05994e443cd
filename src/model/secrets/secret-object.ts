import { identityOf, type SecretDocument } from '../../documents/document.ts';
import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import { textOf } from '../../parse/encoding.ts';
import { isNull, spanOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { Redacted } from '../../text/redacted.ts';
import type { Span } from '../../text/source.ts';
import type { CommittedSecret, SecretObject } from '../model.ts';
import { holdsTemplate, secretNatureOf, type SecretNature } from './secret.ts';

const SECTIONS = ['data', 'stringData'];
const PASSWORD = /passw(?:or)?d|^pass$/i;
// With these a controller copies, generates or fills in entries: reflector and replicator, cert-manager, the generator
// of Mittwald, external, sealed and injected secrets, those of the stores' operators, tokens of service accounts.
const FILLED =
  /reflect|replicat|kubed|config-syncer|cert-manager|secret-?gen|autogenerate|external-secrets|sealedsecrets|secrets-store|vault|inject|1password|doppler|infisical|akeyless|\/service-account\./i;
const KEEPER = /(?:managed|created|generated)-by$/;
const SERVICE_ACCOUNT_TOKEN = 'kubernetes.io/service-account-token';
// An entry that is longer is no secret alone.
const ENCODED_UNITS = 90_000;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const ENCRYPTED_KEY = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m;

/** Reads a Secret; `undefined` where its name is not known, so that no field can be seen to refer to it. */
export function secretObjectOf(document: SecretDocument): SecretObject | undefined {
  const { resource, namespace } = document;
  const metadata = mapAt(resource, 'metadata');
  const name = metadata && nodeAt(metadata, 'name');
  if (name?.kind !== 'scalar' || isNull(name) || name.text === '' || holdsTemplate(name.text)) return undefined;
  const entries = new Map<string, CommittedSecret>();
  // What stringData sets, data does not.
  for (const section of SECTIONS) {
    for (const { key, value } of pairsIn(resource, section)) {
      const entry = entryOf(key, value, section === 'data');
      if (entry !== undefined) entries.set(key.text, entry);
    }
  }
  return {
    document: identityOf(document),
    name: { value: name.text, span: spanOf(name) },
    ...(namespace === undefined || holdsTemplate(namespace) ? {} : { namespace }),
    entries,
    isComplete: entries.size > 0 && areAllEntriesHere(resource),
  };
}

/** Where a Secret keeps its values: to be masked wherever the text is shown. */
export function secretSpansIn({ resource }: SecretDocument): readonly Span[] {
  return SECTIONS.flatMap(section => {
    const node = nodeAt(resource, section);
    if (node?.kind !== 'map') return node === undefined ? [] : [spanOf(node)];
    return node.pairs.flatMap(({ value }) => (value === undefined || isNull(value) ? [] : [spanOf(value)]));
  });
}

function pairsIn(resource: YamlMap, section: string): readonly YamlPair[] {
  return mapAt(resource, section)?.pairs ?? [];
}

function areAllEntriesHere(resource: YamlMap): boolean {
  const sections = SECTIONS.map(section => nodeAt(resource, section));
  if (sections.some(node => node !== undefined && node.kind !== 'map' && !isNull(node))) return false;
  const keys = [resource.pairs, ...SECTIONS.map(section => pairsIn(resource, section))]
    .flat()
    .map(({ key }) => key.text);
  // A template, a merge, or a patch of a Secret that stands elsewhere.
  if (keys.some(key => key === '<<' || key === '$patch' || holdsTemplate(key))) return false;
  if (textAt(resource, 'type') === SERVICE_ACCOUNT_TOKEN) return false;
  const metadata = mapAt(resource, 'metadata');
  if (metadata === undefined || nodeAt(metadata, 'ownerReferences') !== undefined) return false;
  return !['annotations', 'labels'].some(notes => pairsIn(metadata, notes).some(saysThatItIsFilled));
}

function saysThatItIsFilled({ key, value }: YamlPair): boolean {
  if (FILLED.test(key.text)) return true;
  return KEEPER.test(key.text) && value?.kind === 'scalar' && FILLED.test(value.text);
}

function entryOf(key: YamlScalar, value: YamlNode | undefined, isEncoded: boolean): CommittedSecret | undefined {
  if (value === undefined || isNull(value)) {
    return { value: { value: new Redacted(''), span: spanOf(value ?? key) }, nature: 'empty' };
  }
  if (value.kind !== 'scalar') return undefined;
  const kind = PASSWORD.test(key.text) ? 'password' : 'secret';
  return isEncoded ? encodedEntry(value, kind) : entryIn(value.text, value.tag, spanOf(value), kind);
}

function entryIn(text: string, tag: string | undefined, span: Span, kind: string): CommittedSecret {
  const nature = ENCRYPTED_KEY.test(text) ? 'encrypted' : secretNatureOf(text, tag, kind);
  return { value: { value: new Redacted(text), span }, nature };
}

/** As Kubernetes decodes it: encoding/base64, which passes over line breaks. */
function encodedEntry(scalar: YamlScalar, kind: string): CommittedSecret {
  const span = { ...spanOf(scalar), exact: false };
  const base64 = scalar.text.length > ENCODED_UNITS ? undefined : scalar.text.replaceAll(/[\r\n]/g, '');
  if (base64 === undefined || !BASE64.test(base64)) {
    const value = { value: new Redacted(scalar.text), span };
    return { value, nature: natureOfUndecoded(secretNatureOf(scalar.text, scalar.tag)) };
  }
  const text = textOf(Buffer.from(base64, 'base64'));
  // No text is what a key or a cloud's key service makes of one.
  if ('reason' in text) return { value: { value: new Redacted(base64), span }, nature: 'encrypted' };
  return entryIn(text.text, scalar.tag, span, kind);
}

/** Kubernetes takes no such value, so that it only stands in the place of one. */
function natureOfUndecoded(nature: SecretNature): SecretNature {
  return nature === 'literal' ? 'placeholder' : nature;
}
