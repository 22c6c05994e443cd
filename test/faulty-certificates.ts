import { pemBlock, seededKeyPair } from './certificates.ts';
import { authority, certificate, FAR_OFF, keyOf, leaf, LONG_AGO, nearMiss, want } from './scenario-pki.ts';
import { unsignedCertificate, type UnsignedCertificate } from './unsigned-certificates.ts';

const AFTER = '2027-05-01';

/** The certificates of the scenarios that are weak, of no use or in the wrong place, by path below `test/scenarios/`. */
export function faultyCertificates(): Readonly<Record<string, string>> {
  return { ...shown(), ...alone(), ...pairs(), ...authorities(), ...secrets(), ...bundles() };
}

const TANNERY = 'tannery';

/** Those that servers show. */
function shown(): Readonly<Record<string, string>> {
  const ca = authority('Tannery CA', LONG_AGO, FAR_OFF);
  const folder = `${TANNERY}/exporters`;
  return {
    [`${folder}/vats/vats.pem`]: want(
      'certificate-not-yet-valid',
      leaf('vats.tannery.internal', AFTER, FAR_OFF, ca).pem,
    ),
    [`${folder}/presses/presses.pem`]: want(
      'weak-certificate-key',
      unsigned('presses.tannery.internal', { bits: 1024 }),
    ),
    [`${folder}/shears/shears.pem`]: want('weak-certificate-key', unsigned('shears.tannery.internal', { bits: 768 })),
    [`${folder}/scales/scales.pem`]:
      want('weak-certificate-signature', unsigned('scales.tannery.internal', { algorithm: 'md5-rsa' })) +
      want(
        'weak-certificate-signature',
        unsigned('Tannery Issuing CA', { algorithm: 'sha1-rsa', isAuthority: true, issuer: 'Tannery Old Root' }),
      ) +
      nearMiss(
        'weak-certificate-signature',
        'no signature on itself is looked at',
        unsigned('Tannery Old Root', { algorithm: 'sha1-rsa', isAuthority: true, issuer: 'Tannery Old Root' }),
      ),
    [`${folder}/boiler/boiler.pem`]: want(
      'certificate-without-san',
      certificate({ commonName: 'boiler.tannery.internal', isAuthority: true }, LONG_AGO, FAR_OFF).pem,
    ),
    [`${folder}/hoist/hoist.pem`]:
      nearMiss('weak-certificate-key', 'as long as is needed', unsigned('hoist.tannery.internal', {})) +
      nearMiss('certificate-without-san', 'an authority needs none', ca.pem),
  };
}

/** Those that nothing leads to. */
function alone(): Readonly<Record<string, string>> {
  const folder = `${TANNERY}/spare`;
  return {
    [`${folder}/next.pem`]: want('certificate-not-yet-valid', leaf('next.tannery.internal', AFTER, FAR_OFF).pem),
    [`${folder}/dsa.crt`]: want('weak-certificate-key', unsigned('dsa.tannery.internal', { type: 'dsa', bits: 1024 })),
    [`${folder}/p224.crt`]: want('weak-certificate-key', unsigned('p224.tannery.internal', { curve: 'secp224r1' })),
    [`${folder}/sha1.crt`]: want(
      'weak-certificate-signature',
      unsigned('sha1.tannery.internal', { curve: 'prime256v1', algorithm: 'sha1-ecdsa' }),
    ),
    [`${folder}/localhost.crt`]: want(
      'certificate-without-san',
      certificate({ commonName: 'localhost' }, LONG_AGO, FAR_OFF).pem,
    ),
    [`${folder}/person.crt`]: nearMiss(
      'certificate-without-san',
      'no host for a name',
      certificate({ commonName: 'Jane Tanner' }, LONG_AGO, FAR_OFF).pem,
    ),
    [`${folder}/rollover.pem`]:
      authority('Tannery Rollover CA', LONG_AGO, FAR_OFF).pem +
      nearMiss(
        'certificate-not-yet-valid',
        'its predecessor is above',
        authority('Tannery Rollover CA', AFTER, '2130-01-01').pem,
      ),
    [`${folder}/testdata/all.pem`]:
      nearMiss('certificate-not-yet-valid', 'for tests by its folder', leaf('later.internal', AFTER, FAR_OFF).pem) +
      nearMiss('weak-certificate-key', 'for tests by its folder', unsigned('short.internal', { bits: 512 })) +
      nearMiss(
        'weak-certificate-signature',
        'for tests by its folder',
        unsigned('old.internal', { algorithm: 'md5-rsa' }),
      ) +
      nearMiss(
        'certificate-without-san',
        'for tests by its folder',
        certificate({ commonName: 'nameless.internal' }, LONG_AGO, FAR_OFF).pem,
      ),
  };
}

