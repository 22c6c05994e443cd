import type { Profile } from '../../src/trust/profile.ts';
import type { CaseRecipe } from '../trust/case-recipe.ts';
import { stagedCase } from '../trust/recipes.ts';
import type { LiveClient, LiveServer, Situation } from './situation.ts';

/** A row of test/trust/fixtures/tls-cases.json, as far as it can be staged again. */
export interface ObservedCase extends CaseRecipe {
  readonly kind: string;
  readonly description: string;
  readonly target: string;
  readonly tls_config: LiveClient;
}

/** The first minor version of prometheus/common 0 that refuses a configuration with half of a client pair. */
const WHOLE_PAIRS = 44;

const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/**
 * The observed scrapes and loads, staged on this machine. A target that is not this machine becomes localhost, with its
 * name as the server_name: Go checks the one as it does the other.
 */
export function observedSituations(rows: readonly ObservedCase[], now: Date, profile: Profile): readonly Situation[] {
  return rows
    .filter(({ kind, tls_config: client }) => kind === 'scrape' || (kind === 'load' && isAccepted(client, profile)))
    .map(row => situationOf(row, now));
}

/** False for what stops the whole configuration, and with it all other situations. */
function isAccepted(client: LiveClient, { common }: Profile): boolean {
  const isWhole = (client.cert_file === undefined) === (client.key_file === undefined);
  return /^TLS1[0-3]$/.test(client.min_version ?? 'TLS12') && (isWhole || common < WHOLE_PAIRS);
}

function situationOf(row: ObservedCase, now: Date): Situation {
  const { served, key, files } = stagedCase(row, now);
  const url = new URL(row.target.replace('<port>', '1'));
  const isHere = HERE.has(url.hostname);
  const server: LiveServer = key === undefined ? { speaks: 'http' } : { speaks: 'tls', served, key };
  return {
    name: `${row.id}: ${row.description}`,
    server,
    scheme: url.protocol === 'http:' ? 'http' : 'https',
    host: isHere ? url.hostname : 'localhost',
    client: isHere ? row.tls_config : { server_name: url.hostname, ...row.tls_config },
    files,
  };
}
