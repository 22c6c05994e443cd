/** A target, taken apart. */
export interface Address {
  /** As it is written, without brackets. */
  readonly host: string;
  readonly port: string;
}

const ADDRESS = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/;

/**
 * The host and the port of `host:port`, `[v6]:port` or `host`, which has the port of its scheme (scrape/target.go,
 * PopulateLabels); `undefined` for anything else.
 */
export function addressOf(target: string, scheme: 'http' | 'https'): Address | undefined {
  const [, address, name, port = scheme === 'https' ? '443' : '80'] = ADDRESS.exec(target) ?? [];
  const host = address ?? name;
  return host === undefined ? undefined : { host, port };
}

/** What two addresses have in common that are the same: the case of a host does not matter. */
export function keyOf({ host, port }: Address): string {
  return `${host.toLowerCase()} ${port}`;
}
