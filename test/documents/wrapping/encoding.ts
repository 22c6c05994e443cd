import { gzipSync } from 'node:zlib';
import { Writer, type WrappedText } from './wrapped-text.ts';

/** What a carrier does to a text before YAML writes it down. */
export type Encode = (text: string) => WrappedText;

/** Base64, on one line: a character is written where the bits of its bytes are. */
export function inBase64(text: string): WrappedText {
  const encoded = Buffer.from(text).toString('base64');
  const places = [];
  let byte = 0;
  for (const character of text) {
    const end = byte + Buffer.byteLength(character);
    const place = { start: Math.floor((byte * 4) / 3), end: Math.ceil((end * 4) / 3) };
    for (let unit = 0; unit < character.length; unit += 1) places.push(place);
    byte = end;
  }
  return { text: encoded, places };
}

/** Base64 over lines of 76 characters, as `base64` of coreutils breaks them. */
export function inBase64Lines(text: string): WrappedText {
  const { text: line, places } = inBase64(text);
  const broken = line.replaceAll(/.{76}(?=.)/g, '$&\n');
  return {
    text: `${broken}\n`,
    places: places.map(({ start, end }) => ({ start: behindBreaks(start), end: behindBreaks(end - 1) + 1 })),
  };
}

/** Where a character is when each 76 before it are followed by a line break. */
function behindBreaks(at: number): number {
  return at + Math.floor(at / 76);
}

/** Compressed by gzip and then in base64: every character is somewhere in it. */
export function inGzip(text: string): WrappedText {
  return new Writer().write(gzipSync(text).toString('base64'), text.length).done();
}

/** As Compose wants a text that it is not to put variables into: each dollar twice. */
export function withDollarsDoubled(text: string): WrappedText {
  const writer = new Writer();
  for (const character of text.split('')) {
    if (character === '$') writer.write('$$');
    else writer.copy(character);
  }
  return writer.done();
}
