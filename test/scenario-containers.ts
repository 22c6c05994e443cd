import { pemBlock } from './certificates.ts';
import { element, explicit, integer, objectIdentifier, sequence } from './der.ts';
import { authority, FAR_OFF, keyOf, leaf, LONG_AGO, nearMiss, want } from './scenario-pki.ts';

const PKCS7_SIGNED = '1.2.840.113549.1.7.2';
const PKCS7_DATA = '1.2.840.113549.1.7.1';

/** The files of the scenarios about what Go reads of PEM, and what it does not, by path below `test/scenarios/`. */
export function scenarioContainers(): Readonly<Record<string, string>> {
  return { ...pemBlocks(), ...authorityFiles(), ...objects() };
}

/** CA files of which Go takes a part. */
function pemBlocks(): Readonly<Record<string, string>> {
  const folder = 'pem-blocks/certs';
  const good = authority('Mill CA', LONG_AGO, FAR_OFF).pem;
  const second = authority('Weir CA', LONG_AGO, FAR_OFF).pem;
  const third = authority('Lock CA', LONG_AGO, FAR_OFF).pem;
  return {
    [`${folder}/indented.pem`]: good + skipped(second.replaceAll(/^(?=.)/gm, '    ')),
    [`${folder}/glued.pem`]: good + skipped(second.trimEnd() + third),
    [`${folder}/trusted.crt`]: good + skipped(second.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE')),
    [`${folder}/headers.pem`]: good + skipped(withHeader(second)),
    [`${folder}/one-line.pem`]: good + skipped(`${second.trimEnd().replaceAll('\n', String.raw`\n`)}\n`),
    [`${folder}/cut.pem`]: good + skipped(second.slice(0, 200)),
    [`${folder}/no-base64.pem`]: good + skipped(second.replace('MII', 'M!!')),
    [`${folder}/no-certificate.pem`]:
      good + skipped(pemBlock('CERTIFICATE', Buffer.from('a certificate should be here'))),
    [`${folder}/commented.pem`]: good + near('left out on purpose', second.replaceAll(/^(?=.)/gm, '# ')),
    [`${folder}/described.pem`]: `${near('text between blocks', 'subject=CN = Mill CA\n')}${good}
The other one (see the wiki):
${second.replaceAll('\n', ' \t\n')}`,
    [`${folder}/server.pem`]: near(
      'crypto/tls takes it',
      withHeader(leaf('mill.example', LONG_AGO, FAR_OFF, authority('Mill CA', LONG_AGO, FAR_OFF)).pem),
    ),
    'pem-blocks/partners/weir.pem': skipped(third.replaceAll(/^(?=.)/gm, '\t')),
    'pem-blocks/tests/weir.pem': near('for tests, and nothing leads to it', third.replaceAll(/^(?=.)/gm, '\t')),
  };
}

/** CA files of which Go takes nothing. */
function authorityFiles(): Readonly<Record<string, string>> {
  const folder = 'ca-files/certs';
  const { pem, der } = authority('Quarry CA', LONG_AGO, FAR_OFF);
  return {
    [`${folder}/key.pem`]: `# want-next: private-key-committed\n${keyOf('Quarry CA')}`,
    [`${folder}/request.pem`]: pemBlock('CERTIFICATE REQUEST', sequence(sequence(integer(0n)))),
    [`${folder}/chain.p7b`]: pemBlock('PKCS7', pkcs7(der)),
    [`${folder}/indented.pem`]: pem.replaceAll(/^(?=.)/gm, '  '),
    [`${folder}/glued.pem`]: pem.trimEnd() + authority('Cliff CA', LONG_AGO, FAR_OFF).pem,
    [`${folder}/empty.pem`]: '',
    [`${folder}/fingerprint.txt`]: 'AB:CD:EF\n',
    [`${folder}/excluded.pem`]: keyOf('Quarry CA'),
    [`${folder}/vaulted.pem`]: `$ANSIBLE_VAULT;1.1;AES256\n${'61626364'.repeat(10)}\n`,
    [`${folder}/pointer.pem`]:
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    [`${folder}/rendered.pem`]: '{{ lookup("file", "ca.pem") }}\n',
    [`${folder}/good.pem`]: `Quarry, since 2020\n${pem}`,
  };
}

/** A Secret and a ConfigMap of a cluster, with an authority in DER and in PEM. */
function objects(): Readonly<Record<string, string>> {
  const { pem, der } = authority('Harbour CA', LONG_AGO, FAR_OFF);
  return {
    'ca-objects/authorities.yaml': `apiVersion: v1
kind: Secret
metadata: { name: harbour-ca, namespace: monitoring }
data:
  ca.der: ${der.toString('base64')}
  ca.crt: ${Buffer.from(pem).toString('base64')}
  ca.p7b: ${pkcs7(der).toString('base64')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: harbour-ca, namespace: monitoring }
binaryData:
  ca.der: ${der.toString('base64')}
data:
  ca.crt: |
${pem.replaceAll(/^(?=.)/gm, '    ')}`,
  };
}

function withHeader(pem: string): string {
  return pem.replace('\n', '\nfriendlyName: weir\n\n');
}

/** SignedData without signers (RFC 2315, section 9.1). */
export function pkcs7(...certificates: readonly Uint8Array[]): Buffer {
  const none = element(0x31);
  const content = sequence(objectIdentifier(PKCS7_DATA));
  const signedData = sequence(integer(1n), none, content, element(0xa0, ...certificates), none);
  return sequence(objectIdentifier(PKCS7_SIGNED), explicit(0, signedData));
}

function skipped(pem: string): string {
  return want('skipped-pem-block', pem);
}

function near(why: string, pem: string): string {
  return nearMiss('skipped-pem-block', why, pem);
}
