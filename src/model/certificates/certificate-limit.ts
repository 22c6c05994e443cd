/** So many certificates of a container are read, and the others left alone. */
export const CERTIFICATE_LIMIT = 20_000;

/** The first of the certificates of a container. */
export function* someOf(certificates: Iterable<Uint8Array>): Generator<Uint8Array> {
  let left = CERTIFICATE_LIMIT;
  for (const certificate of certificates) {
    if (left === 0) return;
    left -= 1;
    yield certificate;
  }
}
