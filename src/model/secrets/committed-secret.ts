import { textOf } from '../../parse/encoding.ts';
import { holdsPem } from '../../parse/pem.ts';
import { Redacted } from '../../text/redacted.ts';
import { SourceFile } from '../../text/source.ts';
import type { CommittedSecret } from '../model.ts';
import { secretNatureOf } from './secret.ts';

// A longer file holds no secret alone.
const SIZE_LIMIT = 64 * 1024;
const GIT_CRYPT = Buffer.from('\0GITCRYPT');
// What SOPS leaves beside the values, in JSON, YAML, dotenv and INI files.
const SOPS = /^[ \t"]*(?:sops["_:]|\[sops\])/m;
const SOPS_VALUE = 'ENC[';
const AGE = 'age-encryption.org/';
// Credentials of a cloud, say, of which the secret is a part.
const STRUCTURE = /^(?:\{.*\}|\[.*\])$/;

/**
 * The secret that a file holds, as Prometheus reads it: all of it without the white space around it. `undefined` where a
 * file holds more than a secret, or none: a kubeconfig, keys and certificates in PEM.
 *
 * @param kind what belongs there, in words.
 */
export function committedSecretIn(path: string, bytes: Uint8Array, kind: string): CommittedSecret | undefined {
  if (bytes.byteLength > SIZE_LIMIT) return undefined;
  if (Buffer.from(bytes.subarray(0, GIT_CRYPT.length)).equals(GIT_CRYPT)) {
    return { value: { value: new Redacted(''), span: new SourceFile(path, '').span(0, 0) }, nature: 'encrypted' };
  }
  const decoding = textOf(bytes);
  if ('reason' in decoding) return undefined;
  const { text } = decoding;
  const secret = text.trim();
  const start = text.length - text.trimStart().length;
  const span = new SourceFile(path, text, decoding.hasByteOrderMark).span(start, start + secret.length);
  const value = { value: new Redacted(secret), span };
  const nature = isEncryptedFile(secret) ? 'encrypted' : secretNatureOf(secret, undefined, kind);
  if (nature === 'encrypted') return { value, nature };
  const isAlone = !/[\r\n]/.test(secret) && !holdsPem(secret) && !(nature === 'literal' && STRUCTURE.test(secret));
  return isAlone ? { value, nature } : undefined;
}

function isEncryptedFile(text: string): boolean {
  return text.startsWith(AGE) || (text.includes(SOPS_VALUE) && SOPS.test(text));
}
