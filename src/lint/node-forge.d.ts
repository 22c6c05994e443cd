// The parts of node-forge 1.4 that open encrypted containers, which has no types of its own.

declare module 'node-forge/lib/asn1.js' {
  /** A value of ASN.1. Bytes are strings of one character each. */
  export interface Asn1 {
    readonly tagClass: number;
    readonly type: number;
    readonly constructed: boolean;
    readonly value: string | readonly Asn1[];
  }
  const asn1: {
    /** Throws for what is no DER. */
    fromDer(bytes: string, options?: { readonly decodeBitStrings: boolean }): Asn1;
    derToOid(bytes: string): string;
  };
  export default asn1;
}

declare module 'node-forge/lib/util.js' {
  export interface ByteBuffer {
    getBytes(): string;
  }
  const util: {
    createBuffer(bytes: string): ByteBuffer;
  };
  export default util;
}

declare module 'node-forge/lib/forge.js' {
  /** @param hash by its name where Node is to derive the key, else what computes it. */
  type DeriveKey = (
    password: string,
    salt: string,
    iterations: number,
    length: number,
    hash: string | { readonly algorithm: string },
  ) => string;
  const forge: { readonly pkcs5: { pbkdf2: DeriveKey } };
  export default forge;
}

declare module 'node-forge/lib/pbe.js' {
  import type { Asn1 } from 'node-forge/lib/asn1.js';
  import type { ByteBuffer } from 'node-forge/lib/util.js';

  export interface Decryption {
    readonly output: ByteBuffer;
    update(input: ByteBuffer): void;
    /** False where what is decrypted is not padded as it should be. */
    finish(): boolean;
  }
  const pbe: {
    /** Throws for an algorithm that it does not know. */
    getCipher(identifier: string, parameters: Asn1, password: string): Decryption;
  };
  export default pbe;
}
