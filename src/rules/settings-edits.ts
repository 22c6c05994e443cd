import type { Fix } from '../findings/finding.ts';
import type { CertainHandshake, Client, Model, NameableFile, TlsClient } from '../model/model.ts';
import type { Fields, OwnEntry } from '../model/own-entry.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/source.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { literal } from '../text/written.ts';
import { areAllTargets, type VerifyingSettings } from './handshake-verification.ts';

/** What a client is to be set to; what is absent stays as it is. */
export interface WantedSettings {
  /** Entries of the client itself: in the place of one, or, where that is absent, behind another. */
  readonly switching?: { readonly entry?: OwnEntry; readonly fields: Fields };
  /** What it is to verify with: that which is set already, or another. */
  readonly authority?: 'own' | NameableFile;
  /** The name that it is to verify. */
  readonly serverName?: string;
}

/** The fix that makes a client verify its targets, which are those of some handshakes, and accept them. */
export function verificationFix(
  handshakes: readonly CertainHandshake[],
  settings: VerifyingSettings,
  model: Model,
): Fix | undefined {
  const [first] = handshakes;
  const wanted = first && wantedBy(settings, first);
  const edits = wanted && editsOf(first.client, wanted, model);
  return edits && { title: `verify the target ${withWords(settings)}`, edits, isSafe: areAllTargets(handshakes) };
}

/**
 * Settings with which a client verifies, as what it is to be set to; `undefined` where it names an authority already of which
 * nothing is known.
 */
export function wantedBy(
  { choice, serverName }: VerifyingSettings,
  { ca }: CertainHandshake,
): WantedSettings | undefined {
  if (ca === 'unknown') return undefined;
  const authority = ca === choice.file ? 'own' : choice;
  return serverName === undefined ? { authority } : { authority, serverName };
}

/** Settings in words: `with certs/ca.pem as node1`. */
export function withWords({ choice, serverName }: VerifyingSettings): string {
  const name = printable('path' in choice ? choice.path : choice.entry.name);
  return serverName === undefined ? `with ${name}` : `with ${name} as ${printable(serverName)}`;
}

/** An entry of a client, and what is to stand in its place or behind it. */
interface Step {
  readonly entry: OwnEntry | undefined;
  readonly fields: Fields;
  readonly isBehind: boolean;
}

/**
 * The edits after which a client is set to what is wanted; `undefined` where they cannot be written, where a name would
 * have to go, and where other clients would be changed as well.
 */
export function editsOf(client: Client, wanted: WantedSettings, model: Model): readonly TextEdit[] | undefined {
  const { tls, own } = client;
  const changesTls = wanted.authority !== undefined || wanted.serverName !== undefined;
  const block = tls === undefined && changesTls && own !== undefined ? { [own.tlsField]: newFields(wanted, own) } : {};
  const switched = switchingStep(wanted, own?.entry, block);
  const steps = [switched, ...(tls === undefined || !changesTls ? [] : tlsSteps(tls, wanted))].filter(
    ({ fields }) => Object.keys(fields).length > 0,
  );
  const touched = [
    ...(steps.includes(switched) ? placesOfClient(client) : []),
    ...(changesTls ? placesOfTls(tls) : []),
  ];
  if ((changesTls && mustLoseName(tls, wanted)) || touched.some(place => isOfSeveral(place, model))) return undefined;
  const edits = steps.map(({ entry, fields, isBehind }) =>
    isBehind ? entry?.followedBy(fields) : entry?.replacedBy(fields),
  );
  return edits.length > 0 && edits.every(made => made !== undefined) ? edits.flat() : undefined;
}

function switchingStep({ switching }: WantedSettings, own: OwnEntry | undefined, block: Fields): Step {
  const fields = { ...switching?.fields, ...block };
  return { entry: switching?.entry ?? own, fields, isBehind: switching?.entry === undefined };
}

/** The entries of a block that is not there yet. */
function newFields({ authority, serverName }: WantedSettings, { tlsField }: NonNullable<Client['own']>): Fields {
  const isSnake = tlsField.includes('_');
  return {
    ...authorityFields(authority, isSnake ? 'ca_file' : 'caFile'),
    ...(serverName === undefined ? {} : { [isSnake ? 'server_name' : 'serverName']: serverName }),
  };
}

function tlsSteps(tls: TlsClient, { authority, serverName }: WantedSettings): readonly Step[] {
  const { insecureSkipVerify, ca, serverName: nameEntry, any } = tls.own ?? {};
  const flag = literal(tls.insecureSkipVerify)?.value === true ? tls.insecureSkipVerify?.field : undefined;
  const pathField = tls.ca?.to === 'file' ? tls.ca.field : tls.spelled.serverName.includes('_') ? 'ca_file' : 'caFile';
  const authorities = authorityFields(authority, pathField);
  const name: Fields = serverName === undefined ? {} : { [tls.spelled.serverName]: serverName };
  const isNamed = tls.serverName !== undefined;
  const added = isNamed ? {} : name;
  const renamed = isNamed && literal(tls.serverName)?.value !== serverName ? name : {};
  const replacesFlag = flag !== undefined && tls.ca === undefined;
  const hasOther = tls.ca !== undefined && authority !== undefined && authority !== 'own';
  return [
    { entry: insecureSkipVerify, fields: flag === undefined || replacesFlag ? {} : { [flag]: false }, isBehind: false },
    {
      entry: replacesFlag ? insecureSkipVerify : hasOther ? ca : any,
      fields: { ...authorities, ...added },
      isBehind: !replacesFlag && !hasOther,
    },
    { entry: nameEntry, fields: renamed, isBehind: false },
  ];
}

/** The entry that names a file of certificates; none for that which is set. */
function authorityFields(choice: WantedSettings['authority'], pathField: string): Fields {
  if (choice === undefined || choice === 'own') return {};
  if ('path' in choice) return { [pathField]: choice.path };
  const { to, name, key } = choice.entry;
  return { ca: { [to === 'Secret' ? 'secret' : 'configMap']: { name, key } } };
}

/** True where the targets are to be verified by what they are called, and a name is set. */
function mustLoseName(tls: TlsClient | undefined, { authority, serverName }: WantedSettings): boolean {
  return tls?.serverName !== undefined && authority !== undefined && serverName === undefined;
}

const COUNTS = new WeakMap<Model, ReadonlyMap<string, number>>();

/** True for a place that is a setting of several clients: of a block with an anchor, or under a branch of a template. */
function isOfSeveral(place: Span, model: Model): boolean {
  let counts = COUNTS.get(model);
  if (counts === undefined) {
    const counted = new Map<string, number>();
    for (const client of model.clients) {
      for (const name of new Set([...placesOfClient(client), ...placesOfTls(client.tls)].map(nameOf))) {
        counted.set(name, (counted.get(name) ?? 0) + 1);
      }
    }
    COUNTS.set(model, (counts = counted));
  }
  return (counts.get(nameOf(place)) ?? 0) > 1;
}

function nameOf({ file, start }: Span): string {
  return `${file.path} ${start}`;
}

function placesOfClient({ own, transport }: Client): readonly Span[] {
  return [own?.entry.span, transport.at].filter(place => place !== undefined);
}

function placesOfTls(tls: TlsClient | undefined): readonly Span[] {
  const { insecureSkipVerify, serverName, ca, own } = tls ?? {};
  const authority = ca?.to === 'file' ? ca.path.span : ca?.at;
  return [insecureSkipVerify?.span, serverName?.span, authority, own?.any?.span].filter(place => place !== undefined);
}
