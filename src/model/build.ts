import { type Fault } from '../documents/document.ts';
import { joinedAccess } from './access/access-parts.ts';
import type { Access } from './access/access.ts';
import { accessOf, reachedBy } from './access/bound-access.ts';
import { alertRulesIn } from './alert-rules.ts';
import { committedIn } from './certificates/committed-certificate.ts';
import type { CommandLine } from './commands/command-line.ts';
import { CommittedEntries } from './references/committed-entry.ts';
import { textIdOf } from './references/committed-text.ts';
import { handshakesOf } from './handshakes/handshakes.ts';
import { linksOf } from './references/link.ts';
import { Readers } from './references/reader.ts';
import type { Model, ResolvedReference } from './model.ts';
import { resolved, type Repository } from './references/resolve.ts';
import { usesOf } from './references/use.ts';
import type { Meaning } from './meaning.ts';

/** What the repository says of where files are, besides its documents. */
interface Deployment {
  readonly pathMappings: Repository['pathMappings'];
  readonly files: Repository['files'];
  /** The committed certificate file that a target (`host:port`) serves. */
  readonly servedCertificates: Readonly<Record<string, string>>;
}

/** Puts the documents together and follows their references. */
export function modelOf(meanings: readonly Meaning[], faults: readonly Fault[], deployment: Deployment): Model {
  const clients = meanings.flatMap(meaning => meaning.clients);
  const servers = meanings.flatMap(meaning => meaning.servers);
  const commandLines = meanings.flatMap(meaning => meaning.commandLines);
  const hasDefaultScrapeClass = meanings.some(meaning => meaning.hasDefaultScrapeClass);
  const written = meanings.flatMap(meaning => meaning.references);
  const entries = new CommittedEntries(
    meanings.map(meaning => meaning.document),
    deployment.files,
  );
  const committed = { paths: deployment.files.paths, pathMappings: deployment.pathMappings, entries };
  const operatedServers = meanings.flatMap(meaning => meaning.operatedServers);
  const readers = new Readers(commandLines, operatedServers, written, committed);
  const references = resolved(written, {
    ...deployment,
    secrets: meanings.flatMap(meaning => meaning.secretObjects),
    entries,
    readers,
  });
  const access = accessOf(joinedAccess(meanings.map(meaning => meaning.access)));
  const denials = meanings.flatMap(meaning => meaning.denials);
  const uses = usesOf(references);
  const containers = meanings.flatMap(({ document, container }) =>
    container === undefined ? [] : [{ ...container, document, uses: uses.get(textIdOf(document)) ?? [] }],
  );
  const linkable = {
    commandLines,
    clients,
    servers,
    references,
    scrapes: meanings.flatMap(meaning => meaning.scrapes),
    operated: meanings.flatMap(meaning => meaning.operated),
    ...committed,
    hasDefaultScrapeClass,
  };
  const links = linksOf(linkable);
  const selections = meanings.flatMap(meaning => meaning.selections);
  return {
    documents: meanings.filter(isOurs(references, commandLines, access)).map(meaning => meaning.document),
    clients,
    mailers: meanings.flatMap(meaning => meaning.mailers),
    servers,
    commandLines,
    links,
    handshakes: handshakesOf({ ...linkable, ...deployment, selections, links, containers, readers }),
    credentials: meanings.flatMap(meaning => meaning.credentials),
    ...committedIn(containers, Object.values(deployment.servedCertificates)),
    renewals: meanings.flatMap(meaning => meaning.renewals),
    references,
    access,
    isCommitted: path => deployment.files.has(path),
    alertRules: () => alertRulesIn(deployment.files),
    deniesMonitorsItsFiles: denials.length > 0 && denials.every(deny => deny),
    hasDefaultScrapeClass,
    departures: meanings.flatMap(meaning => meaning.departures),
    faults: [...faults, ...meanings.flatMap(meaning => meaning.faults)],
  };
}

// Documents of these matter only where another leads to them, or where they start a server.
const REFERRED_TO: ReadonlySet<string> = new Set([
  'kubernetes-secret',
  'kubernetes-access',
  'compose',
  'kubernetes-workload',
  'systemd-unit',
  'dockerfile',
  'script',
]);

/** Tells a Secret or a role that nothing of ours leads to, which is nobody's business here, from other documents. */
function isOurs(
  references: readonly ResolvedReference[],
  commandLines: readonly CommandLine[],
  access: Access,
): (meaning: Meaning) => boolean {
  const reached = new Set<object>([...commandLines, ...reachedBy(access)]);
  for (const { found } of references) {
    if (found.kind === 'entry') reached.add(found.secret);
    if (found.kind === 'missing key') reached.add(found.object);
  }
  return meaning => !REFERRED_TO.has(meaning.document.dialect) || thingsIn(meaning).some(thing => reached.has(thing));
}

/** What of a document others can lead to. */
function thingsIn({ secretObjects, commandLines, access }: Meaning): readonly object[] {
  const { roles, bindings, serverAccounts } = access;
  const secrets = secretObjects.flatMap(object => [object, ...object.entries.values()]);
  return [...secrets, ...commandLines, ...roles, ...bindings, ...serverAccounts];
}
