import type { Profile } from './profile.ts';

/**
 * True for labels of printable ASCII between dots, as Go's crypto/x509 asks of the names in certificates and of name
 * constraints; no labels at all will do. Up to Go 1.22, a dot may stand in front of them.
 */
export function isDomain(text: string, profile: Profile): boolean {
  const labels = profile.go < 23 ? text.replace(/^\./, '') : text;
  return labels === '' || labels.split('.').every(label => /^[!-~]+$/.test(label));
}

/**
 * True when the domain is the suffix or lies under it, both in lower case. A dot in front of the suffix asks for a label
 * before it; an empty one covers every domain.
 */
export function isWithinDomain(domain: string, suffix: string): boolean {
  if (suffix === '') return true;
  return domain.endsWith(suffix.startsWith('.') ? suffix : `.${suffix}`) || domain === suffix;
}

/** An address of mail in parts (RFC 2821, section 4.1.2). */
interface Mailbox {
  /** Without quotes and backslashes. */
  readonly local: string;
  readonly domain: string;
}

const QUOTED = /^"((?:[^"\\\t\r\n]|\\[^\r\n])*)"@(.*)$/s;
const DOTTED = /^((?:[\w!#$%&'*+\-/=?^`{|}~.]|\\.)+)@(.*)$/s;

/** The parts of an address in ASCII, as Go's crypto/x509 reads them; `undefined` where it does not. */
export function mailboxOf(text: string, profile: Profile): Mailbox | undefined {
  const [, inQuotes, quotedDomain] = QUOTED.exec(text) ?? [];
  const [, atoms, dottedDomain] = DOTTED.exec(text) ?? [];
  const local = (inQuotes ?? atoms)?.replaceAll(/\\(.)/gs, '$1');
  const domain = quotedDomain ?? dottedDomain;
  if (local === undefined || domain === undefined || !isDomain(domain, profile)) return undefined;
  if (profile.go >= 27 && domain.includes('@')) return undefined;
  const isSound =
    inQuotes === undefined
      ? !(local.startsWith('.') || local.endsWith('.') || local.includes('..'))
      : !inQuotes.includes('\0');
  return isSound ? { local, domain } : undefined;
}
