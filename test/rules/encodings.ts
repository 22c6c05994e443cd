import type { Texts } from '../marks.ts';
import type { Files } from '../tree.ts';

/** A way to write the same text. */
interface Encoding {
  readonly name: string;
  encoded(text: string): Uint8Array;
}

const MARK = '\uFEFF';
const CERTIFICATES = /\.(?:pem|crt)$/;

/** The ways in which editors and other systems save a text, beside UTF-8 with LF. */
export const ENCODINGS: readonly Encoding[] = [
  { name: 'CRLF line ends', encoded: text => Buffer.from(withCrlf(text)) },
  { name: 'a byte order mark', encoded: text => Buffer.from(MARK + text) },
  { name: 'UTF-16LE', encoded: text => Buffer.from(MARK + text, 'utf16le') },
  { name: 'UTF-16BE', encoded: text => Buffer.from(MARK + text, 'utf16le').swap16() },
  { name: 'UTF-16LE and CRLF line ends', encoded: text => Buffer.from(MARK + withCrlf(text), 'utf16le') },
];

/** The files written in that way, but for certificates, which Go reads byte by byte. */
export function encodedFiles(files: Texts, { encoded }: Encoding): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, CERTIFICATES.test(path) ? text : encoded(text)]),
  );
}

function withCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
