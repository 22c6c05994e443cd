import type { Document } from '../../documents/document.ts';
import type { CommandLine } from './command-line.ts';
import { flagsOf, holdsOpenWord } from './command-word.ts';
import type { Started } from './program.ts';
import type { Reach } from './reach.ts';

/** Where a command stands, and what is known of it besides its words. */
interface CommandPlace {
  readonly document: Document;
  readonly label: string;
  readonly path: string;
  readonly mounts?: CommandLine['mounts'];
  readonly imageConfiguration?: string;
  readonly folder?: string;
  readonly reach?: Reach;
}

/** The command line that some words are, by what they start. */
export function commandLineOf({ program, words }: Started, place: CommandPlace, isPublished: boolean): CommandLine {
  return {
    ...place,
    mounts: place.mounts ?? [],
    program,
    flags: flagsOf(words),
    isPartial: holdsOpenWord(words),
    ...(isPublished ? { isPublished } : {}),
  };
}
