import type { Document } from '../../documents/document.ts';
import { groupedBy } from '../../text/grouped.ts';
import { literal } from '../../text/written.ts';
import type { Found, ObjectTarget, SecretObject } from '../model.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { textIdOf } from './committed-text.ts';

/** Follows the names of Secrets. */
export class FollowedNames {
  readonly #byName: ReadonlyMap<string, readonly SecretObject[]>;

  constructor(secrets: readonly SecretObject[]) {
    this.#byName = groupedBy(secrets, secret => secret.name.value);
  }

  /** What a Secret that is named in a document has there; `undefined` where nothing is known of it. */
  foundFor(document: Document, target: ObjectTarget): readonly Found[] | undefined {
    const name = literal(target.name)?.value;
    const key = literal(target.key)?.value ?? '';
    if (name === undefined || key === '') return undefined;
    const namesakes = this.#byName.get(name) ?? [];
    const namespace = namespaceOf(document, target);
    const neighbours = namespace === undefined ? [] : namesakes.filter(secret => secret.namespace === namespace);
    const secrets = neighbours.length > 0 ? neighbours : onlyOne(namesakes, namespace);
    const entries = secrets.flatMap(object => entryOf(object, key) ?? []);
    if (entries.length > 0) return entries;
    const [object] = secrets;
    if (object === undefined || target.isOptional || !secrets.every(secret => secret.isComplete)) return undefined;
    const isSure = neighbours.length === 1 && namesakes.every(secret => secret.namespace !== undefined);
    return [{ kind: 'missing key', object, key, isSure }];
  }
}

function entryOf({ document, name, namespace, entries }: SecretObject, key: string): Found | undefined {
  const secret = entries.get(key);
  const { file } = document;
  const within = {
    kind: 'Secret',
    object: name.value,
    ...(namespace === undefined ? {} : { namespace }),
    key,
  } as const;
  return secret && { kind: 'entry', secret, textId: textIdOf({ file, within }) };
}

/** The namespace of a referenced object, where it is known. */
export function namespaceOf(document: Document, { namespace }: ObjectTarget): string | undefined {
  if (namespace !== undefined) return literal(namespace)?.value;
  const own = document.namespace;
  return own === undefined || holdsTemplate(own) ? undefined : own;
}

/** Without a namespace on both sides, only what cannot be mistaken for another is taken to be meant. */
function onlyOne(namesakes: readonly SecretObject[], namespace: string | undefined): readonly SecretObject[] {
  const [only, ...others] = namesakes;
  if (only === undefined || others.length > 0) return [];
  return namespace === undefined || only.namespace === undefined ? [only] : [];
}
