import type { FileTree } from '../../text/file-tree.ts';
import { folderOf, pathFrom } from '../../text/path.ts';
import { groupedBy } from '../../text/grouped.ts';
import { isTemplated, type Located } from '../../text/written.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { Scrape } from '../clients/scrape.ts';
import type { CommandFlag, CommandLine } from '../commands/command-line.ts';
import type { CertainHandshake, CertificateFile, Client, Link, ResolvedReference, Server } from '../model.ts';
import { textIdOf } from '../references/committed-text.ts';
import { isOfCertificate, isOfWebConfiguration, mayRead, type Committed } from '../references/deployed-path.ts';
import type { Readers } from '../references/reader.ts';
import { addressOf, keyOf, type Address } from './address.ts';
import { CertificateFiles } from './certificate-files.ts';
import { servicesIn } from './kubernetes-service.ts';
import { NameableFiles } from './nameable.ts';
import { Responders } from './responder.ts';
import type { Selection } from './selection.ts';
import { WebServers } from './web-server.ts';

/** What handshakes are put together from. */
interface Handshakable extends Committed {
  readonly commandLines: readonly CommandLine[];
  readonly scrapes: readonly Scrape[];
  readonly selections: readonly Selection[];
  readonly clients: readonly Client[];
  readonly servers: readonly Server[];
  readonly links: readonly Link[];
  readonly references: readonly ResolvedReference[];
  readonly containers: readonly CertificateFile[];
  readonly files: Pick<FileTree, 'paths' | 'read'>;
  /** The committed certificate that a target (`host:port`) serves, as the configuration says. */
  readonly servedCertificates: Readonly<Record<string, string>>;
  readonly hasDefaultScrapeClass: boolean;
  readonly readers: Readers;
}

/**
 * The handshakes of which the repository has both sides for certain: what the target serves, and what the client
 * verifies it with. What a target serves is said by the configuration, by the web configuration of the server that a
 * client asks, or by that of the process that answers there.
 */
export function handshakesOf(parts: Handshakable): readonly CertainHandshake[] {
  const serves = parts.commandLines.some(({ flags }) => flags.some(saysWhatIsServed));
  const isPossible = serves || parts.links.length > 0 || Object.keys(parts.servedCertificates).length > 0;
  return isPossible ? [...new Handshakes(parts).all()] : [];
}

function saysWhatIsServed(flag: CommandFlag): boolean {
  return isOfWebConfiguration(flag) || isOfCertificate(flag);
}

type Serving = Pick<CertainHandshake, 'served' | 'servedBy' | 'encryption' | 'isSelfScrape'>;
type Asked = Pick<CertainHandshake['target'], 'at' | 'host' | 'port'>;

class Handshakes {
  readonly #parts: Handshakable;
  readonly #certificates: CertificateFiles;
  readonly #web: WebServers;
  readonly #responders: Responders;
  readonly #nameable: NameableFiles;
  readonly #clients: ReadonlyMap<string, readonly Client[]>;
  readonly #asking = new Map<string, readonly CommandLine[]>();
  /** By what `keyOf` makes of an address. */
  readonly #configured: ReadonlyMap<string, CertificateFile>;

