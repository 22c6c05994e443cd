import { identityOf, type Document, type Fault, type PemDocument, type YamlDocument } from '../documents/document.ts';
import { pathFrom } from '../text/path.ts';
import type { Span } from '../text/source.ts';
import { booleanOf } from '../parse/yaml-node.ts';
import { certificatesOf, type Certificate, type PrivateKey } from './certificate.ts';
import { clientsAt } from './client.ts';
import { credentialsAt } from './credential.ts';
import { headerSecretsAt } from './header-secret.ts';
import type { Client, CommittedCertificate, CommittedKey, Credential, Model, Server } from './model.ts';
import { usesOf, type PathMappings } from './resolve.ts';
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
  readonly hasDefaultScrapeClass: boolean;
  readonly faults: readonly Fault[];
  /** Where secrets stand, also such as no rule knows of: a broken key. */
  readonly secrets: readonly Span[];
}

/** Reads one document. */
export function meaningOf(document: YamlDocument | PemDocument): Meaning {
  return document.dialect === 'pem' ? meaningOfPem(document) : meaningOfYaml(document);
}

function meaningOfYaml(document: YamlDocument): Meaning {
  const places = [...placesOf(document)];
  const servers = places.flatMap(place => serversAt(place, document));
  const credentials = places.flatMap(place => credentialsAt(place, document));
  const hashes = servers.flatMap(server => server.users.map(user => user.hash));
  return {
    document: identityOf(document),
    clients: places.flatMap(place => clientsAt(place, document)),
    servers,
    credentials,
    certificates: [],
    privateKeys: [],
    hasDefaultScrapeClass: places.some(isDefaultScrapeClass),
    faults: [],
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

function meaningOfPem(document: PemDocument): Meaning {
  const { certificates, keys, faults, secrets } = certificatesOf(document.file);
  return {
    document,
    clients: [],
    servers: [],
    credentials: [],
    certificates,
    privateKeys: keys,
    hasDefaultScrapeClass: false,
    faults: faults.map(({ reason, at }) => ({ reason, at, hidden: at, isOursByName: false })),
    secrets,
  };
}

/** What the repository says of where files are, besides its documents. */
export interface Deployment {
  readonly pathMappings: PathMappings;
  /** Committed certificate files that some target serves. */
  readonly servedCertificates: readonly string[];
}

/** Puts the documents together and follows their references. */
export function modelOf(meanings: readonly Meaning[], faults: readonly Fault[], deployment: Deployment): Model {
  const clients = meanings.flatMap(meaning => meaning.clients);
  const servers = meanings.flatMap(meaning => meaning.servers);
  const uses = usesOf(clients, servers, deployment.pathMappings);
  const served = new Set(deployment.servedCertificates.map(path => pathFrom('', path)));
  return {
    documents: meanings.map(meaning => meaning.document),
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
    hasDefaultScrapeClass: meanings.some(meaning => meaning.hasDefaultScrapeClass),
    faults: [...faults, ...meanings.flatMap(meaning => meaning.faults)],
  };
}
