import type { Fix } from '../findings/finding.ts';
import type { CertainHandshake, Client, Model } from '../model/model.ts';
import type { Fields } from '../model/own-entry.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { literal } from '../text/written.ts';
import { handshakesByClient, wouldVerify } from './handshake-judgement.ts';
import { areAllTargets, verifyingSettingsFor, type VerifyingSettings } from './handshake-verification.ts';
import { wouldLackCa } from './missing-ca-file.ts';
import type { RuleContext } from './rule.ts';
import { editsOf, wantedBy, withWords, type WantedSettings } from './settings-edits.ts';

const UNPROVEN = 'ask over https; see to it that the target speaks TLS, with a certificate that the client accepts';

/**
 * The fix that makes a client encrypt what it sends in clear. It is safe where the repository proves that each target speaks
 * TLS and that the client will accept its certificate, with the settings that it has or with those that the fix adds.
 * `undefined` where a target speaks no TLS, where the client needs a CA that nobody knows, and where it cannot be written.
 */
export function encryptionFix(client: Client, model: Model, context: RuleContext): Fix | undefined {
  const known = handshakesByClient(model).get(client) ?? [];
  if (client.transport.kind !== 'plain' || known.some(({ encryption }) => encryption === 'plain')) return undefined;
  const handshakes = known.map(one => ({ ...one, target: { ...one.target, scheme: 'https' as const } }));
  const isSafe = areAllTargets(handshakes) && handshakes.every(({ target }) => keepsPort(target));
  const title = isSafe ? 'ask over https' : UNPROVEN;
  const areServed = handshakes.length > 0 && handshakes.every(({ served }) => served.length > 0);
  if (areServed && handshakes.every(one => accepts(client, one, context))) {
    return fixWith(client, model, {}, { title, isSafe });
  }
  const settings = areServed ? verifyingSettingsFor(handshakes, context) : undefined;
  const verifying = settings && verifyingFix(settings, handshakes, model, isSafe);
  if (verifying !== undefined) return verifying;
  // Without a CA one warning would take the place of another.
  return wouldLackCa(client, context.options)
    ? undefined
    : fixWith(client, model, {}, { title: UNPROVEN, isSafe: false });
}

/**
 * The fix that makes a client ask in clear where nothing else is served. It is never safe, and there is none where
 * something would be lost: TLS settings, or credentials that nobody may read.
 */
export function decryptionFix(client: Client, model: Model): Fix | undefined {
  const known = handshakesByClient(model).get(client) ?? [];
  const isServedPlain = areAllTargets(known) && known.every(({ encryption }) => encryption === 'plain');
  const losesSomething = client.tls !== undefined || client.authentications.length > 0;
  if (client.transport.kind !== 'tls' || !isServedPlain || losesSomething) return undefined;
  const edits = editsTo('plain', client, {}, model);
  return edits && { title: 'ask over plain http, since nothing else is served there', edits, isSafe: false };
}

/** The fix that sets what verifies the targets as well. */
function verifyingFix(
  settings: VerifyingSettings,
  [first]: readonly CertainHandshake[],
  model: Model,
  isSafe: boolean,
): Fix | undefined {
  const wanted = first && wantedBy(settings, first);
  const title = `ask over https, and verify the target ${withWords(settings)}`;
  return wanted && fixWith(first.client, model, wanted, { title, isSafe });
}

const WITH_PORT = /^["']?(?:https?:\/\/)?(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^:[\]/?#]*):\d+/;

/** True for a target with a port of its own, which is not that of the scheme. */
function keepsPort({ at, host }: CertainHandshake['target']): boolean {
  return host === undefined || WITH_PORT.test(at.file.text.slice(at.start, at.end));
}

/** True where a client verifies a target with the settings that it has. */
function accepts({ tls }: Client, handshake: CertainHandshake, context: RuleContext): boolean {
  const serverName = literal(tls?.serverName)?.value;
  const own = serverName === undefined ? {} : { serverName };
  return handshake.ca !== 'unknown' && wouldVerify(handshake, own, context);
}

function fixWith(
  client: Client,
  model: Model,
  wanted: WantedSettings,
  { title, isSafe }: Pick<Fix, 'title' | 'isSafe'>,
): Fix | undefined {
  const edits = editsTo('tls', client, wanted, model);
  return edits && { title, edits, isSafe };
}

function editsTo(
  kind: 'tls' | 'plain',
  client: Client,
  wanted: WantedSettings,
  model: Model,
): readonly TextEdit[] | undefined {
  const { switching } = client.transport;
  if (switching !== undefined) {
    const fields: Fields = kind === 'tls' ? switching.on : switching.off;
    const { entry } = switching;
    return editsOf(client, { ...wanted, switching: { fields, ...(entry === undefined ? {} : { entry }) } }, model);
  }
  const scheme = schemeEdit(kind, client);
  const others = wanted.authority === undefined ? [] : editsOf(client, wanted, model);
  return scheme === undefined || others === undefined ? undefined : [scheme, ...others];
}

const SCHEME = /^["']?http(s?):\/\//;

/** The edit of a URL that gives it the other scheme, and of nothing else in it. */
function schemeEdit(kind: 'tls' | 'plain', { transport: { at } }: Client): TextEdit | undefined {
  if (at?.exact !== true || at.via !== undefined) return undefined;
  const [scheme, letter] = SCHEME.exec(at.file.text.slice(at.start, at.end)) ?? [];
  if (scheme === undefined || letter === undefined) return undefined;
  const end = at.start + scheme.length - '://'.length;
  return { at: { ...at, start: end - letter.length, end }, text: kind === 'tls' ? 's' : '' };
}
