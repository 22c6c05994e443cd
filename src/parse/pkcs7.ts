import { derBeginsWith, derBytesOf, derElementAt, derElementsIn, TAG } from './der.ts';

/** 1.2.840.113549.1.7.2, signedData. */
const SIGNED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const CONTEXT_0 = 0xa0;

/** True when the bytes begin as a PKCS #7 container of certificates does. */
export function isPkcs7(der: Uint8Array): boolean {
  const [type] = derElementsIn(derElementAt(der));
  return type !== undefined && type.tag === TAG.objectIdentifier && derBeginsWith(type, SIGNED_DATA);
}

/**
 * The certificates of a PKCS #7 container, SignedData of RFC 2315 (section 9.1), each in DER; they stand in no certain
 * order. Nothing for what is none.
 */
export function* pkcs7CertificatesOf(der: Uint8Array): Generator<Uint8Array> {
  if (!isPkcs7(der)) return;
  const [, content] = derElementsIn(derElementAt(der));
  const [signedData] = derElementsIn(content);
  for (const element of derElementsIn(signedData)) {
    if (element.tag !== CONTEXT_0) continue;
    for (const certificate of derElementsIn(element)) {
      if (certificate.tag === TAG.sequence) yield derBytesOf(certificate);
    }
    return;
  }
}
