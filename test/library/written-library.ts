import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

let written: string | undefined;

/** The folder of the library, built once of what the tests are built of. */
export function writtenLibrary(): string {
  written ??= writeLibrary();
  return written;
}

function writeLibrary(): string {
  const folder = resolve('build/library');
  const scratch = resolve('build/library-scratch');
  for (const made of [folder, scratch]) mkdirSync(made, { recursive: true });
  const builder = pathToFileURL(resolve('scripts/library.mjs')).href;
  const script = `const { writeLibrary } = await import(${JSON.stringify(builder)});
await writeLibrary(${JSON.stringify(folder)}, ${JSON.stringify(scratch)});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}
