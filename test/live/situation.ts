import type { KeyObject } from 'node:crypto';
import type { SecureContextOptions, TlsOptions } from 'node:tls';

/** One scrape: what the target serves, and how Prometheus is told to reach it. */
export interface Situation {
  readonly name: string;
  readonly server: LiveServer;
  readonly scheme: 'http' | 'https';
  /** A name or an address of this machine. */
  readonly host: string;
  readonly client: LiveClient;
  /** What the names in `client` stand for. */
  readonly files: ReadonlyMap<string, LiveFile>;
  /**
   * What becomes of it, where that is for the target to decide and not for the certificate that it serves: an
   * expression that the error has to match, or null for a scrape that succeeds. It stands in for the prediction.
   */
  readonly answer?: RegExp | null;
}

export type LiveFile = Buffer | 'directory';

/** What listens at the target. */
export type LiveServer =
  | {
      readonly speaks: 'tls';
      /** DER, the leaf first. */
      readonly served: readonly Buffer[];
      readonly key: KeyObject;
      readonly options?: Pick<TlsOptions, 'requestCert' | 'rejectUnauthorized'> &
        Pick<SecureContextOptions, 'ca' | 'minVersion' | 'maxVersion' | 'sigalgs'>;
    }
  | { readonly speaks: 'http' };

/** The `tls_config` of a scrape, as the configuration spells it. */
export interface LiveClient {
  readonly ca_file?: string;
  readonly cert_file?: string;
  readonly key_file?: string;
  readonly server_name?: string;
  readonly insecure_skip_verify?: boolean;
  readonly min_version?: string;
  readonly max_version?: string;
}

/** What Prometheus made of it: scraped, refused on every scrape, or a job that was dropped when it was made. */
export type Outcome =
  | { readonly isScraped: true }
  | { readonly isScraped: false; readonly isDropped: boolean; readonly error: string };

/** What becomes of the situation in one line. */
export function outcomeText(outcome: Outcome): string {
  if (outcome.isScraped) return 'scraped';
  return `${outcome.isDropped ? 'dropped' : 'refused'}: ${outcome.error}`;
}