/** Certificates and their keys, which are no secrets: they come from public seeds. */
function pairs(): Readonly<Record<string, string>> {
  const ca = authority('Tannery CA', LONG_AGO, FAR_OFF);
  const scraper = certificate({ commonName: 'scraper', issuer: ca }, LONG_AGO, FAR_OFF);
  const lathe = leaf('lathe.tannery.internal', LONG_AGO, FAR_OFF, ca);
  const folder = `${TANNERY}/exporters`;
  return {
    [`${TANNERY}/pki/scraper-chain.pem`]: ca.pem + nearMiss('certificate-without-san', 'of a client', scraper.pem),
    [`${TANNERY}/pki/scraper.pem`]: nearMiss('certificate-without-san', 'of a client', scraper.pem),
    [`${TANNERY}/pki/scraper.key`]: want('private-key-committed', keyOf('scraper')),
    [`${folder}/lathe/lathe.pem`]: lathe.pem,
    [`${folder}/lathe/lathe.key`]: want('private-key-committed', keyOf('lathe.tannery.internal before')),
    [`${folder}/kiln/kiln.pem`]:
      leaf('kiln.tannery.internal', LONG_AGO, FAR_OFF, ca).pem +
      ca.pem +
      want('private-key-committed', keyOf('kiln.tannery.internal')),
    [`${folder}/crane/crane.crt`]: want('private-key-committed', keyOf('crane.tannery.internal')),
    [`${folder}/crane/crane.key`]: leaf('crane.tannery.internal', LONG_AGO, FAR_OFF, ca).pem,
    [`${folder}/pump/pump.pem`]: leaf('pump.tannery.internal', LONG_AGO, FAR_OFF, ca).pem,
    [`${folder}/pump/pump.key`]: want('private-key-committed', encryptedKeyOf()),
  };
}

/** Those that a `ca_file` leads to. */
function authorities(): Readonly<Record<string, string>> {
  const folder = `${TANNERY}/pki`;
  const unfit = certificate({ commonName: 'Tannery Home-made CA' }, LONG_AGO, FAR_OFF);
  const ca = authority('Tannery CA', LONG_AGO, FAR_OFF);
  const dyes = leaf('dyes.tannery.internal', LONG_AGO, FAR_OFF, ca);
  const lathe = leaf('lathe.tannery.internal', LONG_AGO, FAR_OFF, ca);
  return {
    [`${folder}/home-made-ca.pem`]: want('not-a-certificate-authority', unfit.pem),
    [`${folder}/home-made-leaf.pem`]: leaf('drum1.tannery.internal', LONG_AGO, FAR_OFF, unfit).pem,
    [`${folder}/dyes.pem`]: want('not-a-certificate-authority', dyes.pem),
    [`${folder}/clients.pem`]: want(
      'not-a-certificate-authority',
      leaf('auditor.tannery.internal', LONG_AGO, FAR_OFF, ca).pem,
    ),
    [`${folder}/self-signed.pem`]: nearMiss(
      'not-a-certificate-authority',
      'it signs itself, and is the one that the target shows',
      leaf('salts.tannery.internal', LONG_AGO, FAR_OFF).pem,
    ),
    [`${folder}/chain.pem`]: nearMiss('not-a-certificate-authority', 'its issuer is below', dyes.pem) + ca.pem,
    [`${folder}/lathe-pinned.pem`]: nearMiss('not-a-certificate-authority', 'a server shows it', lathe.pem),
    [`${folder}/pinned.pem`]: want(
      'weak-certificate-signature, not-a-certificate-authority',
      unsigned('bark.tannery.internal', { algorithm: 'sha1-rsa' }),
    ),
    [`${folder}/nameless.pem`]: want(
      'certificate-without-san',
      certificate({ commonName: 'lime.tannery.internal' }, LONG_AGO, FAR_OFF).pem,
    ),
    [`${folder}/cross-signed.pem`]: nearMiss(
      'weak-certificate-signature',
      'it is trusted for its key',
      unsigned('Tannery Partner CA', { algorithm: 'sha1-rsa', isAuthority: true, issuer: 'Partner Root' }),
    ),
  };
}

