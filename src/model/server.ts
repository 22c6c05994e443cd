import { identityOf, type YamlDocument } from '../documents/document.ts';
import { isNull, spanOf, type YamlMap, type YamlNode } from '../parse/yaml-node.ts';
import { printable } from '../text/printable.ts';
import { bcryptOf } from './bcrypt.ts';
import { referenceOf } from './tls-client.ts';
import { secretOf } from './credential.ts';
import { mappingsOf, type Mapping } from './mapping.ts';
import type { Server, User } from './model.ts';
import { publicationOf } from './published-hash.ts';
import { pathBelow, type Place } from './walk.ts';
import { Redacted } from '../text/redacted.ts';

// The exporter toolkit's spelling; a camel-case field of that name in a chart holds passwords, not hashes.
const USERS = 'basic_auth_users';

/** The server that a mapping configures with the fields of a `web.yml`, if it does. */
export function serversAt(place: Place, document: YamlDocument): readonly Server[] {
  const isServer = place.map.pairs.some(({ key }) => key.text === USERS || key.text === 'tls_server_config');
  if (!isServer) return [];
  return mappingsOf(place.map, document.spelling).map(mapping => serverOf(place, document, mapping));
}

function serverOf(place: Place, document: YamlDocument, mapping: Mapping): Server {
  const users = mapping.pair('basicAuthUsers');
  const tls = mapping.mappings('tlsServerConfig')[0];
  const cert = tls && referenceOf(tls, 'cert', 'certFile');
  const key = tls && referenceOf(tls, 'key', 'keyFile');
  const clientCa = tls && referenceOf(tls, 'clientCa', 'clientCaFile');
  return {
    document: identityOf(document),
    path: place.path,
    users: users?.value.kind === 'map' ? usersIn(users.value, pathBelow(place.path, users.key.text)) : [],
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(clientCa === undefined ? {} : { clientCa }),
  };
}

function usersIn(map: YamlMap, path: string): readonly User[] {
  return map.pairs.flatMap(({ key, value }) => {
    const name = printable(key.text);
    const secret = valueOf(key, value);
    if (secret === undefined) return [];
    const publication = publicationOf(secret.text);
    return [
      {
        path: pathBelow(path, name),
        name,
        hash: secret.value,
        nature: secret.nature,
        reading: bcryptOf(secret.text),
        ...(publication === undefined ? {} : { publication }),
      },
    ];
  });
}

function valueOf(
  key: YamlNode,
  value: YamlNode | undefined,
): (ReturnType<typeof secretOf> & { text: string }) | undefined {
  if (value === undefined || isNull(value))
    return { value: { value: new Redacted(''), span: spanOf(key) }, nature: 'empty', text: '' };
  return value.kind === 'scalar' ? { ...secretOf(value), text: value.text } : undefined;
}
