import type { CertainHandshake, Client, NameableFile } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { literal } from '../text/written.ts';
import { hostNamesOf } from './handshake-names.ts';
import { wouldVerify } from './handshake-judgement.ts';
import type { RuleContext } from './rule.ts';

/** Settings with which a client verifies all of its targets that are known. */
export interface VerifyingSettings {
  readonly choice: NameableFile;
  /** Absent where the targets are verified by what they are called. */
  readonly serverName?: string;
}

/**
 * The committed certificates, and the name, with which a client would verify its targets. What it names already comes
 * first, then what trusts the fewest.
 *
 * @param handshakes of one client, with https.
 */
export function verifyingSettingsFor(
  handshakes: readonly CertainHandshake[],
  context: RuleContext,
): VerifyingSettings | undefined {
  const [first] = handshakes;
  if (first === undefined || handshakes.some(({ served }) => served.length === 0)) return undefined;
  const own = typeof first.ca === 'string' ? undefined : first.ca;
  const choices = first.choices.toSorted(
    (one, other) =>
      Number(other.file === own) - Number(one.file === own) ||
      one.file.certificates.length - other.file.certificates.length,
  );
  for (const serverName of namesFor(handshakes)) {
    const settings = serverName === undefined ? {} : { serverName };
    const choice = choices.find(({ file }) =>
      handshakes.every(handshake => wouldVerify(handshake, { roots: file, ...settings }, context)),
    );
    if (choice !== undefined) return { choice, ...settings };
  }
  return undefined;
}

/** The name that is set, none, and those that all certificates have. */
function namesFor(handshakes: readonly CertainHandshake[]): readonly (string | undefined)[] {
  const written = literal(handshakes[0]?.client.tls?.serverName)?.value;
  const [first = [], ...others] = handshakes.map(hostNamesOf);
  const shared = first.filter(name => others.every(names => names.includes(name)));
  return [...new Set([written, undefined, ...shared])];
}

/** The settings in words: `ca_file: certs/ca.pem and server_name: node1`, `ca with ca.crt of the ConfigMap "nodes"`. */
export function wordsOf({ choice, serverName }: VerifyingSettings, { tls, caField }: Client): string {
  const field = tls?.ca?.field ?? caField ?? 'the CA';
  const ca =
    'path' in choice
      ? `${field}: ${printable(choice.path)}`
      : `${field} with ${choice.entry.key} of the ${choice.entry.to} "${printable(choice.entry.name)}"`;
  const isWritten = serverName === undefined || serverName === literal(tls?.serverName)?.value;
  return isWritten ? ca : `${ca} and ${tls?.spelled.serverName ?? 'server_name'}: ${serverName}`;
}

/** True where a client asks nobody but the targets of some handshakes. */
export function areAllTargets(handshakes: readonly CertainHandshake[]): boolean {
  const [first] = handshakes;
  if (first === undefined) return false;
  const { hosts, areInCluster, areUnknown } = first.client.targets;
  return hosts.length === handshakes.length && !areInCluster && !areUnknown;
}
