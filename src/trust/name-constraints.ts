import { derContentOf, derElementAt, derElementsIn } from '../parse/der.ts';
import { EXTENSION, GENERAL_NAME } from '../parse/x509-extensions.ts';
import type { X509Fields } from '../parse/x509.ts';
import { nameConstraintsFrom } from './constraint-list.ts';
import type { AddressRange, NameConstraints, NameRanges } from './constraint-list.ts';
import { isDomain, isWithinDomain, mailboxOf } from './domain.ts';
import { quoted, rangeText } from './go-text.ts';
import { goUrlOf, hostWithoutPort } from './go-url.ts';
import { ipAddressOf, ipTextOf } from './ip-address.ts';
import type { Profile } from './profile.ts';

const NOT_AUTHORIZED = 'x509: a root or intermediate certificate is not authorized to sign for this name: ';

/** How often Go up to 1.25 compares names with constraints before it gives up; later, when it need not, it is ours. */
const COMPARISON_LIMIT = 250_000;
/** A comparison with a longer name counts for several; host names are shorter. */
const NAME_LENGTH = 256;

/** The order in which Go takes the names from 1.26 on; before, it is that of the certificate. */
const KINDS = ['ip', 'dns', 'uri', 'email'] as const;

const KIND_TEXT = { dns: 'DNS name', email: 'email address', uri: 'URI', ip: 'IP address' } as const;

const KIND_OF_TAG: ReadonlyMap<number, Name['kind']> = new Map(KINDS.map(kind => [GENERAL_NAME[kind], kind]));

type Range = string | AddressRange;

/** A subject alternative name. */
interface Name {
  readonly kind: (typeof KINDS)[number];
  readonly bytes: Uint8Array;
  /** As Go shows it. */
  readonly text: string;
  /** What is compared with a domain, in lower case: a DNS name itself, the host of a URI, what follows an `@`. */
  readonly domain: string;
  /** What stands before the `@` of an address of mail; absent in one that cannot be read. */
  readonly local?: string;
}

/**
 * Which name of the certificates below an authority its name constraints do not allow, in Go's words; `undefined`
 * where all may be. All names count, not only the one that was asked for.
 * @param below from the leaf up.
 */
