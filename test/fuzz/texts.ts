import { textOf } from '../../src/parse/encoding.ts';
import type { Files } from '../tree.ts';

/** The texts of files by their paths, of those that are text. */
export type Texts = Readonly<Record<string, string>>;

/** The files that are text, as promsec decodes them. */
export function textsOf(files: Files): Texts {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, content]) => {
      const decoding = textOf(typeof content === 'string' ? Buffer.from(content) : content);
      return 'text' in decoding ? [[path, decoding.text]] : [];
    }),
  );
}
