import {
  identityOf,
  type BinaryDocument,
  type Document,
  type Fault,
  type PemDocument,
  type ReadDocument,
  type SecretDocument,
  type YamlDocument,
} from '../documents/document.ts';
import type { Span } from '../text/source.ts';
import type { Decipher } from '../parse/pkcs12.ts';
import { booleanOf } from '../parse/yaml-node.ts';
import { accessPartsOf, NO_ACCESS, workloadAccessOf, type AccessParts } from './access/access-parts.ts';
import { binaryCertificatesOf } from './certificates/binary-container.ts';
import { certificatesOf, type CertificateContainer } from './certificates/certificate.ts';
import { renewalsOf, type Renewal } from './certificates/renewal.ts';
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
import { mailersAt, type Mailer } from './clients/mailer.ts';
import type { Client, Credential, FieldReference, SecretObject, Server } from './model.ts';
import { deniesFilesAt } from './access/file-access.ts';
import { operatedAt, type Operated } from './clients/operated.ts';
import { globalClientsAt, receiverClientsAt } from './clients/receiver-client.ts';
import { referencesAt } from './references/reference.ts';
import { scrapesAt, type Scrape } from './clients/scrape.ts';
import { secretObjectOf, secretSpansIn } from './secrets/secret-object.ts';
import { camelOf } from './role.ts';
import { namedSecretsAt } from './secrets/named-secret.ts';
import { serversAt } from './servers/server.ts';
import { urlSecretsIn } from './secrets/url-secret.ts';
import type { Departure } from './shape/departure.ts';
import { departuresOf } from './shape/departures.ts';
import { selectionsAt, type Selection } from './handshakes/selection.ts';
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
  readonly selections: readonly Selection[];
  readonly credentials: readonly Credential[];
  /** Of a document that holds certificates or keys what it holds. */
  readonly container?: CertificateContainer;
  readonly renewals: readonly Renewal[];
  readonly references: readonly FieldReference[];
  readonly secretObjects: readonly SecretObject[];
  readonly access: AccessParts;
  readonly hasDefaultScrapeClass: boolean;
  /** Of each Prometheus whether it denies monitors its own files. */
  readonly denials: readonly boolean[];
  /** Where it is not as the program wants that reads it. */
  readonly departures: readonly Departure[];
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
  selections: [],
  credentials: [],
  renewals: [],
  references: [],
  secretObjects: [],
  denials: [],
  departures: [],
  access: NO_ACCESS,
  hasDefaultScrapeClass: false,
  faults: [],
  secrets: [],
};

const OPENS_NOTHING: Decipher = () => undefined;

/** Reads one document. @param decipher opens what the empty password opens. */
export function meaningOf(document: ReadDocument, decipher: Decipher = OPENS_NOTHING): Meaning {
  const own = { ...NOTHING, document: identityOf(document) };
  switch (document.dialect) {
    case 'kubernetes-secret':
      return meaningOfSecret(document);
    case 'kubernetes-access':
      return { ...own, access: accessPartsOf(document) };
    case 'cert-manager':
      return { ...own, renewals: renewalsOf(document) };
    case 'pem':
      return meaningOfContainer(document, certificatesOf(document.source, document.isWide));
    case 'certificates':
      return meaningOfContainer(document, binaryCertificatesOf(document.bytes, document.at, decipher));
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
  const departures = departuresOf(document);
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
    selections: isPlain ? [] : readAt(places, document, [selectionsAt]),
    denials: isPlain ? [] : places.flatMap(place => deniesFilesAt(place, document) ?? []),
    references: readAt(places, document, [referencesAt]),
    hasDefaultScrapeClass: !isPlain && places.some(isDefaultScrapeClass),
    departures,
    secrets: [
      ...[...credentials.map(credential => credential.value), ...hashes].map(({ span }) => span),
      ...document.parts.flatMap(({ node }) => urlSecretsIn(node)),
      ...readAt(places, document, [headerSecretsAt, namedSecretsAt]),
      ...departures.flatMap(({ hidden }) => hidden ?? []),
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

function meaningOfContainer(document: PemDocument | BinaryDocument, container: CertificateContainer): Meaning {
  const { faults, secrets } = container;
  return {
    ...NOTHING,
    document: identityOf(document),
    container,
    // In a string of another document nobody says that it is meant to be a certificate.
    faults:
      document.within === undefined
        ? faults.map(({ reason, at }) => ({ reason, at, hidden: at, isOursByName: false }))
        : [],
    secrets,
  };
}
