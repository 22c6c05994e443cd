/** A place where two versions of a file differ, without lines around it. */
export interface Hunk {
  /** How many lines of the old version were there. */
  readonly oldCount: number;
  /** The first line of the new version, from 1; where `count` is 0 the line before the place. */
  readonly start: number;
  readonly count: number;
}

const HEADER = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const NEW_NAME = '+++ ';
const LINE_FEED = 10;
const BACKSLASH = 92;

/**
 * The hunks of a patch by the new names of its files; those of a deleted file are left out. The patch is one of `git diff
 * -U0` with the prefixes `a/` and `b/`. Lines of a hunk are counted and not looked at, so that nothing that a file says
 * is taken for a part of the patch.
 */
export function hunksIn(patch: Buffer): ReadonlyMap<string, readonly Hunk[]> {
  const byName = new Map<string, Hunk[]>();
  let hunks: Hunk[] = [];
  for (let at = 0; at < patch.length; ) {
    const line = lineAt(patch, at);
    at += line.length + 1;
    if (line.toString('latin1', 0, NEW_NAME.length) === NEW_NAME) {
      hunks = [];
      const name = nameIn(line.toString('utf8', NEW_NAME.length));
      if (name !== undefined) byName.set(name, hunks);
      continue;
    }
    const [header, oldCount = '1', start = '1', count = '1'] = HEADER.exec(line.toString('latin1')) ?? [];
    if (header === undefined) continue;
    hunks.push({ oldCount: Number(oldCount), start: Number(start), count: Number(count) });
    for (let left = Number(oldCount) + Number(count); left > 0 && at < patch.length; ) {
      // "\ No newline at end of file" is no line of either version.
      if (patch[at] !== BACKSLASH) left -= 1;
      at += lineAt(patch, at).length + 1;
    }
  }
  return byName;
}

function lineAt(patch: Buffer, start: number): Buffer {
  const end = patch.indexOf(LINE_FEED, start);
  return patch.subarray(start, end === -1 ? patch.length : end);
}

/** `b/name`, with a tab behind one that has spaces; quoted as in C where it has what would break a line. */
function nameIn(written: string): string | undefined {
  const plain = written.replace(/\t$/, '');
  const name = plain.startsWith('"') ? unquoted(plain) : plain;
  return name.startsWith('b/') ? name.slice(2) : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** quote_c_style_counted in quote.c of git: with `core.quotePath` off, octal stands for control characters alone. */
function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, letter = '') =>
      octal === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(parseInt(octal, 8)),
    );
}
