import type { DiskTree } from './tree.ts';

// Fewer are read before the wait would pay.
const MANY_FILES = 200;
/** In bytes of bytecode, of which Node 20 allows a function 132 KiB before it optimizes it. */
const PATIENCE = 500_000;

/**
 * Has Node 20 optimize no function before it has run for long, where many files are about to be read. Of all the processor
 * time of such a run a third goes into optimizing what is hardly run any more by the time it is optimized
 * (`npm run bench`). Later versions of Node have compilers between, and no such flag.
 */
export function optimizeLate({ paths }: DiskTree): void {
  const hasFlag = process.versions.v8.startsWith('11.');
  if (!hasFlag || paths.length < MANY_FILES) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
}
