import { quoted } from './go-text.ts';
import { ipAddressOf } from './ip-address.ts';
import type { Profile } from './profile.ts';

/** What Go's crypto/x509 looks at in a URI. */
interface GoUrl {
  /** With the port; empty where the URI names no host. */
  readonly host: string;
}

/**
 * A URI as `Parse` of Go's net/url reads it, or its words for why it cannot. Only the part up to the path is looked
 * at, and of escapes only their form.
 */
export function goUrlOf(text: string, profile: Profile): GoUrl | string {
  const fault = (reason: string): string => `parse ${quoted(text)}: ${reason}`;
  if (/\p{Cc}/u.test(text)) return fault('net/url: invalid control character in URL');
  if (text.startsWith(':')) return fault('missing protocol scheme');
  const [, whole = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(text) ?? [];
  const [, scheme, rest = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(.*)$/.exec(whole) ?? [];
  const [authority, user = '', host = ''] = /^\/\/(?:([^/?]*)@)?([^/?]*)/.exec(rest) ?? [];
  const isOpaque = scheme !== undefined && !rest.startsWith('/');
  const escape = escapeIn(isOpaque ? fragment : (rest.split('?', 1)[0] ?? '') + fragment) ?? asciiEscapeIn(host);
  if (escape !== undefined) return fault(`invalid URL escape ${quoted(escape)}`);
  if (!rest.startsWith('/')) {
    const isAmbiguous = scheme === undefined && /^[^/?]*:/.test(rest);
    return isAmbiguous ? fault('first path segment in URL cannot contain colon') : { host: '' };
  }
  if (authority === undefined || (scheme === undefined && rest.startsWith('///'))) return { host: '' };
  if (/[^\w.~!$&'()*+,;=%:@-]/.test(user)) return fault('net/url: invalid userinfo');
  const reason = bracketFault(host, profile) ?? portFault(host);
  if (reason !== undefined) return fault(reason);
  const stray = /[ \\^`{|}]/.exec(host)?.[0];
  return stray === undefined ? { host } : fault(`invalid character ${quoted(stray)} in host name`);
}

/** Behind the brackets of an address anything but a port is one that is not valid. */
function portFault(host: string): string | undefined {
  const start = host.startsWith('[') ? host.lastIndexOf(']') + 1 : host.lastIndexOf(':');
  const port = start < 0 ? '' : host.slice(start);
  return /^(?::\d*)?$/.test(port) ? undefined : `invalid port ${quoted(port)} after host`;
}

/** An escape that is none. */
function escapeIn(text: string): string | undefined {
  return /%(?![\da-f]{2}).{0,2}/i.exec(text)?.[0];
}

/** In a host, escapes stand for letters beyond ASCII, and for the `%` before a zone. */
function asciiEscapeIn(host: string): string | undefined {
  return /%(?!25)[0-7]./.exec(host)?.[0];
}

/** From Go 1.26 on, brackets are for addresses of IPv6 alone (CVE-2025-47912). */
function bracketFault(host: string, profile: Profile): string | undefined {
  const isLate = profile.go >= 26;
  const open = host.lastIndexOf('[');
  if (isLate && open > 0) return 'invalid IP-literal';
  if (!host.startsWith('[')) return undefined;
  const close = host.lastIndexOf(']');
  if (close < 0) return "missing ']' in host";
  const [address = ''] = host.slice(1, close).split('%25', 1);
  if (!isLate || (address.includes(':') && ipAddressOf(address) !== undefined)) return undefined;
  const isFourth = ipAddressOf(address) !== undefined;
  return isFourth ? 'invalid IP-literal' : `invalid host: ParseAddr(${quoted(address)}): unable to parse IP`;
}

/** The host without its port; in brackets it stays. */
export function hostWithoutPort(host: string): string {
  return host.includes(':') && !host.endsWith(']') ? host.slice(0, host.lastIndexOf(':')) : host;
}
