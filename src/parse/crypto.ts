import type crypto from 'node:crypto';

/**
 * node:crypto, loaded when a certificate or a key is met for the first time: loading it takes a tenth of the time in
 * which Node starts, and most runs need none of it. It computes and touches nothing; `process` only stands for the
 * loader here.
 */
export function nodeCrypto(): typeof crypto {
  return process.getBuiltinModule('node:crypto');
}
