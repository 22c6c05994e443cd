import type { Client, Model } from '../model/model.ts';
import { literal } from '../text/written.ts';

/** The targets of clients whose certificates are known, so that nobody has to guess what they are. */
export class KnownTargets {
  readonly #hosts = new Map<Client, Set<string | undefined>>();

  constructor({ handshakes }: Pick<Model, 'handshakes'>) {
    for (const { client, target, served } of handshakes) {
      if (served.length === 0) continue;
      const hosts = this.#hosts.get(client) ?? new Set();
      this.#hosts.set(client, hosts.add(target.host?.toLowerCase()));
    }
  }

  /** The hosts of a client of which nothing is known but what they are called. */
  unknownHostsOf(client: Client): readonly string[] {
    const known = this.#hosts.get(client);
    return client.targets.hosts.flatMap(host => literal(host)?.value ?? []).filter(host => known?.has(host) !== true);
  }

  /** True where the certificate of a target of the client is known. */
  hasSomeOf(client: Client): boolean {
    return this.#hosts.has(client);
  }
}