export function constraintFault(
  authority: X509Fields,
  below: readonly X509Fields[],
  profile: Profile,
): string | undefined {
  const constraints = constraintsOf(authority, profile);
  if (constraints === undefined) return undefined;
  let comparisons = 0;
  for (const certificate of below) {
    const names = namesOf(certificate, profile);
    const unreadable = profile.go < 26 ? undefined : unreadableIn(names);
    if (unreadable !== undefined) return NOT_AUTHORIZED + unreadable;
    for (const name of names) {
      const ranges = constraints.excluded[name.kind].length + constraints.permitted[name.kind].length;
      comparisons += ranges * Math.ceil((name.text.length + 1) / NAME_LENGTH);
      if (comparisons > COMPARISON_LIMIT) return 'x509: unknown error';
      const fault = profile.go < 26 ? earlyFault(name, constraints, profile) : lateFault(name, constraints, profile);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function constraintsOf({ extensions }: X509Fields, profile: Profile): NameConstraints | undefined {
  const extension = extensions.find(({ oid }) => oid === EXTENSION.nameConstraints);
  const constraints = extension && nameConstraintsFrom(extension.value, profile);
  return typeof constraints === 'object' ? constraints : undefined;
}

function namesOf({ extensions }: X509Fields, profile: Profile): readonly Name[] {
  const extension = extensions.find(({ oid }) => oid === EXTENSION.subjectAlternativeName);
  const names = Array.from(derElementsIn(extension && derElementAt(extension.value))).flatMap((element): Name[] => {
    const kind = KIND_OF_TAG.get(element.tag);
    return kind === undefined ? [] : [nameOf(kind, derContentOf(element), profile)];
  });
  return profile.go < 26 ? names : names.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function nameOf(kind: Name['kind'], bytes: Buffer, profile: Profile): Name {
  const text = bytes.toString('latin1');
  if (kind === 'ip') return { kind, bytes, text: ipTextOf(bytes), domain: '' };
  if (kind === 'dns') return { kind, bytes, text, domain: text.toLowerCase() };
  if (kind === 'uri') return { kind, bytes, text, domain: hostOf(text, profile).toLowerCase() };
  const mailbox = mailboxOf(text, profile);
  if (mailbox === undefined) return { kind, bytes, text, domain: '' };
  const { local } = mailbox;
  const domain = mailbox.domain.toLowerCase();
  return { kind, bytes, text: profile.go < 26 ? text : `${local}@${domain}`, domain, local };
}

/** From Go 1.26 on all are read before the first is compared. */
function unreadableIn(names: readonly Name[]): string | undefined {
  const fault = names.map(uriFault).find(found => found !== undefined);
  const stray = names.find(({ kind, local }) => kind === 'email' && local === undefined);
  return fault ?? (stray && `cannot parse rfc822Name ${quoted(stray.text)}`);
}

/** RFC 5280 asks for a host that is no address, where URIs are constrained. */
function uriFault({ kind, text, domain }: Name): string | undefined {
  if (kind !== 'uri') return undefined;
  if (domain === '') return `URI with empty host (${quoted(text)}) cannot be matched against constraints`;
  const isAddress = /^\[.*\]$/.test(domain) || ipAddressOf(domain) !== undefined;
  return isAddress ? `URI with IP (${quoted(text)}) cannot be matched against constraints` : undefined;
}

function hostOf(uri: string, profile: Profile): string {
  const url = goUrlOf(uri, profile);
  return typeof url === 'string' ? '' : hostWithoutPort(url.host);
}

function earlyFault(name: Name, { permitted, excluded }: NameConstraints, profile: Profile): string | undefined {
  const { kind, text, local } = name;
  if (kind === 'email' && local === undefined) return 'x509: cannot parse rfc822Name {"" ""}';
  if (kind === 'dns' && !isDomain(text, profile)) return unreadableDomain(text);
  const isCompared = permitted[kind].length + excluded[kind].length > 0;
  const unreadable = isCompared ? uriFault(name) : undefined;
  if (unreadable !== undefined) return NOT_AUTHORIZED + unreadable;
  const exclusion = excluded[kind].find(range => isWithin(name, range, profile));
  if (exclusion !== undefined) return excludedText(name, exclusion);
  return isPermitted(name, permitted, profile) ? undefined : notPermittedText(name);
}

/** Of several ranges that exclude a name, Go names the widest, but first of all an address of mail as a whole. */
function lateFault(name: Name, { permitted, excluded }: NameConstraints, profile: Profile): string | undefined {
  if (name.kind === 'dns' && !isDomain(name.text, profile)) return NOT_AUTHORIZED + unreadableDomain(name.text);
  if (!isPermitted(name, permitted, profile)) return notPermittedText(name);
  const [widest] = excluded[name.kind]
    .filter(range => isWithin(name, range, profile))
    .toSorted((a, b) => widthOf(a) - widthOf(b));
  if (widest !== undefined) return excludedText(name, typeof widest === 'string' ? widest : masked(widest));
  const sibling = excluded[name.kind].find(range => isSibling(name, range));
  return typeof sibling === 'string' ? excludedText(name, sibling.toLowerCase()) : undefined;
}

/** Without the bits that the mask leaves out. */
function masked({ address, mask }: AddressRange): AddressRange {
  return { address: address.map((byte, index) => byte & (mask[index] ?? 0)), mask };
}

function isPermitted(name: Name, permitted: NameRanges, profile: Profile): boolean {
  const ranges = permitted[name.kind];
  return ranges.length === 0 || ranges.some(range => isWithin(name, range, profile));
}

function isWithin({ kind, bytes, domain, local }: Name, range: Range, profile: Profile): boolean {
  if (typeof range !== 'string') {
    const { address, mask } = range;
    return bytes.length === address.length && bytes.every((byte, index) => isSameUnder(mask, index, byte, address));
  }
  if (kind === 'email' && range.includes('@')) {
    const only = mailboxOf(range, profile);
    return only?.local === local && only?.domain.toLowerCase() === domain;
  }
  return range.length <= domain.length + 1 && isWithinDomain(domain, range.toLowerCase());
}

function isSameUnder(mask: Uint8Array, index: number, byte: number, address: Uint8Array): boolean {
  const bits = mask[index] ?? 0;
  return (byte & bits) === ((address[index] ?? 0) & bits);
}

/** True when a wildcard stands for the excluded domain among others. */
function isSibling({ kind, text }: Name, range: Range): boolean {
  if (kind !== 'dns' || typeof range !== 'string' || !text.startsWith('*')) return false;
  const parent = text.slice(text.indexOf('.'));
  const excludedParent = range.includes('.') ? range.slice(range.indexOf('.')) : '';
  return text.includes('.') && parent.toLowerCase() === excludedParent.toLowerCase();
}

function widthOf(range: Range): number {
  if (typeof range === 'string') return range.includes('@') ? -1 : range.length;
  return Number(rangeText(range.address, range.mask).split('/')[1]);
}

function excludedText(name: Name, range: Range): string {
  const constraint = typeof range === 'string' ? range : rangeText(range.address, range.mask);
  return `${NOT_AUTHORIZED}${nameText(name)} is excluded by constraint ${quoted(constraint)}`;
}

function notPermittedText(name: Name): string {
  return `${NOT_AUTHORIZED}${nameText(name)} is not permitted by any constraint`;
}

function nameText({ kind, text }: Name): string {
  return `${KIND_TEXT[kind]} ${quoted(text)}`;
}

function unreadableDomain(text: string): string {
  return `x509: cannot parse dnsName ${quoted(text)}`;
}
