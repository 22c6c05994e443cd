import { platform } from './current-platform.ts';

/** The text that bytes hold, or why they hold none. */
type Decoding = { readonly text: string; readonly hasByteOrderMark: boolean } | { readonly reason: string };

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
const UNMARKED = { encoding: 'utf-8', mark: [] } as const;
const LEAST_MARK = 0xef;

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so, as go-yaml reads it (its `reader.go`, which
 * takes the same three). The mark itself is no part of the text.
 */
export function textOf(bytes: Uint8Array): Decoding {
  const { encoding, mark } = markOf(bytes);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset + mark.length, bytes.byteLength - mark.length);
  const text = encoding === 'utf-8' ? platform().utf8TextOf(content) : textOfUtf16(content, encoding);
  if (text === undefined) {
    const isBinary = encoding === 'utf-8' && content.includes(0);
    return { reason: isBinary ? 'it is a binary file' : `it is not valid ${encoding.toUpperCase()}` };
  }
  return text.includes('\0') ? { reason: 'it is a binary file' } : { text, hasByteOrderMark: mark.length > 0 };
}

/** The bytes of a text in the encoding of others, with their byte order mark where they have one. */
export function bytesLike(bytes: Uint8Array, text: string): Uint8Array {
  const { encoding, mark } = markOf(bytes);
  const content = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return Buffer.concat([Buffer.from(mark), encoding === 'utf-16be' ? content.swap16() : content]);
}

/** True where one byte is not one ASCII character, so that a look at the bytes for a word would miss it. */
export function isWide(bytes: Uint8Array): boolean {
  return markOf(bytes).encoding !== 'utf-8';
}

function markOf(bytes: Uint8Array): {
  readonly encoding: (typeof MARKS)[number]['encoding'];
  readonly mark: readonly number[];
} {
  // Of nearly all files the first byte says so.
  if ((bytes[0] ?? 0) < LEAST_MARK) return UNMARKED;
  return MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte)) ?? UNMARKED;
}

function textOfUtf16(content: Buffer, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  if (content.length % 2 !== 0) return undefined;
  const text = (encoding === 'utf-16le' ? content : Buffer.from(content).swap16()).toString('utf16le');
  return text.isWellFormed() ? text : undefined;
}
