import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// An authority and one of each kind of key that is in use; one of each that is not, and one that has ended. All of them have
// the same serial number of eight bytes.
const { usual, rare } = JSON.parse(readFileSync(join(import.meta.dirname, 'certificates.json'), 'utf8'));
const SERIAL = Buffer.from('02087f00000000000000', 'hex');
const BUNDLE = 100;
const RARITY = 25;

/** How many of so many certificates have something wrong with them. */
export function faultsOf(count) {
  return Math.floor(count / RARITY);
}

/**
 * Writes so many certificates, no two the same: of ten four are files in PEM, one is a file in DER, and five stand in
 * bundles.
 */
export function writeCertificates(folder, count) {
  mkdirSync(folder, { recursive: true });
  let bundle = [];
  for (let number = 0; number < count; number++) {
    const der = certificate(number);
    const place = Math.floor(number / RARITY) % 10;
    if (place < 4) writeFileSync(join(folder, `node${number}.pem`), pem(der));
    else if (place === 4) writeFileSync(join(folder, `node${number}.der`), der);
    else bundle.push(pem(der));
    if (bundle.length === BUNDLE || number === count - 1) {
      writeFileSync(join(folder, `bundle${number}.crt`), bundle.join(''));
      bundle = [];
    }
  }
}

function certificate(number) {
  const [seeds, place] = number % RARITY === 0 ? [rare, number / RARITY] : [usual, number];
  const der = Buffer.from(seeds[place % seeds.length], 'base64');
  der.writeUInt32BE(number, der.indexOf(SERIAL) + SERIAL.length - 4);
  return der;
}

function pem(der) {
  const lines = der.toString('base64').match(/.{1,64}/g);
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
