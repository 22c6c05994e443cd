import {
  identityOf,
  type Document,
  type Fault,
  type PemDocument,
  type ReadDocument,
  type SecretDocument,
  type YamlDocument,
} from '../documents/document.ts';
import { pathFrom } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import { booleanOf } from '../parse/yaml-node.ts';
import { accessPartsOf, joinedAccess, NO_ACCESS, workloadAccessOf, type AccessParts } from './access/access-parts.ts';
import type { Access } from './access/access.ts';
import { accessOf, reachedBy } from './access/bound-access.ts';
import { certificatesOf, type Certificate, type PrivateKey } from './certificates/certificate.ts';
import { chartClientsAt } from './clients/chart-client.ts';
import { clientsAt } from './clients/client.ts';
import { componentClientsAt } from './clients/component-client.ts';
import { commandLinesAt, commandLinesIn } from './commands/command-carrier.ts';
import { operatedServersAt, type OperatedServer } from './commands/operated-server.ts';
import type { CommandLine } from './commands/command-line.ts';
import { credentialsAt } from './secrets/credential.ts';
import { dataSourceClientsAt } from './clients/data-source.ts';
import { dataSourceSecretsAt } from './secrets/data-source-secret.ts';
import { headerSecretsAt } from './secrets/header-secret.ts';
import { CommittedEntries } from './references/committed-entry.ts';
import { textIdOf } from './references/committed-text.ts';
import { linksOf } from './references/link.ts';
import { Readers } from './references/reader.ts';
import { mailersAt, type Mailer } from './clients/mailer.ts';
import type {
  Client,
  CommittedCertificate,
  CommittedKey,
  Credential,
  FieldReference,
  Model,
  ResolvedReference,
  SecretObject,
  Server,
} from './model.ts';
import { deniesFilesAt } from './access/file-access.ts';
import { operatedAt, type Operated } from './clients/operated.ts';
import { globalClientsAt, receiverClientsAt } from './clients/receiver-client.ts';
import { referencesAt } from './references/reference.ts';
import { resolved, usesOf, type Repository } from './references/resolve.ts';
import { scrapesAt, type Scrape } from './clients/scrape.ts';
import { secretObjectOf, secretSpansIn } from './secrets/secret-object.ts';
import { camelOf } from './role.ts';
import { namedSecretsAt } from './secrets/named-secret.ts';
import { serversAt } from './servers/server.ts';
import { urlSecretsIn } from './secrets/url-secret.ts';
import { placesOf, type Place } from './walk.ts';

/** What one document means by itself: all that needs no other document. */
export interface Meaning {
  readonly document: Document;
  readonly clients: readonly Client[];
  readonly mailers: readonly Mailer[];
  readonly servers: readonly Server[];
  readonly commandLines: readonly CommandLine[];
  readonly operatedServers: readonly OperatedServer[];
  readonly scrapes: readonly Scrape[];
  readonly operated: readonly Operated[];
  readonly credentials: readonly Credential[];
  readonly certificates: readonly Certificate[];
  readonly privateKeys: readonly PrivateKey[];
  readonly references: readonly FieldReference[];
  readonly secretObjects: readonly SecretObject[];
  readonly access: AccessParts;
  readonly hasDefaultScrapeClass: boolean;
  /** Of each Prometheus whether it denies monitors its own files. */
  readonly denials: readonly boolean[];
  readonly faults: readonly Fault[];
  /** Where secrets stand, also such as no rule knows of: a broken key. */
  readonly secrets: readonly Span[];
}

const NOTHING: Omit<Meaning, 'document'> = {
  clients: [],
  mailers: [],
  servers: [],
  commandLines: [],
  operatedServers: [],
  scrapes: [],
  operated: [],
  credentials: [],
  certificates: [],
  privateKeys: [],
  references: [],
  secretObjects: [],
  denials: [],
  access: NO_ACCESS,
  hasDefaultScrapeClass: false,
  faults: [],
  secrets: [],
};

/** Reads one document. */
export function meaningOf(document: ReadDocument): Meaning {
  const own = { ...NOTHING, document: identityOf(document) };
  switch (document.dialect) {
    case 'kubernetes-secret':
      return meaningOfSecret(document);
    case 'kubernetes-access':
      return { ...own, access: accessPartsOf(document) };
    case 'pem':
      return meaningOfPem(document);
    case 'kubernetes-workload':
      return { ...own, commandLines: commandLinesIn(document), access: workloadAccessOf(own.document, document.root) };
    case 'compose':
    case 'systemd-unit':
    case 'dockerfile':
    case 'script':
      return { ...own, commandLines: commandLinesIn(document) };
    default:
      return meaningOfYaml(document);
  }
}

