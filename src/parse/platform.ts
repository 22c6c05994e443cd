/** The public half of a private key. */
export interface PublicHalf {
  /** OpenSSL's name of its type: `rsa`, `ec`, `ed25519` ... */
  readonly type: string;
  /** OpenSSL's name of its curve: `prime256v1`. */
  readonly curve?: string;
  /** As SubjectPublicKeyInfo (RFC 5280, section 4.1). */
  readonly publicKey: Uint8Array;
}

/** How something is signed. */
export interface Signing {
  /** OpenSSL's name of the hash; absent where the text itself is signed. */
  readonly digest?: string;
  /** True for RSASSA-PSS (RFC 8017) with a salt as long as the hash. */
  readonly isProbabilistic?: boolean;
}

/**
 * What is computed with bytes where JavaScript alone has no function for it, or a slow one. Node has all of it; a browser is
 * brought it by the library (`src/library/browser/`). It computes and touches nothing.
 */
export interface Platform {
  /** The text of bytes in UTF-8, a byte order mark too; `undefined` for other bytes. */
  utf8TextOf(bytes: Uint8Array): string | undefined;
  /** What was compressed with gzip; `undefined` for what was not, and for more than `most` bytes. */
  gunzipped(bytes: Uint8Array, most: number): Uint8Array | undefined;
  /** In lower-case hexadecimal. */
  sha256Of(bytes: Uint8Array): string;
  /** True where a signature is of the owner of a public key, which is a SubjectPublicKeyInfo. */
  isSigned(text: Uint8Array, signature: Uint8Array, publicKey: Uint8Array, signing: Signing): boolean;
  /** The public half of a private key in PEM with this label; `undefined` where it cannot be read. */
  publicHalfOfPem(label: string, der: Uint8Array): PublicHalf | undefined;
  /**
   * The public half of a key for RSA or an elliptic curve, as PKCS #1, PKCS #8 or SEC 1; `undefined` for any other and where
   * it is encrypted.
   */
  publicHalfOf(der: Uint8Array): PublicHalf | undefined;
  /** A key that is derived from a password (PBKDF2 of RFC 8018). @param digest OpenSSL's name. @throws for another. */
  derivedKey(password: Uint8Array, salt: Uint8Array, rounds: number, length: number, digest: string): Uint8Array;
  /** The public authorities, as PEM, in the place of those of the machine that Prometheus runs on; none if unknown. */
  publicRoots(): readonly string[];
}
