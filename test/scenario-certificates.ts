import { pemBlock, seededKeyPair } from './certificates.ts';
import { faultyCertificates } from './faulty-certificates.ts';
import { scenarioChains } from './scenario-chains.ts';
import { scenarioContainers } from './scenario-containers.ts';
import { authority, FAR_OFF, keyOf, leaf, LONG_AGO, nearMiss, want } from './scenario-pki.ts';

/**
 * The certificates and keys of the scenarios, by path below `test/scenarios/`. Keys come from public seeds: always the
 * same bytes.
 */
export function scenarioCertificates(): Readonly<Record<string, string>> {
  return {
    ...plainServer(),
    ...inUse(),
    ...onTheirOwn(),
    ...keys(),
    ...mapped(),
    ...ofTeams(),
    ...mounted(),
    ...faultyCertificates(),
    ...scenarioContainers(),
    ...scenarioChains(),
  };
}

function plainServer(): Readonly<Record<string, string>> {
  const folder = 'plain-server/prometheus/certs';
  const ca = authority('Frankfurt Operations CA', LONG_AGO, FAR_OFF);
  const scraper = leaf('scraper.fra.corp', '2023-06-01', '2025-06-01', ca);
  const server = leaf('prometheus.fra.corp', '2025-12-10', '2026-12-10', ca);
  return {
    [`${folder}/ca.pem`]: ca.pem,
    [`${folder}/scraper.pem`]: want('certificate-expired', scraper.pem),
    [`${folder}/scraper.key`]: want('private-key-committed', keyOf('scraper.fra.corp')),
    [`${folder}/server.pem`]: want('certificate-expiring', server.pem),
  };
}

/** Those that a configuration leads to. */
function inUse(): Readonly<Record<string, string>> {
  const root = authority('Plant Root', LONG_AGO, FAR_OFF);
  const expired = authority('Plant Issuing CA', LONG_AGO, '2024-06-01', root);
  const good = authority('Plant Issuing CA 2', LONG_AGO, FAR_OFF, root);
  const ending = authority('Plant Issuing CA 3', '2021-01-01', '2027-01-10', root);
  return {
    'certificates/in-use/ca.pem': want('certificate-expired', expired.pem) + root.pem,
    'certificates/in-use/clients-ca.pem': want('certificate-expiring', ending.pem),
    'certificates/in-use/chain.pem':
      want('certificate-expiring', leaf('press1.plant.example', '2025-12-15', '2026-12-15', good).pem) + good.pem,
    'certificates/in-use/tests/press2.pem': want(
      'certificate-expired',
      leaf('press2.plant.example', LONG_AGO, '2026-11-19', good).pem,
    ),
    'certificates/in-use/press2.key': want('private-key-committed', keyOf('press2.plant.example')),
  };
}

/** Those that mounts lead to. By their folders they are for tests, and nothing is said of them where none does. */
function mounted(): Readonly<Record<string, string>> {
  const compose = 'mounted-compose/pki/tests';
  const base = 'mounted-kustomize/base/pki/tests';
  return {
    [`${compose}/kilns-ca.pem`]: want('certificate-expired', old('Kilns CA')),
    [`${compose}/spare-ca.pem`]: nearMiss('certificate-expired', 'nothing leads to it', old('Spare CA')),
    'mounted-compose/image/tests/certs/anvils-ca.pem': want('certificate-expired', old('Anvils CA')),
    [`${base}/site-ca.pem`]: want('certificate-expired', old('Site CA')),
    [`${base}/yard-ca.pem`]: want('certificate-expired', old('Yard CA')),
    [`${base}/depot-ca.pem`]: nearMiss('certificate-expired', 'an overlay puts another in its place', old('Depot CA')),
    'mounted-pods/tests/pki.yaml': configMapOf('pki', {
      'herds-ca.pem': want('certificate-expired', old('Herds CA')),
      'wells-ca.pem': want('certificate-expired', old('Wells CA')),
      'barns-ca.pem': nearMiss('certificate-expired', 'the volume leaves it out', old('Barns CA')),
    }),
  };
}

