import { SourceFile } from '../text/source.ts';

/**
 * A file of which no more is known than what a report shows: the lines that it speaks of, each as long as it is, with
 * blanks for their secrets. All other lines are empty.
 */
export class ExcerptedFile extends SourceFile {
  /** The hashes of the lines that alerts may stand on, worked out when all of the file was known. Lines from 1. */
  readonly lineHashes: ReadonlyMap<number, string>;

  constructor(path: string, text: string, hasByteOrderMark: boolean, lineHashes: ReadonlyMap<number, string>) {
    super(path, text, hasByteOrderMark);
    this.lineHashes = lineHashes;
  }
}
