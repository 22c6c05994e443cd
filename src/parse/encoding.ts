/** The text that bytes hold, or why they hold none. */
export type Decoding = { readonly text: string; readonly hasByteOrderMark: boolean } | { readonly reason: string };

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so, as go-yaml reads it (its `reader.go`, which takes the
 * same three). The mark itself is no part of the text.
 */
export function textOf(bytes: Uint8Array): Decoding {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { reason: 'it is a binary file' };
    return {
      text,
      hasByteOrderMark: encoding !== 'utf-8' || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf),
    };
  } catch {
    return { reason: bytes.includes(0) ? 'it is a binary file' : `it is not valid ${encoding.toUpperCase()}` };
  }
}

/** True where one byte is not one ASCII character, so that a look at the bytes for a word would miss it. */
export function isWide(bytes: Uint8Array): boolean {
  return encodingOf(bytes) !== 'utf-8';
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
