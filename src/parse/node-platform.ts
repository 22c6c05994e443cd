import type crypto from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Platform, PublicHalf } from './platform.ts';

/**
 * Node's own functions. Each module is loaded when something of it is asked for: `node:crypto` takes a tenth of the time in
 * which Node starts, `node:zlib` too, with which come its streams, and most runs need none of them. They compute and touch
 * nothing; `process` only stands for the loader here.
 */
export const nodePlatform: Platform = {
  utf8TextOf(bytes) {
    return process.getBuiltinModule('node:buffer').isUtf8(bytes) ? asBuffer(bytes).toString('utf8') : undefined;
  },
  gunzipped(bytes, most) {
    try {
      return process.getBuiltinModule('node:zlib').gunzipSync(bytes, { maxOutputLength: most });
    } catch {
      return undefined;
    }
  },
  sha256Of(bytes) {
    return nodeCrypto().createHash('sha256').update(bytes).digest('hex');
  },
  isSigned(text, signature, publicKey, { digest, isProbabilistic }) {
    const { constants, createPublicKey, verify } = nodeCrypto();
    try {
      const key: KeyObject = createPublicKey({ key: asBuffer(publicKey), format: 'der', type: 'spki' });
      const padding = isProbabilistic
        ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
        : {};
      return verify(digest, text, { key, ...padding }, signature);
    } catch {
      return false;
    }
  },
  publicHalfOfPem(label, der) {
    const lines = asBuffer(der)
      .toString('base64')
      .replaceAll(/.{64}(?=.)/g, '$&\n');
    try {
      return publicHalf(nodeCrypto().createPublicKey(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`));
    } catch {
      return undefined;
    }
  },
  publicHalfOf(der) {
    const { createPrivateKey, createPublicKey } = nodeCrypto();
    for (const type of ['pkcs1', 'pkcs8', 'sec1'] as const) {
      try {
        const key = createPrivateKey({ key: asBuffer(der), format: 'der', type });
        return SWIFT_TYPES.has(key.asymmetricKeyType ?? '') ? publicHalf(createPublicKey(key)) : undefined;
      } catch {
        continue;
      }
    }
    return undefined;
  },
  derivedKey(password, salt, rounds, length, digest) {
    return nodeCrypto().pbkdf2Sync(password, salt, rounds, length, digest);
  },
  publicRoots() {
    return process.getBuiltinModule('node:tls').rootCertificates;
  },
};

/** To work out the public half of any other key takes a power of the size that the file says. */
const SWIFT_TYPES: ReadonlySet<string> = new Set(['rsa', 'ec', 'ed25519', 'x25519']);

function nodeCrypto(): typeof crypto {
  return process.getBuiltinModule('node:crypto');
}

function publicHalf(key: KeyObject): PublicHalf {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return {
    type: key.asymmetricKeyType ?? '',
    ...(curve === undefined ? {} : { curve }),
    publicKey: key.export({ type: 'spki', format: 'der' }),
  };
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
