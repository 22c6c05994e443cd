/** What there is of a URL as Go's net/url reads it. */
interface UrlParts {
  /** In small letters; empty where there is none. */
  readonly scheme: string;
  /** With the port; empty where there is none. */
  readonly host: string;
}

/**
 * A URL as `Parse` of Go's net/url reads it, or why it does not, without the URL, which may hold a password
 * (net/url/url.go, Go 1.19 to 1.26; what a version takes is taken).
 */
export function urlPartsOf(text: string): UrlParts | string {
  const [, whole = '', fragment = ''] = /^([^#]*)#?(.*)$/s.exec(text) ?? [];
  if (/[^\P{Cc}\u0080-\u009f]/u.test(whole)) return 'net/url: invalid control character in URL';
  if (whole.startsWith(':')) return 'missing protocol scheme';
  const [, scheme = '', rest = ''] = /^(?:([A-Za-z][A-Za-z\d+.-]*):)?([^?]*)/.exec(whole) ?? [];
  if (!rest.startsWith('/')) {
    if (scheme === '' && /^[^/]*:/.test(rest)) return 'first path segment in URL cannot contain colon';
    return escapeFault(scheme === '' ? rest + fragment : fragment) ?? { scheme: scheme.toLowerCase(), host: '' };
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  const [authority = ''] = hasAuthority ? rest.slice(2).split('/', 1) : [];
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const reason =
    hostFault(host) ??
    (/[^\w.~!$&'()*+,;=%:@-]/.test(authority.slice(0, Math.max(0, at))) ? 'net/url: invalid userinfo' : undefined) ??
    escapeFault(rest + fragment);
  return reason ?? { scheme: scheme.toLowerCase(), host };
}

function hostFault(host: string): string | undefined {
  const close = host.lastIndexOf(']');
  if (host.startsWith('[') && close < 0) return "missing ']' in host";
  const start = host.startsWith('[') ? close + 1 : host.lastIndexOf(':');
  if (start >= 0 && !/^(?::\d*)?$/.test(host.slice(start))) return 'invalid port after host';
  const [address = '', zone] = host.startsWith('[') ? [host.split('%25', 1)[0], host.split('%25')[1]] : [host];
  if (/%(?!25)[0-7]./.test(address)) return 'invalid URL escape';
  return /[ \\^`{|}]/.test(address + (zone ?? '')) ? 'invalid character in host name' : undefined;
}

function escapeFault(text: string): string | undefined {
  return /%(?![\da-fA-F]{2})/.test(text) ? 'invalid URL escape' : undefined;
}
