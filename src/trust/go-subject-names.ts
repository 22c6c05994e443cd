import type { DerCursor } from '../parse/der-cursor.ts';
import { derContentOf } from '../parse/der.ts';
import { GENERAL_NAME } from '../parse/x509-extensions.ts';
import { isDomain } from './domain.ts';
import { quoted } from './go-text.ts';
import { goUrlOf } from './go-url.ts';
import { plainAddress } from './ip-address.ts';
import type { Profile } from './profile.ts';

/** Why Go's crypto/x509 cannot read the subject alternative names, in its words without `x509: `. */
export function subjectNamesFault(names: DerCursor | undefined, profile: Profile): string | undefined {
  if (names === undefined) return 'invalid subject alternative names';
  while (!names.isAtEnd) {
    const name = names.next();
    if (name === undefined) return 'invalid subject alternative name';
    const fault = subjectNameFault(name.tag, derContentOf(name), profile);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function subjectNameFault(tag: number, content: Buffer, profile: Profile): string | undefined {
  switch (tag) {
    case GENERAL_NAME.email:
      return isAscii(content) ? undefined : 'SAN rfc822Name is malformed';
    case GENERAL_NAME.dns:
      return isAscii(content) ? undefined : 'SAN dNSName is malformed';
    case GENERAL_NAME.uri:
      return isAscii(content)
        ? uriFault(content.toString('latin1'), profile)
        : 'SAN uniformResourceIdentifier is malformed';
    case GENERAL_NAME.ip:
      return addressFault(content, profile);
    default:
      return undefined;
  }
}

function uriFault(uri: string, profile: Profile): string | undefined {
  const url = goUrlOf(uri, profile);
  if (typeof url === 'string') return `cannot parse URI ${quoted(uri)}: ${url}`;
  return isDomain(url.host, profile) ? undefined : `cannot parse URI ${quoted(uri)}: invalid domain`;
}

function addressFault(content: Buffer, profile: Profile): string | undefined {
  if (content.length !== 4 && content.length !== 16) return `cannot parse IP address of length ${content.length}`;
  const isMapped = plainAddress(content).length !== content.length;
  return isMapped && profile.go >= 27 ? 'SAN iPAddress contains IPv4-mapped IPv6 address' : undefined;
}

function isAscii(content: Buffer): boolean {
  return content.every(byte => byte < 0x80);
}
