import {
  identityOf,
  type Document,
  type Fault,
  type PemDocument,
  type SecretDocument,
  type YamlDocument,
} from '../documents/document.ts';
import { pathFrom } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import { booleanOf } from '../parse/yaml-node.ts';
import { certificatesOf, type Certificate, type PrivateKey } from './certificate.ts';
import { chartClientsAt } from './chart-client.ts';
import { clientsAt } from './client.ts';
import { credentialsAt } from './credential.ts';
import { headerSecretsAt } from './header-secret.ts';
import type {
  Client,
  CommittedCertificate,
  CommittedKey,
  CommittedSecret,
  Credential,
  FieldReference,
  Model,
  ResolvedReference,
  SecretObject,
  Server,
} from './model.ts';
import { deniesFilesAt } from './file-access.ts';
import { referencesAt } from './reference.ts';
import { resolved, usesOf, type Repository } from './resolve.ts';
import { secretObjectOf, secretSpansIn } from './secret-object.ts';
import { camelOf } from './role.ts';
import { namedSecretsAt } from './named-secret.ts';
import { serversAt } from './server.ts';
import { urlSecretsIn } from './url-secret.ts';
import { placesOf, type Place } from './walk.ts';

/** What one document means by itself: all that needs no other document. */
export interface Meaning {
  readonly document: Document;
  readonly clients: readonly Client[];
  readonly servers: readonly Server[];
  readonly credentials: readonly Credential[];
  readonly certificates: readonly Certificate[];
  readonly privateKeys: readonly PrivateKey[];
  readonly references: readonly FieldReference[];
  readonly secretObjects: readonly SecretObject[];
  readonly hasDefaultScrapeClass: boolean;
  /** Of each Prometheus whether it denies monitors its own files. */
  readonly denials: readonly boolean[];
  readonly faults: readonly Fault[];
  /** Where secrets stand, also such as no rule knows of: a broken key. */
  readonly secrets: readonly Span[];
}

const NOTHING: Omit<Meaning, 'document'> = {
  clients: [],
  servers: [],
  credentials: [],
  certificates: [],
  privateKeys: [],
  references: [],
  secretObjects: [],
  denials: [],
  hasDefaultScrapeClass: false,
  faults: [],
  secrets: [],
};

/** Reads one document. */
export function meaningOf(document: YamlDocument | SecretDocument | PemDocument): Meaning {
  if (document.dialect === 'kubernetes-secret') return meaningOfSecret(document);
  return document.dialect === 'pem' ? meaningOfPem(document) : meaningOfYaml(document);
}

function meaningOfYaml(document: YamlDocument): Meaning {
  const places = [...placesOf(document)];
  const servers = places.flatMap(place => serversAt(place, document));
  const credentials = places.flatMap(place => credentialsAt(place, document));
  const hashes = servers.flatMap(server => server.users.map(user => user.hash));
  return {
    ...NOTHING,
    document: identityOf(document),
    clients: places.flatMap(place => [...clientsAt(place, document), ...chartClientsAt(place, document)]),
    servers,
    credentials,
    denials: places.flatMap(place => deniesFilesAt(place, document) ?? []),
    references: places.flatMap(place => referencesAt(place, document)),
    hasDefaultScrapeClass: places.some(isDefaultScrapeClass),
    secrets: [
      ...[...credentials.map(credential => credential.value), ...hashes].map(({ span }) => span),
      ...document.parts.flatMap(({ node }) => urlSecretsIn(node)),
      ...places.flatMap(headerSecretsAt),
      ...places.flatMap(namedSecretsAt),
    ],
  };
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
  const { certificates, keys, faults, secrets } = certificatesOf(document.file);
  return {
    ...NOTHING,
    document,
    certificates,
    privateKeys: keys,
    faults: faults.map(({ reason, at }) => ({ reason, at, hidden: at, isOursByName: false })),
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
  const references = resolved(
    meanings.flatMap(meaning => meaning.references),
    { ...deployment, secrets: meanings.flatMap(meaning => meaning.secretObjects) },
  );
  const denials = meanings.flatMap(meaning => meaning.denials);
  const uses = usesOf(references);
  const served = new Set(deployment.servedCertificates.map(path => pathFrom('', path)));
  return {
    documents: meanings.filter(isOurs(references)).map(meaning => meaning.document),
    clients,
    servers,
    credentials: meanings.flatMap(meaning => meaning.credentials),
    certificates: meanings.flatMap(({ document, certificates }) =>
      certificates.map<CommittedCertificate>(certificate => ({
        ...certificate,
        uses: uses.get(document.file.path) ?? [],
        isServed: served.has(document.file.path),
        bundle: certificates,
      })),
    ),
    privateKeys: meanings.flatMap(({ document, privateKeys }) =>
      privateKeys.map<CommittedKey>(key => ({ ...key, uses: uses.get(document.file.path) ?? [] })),
    ),
    references,
    deniesMonitorsItsFiles: denials.length > 0 && denials.every(deny => deny),
    hasDefaultScrapeClass: meanings.some(meaning => meaning.hasDefaultScrapeClass),
    faults: [...faults, ...meanings.flatMap(meaning => meaning.faults)],
  };
}

/** Tells a Secret that nothing of ours refers to, which is nobody's business here, from all other documents. */
function isOurs(references: readonly ResolvedReference[]): (meaning: Meaning) => boolean {
  const reached = new Set<CommittedSecret | SecretObject>();
  for (const { found } of references) {
    if (found.kind === 'entry') reached.add(found.secret);
    if (found.kind === 'missing key') reached.add(found.object);
  }
  return ({ document, secretObjects }) =>
    document.dialect !== 'kubernetes-secret' ||
    secretObjects.some(object => [object, ...object.entries.values()].some(thing => reached.has(thing)));
}
