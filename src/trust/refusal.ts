import type { X509Fields } from '../parse/x509.ts';

/** A reason for which Go refuses. */
export interface Refusal {
  readonly kind: RefusalKind;
  /**
   * Go's words, without what Prometheus and crypto/tls put in front of them: `x509: ...`. They may quote what a
   * certificate says, whatever characters it has.
   */
  readonly text: string;
  /** The certificate at fault. */
  readonly certificate?: X509Fields;
  /** The first one that has the name of the missing authority and did not do. */
  readonly candidate?: X509Fields;
  /** The names of the kind asked for that the certificate is valid for, where another was asked for. */
  readonly names?: readonly string[];
}

/** What a refusal is about. */
export type RefusalKind =
  | 'configuration'
  | 'plain-http'
  | 'no-protocol'
  | 'unparsable'
  | 'key-size'
  | 'critical-extension'
  | 'expired'
  | 'not-yet-valid'
  | 'name'
  | 'unknown-authority'
  | 'chain'
  | 'policies'
  | 'key-usage'
  | 'name-constraints';
