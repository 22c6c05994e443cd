import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import { isTemplated, literal, type Written } from '../../text/written.ts';
import { hostOf } from '../host.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import { printable } from '../../text/printable.ts';
import { pathBelow, type Place } from '../walk.ts';

/** Whatever sends mail through an SMTP server. */
export interface Mailer {
  readonly document: Document;
  /** What messages call it: `mail receiver "ops"`. */
  readonly label: string;
  readonly path: string;
  /** Whether it insists on STARTTLS, with the field as the document spells it; absent where nothing is written. */
  readonly requiresTls?: Written<boolean> & { readonly field: string };
  /** The server, without its port; absent where the document has none. */
  readonly host?: Written<string>;
  /** Whether the connection is encrypted from its first byte. */
  readonly speaksTlsAtOnce: 'yes' | 'no' | 'unknown';
  /** True where it has a user name and a password for the server. */
  readonly logsIn: boolean;
}

/** Fields in camel case, of which a document has one. */
type Names = readonly string[];

const REQUIRE_TLS: Names = ['requireTls', 'requireTLS'];
const IMPLICIT_TLS: Names = ['forceImplicitTls', 'forceImplicitTLS'];
const SMARTHOST: Names = ['smarthost'];
const USER_NAME: Names = ['authUsername'];
const PASSWORD: Names = ['authPassword', 'authPasswordFile'];
const IMPLICIT_TLS_PORT = '465';
const SMARTHOST_PORT = /:(?<port>\d+)$/;

/**
 * Who sends mail by the settings of a mapping: each `email_configs` of the receivers in it, with what the global section
 * gives it (prometheus/alertmanager config/config.go v0.34), or the global settings of an Alertmanager resource.
 */
export function mailersAt(place: Place, document: YamlDocument): readonly Mailer[] {
  const { map, keys, path } = place;
  if (document.dialect === 'operator' && keys.at(-1) === 'smtp' && keys.at(-2) === 'global') {
    return mappingsOf(map, document.spelling).map(smtp => mailerOf({ document, path, label: 'Alertmanager' }, smtp));
  }
  if (!map.pairs.some(({ key }) => key.text === 'receivers')) return [];
  return mappingsOf(map, document.spelling).flatMap(root => {
    const [global] = root.mappings('global');
    return root.items('receivers').flatMap(receiver => {
      const name = printable(literal(receiver.text('name'))?.value ?? '');
      const field = receiver.spelled('emailConfigs');
      const below = pathBelow(`${pathBelow(path, 'receivers')}[${name}]`, field);
      const label = `mail receiver "${name}"`;
      return receiver.items('emailConfigs').map(mail => mailerOf({ document, path: below, label }, mail, global));
    });
  });
}

interface Sender {
  readonly document: YamlDocument;
  readonly path: string;
  readonly label: string;
}

function mailerOf({ document, path, label }: Sender, mail: Mapping, global?: Mapping): Mailer {
  const own: Settings = { mapping: mail, named: field => field };
  const settings = global === undefined ? [own] : [own, { mapping: global, named: globalName }];
  const required = firstOf(settings, REQUIRE_TLS, booleanIn);
  const smarthost = firstOf(settings, SMARTHOST, textIn)?.value;
  const [relay] = mail.mappings('smartHost');
  const host = relay === undefined ? hostIn(smarthost) : relay.text('host');
  const port = relay === undefined ? portIn(smarthost) : relay.text('port');
  return {
    document: identityOf(document),
    label,
    path,
    ...(required === undefined ? {} : { requiresTls: { ...required.value, field: required.field } }),
    ...(host === undefined ? {} : { host }),
    speaksTlsAtOnce: speaksTlsAtOnce(firstOf(settings, IMPLICIT_TLS, booleanIn)?.value, port),
    logsIn: [USER_NAME, PASSWORD].every(names => firstOf(settings, names, contentIn) !== undefined),
  };
}

/** A mapping with settings, and what it calls a field. */
interface Settings {
  readonly mapping: Mapping;
  named(field: string): string;
}

/** The value of the first of the mappings that has it, with the field as it is spelled there. */
function firstOf<Value>(
  settings: readonly Settings[],
  names: Names,
  valueIn: (mapping: Mapping, field: string) => Value | undefined,
): { readonly value: Value; readonly field: string } | undefined {
  for (const { mapping, named } of settings) {
    for (const name of names) {
      const field = named(name);
      const value = valueIn(mapping, field);
      if (value !== undefined) return { value, field: mapping.spelled(field) };
    }
  }
  return undefined;
}

function booleanIn(mapping: Mapping, field: string): Written<boolean> | undefined {
  return mapping.boolean(field);
}

/** The text of a field; an empty one is as good as none to Go. */
function textIn(mapping: Mapping, field: string): Written<string> | undefined {
  const written = mapping.text(field);
  return literal(written)?.value === '' ? undefined : written;
}

/** True where a field has a text, or refers to an object that has it. */
function contentIn(mapping: Mapping, field: string): true | undefined {
  const isSet = textIn(mapping, field) !== undefined || mapping.pair(field)?.value.kind === 'map';
  return isSet ? true : undefined;
}

/** `smtpRequireTls` for `requireTls`. */
function globalName(field: string): string {
  return `smtp${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

function hostIn(smarthost: Written<string> | undefined): Written<string> | undefined {
  if (smarthost === undefined || isTemplated(smarthost)) return smarthost;
  return { ...smarthost, value: hostOf(smarthost.value) };
}

/** The port of a smarthost; what is no number may be a template of some tool. */
function portIn(smarthost: Written<string> | undefined): Written<string> | undefined {
  if (smarthost === undefined || isTemplated(smarthost)) return smarthost;
  const port = SMARTHOST_PORT.exec(smarthost.value)?.groups?.['port'];
  return port === undefined ? undefined : { ...smarthost, value: port };
}

/** As notify/email/email.go decides it: by the switch, and without one by the port. */
function speaksTlsAtOnce(
  isForced: Written<boolean> | undefined,
  port: Written<string> | undefined,
): Mailer['speaksTlsAtOnce'] {
  if (isForced !== undefined) return isTemplated(isForced) ? 'unknown' : isForced.value ? 'yes' : 'no';
  if (port === undefined) return 'no';
  if (isTemplated(port)) return 'unknown';
  return port.value === IMPLICIT_TLS_PORT ? 'yes' : 'no';
}
