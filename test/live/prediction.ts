import { pemOf } from '../../src/parse/pem.ts';
import { x509FieldsOf } from '../../src/parse/x509.ts';
import { SourceFile } from '../../src/text/source.ts';
import { handshakeVerdict, type Roots } from '../../src/trust/handshake.ts';
import { authoritiesIn, caFault, clientPairFault, type NamedFile } from '../trust/loading.ts';
import type { Profile } from '../../src/trust/profile.ts';
import type { Outcome, Situation } from './situation.ts';

/** What a situation meets. */
interface Surroundings {
  /** The folder of its files, as the configuration names it. */
  readonly folder: string;
  readonly now: Date;
  /** DER */
  readonly systemRoots: readonly Uint8Array[];
  readonly profile: Profile;
}

/** What the handshake engine says becomes of the situation. */
export function predictedOutcome(situation: Situation, surroundings: Surroundings): Outcome {
  const { client, scheme, host, server } = situation;
  const fault = loadingFault(situation, surroundings);
  if (fault !== undefined) return { isScraped: false, isDropped: true, error: fault };
  const { now, profile } = surroundings;
  const verdict = handshakeVerdict({
    client: {
      insecureSkipVerify: client.insecure_skip_verify === true,
      ...(client.server_name === undefined ? {} : { serverName: client.server_name }),
      ...(client.min_version === undefined ? {} : { minVersion: client.min_version }),
      ...(client.max_version === undefined ? {} : { maxVersion: client.max_version }),
      roots: rootsOf(situation, surroundings),
    },
    target: { scheme, host },
    served: server.speaks === 'tls' ? server.served : [],
    now,
    profile,
  });
  if (verdict.isAccepted) return { isScraped: true };
  const [{ kind, text }] = verdict.refusals;
  return { isScraped: false, isDropped: kind === 'configuration', error: text };
}

function loadingFault(situation: Situation, { folder, profile }: Surroundings): string | undefined {
  const { ca_file: ca, cert_file: certificate, key_file: key } = situation.client;
  const named = (name: string | undefined): NamedFile | undefined =>
    name === undefined ? undefined : namedFile(situation, name, folder);
  const authorities = named(ca);
  return (authorities && caFault(authorities, profile)) ?? clientPairFault(named(certificate), named(key), profile);
}

function rootsOf(situation: Situation, { folder, profile, systemRoots }: Surroundings): Roots {
  const { ca_file: name } = situation.client;
  if (name === undefined) return { from: 'system', certificates: systemRoots.flatMap(der => x509FieldsOf(der) ?? []) };
  const { content } = namedFile(situation, name, folder);
  return { from: 'file', certificates: typeof content === 'string' ? [] : authoritiesIn(content, profile) };
}

function namedFile({ files }: Situation, name: string, folder: string): NamedFile {
  const path = `${folder}/${name}`;
  const content = files.get(name) ?? 'missing';
  return {
    path,
    content: typeof content === 'string' ? content : pemOf(new SourceFile(path, content.toString('utf8'))),
  };
}
