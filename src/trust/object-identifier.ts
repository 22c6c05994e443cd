import { derObjectIdentifierOf, TAG } from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import type { Profile } from './profile.ts';

/**
 * An object identifier in dotted form, if Go takes it: numbers with zeros in front of them since 1.22 no longer, which
 * golang.org/x/crypto/cryptobyte refuses since 2023.
 */
export function goIdentifierOf(element: DerElement | undefined, profile: Profile): string | undefined {
  if (element?.tag !== TAG.objectIdentifier || (profile.go >= 22 && hasLeadingZeros(element))) return undefined;
  return derObjectIdentifierOf(element);
}

/** True when a number begins with 0x80, which is not to be (X.690, section 8.19.2). */
export function hasLeadingZeros({ source, content, end }: DerElement): boolean {
  return source
    .subarray(content, end)
    .some((byte, index, bytes) => byte === 0x80 && (index === 0 || (bytes[index - 1] ?? 0) < 0x80));
}
