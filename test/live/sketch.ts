import type { RecipeBook } from '../trust/recipe-book.ts';
import type { LiveClient, LiveFile, LiveServer, Situation } from './situation.ts';

/** A situation in short: what differs from a scrape of https://localhost that trusts `root`. */
export interface Sketch {
  readonly served?: readonly string[];
  /** DER that is served behind the chain. */
  readonly extra?: readonly Buffer[];
  readonly options?: Extract<LiveServer, { speaks: 'tls' }>['options'];
  readonly scheme?: Situation['scheme'];
  readonly host?: string;
  readonly client?: LiveClient;
  /** Certificates in the ca_file, or its content; null for none. */
  readonly ca?: readonly string[] | string | Buffer | null;
  readonly pair?: { readonly certificate: string | Buffer; readonly key: string };
  readonly answer?: RegExp | null;
}

/** The situation of a sketch, with the certificates that a book makes. */
export function situationOf(name: string, sketch: Sketch, book: RecipeBook): Situation {
  const { served = ['plain'], ca = ['root'], pair, answer } = sketch;
  const chain = served.map(one => book.certificate(one));
  const [leaf] = chain;
  const files = new Map<string, LiveFile>();
  if (ca !== null) files.set('ca.pem', Buffer.from(isNames(ca) ? pemOf(ca, book) : ca));
  if (pair !== undefined)
    files.set('client.pem', Buffer.from(pair.certificate)).set('client.key', Buffer.from(pair.key));
  return {
    name,
    server:
      leaf === undefined
        ? { speaks: 'http' }
        : {
            speaks: 'tls',
            served: [...chain.map(({ der }) => der), ...(sketch.extra ?? [])],
            key: leaf.key.privateKey,
            ...(sketch.options === undefined ? {} : { options: sketch.options }),
          },
    scheme: sketch.scheme ?? 'https',
    host: sketch.host ?? 'localhost',
    client: {
      ...(ca === null ? {} : { ca_file: 'ca.pem' }),
      ...(pair === undefined ? {} : { cert_file: 'client.pem', key_file: 'client.key' }),
      ...sketch.client,
    },
    files,
    ...(answer === undefined ? {} : { answer }),
  };
}

function isNames(ca: readonly string[] | string | Buffer): ca is readonly string[] {
  return Array.isArray(ca);
}

function pemOf(certificates: readonly string[], book: RecipeBook): string {
  return certificates.map(name => book.certificate(name).pem).join('');
}
