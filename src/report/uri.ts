/** A path with `/`, percent-encoded (RFC 3986) and relative, so that it can stand in an address. */
export function uriOf(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
