import type { FileContent } from '../../text/file-tree.ts';
import { FILE_BYTES, TOO_LARGE } from '../disk.ts';
import { gitLine, gitOutput } from './output.ts';

/** What is read at once; what goes beyond it is read when it is asked for, and not kept. */
const AT_ONCE_BYTES = 128 * 2 ** 20;
const LINE_FEED = 10;

/** The contents of objects of a checkout, by their names in full. */
export class Blobs {
  readonly #top: string;
  readonly #contents = new Map<string, FileContent>();

  /** @param expected those that will be asked for, which are read together. */
  constructor(top: string, expected: readonly string[]) {
    this.#top = top;
    const blobs = [...new Set(expected)];
    const sizes = blobs.length === 0 ? [] : sizesOf(top, blobs);
    let bytes = 0;
    const atOnce = blobs.filter((blob, place) => {
      const size = sizes[place] ?? FILE_BYTES + 1;
      if (size > FILE_BYTES) this.#contents.set(blob, sizes[place] === undefined ? NOT_THERE : TOO_LARGE);
      else bytes += size;
      return size <= FILE_BYTES && bytes <= AT_ONCE_BYTES;
    });
    for (const [blob, content] of readTogether(top, atOnce)) this.#contents.set(blob, content);
  }

  contentOf(blob: string): FileContent {
    const known = this.#contents.get(blob);
    if (known !== undefined) return known;
    const [size] = sizesOf(this.#top, [blob]);
    if (size !== undefined && size > FILE_BYTES) return TOO_LARGE;
    const bytes = gitOutput(this.#top, ['cat-file', 'blob', blob]);
    return bytes === undefined ? NOT_THERE : { bytes };
  }
}

const NOT_THERE: FileContent = { reason: 'git does not have it' };

/** `<object> <type> <size>`, or `<object> missing` (git-cat-file(1), "BATCH OUTPUT"). */
function sizesOf(top: string, blobs: readonly string[]): readonly (number | undefined)[] {
  const lines = gitLine(top, ['cat-file', '--batch-check'], { input: `${blobs.join('\n')}\n` })?.split('\n') ?? [];
  return lines.map(line => {
    const [, type, size] = line.split(' ');
    return type === 'blob' ? Number(size) : undefined;
  });
}

/** Each as a line like those of a check, the content, and a line feed. */
function* readTogether(top: string, blobs: readonly string[]): Generator<readonly [string, FileContent]> {
  if (blobs.length === 0) return;
  const output = gitOutput(top, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` }) ?? Buffer.alloc(0);
  for (let at = 0; at < output.length; ) {
    const start = output.indexOf(LINE_FEED, at) + 1;
    const [blob = '', , size] = output.toString('latin1', at, start - 1).split(' ');
    const end = start + Number(size);
    yield [blob, { bytes: output.subarray(start, end) }];
    at = end + 1;
  }
}