function meaningOfYaml(document: YamlDocument): Meaning {
  const places = placesOf(document);
  // Nothing else stands in a file of Prometheus itself, and those are the long ones.
  const isPlain = document.dialect === 'prometheus';
  const servers = isPlain ? [] : readAt(places, document, [serversAt]);
  const credentials = readAt(places, document, isPlain ? [credentialsAt] : [credentialsAt, dataSourceSecretsAt]);
  const hashes = servers.flatMap(server => server.users.map(user => user.hash));
  return {
    ...NOTHING,
    document: identityOf(document),
    clients: readAt(places, document, isPlain ? [clientsAt] : CLIENT_READERS),
    mailers: isPlain ? [] : readAt(places, document, [mailersAt]),
    servers,
    commandLines: isPlain ? [] : readAt(places, document, [commandLinesAt]),
    operatedServers: isPlain ? [] : readAt(places, document, [operatedServersAt]),
    credentials,
    access: accessPartsOf(document),
    scrapes: readAt(places, document, [scrapesAt]),
    operated: isPlain ? [] : readAt(places, document, [operatedAt]),
    denials: isPlain ? [] : places.flatMap(place => deniesFilesAt(place, document) ?? []),
    references: readAt(places, document, [referencesAt]),
    hasDefaultScrapeClass: !isPlain && places.some(isDefaultScrapeClass),
    secrets: [
      ...[...credentials.map(credential => credential.value), ...hashes].map(({ span }) => span),
      ...document.parts.flatMap(({ node }) => urlSecretsIn(node)),
      ...readAt(places, document, [headerSecretsAt, namedSecretsAt]),
    ],
  };
}

type Reader<T> = (place: Place, document: YamlDocument) => readonly T[];

const CLIENT_READERS: readonly Reader<Client>[] = [
  clientsAt,
  chartClientsAt,
  componentClientsAt,
  dataSourceClientsAt,
  receiverClientsAt,
  globalClientsAt,
];

/** What readers see at each place. There are many places, at most of which most readers see nothing. */
function readAt<T>(places: readonly Place[], document: YamlDocument, readers: readonly Reader<T>[]): readonly T[] {
  const found: T[] = [];
  for (const place of places) for (const read of readers) for (const thing of read(place, document)) found.push(thing);
  return found;
}

function isDefaultScrapeClass({ map, keys, isItem }: Place): boolean {
  if (!isItem || camelOf(keys.at(-1) ?? '') !== 'scrapeClasses') return false;
  return map.pairs.some(({ key, value }) => key.text === 'default' && booleanOf(value) === true);
}

function meaningOfSecret(document: SecretDocument): Meaning {
  const object = secretObjectOf(document);
  return {
    ...NOTHING,
    document: identityOf(document),
    secretObjects: object === undefined ? [] : [object],
    secrets: secretSpansIn(document),
  };
}

function meaningOfPem(document: PemDocument): Meaning {
  const { certificates, keys, faults, secrets } = certificatesOf(document.source);
  return {
    ...NOTHING,
    document: identityOf(document),
    certificates,
    privateKeys: keys,
    // In a string of another document nobody says that it is meant to be a certificate.
    faults:
      document.within === undefined
        ? faults.map(({ reason, at }) => ({ reason, at, hidden: at, isOursByName: false }))
        : [],
    secrets,
  };
}

/** What the repository says of where files are, besides its documents. */
export interface Deployment {
  readonly pathMappings: Repository['pathMappings'];
  readonly files: Repository['files'];
  /** Committed certificate files that some target serves. */
  readonly servedCertificates: readonly string[];
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
  const references = resolved(written, {
    ...deployment,
    secrets: meanings.flatMap(meaning => meaning.secretObjects),
    entries,
    readers: new Readers(commandLines, operatedServers, written, committed),
  });
  const access = accessOf(joinedAccess(meanings.map(meaning => meaning.access)));
  const denials = meanings.flatMap(meaning => meaning.denials);
  const uses = usesOf(references);
  const served = new Set(deployment.servedCertificates.map(path => pathFrom('', path)));
  return {
    documents: meanings.filter(isOurs(references, commandLines, access)).map(meaning => meaning.document),
    clients,
    mailers: meanings.flatMap(meaning => meaning.mailers),
    servers,
    commandLines,
    links: linksOf({
      commandLines,
      clients,
      servers,
      references,
      scrapes: meanings.flatMap(meaning => meaning.scrapes),
      operated: meanings.flatMap(meaning => meaning.operated),
      ...committed,
      hasDefaultScrapeClass,
    }),
    credentials: meanings.flatMap(meaning => meaning.credentials),
    certificates: meanings.flatMap(({ document, certificates }) =>
      certificates.map<CommittedCertificate>(certificate => ({
        ...certificate,
        uses: uses.get(textIdOf(document)) ?? [],
        isServed: served.has(document.file.path),
        bundle: certificates,
      })),
    ),
    privateKeys: meanings.flatMap(({ document, privateKeys }) =>
      privateKeys.map<CommittedKey>(key => ({ ...key, uses: uses.get(textIdOf(document)) ?? [] })),
    ),
    references,
    access,
    deniesMonitorsItsFiles: denials.length > 0 && denials.every(deny => deny),
    hasDefaultScrapeClass,
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
