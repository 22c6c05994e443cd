import { makeCertificate, seededKeyPair, type IssuedCertificate } from './certificates.ts';
import { authority, certificate, FAR_OFF, leaf, LONG_AGO, nearMiss, want } from './scenario-pki.ts';

const LAST_YEAR = '2025-11-01';

/** The files of the scenarios about who accepts whose certificate, by path below `test/scenarios/`. */
export function scenarioChains(): Readonly<Record<string, string>> {
  return { ...inCompose(), ...inCluster(), ...ofUnits(), ...configured() };
}

function inCompose(): Readonly<Record<string, string>> {
  const folder = 'handshakes-compose';
  const looms = authority('Looms CA', LONG_AGO, FAR_OFF);
  const carders = authority('Carders CA', LONG_AGO, FAR_OFF);
  const dyers = authority('Dyers CA', LONG_AGO, LAST_YEAR);
  const served = (name: string): string => `${folder}/exporters/${name}/server.pem`;
  const namesOfCarder = { commonName: 'carder', names: ['carder1.looms.internal', 'carder2.looms.internal'] };
  return {
    [`${folder}/certs/looms-ca.pem`]:
      looms.pem +
      nearMiss(
        'handshake-expired',
        'no target is verified by it',
        want('certificate-expired', authority('Looms CA of old', LONG_AGO, LAST_YEAR).pem),
      ),
    [`${folder}/certs/carders-ca.pem`]: carders.pem,
    [`${folder}/certs/dyers-cas.pem`]:
      authority('Dyers CA 2', LONG_AGO, FAR_OFF).pem + want('handshake-expired', dyers.pem),
    [served('node')]: leaf('node.looms.internal', LONG_AGO, FAR_OFF, looms).pem,
    [served('spindle')]: leaf('shuttle.looms.internal', LONG_AGO, FAR_OFF, looms).pem,
    [served('carder')]: certificate({ ...namesOfCarder, issuer: carders }, LONG_AGO, FAR_OFF).pem,
    [served('dye')]: leaf('dye.looms.internal', LONG_AGO, FAR_OFF, dyers).pem,
    [served('weft')]: leaf('weft', LONG_AGO, FAR_OFF, looms).pem,
  };
}

function inCluster(): Readonly<Record<string, string>> {
  const shop = authority('Shop CA', LONG_AGO, FAR_OFF);
  const { pem } = leaf('shop-metrics.shop.svc', LONG_AGO, FAR_OFF, shop);
  const entries = { 'ca.crt': shop.pem, 'old.crt': authority('Shop CA of old', LONG_AGO, FAR_OFF).pem };
  const data = Object.entries(entries).map(([key, text]) => `  ${key}: |\n${text.replaceAll(/^(?=.)/gm, '    ')}`);
  return {
    'handshakes-cluster/certificates.yaml': `apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: shop }
type: kubernetes.io/tls
data:
  tls.crt: ${Buffer.from(pem).toString('base64')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: shop-ca, namespace: shop }
data:
${data.join('')}`,
  };
}

function ofUnits(): Readonly<Record<string, string>> {
  const folder = 'handshakes-units';
  const signals = authority('Signals CA', LONG_AGO, FAR_OFF);
  const root = authority('Interlocking CA', LONG_AGO, FAR_OFF);
  const issuing = authority('Interlocking Issuing CA', LONG_AGO, LAST_YEAR, root);
  return {
    [`${folder}/prometheus/signals-ca.pem`]: signals.pem,
    [`${folder}/prometheus/interlocking-ca.pem`]: root.pem,
    [`${folder}/node_exporter/tls.crt`]: leaf('box1.signals.example', LONG_AGO, FAR_OFF, signals).pem,
    [`${folder}/redis_exporter/tls.crt`]:
      leaf('redis.signals.example', LONG_AGO, FAR_OFF, issuing).pem + want('handshake-expired', issuing.pem),
  };
}

function configured(): Readonly<Record<string, string>> {
  const folder = 'handshakes-configured';
  const print = authority('Print CA', LONG_AGO, FAR_OFF);
  const ink = authority('Ink CA', LONG_AGO, FAR_OFF);
  const issuing = authority('Ink Issuing CA', LONG_AGO, LAST_YEAR, ink);
  const press2 = { commonName: 'press2', names: ['press2.printing.internal'], issuer: print };
  return {
    [`${folder}/certs/print-ca.pem`]: print.pem,
    [`${folder}/certs/old-ca.pem`]:
      nearMiss(
        'handshake-expired',
        'the next one has the same name and key',
        authority('Ink CA', LONG_AGO, LAST_YEAR).pem,
      ) + ink.pem,
    [`${folder}/certs/made-anew.pem`]: madeAnew('Paper CA').pem,
    [`${folder}/targets/press1.pem`]: leaf('press1.print.internal', LONG_AGO, FAR_OFF, print).pem,
    [`${folder}/targets/press2.pem`]: certificate(press2, LONG_AGO, FAR_OFF).pem,
    [`${folder}/targets/ink.pem`]:
      leaf('ink.print.internal', LONG_AGO, FAR_OFF, issuing).pem + want('handshake-expired', issuing.pem),
    [`${folder}/targets/paper.pem`]: leaf(
      'paper.print.internal',
      LONG_AGO,
      FAR_OFF,
      authority('Paper CA', LONG_AGO, FAR_OFF),
    ).pem,
  };
}

/** An authority of the same name with another key. */
function madeAnew(commonName: string): IssuedCertificate {
  const key = seededKeyPair(`${commonName}, made anew`);
  return makeCertificate({
    commonName,
    isAuthority: true,
    key,
    notBefore: new Date(LONG_AGO),
    notAfter: new Date(FAR_OFF),
  });
}
