// The bare program that promsec is compared with: reads every file below a folder and prints how many bytes they have.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

process.stdout.write(`${bytesBelow(process.argv[2])}\n`);

function bytesBelow(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? bytesBelow(path) : readFileSync(path).length;
  }
  return bytes;
}
