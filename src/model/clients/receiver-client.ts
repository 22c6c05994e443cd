import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { isTemplated } from '../../text/written.ts';
import { clientOf } from './client.ts';
import { conflictsAmong } from './conflict.ts';
import { hostOf } from '../host.ts';
import { Mapping, mappingsOf } from '../mapping.ts';
import type { Client, Targets, Transport } from '../model.ts';
import { NOTIFICATION_SECRETS } from '../secrets/notification-secret.ts';
import { TOLD_TARGETS } from './probe.ts';
import { isHttpReceiver } from './receiver-place.ts';
import { camelOf } from '../role.ts';
import { tlsClientsOf } from './tls-client.ts';
import { transportOfUrl } from './transport.ts';
import { pathBelow, Place } from '../walk.ts';
import { isSlackApi } from '../secrets/webhook-url.ts';

// The first that is there is asked.
const URL_FIELDS = ['url', 'webhookUrl', 'apiUrl', 'apiURL', 'appUrl'];
// Besides the secrets (config/notifiers.go and notify/*/config.go of Alertmanager v0.34, Validate).
const EXCLUSIVE: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['webhookConfigs', [['url', 'urlFile']]],
  ['incidentioConfigs', [['url', 'urlFile']]],
  ['slackConfigs', crossed(['apiUrl', 'apiUrlFile'], ['appToken', 'appTokenFile'])],
]);
const GLOBAL_SLACK = crossed(['slackApiUrl', 'slackApiUrlFile'], ['slackAppToken', 'slackAppTokenFile']);

function crossed(ones: readonly string[], others: readonly string[]): readonly (readonly string[])[] {
  return ones.flatMap(one => others.map(other => [one, other]));
}

/**
 * The clients that notify over HTTP: of each entry of a receiver, of whose own settings none is taken from the global
 * ones, and of the event recorder.
 */
export function receiverClientsAt(place: Place, document: YamlDocument): readonly Client[] {
  if (!isHttpReceiver(place)) return [];
  return place.mappings.flatMap(receiver => {
    const conflicts = document.dialect === 'operator' ? [] : conflictsIn(place, receiver);
    const settings = receiver.pair('httpConfig');
    const hasDefaults = settings === undefined && document.dialect === 'alertmanager' && !hasGlobalSettings(document);
    if (settings?.value.kind !== 'map' && !hasDefaults && conflicts.length === 0) return [];
    const below = placeOfSettings(place, receiver);
    const https = settings === undefined ? [noSettings(receiver)] : receiver.mappings('httpConfig');
    return https.flatMap(http => {
      const blocks = settings === undefined ? [] : tlsClientsOf(below, document, http);
      return (blocks.length === 0 ? [undefined] : blocks).map(tls => {
        const client = clientOf(below, document, http, { isListed: true, tls });
        const reached = settings === undefined && !hasDefaults ? {} : reachedBy(receiver);
        return { ...client, ...reached, conflicts: [...client.conflicts, ...conflicts] };
      });
    });
  });
}

/** What the global section is as a client: of mail servers, with TLS settings of its own, and where it contradicts itself. */
export function globalClientsAt(place: Place, document: YamlDocument): readonly Client[] {
  if (camelOf(place.keys.at(-1) ?? '') !== 'global' || document.dialect === 'operator') return [];
  return place.mappings.flatMap(mapping => {
    const conflicts = document.dialect === 'alertmanager' ? conflictsIn(place, mapping) : [];
    const mail = tlsClientsOf(place, document, mapping).map(tls => ({
      ...clientOf(place, document, mapping, { isListed: false, tls }),
      label: 'the mail client',
      path: pathBelow(place.path, mapping.spelled('smtpTlsConfig')),
      caField: 'smtp_tls_config.ca_file',
    }));
    if (conflicts.length === 0) return mail;
    const whole = clientOf(place, document, mapping, { isListed: false, tls: undefined });
    return [...mail, { ...whole, document: identityOf(document), label: 'the global section', conflicts }];
  });
}

function placeOfSettings(place: Place, receiver: Mapping): Place {
  const pair = receiver.pair('httpConfig');
  const field = receiver.spelled('httpConfig');
  const map = pair?.value.kind === 'map' ? pair.value : place.map;
  const way = {
    path: pathBelow(place.path, field),
    keys: [...place.keys, field],
    names: [...place.names, undefined],
    // Values replace a list with all that is in it.
    isItem: true,
  };
  return new Place(map, way, receiver.spelling);
}

function noSettings({ node, spelling }: Mapping): Mapping {
  return new Mapping(node, spelling, new Map());
}

function hasGlobalSettings({ parts, spelling }: YamlDocument): boolean {
  return parts.some(({ node }) => {
    const roots = node.kind === 'map' ? mappingsOf(node, spelling) : [];
    return roots.flatMap(root => root.mappings('global')).some(global => global.has('httpConfig'));
  });
}

function conflictsIn({ keys }: Place, mapping: Mapping): Client['conflicts'] {
  const key = camelOf(keys.at(-1) ?? '');
  const isSlack = key === 'global' && !usesSlackApi(mapping);
  const pairs = (NOTIFICATION_SECRETS.get(key) ?? []).map(({ field, file }) => [field, camelOf(file)]);
  const others = isSlack ? GLOBAL_SLACK : (EXCLUSIVE.get(key) ?? []);
  return [...pairs, ...others].flatMap(fields => conflictsAmong(mapping, fields));
}

/** True where Slack is asked with a token in the headers, which may stand beside the URL (config/config.go). */
function usesSlackApi(global: Mapping): boolean {
  const url = global.text('slackApiUrl');
  return global.has('slackAppUrl') || (url !== undefined && (isTemplated(url) || isSlackApi(url.value)));
}

/** Whom an entry of a receiver notifies, by its own URL; where that is elsewhere, nothing is known. */
function reachedBy(receiver: Mapping): { readonly transport: Transport; readonly targets: Targets } | object {
  // That of a Secret is taken in the place of the other (operator v0.93, AlertmanagerConfig).
  if (receiver.has('urlSecret')) return {};
  for (const field of URL_FIELDS) {
    const text = receiver.text(field);
    if (text === undefined) continue;
    const host = isTemplated(text) ? text : { ...text, value: hostOf(text.value) };
    const targets: Targets = { ...TOLD_TARGETS, areUnknown: false, hosts: [host] };
    return { transport: transportOfUrl({ field: receiver.spelled(field), text }), targets };
  }
  return {};
}
