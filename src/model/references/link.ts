import { folderOf } from '../../text/path.ts';
import { groupedBy } from '../../text/grouped.ts';
import { literal, type Located } from '../../text/written.ts';
import type { Login } from '../clients/client-settings.ts';
import type { CommandLine } from '../commands/command-line.ts';
import { isLaidOver } from '../commands/laid-over.ts';
import { textIdOf } from './committed-text.ts';
import { configuredBy, mayRead, type Committed } from './deployed-path.ts';
import { hostOf, isLoopbackHost } from '../host.ts';
import type { Client, CommittedSecret, Link, ResolvedReference, Server } from '../model.ts';
import type { Operated } from '../clients/operated.ts';
import type { Scrape } from '../clients/scrape.ts';

/** What links are made of. */
interface Linkable extends Committed {
  readonly commandLines: readonly CommandLine[];
  readonly scrapes: readonly Scrape[];
  readonly operated: readonly Operated[];
  readonly clients: readonly Client[];
  readonly servers: readonly Server[];
  readonly references: readonly ResolvedReference[];
  /** True where a scrape class adds settings to every monitor. */
  readonly hasDefaultScrapeClass: boolean;
}

/**
 * The scrape jobs with the servers that they certainly ask: of a server that scrapes itself, by its command line, and of
 * the Prometheus resources behind the operator's own Service. Where anything is a guess there is no link.
 */
export function linksOf(linkable: Linkable): readonly Link[] {
  return [...linksByCommand(linkable), ...linksByOperator(linkable)];
}

function* linksByCommand(linkable: Linkable): Generator<Link> {
  const commands = linkable.commandLines.filter(command => command.program === 'prometheus');
  const served = commands.map(command => ({ command, configured: configuredBy(command, linkable) }));
  for (const { command, configured } of served) {
    if (configured === undefined) continue;
    const areAgreed = served.every(
      ({ command: other, configured: others }) =>
        others?.web === configured.web || !(mayRead(other, configured.config, linkable) || isLaidOver(command, other)),
    );
    const server = onlyOne(linkable.servers.filter(({ document }) => isText(document, 'web-config', configured.web)));
    if (!areAgreed || server === undefined) continue;
    const evidence = command.flags.find(({ name }) => name === 'web.config.file')?.at;
    for (const scrape of linkable.scrapes) {
      if (
        !scrape.isScrape ||
        scrape.asks.kind !== 'addresses' ||
        !isText(scrape.document, 'prometheus', configured.config)
      )
        continue;
      const target = scrape.asks.addresses.find(address => isAddressOf(command, address.value));
      const link = target && linkOf(scrape, server, target, linkable);
      if (link !== undefined) yield { ...link, ...(evidence === undefined ? {} : { evidence }) };
    }
  }
}

function isText(document: Server['document'], wanted: typeof document.dialect, textId: string): boolean {
  return document.dialect === wanted && textIdOf(document) === textId;
}

const PORT = '9090';
const ANY_HOST = new Set(['', '0.0.0.0', '::']);

/** True for an address at which the server of a command line listens, as the server itself sees it. */
function isAddressOf(command: CommandLine, address: string): boolean {
  const flags = command.flags.filter(({ name }) => name === 'web.listen-address');
  // What else sets flags may set this one.
  if (flags.length === 0 && command.isPartial) return false;
  const listening = flags.length === 0 ? [`:${PORT}`] : flags.flatMap(({ value }) => literal(value)?.value ?? []);
  const host = hostOf(address);
  return listening.some(listen => {
    if (portOf(listen) === '' || portOf(listen) !== portOf(address)) return false;
    const bound = hostOf(listen);
    if (ANY_HOST.has(bound)) return (host !== '' && isLoopbackHost(host)) || host === serviceOf(command);
    return host === bound || (bound === '127.0.0.1' && host === 'localhost');
  });
}

/** The name that a service of a compose file has for itself and its neighbours. */
function serviceOf({ document, path }: CommandLine): string | undefined {
  return document.dialect === 'compose' ? /^services\.([\w.-]+)/.exec(path)?.[1]?.toLowerCase() : undefined;
}

function portOf(address: string): string {
  return /:(\d+)$/.exec(address)?.[1] ?? '';
}

function* linksByOperator(linkable: Linkable): Generator<Link> {
  const byName = groupedBy(linkable.operated, ({ document }) => document.name);
  const isOnly = ({ document }: Operated): boolean =>
    byName.get(document.name)?.filter(other => isSameNamespace(other.document, document)).length === 1;
  const monitors = linkable.operated.filter(one => one.as === 'monitor' && isOnly(one));
  const resources = linkable.operated.filter(one => one.as === 'server' && isOnly(one));
  for (const monitor of monitors) {
    for (const resource of resources.filter(({ document }) => isNeighbour(document, monitor.document))) {
      const server = onlyOne(linkable.servers.filter(({ document }) => isSame(document, resource.document)));
      if (server === undefined) continue;
      for (const scrape of linkable.scrapes.filter(({ document }) => isSame(document, monitor.document))) {
        if (scrape.asks.kind !== 'port' || scrape.asks.name.value !== resource.portName) continue;
        const link = linkOf(scrape, server, scrape.asks.name, linkable);
        if (link !== undefined) yield link;
      }
    }
  }
}

function isSame(one: Server['document'], other: Server['document']): boolean {
  return one.file === other.file && one.name === other.name && one.namespace === other.namespace;
}

/** True where both may be one namespace: an overlay of one and the same resource has none, or another. */
function isSameNamespace(one: Server['document'], other: Server['document']): boolean {
  return one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;
}

/** Resources without a namespace are put into the same one where they lie in one folder. */
function isNeighbour(one: Server['document'], other: Server['document']): boolean {
  if (one.namespace !== other.namespace) return false;
  return one.namespace !== undefined || folderOf(one.file.path) === folderOf(other.file.path);
}

function linkOf(
  scrape: Scrape,
  server: Server,
  target: Located<string>,
  { clients, references, hasDefaultScrapeClass }: Linkable,
): Link | undefined {
  const client = onlyOne(
    clients.filter(({ document, path }) => isSame(document, scrape.document) && path === scrape.path),
  );
  if (client === undefined || client.tls?.isTemplated === true) return undefined;
  if (client.mayInherit || (client.takesScrapeClass && hasDefaultScrapeClass)) return undefined;
  const login = scrape.login && withPassword(scrape.login, client, references);
  return { client, server, target: target.span, ...(login === undefined ? {} : { login }) };
}

/** A login with its password from a committed file, where it names one. */
function withPassword(login: Login, client: Client, references: readonly ResolvedReference[]): Login {
  if (login.password !== undefined) return login;
  const path = `${client.path}.basic_auth.password_file`;
  const reference = references.find(one => isSame(one.document, client.document) && one.path === path);
  const secret = reference === undefined ? undefined : secretIn(reference.found);
  if (reference === undefined || secret === undefined) return login;
  const { value, nature } = secret;
  const isKnown = nature === 'literal' || nature === 'default';
  return isKnown ? { ...login, password: { value: value.value, span: reference.at } } : login;
}

function secretIn(found: ResolvedReference['found']): CommittedSecret | undefined {
  return found.kind === 'file' || found.kind === 'entry' ? found.secret : undefined;
}

/** What a list holds, where that is a single thing. */
function onlyOne<Thing>(things: readonly Thing[]): Thing | undefined {
  return things.length === 1 ? things[0] : undefined;
}
