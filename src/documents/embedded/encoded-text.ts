import { binaryContainerOf } from '../../parse/binary-container.ts';
import { textOf } from '../../parse/encoding.ts';
import { platform } from '../../parse/current-platform.ts';
import { decodedText, type YamlScalar } from '../../parse/yaml-node.ts';
import { DecodedTextBuilder } from '../../text/decoded.ts';
import type { DerivedText, SourceFile, SourceText, Span } from '../../text/source.ts';
import type { EmbeddedText } from './embedded.ts';

// An object of Kubernetes has at most 1.5 MiB (the limit of etcd's requests), and so has what it carries.
const BASE64_UNITS = 2 ** 21;
const INFLATED_BYTES = 16 * 2 ** 20;
// No configuration is shorter.
const LEAST_UNITS = 12;
const BASE64 = /^[A-Za-z0-9+/\s]+(?:=\s*){0,2}$/;
const WHITE_SPACE = /\s/;
// A SEQUENCE of DER with its length in bytes of their own, and the magic of JKS and of JCEKS.
const CONTAINER_START = /^\s*(?:MI|\/u3\+7|zs7Oz)/;
const GZIP = [0x1f, 0x8b] as const;

/**
 * The text that a string holds, each character with the place it was written at; `undefined` where it holds none, and
 * where something is put into it that is not known.
 */
export function embeddedTextOf({ scalar, encoding, range }: EmbeddedText): SourceText | undefined {
  if (encoding === 'base64') return scalar.masked === undefined ? textInBase64(scalar) : undefined;
  const text = decodedText(scalar);
  if (text === undefined) return undefined;
  if (encoding === 'compose') return withoutDoubledDollars(text);
  if (range === undefined) return text;
  return new DecodedTextBuilder(text, range.start).copy(range.start, range.end).build(asItStands);
}

function asItStands(text: string): string {
  return text;
}

function withDoubledDollars(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** What Compose makes of `$$` (the Compose Specification, 12-interpolation.md). Variables stay as they are written. */
function withoutDoubledDollars(source: SourceText): SourceText {
  const { text } = source;
  const decoded = new DecodedTextBuilder(source, 0);
  let copied = 0;
  for (let at = text.indexOf('$$'); at !== -1; at = text.indexOf('$$', copied)) {
    decoded.copy(copied, at).replace(at, at + 2, '$');
    copied = at + 2;
  }
  return decoded.copy(copied, text.length).build(withDoubledDollars);
}

/** What a string holds in base64 that is no text: certificates or keys. */
export function embeddedContainerOf({ scalar, encoding }: EmbeddedText): Uint8Array | undefined {
  if (encoding !== 'base64' || scalar.masked !== undefined || !CONTAINER_START.test(scalar.text)) return undefined;
  if (scalar.text.length > BASE64_UNITS || !BASE64.test(scalar.text)) return undefined;
  const bytes = Buffer.from(scalar.text, 'base64');
  return binaryContainerOf(bytes) === undefined ? undefined : bytes;
}

function textInBase64(scalar: YamlScalar): SourceText | undefined {
  const { length } = scalar.text;
  if (length < LEAST_UNITS || length > BASE64_UNITS || !BASE64.test(scalar.text)) return undefined;
  const encoded = decodedText(scalar);
  if (encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded.text, 'base64');
  const isCompressed = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
  const content = isCompressed ? platform().gunzipped(bytes, INFLATED_BYTES) : bytes;
  const decoding = content && textOf(content);
  if (decoding === undefined || 'reason' in decoding || decoding.hasByteOrderMark) return undefined;
  const places = isCompressed ? undefined : new Base64Places(encoded.text, decoding.text, bytes.length);
  return new EncodedText(encoded, decoding.text, places);
}

/** Which characters of base64 stand for which of the decoded text. */
class Base64Places {
  /** For each character of the text, and its end, the byte it begins at; absent where each is one byte. */
  readonly #bytes: Uint32Array | undefined;
  /** For each digit of the base64 its offset; absent where there is no white space between them. */
  readonly #digits: Uint32Array | undefined;

  constructor(encoded: string, text: string, byteLength: number) {
    this.#bytes = text.length === byteLength ? undefined : byteOffsetsOf(text);
    this.#digits = WHITE_SPACE.test(encoded) ? digitOffsetsOf(encoded) : undefined;
  }

  /** Where the digits begin that hold bits of the character at an offset. */
  start(offset: number): number {
    return this.#offsetOf(Math.floor((this.#byteAt(offset) * 8) / 6));
  }

  /** Where those of the characters before an offset end. */
  end(offset: number): number {
    return this.#offsetOf(Math.ceil((this.#byteAt(offset) * 8) / 6) - 1) + 1;
  }

  #byteAt(offset: number): number {
    return this.#bytes?.[offset] ?? offset;
  }

  #offsetOf(digit: number): number {
    return this.#digits?.[digit] ?? digit;
  }
}

function byteOffsetsOf(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    offsets[at] = bytes;
    const unit = text.charCodeAt(at);
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    // Four bytes for the two units of a pair.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}

function digitOffsetsOf(encoded: string): Uint32Array {
  const offsets = new Uint32Array(encoded.length);
  let digits = 0;
  for (let at = 0; at < encoded.length; at += 1) {
    if (!WHITE_SPACE.test(encoded.charAt(at))) offsets[digits++] = at;
  }
  return offsets.subarray(0, digits);
}

/** Text that was encoded: none of its characters stands in the file. Compressed text has all of it for a place. */
class EncodedText implements DerivedText {
  readonly file: SourceFile;
  readonly text: string;
  readonly outer: SourceText;
  readonly #places: Base64Places | undefined;

  constructor(outer: SourceText, text: string, places: Base64Places | undefined) {
    this.file = outer.file;
    this.text = text;
    this.outer = outer;
    this.#places = places;
  }

  span(start: number, end: number): Span {
    const range = this.outerRange(start, end);
    return { ...this.outer.span(range.start, range.end), exact: false };
  }

  edit(): undefined {
    return undefined;
  }

  outerRange(start: number, end: number): { readonly start: number; readonly end: number } {
    const places = this.#places;
    if (places === undefined) return { start: 0, end: this.outer.text.length };
    const from = start < this.text.length || start === 0 ? places.start(start) : places.end(this.text.length);
    return { start: from, end: end > start ? places.end(end) : from };
  }
}
