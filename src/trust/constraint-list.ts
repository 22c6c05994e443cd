import { DerCursor } from '../parse/der-cursor.ts';
import { derContentOf } from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import { GENERAL_NAME } from '../parse/x509-extensions.ts';
import { isDomain, mailboxOf } from './domain.ts';
import { quoted, quotedBytes } from './go-text.ts';
import { ipAddressOf, plainAddress } from './ip-address.ts';
import type { Profile } from './profile.ts';

/** The name constraints of an authority (RFC 5280, section 4.2.1.10). */
export interface NameConstraints {
  readonly permitted: NameRanges;
  readonly excluded: NameRanges;
  /** True when there are constraints of a kind that Go does not know, such as directory names. */
  readonly hasOthers: boolean;
}

/** Ranges of names, by kind. */
export interface NameRanges {
  readonly dns: readonly string[];
  readonly ip: readonly AddressRange[];
  /** Domains, and whole addresses. */
  readonly email: readonly string[];
  readonly uri: readonly string[];
}

/** Addresses that agree in the bits of a mask, of 4 or of 16 bytes. */
export interface AddressRange {
  readonly address: Uint8Array;
  readonly mask: Uint8Array;
}

const INVALID = 'invalid NameConstraints extension';

interface RangeLists {
  readonly dns: string[];
  readonly ip: AddressRange[];
  readonly email: string[];
  readonly uri: string[];
  hasOthers: boolean;
}

/** The constraints that an extension holds, or why Go's crypto/x509 cannot read them, in its words without `x509: `. */
export function nameConstraintsFrom(value: Uint8Array, profile: Profile): NameConstraints | string {
  const outer = new DerCursor(value);
  const sequence = outer.enter();
  if (sequence === undefined || !outer.isAtEnd) return INVALID;
  const hasPermitted = sequence.isBefore(0xa0);
  const permitted = hasPermitted ? sequence.enter(0xa0) : undefined;
  const hasExcluded = sequence.isBefore(0xa1);
  const excluded = hasExcluded ? sequence.enter(0xa1) : undefined;
  if (hasPermitted !== (permitted !== undefined) || hasExcluded !== (excluded !== undefined)) return INVALID;
  if (!sequence.isAtEnd) return INVALID;
  if (permitted?.isAtEnd !== false && excluded?.isAtEnd !== false) return 'empty name constraints extension';
  const permittedRanges = rangesFrom(permitted, profile);
  if (typeof permittedRanges === 'string') return permittedRanges;
  const excludedRanges = rangesFrom(excluded, profile);
  if (typeof excludedRanges === 'string') return excludedRanges;
  const hasOthers = permittedRanges.hasOthers || excludedRanges.hasOthers;
  return { permitted: permittedRanges, excluded: excludedRanges, hasOthers };
}

function rangesFrom(subtrees: DerCursor | undefined, profile: Profile): RangeLists | string {
  const ranges: RangeLists = { dns: [], ip: [], email: [], uri: [], hasOthers: false };
  if (subtrees === undefined) return ranges;
  while (!subtrees.isAtEnd) {
    const base = subtrees.enter()?.next();
    if (base === undefined) return INVALID;
    const fault = addRange(ranges, base, profile);
    if (fault !== undefined) return fault;
  }
  return ranges;
}

/** Adds a range; gives why it cannot be read. */
function addRange(ranges: RangeLists, base: DerElement, profile: Profile): string | undefined {
  const content = derContentOf(base);
  const text = content.toString('latin1');
  const isText = base.tag !== GENERAL_NAME.ip && Object.values<number>(GENERAL_NAME).includes(base.tag);
  if (isText && content.some(byte => byte >= 0x80)) {
    return `invalid constraint value: x509: ${quotedBytes(content)} cannot be encoded as an IA5String`;
  }
  const isDomainRange = isDomain(text.replace(/^\./, ''), profile) && (profile.go < 26 || text !== '.');
  switch (base.tag) {
    case GENERAL_NAME.dns:
      ranges.dns.push(text);
      return isDomainRange ? undefined : `failed to parse dnsName constraint ${quoted(text)}`;
    case GENERAL_NAME.email: {
      ranges.email.push(text);
      const isSound = text.includes('@') ? mailboxOf(text, profile) !== undefined : isDomainRange;
      return isSound ? undefined : `failed to parse rfc822Name constraint ${quoted(text)}`;
    }
    case GENERAL_NAME.uri:
      ranges.uri.push(text);
      if (ipAddressOf(text) !== undefined) {
        return `failed to parse URI constraint ${quoted(text)}: cannot be IP address`;
      }
      return isDomainRange ? undefined : `failed to parse URI constraint ${quoted(text)}`;
    case GENERAL_NAME.ip:
      return addAddressRange(ranges, content, profile);
    default:
      ranges.hasOthers = true;
      return undefined;
  }
}

function addAddressRange(ranges: RangeLists, content: Buffer, profile: Profile): string | undefined {
  if (content.length !== 8 && content.length !== 32) {
    return `IP constraint contained value of length ${content.length}`;
  }
  const mask = content.subarray(content.length / 2);
  const bits = Array.from(mask, byte => byte.toString(2).padStart(8, '0')).join('');
  if (!/^1*0*$/.test(bits)) return `IP constraint contained invalid mask ${mask.toString('hex')}`;
  const address = content.subarray(0, content.length / 2);
  const isMapped = plainAddress(address).length !== address.length;
  if (isMapped && profile.go >= 27) return 'IP constraint contained IPv4-mapped IPv6 address';
  ranges.ip.push({ address, mask });
  return undefined;
}