  constructor(parts: Handshakable) {
    this.#parts = parts;
    this.#certificates = new CertificateFiles(parts.containers, parts.references);
    this.#web = new WebServers(parts.commandLines, parts.servers, parts);
    const pods = parts.commandLines.filter(({ reach }) => reach?.kind === 'pod');
    const folders = new Set(pods.map(({ document }) => folderOf(document.file.path)));
    const services = folders.size === 0 ? [] : [...servicesIn(parts.files, folders)];
    this.#responders = new Responders(parts.commandLines, services);
    this.#nameable = new NameableFiles(parts.containers, parts.readers, parts.pathMappings);
    this.#clients = groupedBy(parts.clients, clientKey);
    this.#configured = new Map(
      Object.entries(parts.servedCertificates).flatMap(([target, path]) => {
        const address = addressOf(target, 'https');
        const file = this.#certificates.at(pathFrom('', path) ?? '');
        return address === undefined || file === undefined ? [] : [[keyOf(address), file] as const];
      }),
    );
  }

  *all(): Generator<CertainHandshake> {
    for (const scrape of this.#parts.scrapes) {
      const client = this.#clientOf(scrape);
      const scheme = client && schemeOf(client);
      if (client === undefined || scheme === undefined) continue;
      for (const { serving, ...asked } of this.#servingOf(scrape, client, scheme)) {
        const ca = this.#caOf(client);
        const choices = this.#nameable.from(client.document);
        yield { client, target: { ...asked, scheme }, ...serving, ca, choices };
      }
    }
  }

  #servingOf(
    scrape: Scrape,
    client: Client,
    scheme: 'http' | 'https',
  ): readonly (Asked & { readonly serving: Serving })[] {
    const { asks } = scrape;
    if (asks.kind === 'port') {
      return this.#servingsOfPort(scrape, client, asks.name).map(serving => ({ at: asks.name.span, serving }));
    }
    return asks.addresses.flatMap(written => {
      const address = addressOf(written.value, scheme);
      if (address === undefined) return [];
      const serving = this.#configuredAt(address) ?? this.#linked(client, written) ?? this.#started(scrape, address);
      return serving === undefined ? [] : [{ at: written.span, ...address, serving }];
    });
  }

  /** What the configuration says that an address serves. */
  #configuredAt(address: Address): Serving | undefined {
    const file = this.#configured.get(keyOf(address));
    if (file === undefined) return undefined;
    return {
      isSelfScrape: false,
      encryption: 'tls',
      served: file.certificates,
      servedBy: { words: 'servers in the configuration of promsec' },
    };
  }

  #linked(client: Client, written: Located<string>): Serving | undefined {
    const link = this.#parts.links.find(one => one.client === client && one.target.start === written.span.start);
    return link && this.#servingOfLink(link);
  }

  #servingOfLink({ server, evidence }: Link): Serving | undefined {
    const serving = this.#servingOfServer(server, 'its own server');
    if (serving === undefined) return undefined;
    const servedBy = evidence === undefined ? serving.servedBy : { ...serving.servedBy, at: evidence };
    return { ...serving, servedBy, isSelfScrape: true };
  }

  /** What the process serves that a process of the repository reaches at an address. */
  #started(scrape: Scrape, address: Address): Serving | undefined {
    const asking = this.#askingFor(textIdOf(scrape.document));
    const answers = asking.map(command => this.#responders.answering(command, address));
    return answers.every(([, ...others]) => others.length === 0)
      ? this.#servedBy(answers.flat(), asking.length)
      : undefined;
  }

  /** The processes that read a configuration, or one that names it as a file of its jobs. */
  #askingFor(textId: string): readonly CommandLine[] {
    let asking = this.#asking.get(textId);
    if (asking === undefined) {
      const { commandLines, references } = this.#parts;
      const textIds = [textId, ...references.flatMap(one => (namesJobs(one, textId) ? textIdOf(one.document) : []))];
      asking = commandLines.filter(
        one => one.program === 'prometheus' && textIds.some(read => mayRead(one, read, this.#parts)),
      );
      this.#asking.set(textId, asking);
    }
    return asking;
  }

  /** What those serve that a monitor selects, each by itself. */
  #servingsOfPort(scrape: Scrape, client: Client, port: Located<string>): readonly Serving[] {
    const link = this.#parts.links.find(one => one.client === client);
    if (link !== undefined) return [this.#servingOfLink(link)].filter(isKnown);
    const [selection, ...others] = this.#parts.selections.filter(
      ({ document }) => document.file === scrape.document.file && document.name === scrape.document.name,
    );
    if (selection === undefined || others.length > 0) return [];
    const selected = [...new Set(this.#responders.selectedBy(selection, port.value))];
    return selected
      .filter(command => !selected.some(other => isNamesakeElsewhere(command, other)))
      .map(command => this.#servedBy([command], 1))
      .filter(isKnown);
  }

  /** What all of some processes serve, where there are as many as asked for. */
  #servedBy(answering: readonly CommandLine[], wanted: number): Serving | undefined {
    const [first] = answering;
    if (first === undefined || answering.length !== wanted) return undefined;
    const server = this.#web.readBy(answering);
    const serving = server ? this.#servingOfServer(server, first.label) : this.#servingByFlag(answering, first.label);
    const at = first.flags.find(saysWhatIsServed)?.at;
    return serving && { ...serving, servedBy: { ...serving.servedBy, ...(at === undefined ? {} : { at }) } };
  }

  #servingByFlag(answering: readonly CommandLine[], words: string): Serving | undefined {
    const textId = this.#web.certificateOf(answering);
    const file = textId === undefined ? undefined : this.#certificates.at(textId);
    return file && { encryption: 'tls', served: sentFrom(file), servedBy: { words }, isSelfScrape: false };
  }

  #servingOfServer(server: Server, words: string): Serving | undefined {
    const { encryption, cert, protocol } = server;
    if (!server.isComplete || encryption === 'unknown' || protocol !== 'http') return undefined;
    const served = cert === undefined ? undefined : this.#certificates.behind(cert);
    return { encryption, served: sentFrom(served), servedBy: { words, server }, isSelfScrape: false };
  }

  /** The one client of a scrape, where all that it is configured with is written here. */
  #clientOf(scrape: Scrape): Client | undefined {
    const [client, ...others] = this.#clients.get(clientKey(scrape)) ?? [];
    if (client === undefined || others.length > 0 || client.mayInherit || client.tls?.isTemplated === true)
      return undefined;
    return client.takesScrapeClass && this.#parts.hasDefaultScrapeClass ? undefined : client;
  }

  #caOf({ tls }: Client): CertainHandshake['ca'] {
    if (tls?.ca === undefined) return 'system';
    return this.#certificates.behind(tls.ca) ?? 'unknown';
  }
}

