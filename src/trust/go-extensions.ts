import { DerCursor } from '../parse/der-cursor.ts';
import { derContentOf, hasCleanBits, isShortestInteger, TAG } from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import { EXTENSION } from '../parse/x509-extensions.ts';
import type { Extension } from '../parse/x509-extensions.ts';
import type { X509Fields } from '../parse/x509.ts';
import { quoted } from './go-text.ts';
import { nameConstraintsFrom } from './constraint-list.ts';
import { goIdentifierOf, hasLeadingZeros } from './object-identifier.ts';
import type { Profile } from './profile.ts';
import { subjectNamesFault } from './go-subject-names.ts';

/** Extensions that Go reads from 1.24 on; before, a critical one was unknown to it. */
const POLICY_EXTENSIONS: ReadonlySet<string> = new Set([
  EXTENSION.policyMappings,
  EXTENSION.policyConstraints,
  EXTENSION.inhibitAnyPolicy,
]);

const HANDLED: ReadonlySet<string> = new Set(Object.values(EXTENSION));

const CRITICAL_NAME: ReadonlyMap<string, string> = new Map([
  [EXTENSION.authorityKeyId, 'authority key identifier'],
  [EXTENSION.subjectKeyId, 'subject key identifier'],
  [EXTENSION.authorityAccess, 'authority info access'],
]);

/** Why Go's crypto/x509 cannot read the extensions of a certificate, in its words. */
export function extensionsFault(list: DerCursor | undefined, profile: Profile): string | undefined {
  if (list === undefined) return 'x509: malformed extensions';
  const extensions = new Map<string, Extension>();
  while (!list.isAtEnd) {
    const extension = extensionFrom(list.enter(), profile);
    if (typeof extension === 'string') return extension;
    if (extensions.has(extension.oid)) {
      const which = profile.go < 22 ? 'extensions' : `extension with OID ${quoted(extension.oid)}`;
      return `x509: certificate contains duplicate ${which}`;
    }
    extensions.set(extension.oid, extension);
  }
  for (const extension of extensions.values()) {
    const fault = extensionFault(extension, profile);
    if (fault !== undefined) return `x509: ${fault}`;
  }
  return undefined;
}

/**
 * True when an extension is critical and Go does not know it, or not what it holds: no SAN that it reads, or a name
 * constraint of a kind that it does not.
 */
export function hasUnhandledExtension({ extensions, names }: X509Fields, profile: Profile): boolean {
  return extensions.some(({ oid, isCritical, value }) => {
    if (!isCritical) return false;
    if (!HANDLED.has(oid) || (profile.go < 24 && POLICY_EXTENSIONS.has(oid))) return true;
    if (oid === EXTENSION.subjectAlternativeName) return Object.values(names ?? {}).every(list => list.length === 0);
    if (oid !== EXTENSION.nameConstraints) return false;
    const constraints = nameConstraintsFrom(value, profile);
    return typeof constraints === 'object' && constraints.hasOthers;
  });
}

function extensionFrom(cursor: DerCursor | undefined, profile: Profile): Extension | string {
  if (cursor === undefined) return 'x509: malformed extension';
  const oid = goIdentifierOf(cursor.read(TAG.objectIdentifier), profile);
  if (oid === undefined) return 'x509: malformed extension OID field';
  const isMarked = cursor.isBefore(TAG.boolean);
  const mark = isMarked ? booleanIn(cursor.read(TAG.boolean)) : false;
  if (mark === undefined) return 'x509: malformed extension critical field';
  const value = cursor.read(TAG.octetString);
  if (value === undefined) return 'x509: malformed extension value field';
  return { oid, isCritical: mark, value: derContentOf(value) };
}

function extensionFault({ oid, isCritical, value }: Extension, profile: Profile): string | undefined {
  const critical = CRITICAL_NAME.get(oid);
  if (critical !== undefined && isCritical && profile.go >= 23) return `${critical} incorrectly marked critical`;
  if (profile.go < 24 && POLICY_EXTENSIONS.has(oid)) return undefined;
  const cursor = new DerCursor(value);
  switch (oid) {
    case EXTENSION.keyUsage:
      return areBits(cursor.read(TAG.bitString)) ? undefined : 'invalid key usage';
    case EXTENSION.basicConstraints:
      return basicConstraintsFault(cursor.enter(), profile);
    case EXTENSION.subjectAlternativeName:
      return subjectNamesFault(cursor.enter(), profile);
    case EXTENSION.nameConstraints: {
      const constraints = nameConstraintsFrom(value, profile);
      return typeof constraints === 'string' ? constraints : undefined;
    }
    case EXTENSION.distributionPoints:
      return distributionPointsFault(cursor.enter());
    case EXTENSION.authorityKeyId:
      return isAuthorityKeyId(cursor.enter()) ? undefined : 'invalid authority key identifier';
    case EXTENSION.extendedKeyUsage:
      return areIdentifiers(cursor.enter(), profile) ? undefined : 'invalid extended key usages';
    case EXTENSION.subjectKeyId:
      return cursor.read(TAG.octetString) === undefined ? 'invalid subject key identifier' : undefined;
    case EXTENSION.certificatePolicies:
      return arePolicies(cursor.enter(), profile) ? undefined : 'invalid certificate policies';
    case EXTENSION.policyMappings:
      return arePairs(cursor.enter()) ? undefined : 'invalid policy mappings extension';
    case EXTENSION.policyConstraints:
      return arePolicyConstraints(cursor.enter()) ? undefined : 'invalid policy constraints extension';
    case EXTENSION.inhibitAnyPolicy:
      return isNumber(cursor.read(TAG.integer)) ? undefined : 'invalid inhibit any policy extension';
    case EXTENSION.authorityAccess:
      return areAccessDescriptions(cursor.enter(), profile) ? undefined : 'invalid authority info access';
    default:
      return undefined;
  }
}

