import { decipher } from '../../../src/lint/decipher.ts';
import { binaryCertificatesOf } from '../../../src/model/certificates/binary-container.ts';
import { certificatesOf, type CertificateContainer } from '../../../src/model/certificates/certificate.ts';
import { binaryContainerOf } from '../../../src/parse/binary-container.ts';
import type { Decipher } from '../../../src/parse/pkcs12.ts';
import { textOf } from '../../../src/parse/encoding.ts';
import { x509FieldsOf } from '../../../src/parse/x509.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { handshakeVerdict, type Verdict } from '../../../src/trust/handshake.ts';
import { profileOf } from '../../../src/trust/profile.ts';
import type { FuzzCase } from '../fuzz-case.ts';
import { KEY_TEXTS, LEAF, ROOT } from '../certificate-fixtures.ts';

// Thousands of rounds of hashing for each container that is encrypted.
const DECIPHERED = 10;
const NOW = new Date('2026-11-20T00:00:00Z');
const HOSTS = ['node1.internal', '10.0.0.1', 'a.node.internal', 'other.internal.'];
const PROFILES = ['2.42', '3.5', 'current'].flatMap(version => profileOf(version) ?? []);
const AUTHORITY = x509FieldsOf(ROOT.der);

/** What a run of promsec would do with the bytes: read them, and judge a handshake in which they are served. */
function keyShownOf(bytes: Buffer, turn: number): readonly string[] {
  const container = containerIn(bytes, turn % DECIPHERED === 0 ? decipher : () => undefined);
  const served = container?.certificates.slice(0, 3).map(({ fields }) => fields.der) ?? [];
  const verdicts = [verdictOn([bytes, ROOT.der], turn)];
  if (served.length > 0) verdicts.push(verdictOn(served, turn), verdictOn([LEAF.der, ...served], turn));
  const said = JSON.stringify([container, verdicts], (key, value: unknown) => (HIDDEN.has(key) ? undefined : value));
  return KEY_TEXTS.some(text => said.includes(text)) ? ['a part of a private key is in the answer'] : [];
}

// The bytes themselves are there to be looked at, and are never shown.
const HIDDEN = new Set(['file', 'fields', 'certificate']);

function containerIn(bytes: Buffer, open: Decipher): CertificateContainer | undefined {
  const at = new SourceFile('certs/any', '').span(0, 0);
  if (binaryContainerOf(bytes) !== undefined) return binaryCertificatesOf(bytes, at, open);
  const decoding = textOf(bytes);
  if ('reason' in decoding) return undefined;
  return certificatesOf(new SourceFile('certs/any', decoding.text, decoding.hasByteOrderMark));
}

function verdictOn(served: readonly Uint8Array[], turn: number): Verdict | undefined {
  const profile = PROFILES[turn % PROFILES.length];
  const host = HOSTS[turn % HOSTS.length];
  if (AUTHORITY === undefined || profile === undefined || host === undefined) return undefined;
  const others = served.flatMap(der => x509FieldsOf(der) ?? []);
  const roots = { from: 'file', certificates: [AUTHORITY, ...others.slice(1)] } as const;
  const client = { insecureSkipVerify: turn % 7 === 0, roots };
  return handshakeVerdict({ client, target: { scheme: 'https', host }, served, now: NOW, profile });
}

/** What goes wrong with certificates that were changed, in any form. */
export function certificateFaults({ files, original, number }: FuzzCase): readonly string[] {
  if (!original.name.startsWith('certificates ')) return [];
  return Object.entries(files).flatMap(([path, content]) => {
    if (!path.startsWith('certs/') || content === original.files[path]) return [];
    return keyShownOf(Buffer.from(content), number);
  });
}
