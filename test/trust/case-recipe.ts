/** What an observed case says of its certificates, in the words of test/trust/fixtures/tls-cases.json. */
export interface CaseRecipe {
  readonly id: string;
  /** Names of recipes in the order served; null where none is. */
  readonly served_chain?: readonly string[] | null;
  /** Names of the certificates that Go finds in ca_file, in their order. */
  readonly ca_file_certs?: readonly string[] | null;
  readonly tls_config?: CaseClient | null;
}

/** The files that the `tls_config` of a case names. */
interface CaseClient {
  readonly ca_file?: string;
  readonly cert_file?: string;
  readonly key_file?: string;
}

/** What lies under a name that a case uses. */
export type StagedFile = Buffer | 'directory';
