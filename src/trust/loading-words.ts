// What Go and Prometheus say of files that they cannot use. crypto/tls, tls.go (`X509KeyPair`); prometheus/common,
// config/http_config.go, whose newer versions put a word behind it, and all of them the path.

export const UNUSABLE_AUTHORITY = 'unable to use specified CA cert';
export const UNREADABLE_KEY = 'tls: failed to parse private key';
export const OTHER_KEY = 'tls: private key does not match public key';
export const OTHER_KEY_TYPE = 'tls: private key type does not match public key type';
export const KEY_AS_CERTIFICATE =
  'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched';
export const CERTIFICATE_AS_KEY = 'tls: found a certificate rather than a key in the PEM for the private key';
/** Behind it stands what was found instead. */
export const NO_KEY = 'tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input';

/** What crypto/tls says of a file without any block. */
export function noPemIn(part: 'certificate' | 'key'): string {
  return `tls: failed to find any PEM data in ${part} input`;
}
