import asn1 from 'node-forge/lib/asn1.js';
import forge from 'node-forge/lib/forge.js';
import pbe from 'node-forge/lib/pbe.js';
import util from 'node-forge/lib/util.js';
import type { Decipher } from '../parse/pkcs12.ts';
import { platform } from '../parse/current-platform.ts';

// Of PBES2 node-forge derives the key in JavaScript, which takes Node a twentieth of the time.
forge.pkcs5.pbkdf2 = (password, salt, rounds, length, hash) => {
  const digest = typeof hash === 'string' ? hash : hash.algorithm;
  const key = platform().derivedKey(
    Buffer.from(password, 'latin1'),
    Buffer.from(salt, 'latin1'),
    rounds,
    length,
    digest,
  );
  return Buffer.from(key).toString('latin1');
};

/**
 * Opens what the empty password opens: PBES2 of PKCS #5, and what PKCS #12 had before (RFC 7292, appendix C), RC2 among
 * it, which OpenSSL no longer knows.
 */
export const decipher: Decipher = (algorithm, content) => {
  try {
    const { value } = asn1.fromDer(Buffer.from(algorithm).toString('latin1'));
    const [identifier, parameters] = typeof value === 'string' ? [] : value;
    if (typeof identifier?.value !== 'string' || parameters === undefined) return undefined;
    const cipher = pbe.getCipher(asn1.derToOid(identifier.value), parameters, '');
    cipher.update(util.createBuffer(Buffer.from(content).toString('latin1')));
    return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'latin1') : undefined;
  } catch {
    // What it throws for is not what it knows, or no DER.
    return undefined;
  }
};
