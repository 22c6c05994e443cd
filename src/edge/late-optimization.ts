// With less to do the wait would not pay for what it takes to ask for it.
const MANY_FILES = 200;
const MANY_BYTES = 100_000;
/** In bytes of bytecode, of which Node 20 allows a function 132 KiB before it optimizes it. */
const PATIENCE = 500_000;

/** Is told what there is to do: how many files are listed, and of each that is read how many bytes it has. */
export interface Workload {
  noteListed(files: number): void;
  noteRead(bytes: number): void;
}

/**
 * Has Node 20 optimize no function before it has run for long, once there is much to do. Of all the processor time of such
 * a run up to a third goes into optimizing what is hardly run any more by then (`npm run bench`). Later versions of Node
 * have compilers between, and no such flag.
 */
export function workload(): Workload {
  const hasFlag = process.versions.v8.startsWith('11.');
  let left = hasFlag ? MANY_BYTES : Infinity;
  const note = (bytes: number): void => {
    if (left <= 0) return;
    left -= bytes;
    if (left <= 0) process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
  };
  return { noteListed: files => note((files / MANY_FILES) * MANY_BYTES), noteRead: note };
}
