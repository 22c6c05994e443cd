// The bare program that promsec is compared with on certificates: makes an `X509Certificate` of each below a folder and
// prints how many there are.
import { X509Certificate } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

let count = 0;
for (const name of readdirSync(process.argv[2])) {
  const bytes = readFileSync(join(process.argv[2], name));
  const blocks = name.endsWith('.der') ? [bytes] : bytes.toString('latin1').match(BLOCK);
  for (const block of blocks) if (new X509Certificate(block).raw.length > 0) count++;
}
process.stdout.write(`${count}\n`);
