const PRIVATE_SUFFIXES = ['local', 'internal', 'svc', 'cluster.local', 'lan', 'home.arpa', 'corp', 'intranet'];
// An IPv4 address in the form of IPv6 (RFC 4291, 2.5.5.2).
const MAPPED = /^::ffff:/;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
// With the zone that a link-local address may have (RFC 6874).
const IPV6 = /^(?=.*:.*:)[\da-f:.]+(?:%.+)?$/;
const IPV6_LOOPBACK = /^(?:(?:0+:){7}0*1|::1)$/;
const IPV6_UNSPECIFIED = /^(?:(?:0+:){7}0+|::)$/;

/** The host of a target (`host`, `host:port`, `[v6]:port`) or of a URL, in lower case; empty where there is none. */
export function hostOf(target: string): string {
  const withoutScheme = target.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const authority = withoutScheme.slice(0, withoutScheme.search(/[/?#]|$/));
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[')) return host.slice(1, host.indexOf(']')).toLowerCase();
  const isBareIpv6 = host.indexOf(':') !== host.lastIndexOf(':');
  return (isBareIpv6 ? host : host.slice(0, host.search(/:|$/))).replace(/\.$/, '').toLowerCase();
}

/** The scheme of a URL in lower case; `undefined` where it has none. */
export function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
}

/**
 * True when no public certificate authority would sign for the host: a private, loopback, link-local or shared address
 * (RFC 1918, 4193, 6598, 3927), a single label, or a name below a suffix that is not public. @param domains suffixes
 * besides the built-in ones.
 */
export function isPrivateHost(host: string, domains: readonly string[]): boolean {
  const octets = octetsOf(host);
  if (octets !== undefined) return isPrivateAddress(octets);
  if (host.includes(':')) return isPrivateIpv6(host);
  // What is no name, such as an encrypted value, is nobody's.
  if (!/^[\w.-]+$/.test(host)) return false;
  return !host.includes('.') || [...PRIVATE_SUFFIXES, ...domains.map(suffixOf)].some(suffix => isBelow(host, suffix));
}

/**
 * True when the host is the machine that asks: `localhost` and the names below it (RFC 6761, 6.3), a loopback address
 * (RFC 1122, 4291), and what Go's `net.Dial` takes for the local system, no host and the unspecified address.
 */
export function isLoopbackHost(host: string): boolean {
  const octets = octetsOf(host);
  if (octets !== undefined) return octets[0] === 127 || octets.every(octet => octet === 0);
  return host === '' || IPV6_LOOPBACK.test(host) || IPV6_UNSPECIFIED.test(host) || isBelow(host, 'localhost');
}

/** True when the host is an address, of IPv4 or IPv6, and no name. */
export function isIpAddress(host: string): boolean {
  return octetsOf(host)?.every(octet => octet <= 255) ?? IPV6.test(host);
}

/** The numbers of an IPv4 address, whatever their size; `undefined` where the host has not the form of one. */
function octetsOf(host: string): readonly number[] | undefined {
  return IPV4.exec(host.replace(MAPPED, ''))?.slice(1).map(Number);
}

/** `corp.example` for `*.Corp.Example`. */
function suffixOf(domain: string): string {
  return domain.toLowerCase().replace(/^\*?\./, '');
}

function isBelow(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}

function isPrivateAddress([first = 0, second = 0]: readonly number[]): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  if (first === 192) return second === 168;
  if (first === 169) return second === 254;
  return first === 100 && second >= 64 && second <= 127;
}

function isPrivateIpv6(host: string): boolean {
  return IPV6_LOOPBACK.test(host) || /^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(host);
}
