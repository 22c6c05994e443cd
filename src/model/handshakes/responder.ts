import type { Document } from '../../documents/document.ts';
import { folderOf } from '../../text/path.ts';
import { isTemplated, literal } from '../../text/written.ts';
import type { CommandLine } from '../commands/command-line.ts';
import type { ComposeReach, PodReach, Reach } from '../commands/reach.ts';
import { hostOf, isLoopbackHost } from '../host.ts';
import type { Address } from './address.ts';
import { isSelected, type Service, type ServicePort } from './kubernetes-service.ts';
import type { Selection } from './selection.ts';

// `service`, `service.namespace`, `service.namespace.svc` and with the domain of the cluster behind that.
const SERVICE_NAME = /^([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.svc(?:\.[a-z0-9.-]+)?)?)?$/;

/** A command line together with how others reach it. */
type Reached<Form extends Reach> = CommandLine & { readonly reach: Form };

/** Which of the processes that a repository starts answers at an address. */
export class Responders {
  readonly #composed: readonly Reached<ComposeReach>[];
  readonly #pods: readonly Reached<PodReach>[];
  readonly #machines: readonly CommandLine[];
  readonly #services: readonly Service[];

  constructor(commandLines: readonly CommandLine[], services: readonly Service[]) {
    this.#composed = commandLines.flatMap(command => reachedAs('compose', command));
    this.#pods = commandLines.flatMap(command => reachedAs('pod', command));
    this.#machines = commandLines.filter(command => command.reach?.kind === 'machine');
    this.#services = services;
  }

  /** Those that may answer a process of the repository at an address: one where it is certain. */
  answering(asking: CommandLine, address: Address): readonly CommandLine[] {
    switch (asking.reach?.kind) {
      case 'compose':
        return this.#inCompose(asking, asking.reach, address);
      case 'pod':
        return this.#inCluster(asking, address);
      case 'machine':
        return isLoopbackHost(address.host)
          ? this.#machines.filter(command => listensAt(command, address.port, false))
          : [];
      case undefined:
        return [];
    }
  }

  /** Those behind a port, by its name, of what a monitor selects. */
  selectedBy(
    { document, of, labels, namespace = document.namespace }: Selection,
    port: string,
  ): readonly CommandLine[] {
    const from = { path: document.file.path, namespace };
    if (of === 'Pods') {
      return this.#pods
        .filter(({ reach }) => isSelected(reach.labels, labels) && reach.ports.some(({ name }) => name === port))
        .filter(pod => isNeighbour(placeOf(pod.document), from));
    }
    return this.#services
      .filter(service => isSelected(service.labels, labels) && isNeighbour(service, from))
      .flatMap(service => service.ports.filter(({ name }) => name === port).flatMap(one => this.#behind(service, one)));
  }

  #inCompose(asking: CommandLine, from: ComposeReach, { host, port }: Address): readonly CommandLine[] {
    const isLocal = isLoopbackHost(host);
    const neighbours = this.#composed.filter(({ document }) => document.file === asking.document.file);
    return neighbours.filter(command => {
      const { reach } = command;
      if (isLocal) return reach.loopback === from.loopback && listensAt(command, port, false);
      const isNear = reach.networks.some(network => from.networks.includes(network));
      return isNear && reach.names.includes(host.toLowerCase()) && listensAt(command, port, true);
    });
  }

  #inCluster(asking: CommandLine, { host, port }: Address): readonly CommandLine[] {
    if (isLoopbackHost(host)) {
      const own = this.#pods.filter(({ document }) => document === asking.document);
      return own.filter(command => listensAt(command, port, false) && isLikely(command, port));
    }
    const [, name, written] = SERVICE_NAME.exec(host.toLowerCase().replace(/\.$/, '')) ?? [];
    if (name === undefined) return [];
    const { namespace: own, file } = asking.document;
    return this.#services
      .filter(service => service.name === name && isNamed(service, written, { path: file.path, namespace: own }))
      .flatMap(service =>
        service.ports.filter(({ number }) => number === port).flatMap(one => this.#behind(service, one)),
      );
  }

  /** The containers that listen at the port of a Service. */
  #behind(service: Service, { target }: ServicePort): readonly CommandLine[] {
    return this.#pods
      .filter(({ reach }) => isSelected(reach.labels, service.selector))
      .filter(({ document }) => isNeighbour(service, placeOf(document)))
      .filter(command => {
        const named = command.reach.ports.find(({ name }) => name === target);
        const number = named?.number ?? (/^\d+$/.test(target) ? target : undefined);
        return (
          number !== undefined && listensAt(command, number, true) && (named !== undefined || isLikely(command, number))
        );
      });
  }
}

function reachedAs<Kind extends Reach['kind']>(
  kind: Kind,
  command: CommandLine,
): readonly Reached<Extract<Reach, { readonly kind: Kind }>>[] {
  const { reach } = command;
  return reach !== undefined && isOfKind(kind, reach) ? [{ ...command, reach }] : [];
}

function isOfKind<Kind extends Reach['kind']>(
  kind: Kind,
  reach: Reach,
): reach is Extract<Reach, { readonly kind: Kind }> {
  return reach.kind === kind;
}

interface Position {
  readonly path: string;
  readonly namespace?: string | undefined;
}

function placeOf({ file, namespace }: Document): Position {
  return { path: file.path, namespace };
}

/** True where both are in one namespace. What has none written goes to the same one where it lies in one folder. */
function isNeighbour(one: Position, { path, namespace }: Position): boolean {
  if (one.namespace !== namespace) return false;
  return namespace !== undefined || folderOf(one.path) === folderOf(path);
}

/** True for the Service that a name means, whose namespace is that of who asks unless it is written. */
function isNamed(service: Service, written: string | undefined, asking: Position): boolean {
  if (written === undefined || service.namespace === undefined) return isNeighbour(service, asking);
  return service.namespace === written;
}

/**
 * True where a process listens at a port; of one with an address of its own that is so unless something says otherwise.
 *
 * @param isFromElsewhere true where who asks has another loopback address.
 */
function listensAt(command: CommandLine, port: string, isFromElsewhere: boolean): boolean {
  const addresses = listeningAddressesOf(command);
  if (addresses === undefined) return isFromElsewhere;
  return addresses.some(address => {
    const host = hostOf(address);
    if (portOf(address) !== port) return false;
    return !isFromElsewhere || host === '' || !isLoopbackHost(host) || ANY_HOST.has(host);
  });
}

/** True where a container is known to listen at a port. */
function isLikely(command: Reached<PodReach>, port: string): boolean {
  const addresses = listeningAddressesOf(command);
  if (addresses !== undefined) return addresses.some(address => portOf(address) === port);
  return command.reach.ports.some(({ number }) => number === port);
}

// The second is that of kube-rbac-proxy.
const LISTENING = new Set(['web.listen-address', 'secure-listen-address']);
const ANY_HOST = new Set(['0.0.0.0', '::']);

/** Where a process listens: as its flags say, or by default; `undefined` where that is not known. */
function listeningAddressesOf({ flags, isPartial, reach }: CommandLine): readonly string[] | undefined {
  const values = flags.flatMap(({ name, value }) => (LISTENING.has(name) ? (value ?? []) : []));
  if (values.some(isTemplated)) return undefined;
  if (values.length > 0) return values.flatMap(value => literal(value)?.value ?? []);
  return isPartial || reach?.port === undefined ? undefined : [`:${reach.port}`];
}

function portOf(address: string): string {
  return /:(\d+)$/.exec(address)?.[1] ?? '';
}
