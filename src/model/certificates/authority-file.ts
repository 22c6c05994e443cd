import { binaryContainerOf } from '../../parse/binary-container.ts';
import { isWide, textOf } from '../../parse/encoding.ts';
import { SourceFile } from '../../text/source.ts';
import { secretNatureOf } from '../secrets/secret.ts';
import { certificatesOf } from './certificate.ts';

// git-crypt; what Git LFS leaves in the place of a file; SOPS.
const ELSEWHERE = /^(?:\0GITCRYPT|version https:\/\/git-lfs\.github\.com\/)|ENC\[|^age-encryption\.org\//;
const LOOKED_AT = 4096;
const SOMETHING_ELSE = new Set(['template', 'variable', 'reference', 'encrypted', 'placeholder']);

/**
 * True for the content of a file out of which Go takes no certificate for a CA. False also for what is something else once
 * it is deployed: encrypted, a template, a pointer to where it is kept.
 */
export function lacksAuthorities(bytes: Uint8Array): boolean {
  if (binaryContainerOf(bytes) !== undefined) return true;
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  if (ELSEWHERE.test(start) || SOMETHING_ELSE.has(secretNatureOf(start, undefined))) return false;
  const decoding = textOf(bytes);
  if ('reason' in decoding) return !Buffer.from(bytes).includes('-----BEGIN CERTIFICATE-----');
  const { certificates } = certificatesOf(new SourceFile('', decoding.text, decoding.hasByteOrderMark), isWide(bytes));
  return !certificates.some(certificate => certificate.isReadByGo);
}
