import type { X509Fields } from '../parse/x509.ts';
import { EXTENSION } from '../parse/x509-extensions.ts';
import { ipAddressOf, ipTextOf, plainAddress } from './ip-address.ts';
import type { Profile } from './profile.ts';

/** Why a certificate is not valid for a name. */
interface NameFault {
  /** Go's words. */
  readonly text: string;
  /** The names of the kind asked for that it is valid for. */
  readonly names: readonly string[];
}

const LEGACY = 'x509: certificate relies on legacy Common Name field, use SANs instead';

/** As many names as Go 1.26 no longer lists. */
const LISTED_NAMES = 100;

/**
 * The name that Go's net/http checks a certificate for: `server_name` if there is one, else the host of the target,
 * with letters beyond ASCII as Punycode.
 * @param host without brackets and port.
 */
export function nameToCheck(serverName: string | undefined, host: string): string {
  if (serverName !== undefined && serverName !== '') return serverName;
  return /^[\0-\x7f]*$/.test(host) ? host : asciiOf(host);
}

/** What the URL Standard makes of a host name, which is Punycode; the name itself where it is none. */
function asciiOf(host: string): string {
  const url = new URL('ws://unset.invalid');
  url.hostname = host;
  return url.hostname === 'unset.invalid' ? host : url.hostname;
}

/**
 * Why the certificate is not valid for the name, by `VerifyHostname` of Go's crypto/x509; `undefined` where it is. An
 * address, perhaps in brackets, is looked for among the addresses, byte for byte; any other name among the DNS names:
 * a common name never counts.
 */
export function nameFault(certificate: X509Fields, name: string, profile: Profile): NameFault | undefined {
  const host = /^\[.+\]$/s.test(name) ? name.slice(1, -1) : name;
  const address = ipAddressOf(host);
  return address === undefined
    ? domainFault(certificate, name, profile)
    : addressFault(certificate, host, address, profile);
}

/** True when a DNS name of a certificate stands for the host. */
function isNamedBy(pattern: string, host: string, profile: Profile): boolean {
  if (isHostName(host.replace(/\.$/, '')) && isPattern(pattern, profile)) return matchesLabels(pattern, host);
  return pattern !== '' && pattern !== '.' && lowerCase(pattern) === lowerCase(host);
}

function isHostName(host: string): boolean {
  return host.split('.').every(label => /^\w[\w-]*$/.test(label));
}

/** A host name, or one whose first label is `*`; up to Go 1.22 also `*` alone. */
function isPattern(pattern: string, profile: Profile): boolean {
  if (pattern === '*') return profile.go < 23;
  return isHostName(pattern.startsWith('*.') ? pattern.slice(2) : pattern);
}

/** True when both have the same labels, of which the first of the pattern may be `*`; a dot behind the host is dropped. */
function matchesLabels(pattern: string, host: string): boolean {
  const labels = lowerCase(host.replace(/\.$/, '')).split('.');
  const patterns = lowerCase(pattern).split('.');
  return (
    pattern !== '' &&
    labels[0] !== '' &&
    labels.length === patterns.length &&
    patterns.every((label, index) => label === labels[index] || (index === 0 && label === '*'))
  );
}

function domainFault(certificate: X509Fields, name: string, profile: Profile): NameFault | undefined {
  const names = certificate.names?.dns ?? [];
  if (names.some(pattern => isNamedBy(pattern, name, profile))) return undefined;
  if (reliesOnCommonName(certificate, name)) return { text: LEGACY, names };
  if (profile.go >= 26 && names.length >= LISTED_NAMES) {
    return { text: `x509: certificate is valid for ${names.length} names, but none matched ${name}`, names };
  }
  const list = names.join(', ');
  const text = list === '' ? `not valid for any names, but wanted to match ${name}` : `valid for ${list}, not ${name}`;
  return { text: `x509: certificate is ${text}`, names };
}

function addressFault(
  certificate: X509Fields,
  host: string,
  address: Uint8Array,
  profile: Profile,
): NameFault | undefined {
  const addresses = certificate.names?.ip ?? [];
  if (addresses.some(other => Buffer.compare(plainAddress(other), address) === 0)) return undefined;
  const names = addresses.map(ipTextOf);
  if (reliesOnCommonName(certificate, host)) return { text: LEGACY, names };
  if (names.length === 0) {
    return { text: `x509: cannot validate certificate for ${host} because it doesn't contain any IP SANs`, names };
  }
  const text =
    profile.go >= 26 && names.length >= LISTED_NAMES
      ? `valid for ${names.length} IP SANs, but none matched ${host}`
      : `valid for ${names.join(', ')}, not ${host}`;
  return { text: `x509: certificate is ${text}`, names };
}

function reliesOnCommonName(certificate: X509Fields, host: string): boolean {
  const hasNames = certificate.extensions.some(extension => extension.oid === EXTENSION.subjectAlternativeName);
  return !hasNames && matchesLabels(certificate.subject.commonName ?? '', host);
}

/** Of ASCII letters alone. */
function lowerCase(text: string): string {
  return text.replaceAll(/[A-Z]+/g, letters => letters.toLowerCase());
}
