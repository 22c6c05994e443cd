import { readFileSync } from 'node:fs';
import { textOf } from '../parse/encoding.ts';
import type { FileContent } from '../text/file-tree.ts';
import { SourceFile } from '../text/source.ts';
import { contentThroughLinks, liesIn } from './disk.ts';
import { UsageError } from './usage-error.ts';
import { rangeOf } from '../report/position.ts';
import type { Mistake } from '../policy/configuration-mistake.ts';

/** A file of ours, which says how to judge. */
interface SettingsFile {
  /** What it is: `the configuration file`. */
  readonly what: string;
  /** Where it is on disk. */
  readonly path: string;
  /** What it is called in messages. */
  readonly shown: string;
  /** The top of the tree, out of which no link leads. */
  readonly root: string;
}

/** Reads a file of ours. @throws UsageError where it cannot be read. */
export function settingsIn({ what, path, shown, root }: SettingsFile): SourceFile {
  const content = liesIn(root, path) ? contentThroughLinks(path, root) : contentFromAnywhere(path);
  const decoding = content !== undefined && 'bytes' in content ? textOf(content.bytes) : content;
  if (decoding !== undefined && 'text' in decoding) return new SourceFile(shown, decoding.text);
  const why = decoding === undefined ? '; check that it is there' : `: ${decoding.reason}`;
  throw new UsageError([`${what} ${shown} cannot be read${why}`]);
}

/** The error for a file of ours in which something cannot be meant. */
export function wrongSettings(mistakes: readonly Mistake[]): UsageError {
  const placed = mistakes.map(({ at, message }) => {
    const { line, column } = rangeOf(at);
    return { place: { file: at.file.path, line, column }, text: `${at.file.path}:${line}:${column}: ${message}` };
  });
  return new UsageError(
    placed.map(({ text }) => text),
    placed[0]?.place,
  );
}

/** Outside of the tree it may be what a shell makes of `<(command)`, which is no regular file. */
function contentFromAnywhere(path: string): FileContent | undefined {
  try {
    return { bytes: readFileSync(path) };
  } catch {
    return undefined;
  }
}
