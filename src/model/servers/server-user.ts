import { isNull, spanOf, type YamlNode, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import { Redacted } from '../../text/redacted.ts';
import { bcryptOf } from './bcrypt.ts';
import { secretOf } from '../secrets/credential.ts';
import type { Server } from '../model.ts';
import { publicationOf } from '../secrets/published-hash.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { User } from './server-settings.ts';
import { pathBelow } from '../walk.ts';

/**
 * The users of a server and their hashes, with the key of the block where there are some.
 *
 * @param isRead true where the server itself reads them, which takes no key twice.
 */
export function usersIn(block: YamlPair | undefined, path: string, isRead: boolean): Pick<Server, 'users' | 'usersAt'> {
  if (block?.value?.kind !== 'map') return { users: [] };
  const users: User[] = [];
  const seen = new Map<YamlPair['under'], Set<string>>();
  const names = new Map<string, string>();
  for (const { key, value, under } of block.value.pairs) {
    const secret = valueOf(key, value);
    if (secret === undefined) continue;
    const name = printable(key.text);
    const isTemplate = holdsTemplate(key.text);
    // In another branch of a template it is another user.
    const besides = seen.get(under) ?? new Set();
    seen.set(under, besides);
    const publication = publicationOf(secret.text);
    const reading = bcryptOf(secret.text);
    const hash = reading.kind === 'hash' ? withoutVersion(secret.text) : undefined;
    const other = hash === undefined ? undefined : names.get(hash);
    if (hash !== undefined && other === undefined) names.set(hash, name);
    users.push({
      path: pathBelow(path, name),
      name,
      nameAt: spanOf(key),
      canBeSent: !name.includes(':') || isTemplate,
      isRepeated: isRead && !isTemplate && besides.has(key.text),
      hash: secret.value,
      nature: secret.nature,
      reading,
      ...(publication === undefined ? {} : { publication }),
      ...(other === undefined || other === name ? {} : { hashOf: other }),
    });
    besides.add(key.text);
  }
  return { users, ...(users.length === 0 ? {} : { usersAt: spanOf(block.key) }) };
}

/** Cost, salt and digest: with the same ones the same password logs in. */
function withoutVersion(hash: string): string {
  return hash.slice(hash[2] === '$' ? 3 : 4).slice(0, 56);
}

function valueOf(
  key: YamlScalar,
  value: YamlNode | undefined,
): (ReturnType<typeof secretOf> & { text: string }) | undefined {
  if ((value === undefined || isNull(value)) && holdsTemplate(key.text)) return undefined;
  if (value === undefined || isNull(value))
    return { value: { value: new Redacted(''), span: spanOf(key) }, nature: 'empty', text: '' };
  return value.kind === 'scalar' ? { ...secretOf(value), text: value.text } : undefined;
}