function booleanIn(element: DerElement | undefined): boolean | undefined {
  const [byte, ...rest] = element === undefined ? [] : derContentOf(element, 2);
  return rest.length === 0 && (byte === 0x00 || byte === 0xff) ? byte === 0xff : undefined;
}

function areBits(element: DerElement | undefined): boolean {
  return element !== undefined && hasCleanBits(element);
}

function isNumber(element: DerElement | undefined): boolean {
  return element !== undefined && isShortestInteger(element) && element.end - element.content <= 8;
}

/** Up to Go 1.21, a letter says where it is. */
function basicConstraintsFault(cursor: DerCursor | undefined, profile: Profile): string | undefined {
  const fault = (place: string): string => `invalid basic constraints${profile.go < 22 ? ` ${place}` : ''}`;
  if (cursor === undefined) return fault('a');
  if (cursor.isBefore(TAG.boolean) && booleanIn(cursor.read(TAG.boolean)) === undefined) return fault('b');
  return cursor.isBefore(TAG.integer) && !isPathLength(cursor.next(), profile) ? fault('c') : undefined;
}

/** Up to Go 1.26, a negative one is read, and counts for none. */
function isPathLength(length: DerElement | undefined, profile: Profile): boolean {
  const isNegative = length !== undefined && (length.source[length.content] ?? 0) >= 0x80;
  return isNumber(length) && !(isNegative && profile.go >= 27);
}

function distributionPointsFault(points: DerCursor | undefined): string | undefined {
  if (points === undefined) return 'invalid CRL distribution points';
  while (!points.isAtEnd) {
    const point = points.enter();
    if (point === undefined) return 'invalid CRL distribution point';
    if (!point.isBefore(0xa0)) continue;
    const names = point.enter(0xa0)?.enter(0xa0);
    if (names === undefined) return 'invalid CRL distribution point';
    while (names.isBefore(0x86)) if (names.next() === undefined) return 'invalid CRL distribution point';
  }
  return undefined;
}

function isAuthorityKeyId(cursor: DerCursor | undefined): boolean {
  return cursor !== undefined && (!cursor.isBefore(0x80) || cursor.next() !== undefined);
}

function areIdentifiers(cursor: DerCursor | undefined, profile: Profile): boolean {
  if (cursor === undefined) return false;
  while (!cursor.isAtEnd) if (identifierIn(cursor, profile) === undefined) return false;
  return true;
}

function identifierIn(cursor: DerCursor | undefined, profile: Profile): string | undefined {
  return goIdentifierOf(cursor?.read(TAG.objectIdentifier), profile);
}

function arePolicies(cursor: DerCursor | undefined, profile: Profile): boolean {
  if (cursor === undefined) return false;
  const seen = new Set<string>();
  while (!cursor.isAtEnd) {
    const policy = policyIn(cursor.enter(), profile);
    if (policy === undefined || (profile.go >= 24 && seen.has(policy))) return false;
    seen.add(policy);
  }
  return true;
}

/** From Go 1.22 on, its numbers may be of any size. */
function policyIn(cursor: DerCursor | undefined, profile: Profile): string | undefined {
  const identifier = cursor?.read(TAG.objectIdentifier);
  if (identifier === undefined || profile.go < 22) return goIdentifierOf(identifier, profile);
  const bytes = derContentOf(identifier);
  const isWhole = (bytes.at(-1) ?? 0x80) < 0x80;
  return isWhole && !hasLeadingZeros(identifier) ? bytes.toString('hex') : undefined;
}

function arePairs(cursor: DerCursor | undefined): boolean {
  if (cursor === undefined) return false;
  while (!cursor.isAtEnd) {
    const pair = cursor.enter();
    if (pair?.read(TAG.objectIdentifier) === undefined || pair.read(TAG.objectIdentifier) === undefined) return false;
  }
  return true;
}

function arePolicyConstraints(cursor: DerCursor | undefined): boolean {
  if (cursor === undefined) return false;
  return [0x80, 0x81].every(tag => !cursor.isBefore(tag) || isNumber(cursor.read(tag)));
}

function areAccessDescriptions(cursor: DerCursor | undefined, profile: Profile): boolean {
  if (cursor === undefined) return false;
  while (!cursor.isAtEnd) {
    const description = cursor.enter();
    if (identifierIn(description, profile) === undefined) return false;
    if (description?.isBefore(0x86) === true && description.next() === undefined) return false;
  }
  return true;
}