/** In Secrets of Kubernetes. */
function secrets(): Readonly<Record<string, string>> {
  const folder = 'tannery-cluster/secrets';
  const name = 'hides.tannery.svc';
  return {
    [`${folder}/hides.yaml`]: secretOf('hides-tls', {
      'tls.crt': want('certificate-key-mismatch', leaf(name, LONG_AGO, FAR_OFF).pem),
      'tls.key': want('private-key-committed', keyOf(`${name} before`)),
    }),
    [`${folder}/wool.yaml`]: secretOf('wool-tls', {
      'tls.crt': nearMiss('certificate-key-mismatch', 'they belong together', leaf('wool.svc', LONG_AGO, FAR_OFF).pem),
      'tls.key': want('private-key-committed', keyOf('wool.svc')),
    }),
    [`${folder}/later.yaml`]: secretOf('later-tls', {
      'tls.crt': want('certificate-not-yet-valid', leaf('later.tannery.svc', AFTER, FAR_OFF).pem),
    }),
    [`${folder}/nameless.yaml`]: secretOf('nameless-tls', {
      'tls.crt': want(
        'certificate-without-san',
        certificate({ commonName: 'nameless.tannery.svc' }, LONG_AGO, FAR_OFF).pem,
      ),
    }),
  };
}

/** Bundles of public roots, of which a configuration uses two. */
function bundles(): Readonly<Record<string, string>> {
  const marks = ['weak-certificate-key', 'certificate-not-yet-valid']
    .map(ruleId => nearMiss(ruleId, 'of a bundle of public roots', ''))
    .join('');
  const future = authority('Root of Tomorrow', AFTER, FAR_OFF).pem;
  return {
    [`${TANNERY}/pki/public.pem`]: marks + rootsOf(FAR_OFF, 1024) + future,
    [`${TANNERY}/pki/ended.pem`]: want('certificate-expired', rootsOf('2024-07-01', 2048)),
  };
}

function rootsOf(notAfter: string, bits: number): string {
  const outline = { isAuthority: true, notAfter, bits };
  const names = Array.from({ length: 12 }, (_, index) => `Root ${index + 1}`);
  return names.map(name => unsigned(name, { ...outline, issuer: name })).join('');
}

interface Outline extends Partial<Pick<UnsignedCertificate, 'algorithm' | 'isAuthority' | 'issuer'>> {
  readonly type?: 'dsa';
  readonly bits?: number;
  readonly curve?: 'prime256v1' | 'secp224r1';
  readonly notAfter?: string;
}

function unsigned(commonName: string, outline: Outline): string {
  const { type = 'rsa', bits = 2048, curve, notAfter = FAR_OFF, issuer = 'Tannery CA', ...rest } = outline;
  return unsignedCertificate({
    algorithm: 'sha256-rsa',
    ...rest,
    commonName,
    issuer,
    names: rest.isAuthority === true ? [] : [commonName],
    notBefore: new Date(LONG_AGO),
    notAfter: new Date(notAfter),
    key: curve === undefined ? { type, bits } : { type: 'ec', curve },
  });
}

/** The outline of an encrypted PKCS #8 key (RFC 5958, section 3), with nothing in it. */
function encryptedKeyOf(): string {
  const algorithm = Buffer.from('300f06092a864886f70d01050d04020000', 'hex');
  const content = Buffer.concat([
    algorithm,
    Buffer.from([0x04, 0x20]),
    seededKeyPair('pump').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
  ]);
  return pemBlock('ENCRYPTED PRIVATE KEY', Buffer.concat([Buffer.from([0x30, content.length]), content]));
}

function secretOf(name: string, entries: Readonly<Record<string, string>>): string {
  const data = Object.entries(entries).map(([key, text]) => `  ${key}: |\n${text.replace(/^(?=.)/gm, '    ')}`);
  const head = `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: tannery }\ntype: kubernetes.io/tls\n`;
  return `${head}stringData:\n${data.join('')}`;
}