/**
 * What a server sends of its file; nothing where it sends what cannot be read here, or does not start: its own
 * certificate has to be the first (crypto/tls, X509KeyPair).
 */
function sentFrom(file: CertificateFile | undefined): readonly Certificate[] {
  if (file?.kind !== 'pem' || file.skipped.length > 0) return [];
  const [first, ...others] = file.certificates;
  const isAboveFirst = first?.isAuthority === true && others.some(({ isAuthority }) => !isAuthority);
  return isAboveFirst ? [] : file.certificates;
}

/** True for a field that names the file of more jobs. */
function namesJobs({ kind, found }: ResolvedReference, path: string): boolean {
  return kind === 'scrape configuration' && found.kind === 'file' && found.path === path;
}

function isKnown<Thing>(thing: Thing | undefined): thing is Thing {
  return thing !== undefined;
}

/** True for a workload of the same name in another file, of which either may be the one that is meant. */
function isNamesakeElsewhere({ document }: CommandLine, { document: other }: CommandLine): boolean {
  return document.name === other.name && document.file !== other.file;
}

function clientKey({ document, path }: Pick<Client, 'document' | 'path'>): string {
  return JSON.stringify([document.file.path, document.name, document.namespace, path]);
}

/** `undefined` where something else decides, or a template says how the target is verified. */
function schemeOf({ transport, tls }: Client): 'http' | 'https' | undefined {
  const settings = [tls?.insecureSkipVerify, tls?.serverName, tls?.minVersion, tls?.maxVersion];
  if (settings.some(setting => setting !== undefined && isTemplated<unknown>(setting))) return undefined;
  if (transport.isBare === true || transport.kind === 'unknown') return undefined;
  return transport.kind === 'tls' ? 'https' : 'http';
}
