import type { Span } from '../../text/source.ts';
import type { Written } from '../../text/written.ts';
import type { OwnEntry } from '../own-entry.ts';

/** A `tls_config` of a client. */
export interface TlsClient {
  /** The key of the block. */
  readonly at: Span;
  /** True when the whole block, or what is merged into it, is a template. */
  readonly isTemplated: boolean;
  readonly insecureSkipVerify?: Flag;
  readonly ca?: Reference;
  readonly cert?: Reference;
  readonly key?: Reference;
  /** The name that the certificate is verified for, in place of the host. */
  readonly serverName?: Written<string>;
  readonly minVersion?: Written<string>;
  readonly maxVersion?: Written<string>;
  /** True where the document is refused when its highest version is below the least, as the operator does it. */
  readonly comparesVersions?: true;
  /** Its entries as they can be edited; absent where the settings stand among others. */
  readonly own?: TlsEntries;
  /** How the document spells fields that may be missing, for messages. */
  readonly spelled: { readonly cert: string; readonly key: string; readonly serverName: string };
}

/** The entries of a block of TLS settings that stand in it themselves. */
export interface TlsEntries {
  readonly insecureSkipVerify?: OwnEntry;
  readonly ca?: OwnEntry;
  readonly serverName?: OwnEntry;
  /** One behind which others can be put. */
  readonly any?: OwnEntry;
}

/** A switch, and how the document spells it. */
export type Flag = Written<boolean> & {
  readonly field: string;
  /** True where the document says `null`, and a chart makes that true. */
  readonly isOfChart?: true;
};

/** Where something is to be had that is not written here, or the fact that it is written here. */
export type Reference =
  | { readonly to: 'file'; readonly path: Written<string>; readonly field: string }
  | { readonly to: 'object' | 'inline'; readonly at: Span; readonly field: string };
