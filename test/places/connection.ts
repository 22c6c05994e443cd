import type { Connection } from './place.ts';
import { at, merged, type Fields } from './yaml.ts';

/** What the facts say of whom a client asks, and by which protocol. */
export type TransportFact =
  | {
      readonly by: 'scheme';
      readonly field: string;
      /** The list of addresses, or the field with the address. */
      readonly targets?: string;
      readonly address?: string;
      readonly inCluster?: boolean;
      /** The field with relabelings, which can change the scheme. */
      readonly relabels?: string;
    }
  | {
      readonly by: 'url';
      readonly field: string;
      /** True where the service has an address of its own, with https. */
      readonly isOptional?: boolean;
      /** The schemes that are not encrypted, where they are not `http` alone. */
      readonly plain?: readonly string[];
      readonly isApiServer?: boolean;
    }
  | { readonly by: 'insecure'; readonly field: string; readonly address: string }
  /** Always https; with the field that holds the address where there is one. */
  | { readonly by: 'vendor'; readonly address?: string }
  /** Decided outside of the client. */
  | { readonly by: 'elsewhere' };

interface Connections {
  readonly encrypted: readonly Connection[];
  readonly unencrypted: readonly Connection[];
}

type SchemeFact = Extract<TransportFact, { by: 'scheme' }>;
type UrlFact = Extract<TransportFact, { by: 'url' }>;

const PORT = 8443;

/** The ways to be connected that a fact leaves. */
export function connectionsOf(fact: TransportFact): Connections {
  switch (fact.by) {
    case 'scheme':
      return byScheme(fact);
    case 'url':
      return byUrl(fact);
    case 'insecure':
      return byInsecure(fact);
    case 'vendor':
    case 'elsewhere':
      return { encrypted: [always('address' in fact ? fact.address : undefined)], unencrypted: [] };
  }
}

function always(address: string | undefined): Connection {
  return {
    name: 'as always',
    asksHost: address !== undefined,
    isInCluster: false,
    to: host => (address === undefined ? {} : at(address, `${host}:${PORT}`)),
  };
}

function byScheme(fact: SchemeFact): Connections {
  const { field, targets, address, inCluster = false } = fact;
  const asking = (host: string): Fields => {
    if (targets !== undefined) return at(targets, `${host}:${PORT}`);
    return address === undefined ? {} : at(address, `${host}:${PORT}`);
  };
  const known = { asksHost: targets !== undefined || address !== undefined, isInCluster: inCluster };
  const written = (scheme: string): Connection => ({
    ...known,
    name: `${field}: ${scheme}`,
    decidedBy: field,
    to: host => merged(asking(host), at(field, scheme)),
  });
  const byDefault: Connection = { ...known, name: `no ${field}`, to: asking };
  // In the address of Consul https alone counts.
  const inAddress: readonly Connection[] =
    address === 'server'
      ? [{ ...known, name: 'https in the address', decidedBy: address, to: host => at(address, `https://${host}`) }]
      : [];
  return { encrypted: [written('https'), ...inAddress], unencrypted: [written('http'), byDefault] };
}

function byUrl({ field, isOptional = false, plain = ['http'], isApiServer = false }: UrlFact): Connections {
  const written = (scheme: string): Connection => ({
    name: `${scheme}:// in ${field}`,
    decidedBy: field,
    asksHost: true,
    isInCluster: false,
    isBare: scheme === 'tcp',
    isApiServer,
    to: host => at(field, `${scheme}://${host}:${PORT}`),
  });
  const byDefault: Connection = { name: `no ${field}`, asksHost: false, isInCluster: false, to: () => ({}) };
  return { encrypted: [written('https'), ...(isOptional ? [byDefault] : [])], unencrypted: plain.map(written) };
}

function byInsecure({ field, address }: Extract<TransportFact, { by: 'insecure' }>): Connections {
  const asking = (host: string): Fields => at(address, `${host}:${PORT}`);
  const known = { asksHost: true, isInCluster: false };
  const written = (isInsecure: boolean): Connection => ({
    ...known,
    name: `${field}: ${isInsecure}`,
    decidedBy: field,
    to: host => merged(asking(host), at(field, isInsecure)),
  });
  return { encrypted: [{ ...known, name: `no ${field}`, to: asking }, written(false)], unencrypted: [written(true)] };
}
