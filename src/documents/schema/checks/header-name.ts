/** As Go's `textproto.CanonicalMIMEHeaderKey`: each word begins with a capital; left alone if it is no header. */
export function canonicalHeader(name: string): string {
  if (!/^[-!#$%&'*+.^_`|~0-9A-Za-z]+$/.test(name)) return name;
  return name.toLowerCase().replaceAll(/(^|-)[a-z]/g, letter => letter.toUpperCase());
}