/** A ConfigMap with a certificate in each entry. */
function configMapOf(name: string, entries: Readonly<Record<string, string>>): string {
  const data = Object.entries(entries).map(([key, text]) => `  ${key}: |\n${text.replace(/^(?=.)/gm, '    ')}`);
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: monitoring }\ndata:\n${data.join('')}`;
}

function old(name: string): string {
  return authority(name, LONG_AGO, '2026-08-01').pem;
}

/** Those that nothing leads to. */
function onTheirOwn(): Readonly<Record<string, string>> {
  const roots = Array.from({ length: 12 }, (_, index) =>
    authority(`Public Root ${index + 1}`, LONG_AGO, index < 3 ? '2023-03-01' : index < 5 ? '2026-12-24' : FAR_OFF),
  );
  const folder = 'certificates/alone';
  return {
    [`${folder}/rollover.pem`]:
      nearMiss('certificate-expired', 'its successor is below', authority('Root', LONG_AGO, '2025-01-01').pem) +
      authority('Root', '2024-01-01', FAR_OFF).pem,
    [`${folder}/rollover-soon.crt`]:
      authority('Root', '2024-01-01', FAR_OFF).pem +
      nearMiss('certificate-expiring', 'its successor is above', authority('Root', LONG_AGO, '2026-12-20').pem),
    [`${folder}/partners.crt`]:
      want('certificate-expired', authority('Partner A', LONG_AGO, '2022-01-01').pem) +
      authority('Partner B', LONG_AGO, FAR_OFF).pem,
    [`${folder}/public-roots.pem`]:
      '# near miss: certificate-expired: one of many public roots\n# near miss: certificate-expiring: one of many public roots\n' +
      roots.map(root => root.pem).join(''),
    [`${folder}/testdata/old.pem`]: nearMiss(
      'certificate-expired',
      'for tests by its folder, and nothing leads to it',
      leaf('old.internal', LONG_AGO, '2021-01-01').pem,
    ),
    [`${folder}/60-days.pem`]: nearMiss(
      'certificate-expiring',
      'not soon for a certificate of a year',
      leaf('year.internal', '2026-01-20', '2027-01-20').pem,
    ),
    [`${folder}/week.pem`]: nearMiss(
      'certificate-expiring',
      'not soon for a certificate of a week',
      leaf('week.internal', '2026-11-17', '2026-11-24').pem,
    ),
    [`${folder}/week-over.pem`]: want('certificate-expiring', leaf('week.internal', '2026-11-15', '2026-11-22').pem),
    [`${folder}/acme-30.cer`]: nearMiss(
      'certificate-expiring',
      'at a third of its life',
      leaf('acme.example.com', '2026-09-21', '2026-12-20').pem,
    ),
    [`${folder}/acme-29.cer`]: want('certificate-expiring', leaf('acme.example.com', '2026-09-20', '2026-12-19').pem),
    [`${folder}/ca-100-days`]: nearMiss(
      'certificate-expiring',
      'not soon, even for an authority',
      authority('Hundred', LONG_AGO, '2027-02-28').pem,
    ),
    [`${folder}/ca-60-days`]: want('certificate-expiring', authority('Sixty', LONG_AGO, '2027-01-19').pem),
    [`${folder}/yesterday.pem`]: want('certificate-expired', leaf('gone.internal', '2025-11-19', '2026-11-19').pem),
    [`${folder}/tonight.pem`]: want(
      'certificate-expiring',
      leaf('tonight.internal', '2025-11-20', '2026-11-20T23:59:59Z').pem,
    ),
  };
}

function keys(): Readonly<Record<string, string>> {
  const folder = 'certificates/keys';
  const { publicKey } = seededKeyPair('node1.internal');
  return {
    [`${folder}/combined.pem`]:
      leaf('node1.internal', LONG_AGO, FAR_OFF).pem + want('private-key-committed', keyOf('node1.internal')),
    [`${folder}/tls.key`]: want('private-key-committed', keyOf('node2.internal')),
    [`${folder}/e2e/server.key`]: want('private-key-committed', keyOf('node3.internal')),
    [`${folder}/id_ed25519`]: want('private-key-committed', opensshKey('deploy')),
    [`${folder}/public.pem`]: nearMiss(
      'private-key-committed',
      'the public half',
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ),
    [`${folder}/dh.pem`]: nearMiss(
      'private-key-committed',
      'parameters, and no key',
      pemBlock('DH PARAMETERS', Buffer.from('3006020105020102', 'hex')),
    ),
  };
}

/** Those that a deployed path, or the certificate of a target, leads to by the configuration file. */
function mapped(): Readonly<Record<string, string>> {
  const folder = 'path-mappings/deploy';
  const ca = authority('Mapped CA', LONG_AGO, '2025-05-01');
  return {
    [`${folder}/certs/ca.pem`]: want('certificate-expired', ca.pem),
    // In a folder for tests, so that only what leads to it makes it matter.
    [`${folder}/certs/tests/monitor-ca.pem`]: want('certificate-expired', authority('A', LONG_AGO, '2025-05-01').pem),
    [`${folder}/certs/tests/values-ca.pem`]: want('certificate-expired', authority('B', LONG_AGO, '2025-05-01').pem),
    [`${folder}/certs/tests/ending-ca.pem`]: want('certificate-expiring', authority('C', LONG_AGO, '2027-01-01').pem),
    [`${folder}/certs/client.pem`]: nearMiss(
      'certificate-expiring',
      'the configuration says to warn later',
      leaf('client.internal', '2025-12-05', '2026-12-05').pem,
    ),
    [`${folder}/served/tests/node1.pem`]: want(
      'certificate-expired',
      leaf('node1.internal', '2024-01-01', '2025-01-01').pem,
    ),
    [`${folder}/retired/old.pem`]: nearMiss(
      'certificate-expired',
      'excluded by the configuration',
      leaf('old.internal', LONG_AGO, '2021-01-01').pem,
    ),
  };
}

/** Those of the teams whose configurations lead to them; nothing is wrong with any. */
function ofTeams(): Readonly<Record<string, string>> {
  const bakery = authority('Bakery Root', LONG_AGO, FAR_OFF);
  const park = authority('Park Root', LONG_AGO, FAR_OFF);
  return {
    'bakery-compose/prometheus/certs/bakery-ca.pem': bakery.pem,
    'bakery-compose/prometheus/certs/scraper.pem': leaf('scraper.bakery.internal', LONG_AGO, FAR_OFF, bakery).pem,
    'edge-site/prometheus/certs/park-ca.pem': park.pem,
    'edge-site/prometheus/certs/collector.pem': leaf('collector.park.internal', LONG_AGO, FAR_OFF, park).pem,
  };
}

/** An unencrypted key as ssh-keygen writes it (OpenSSH, PROTOCOL.key). */
function opensshKey(seed: string): string {
  const { d = '', x = '' } = seededKeyPair(seed).privateKey.export({ format: 'jwk' });
  const publicBytes = Buffer.from(x, 'base64url');
  const type = sshString('ssh-ed25519');
  const publicPart = Buffer.concat([type, sshString(publicBytes)]);
  const check = Buffer.from('5eed5eed', 'hex');
  const secret = sshString(Buffer.concat([Buffer.from(d, 'base64url'), publicBytes]));
  const unpadded = Buffer.concat([check, check, publicPart, secret, sshString(seed)]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (unpadded.length % 8)) % 8));
  const content = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...['none', 'none', ''].map(sshString),
    Buffer.from([0, 0, 0, 1]),
    sshString(publicPart),
    sshString(Buffer.concat([unpadded, padding])),
  ]);
  return pemBlock('OPENSSH PRIVATE KEY', content);
}

function sshString(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
