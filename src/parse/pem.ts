import { Redacted } from '../text/redacted.ts';
import type { SourceText, Span } from '../text/source.ts';
import {
  FLAW_REASONS,
  headingFlaw,
  lastBeforeBlanks,
  nextLineAfterBlanks,
  trailerFlaw,
  type PemFlaw,
} from './pem-flaw.ts';

/**
 * One block, from its BEGIN line to its END line. The content of a private key is only to be had through a {@link
 * Redacted}.
 */
export type PemBlock = PemContent | PemPrivateKey;

interface Block {
  /** What stands in the BEGIN line: `CERTIFICATE`, `RSA PRIVATE KEY` ... */
  readonly label: string;
  /** The `Key: value` lines under the BEGIN line. */
  readonly headers: ReadonlyMap<string, string>;
  /** From 1, among the blocks of the text, those that are faults included. */
  readonly index: number;
  /** BEGIN line through END line. */
  readonly span: Span;
  /** The BEGIN line alone. */
  readonly heading: Span;
  /** False when Go passes over the block without a word; `flaw` and `skipReason` then say why. */
  readonly isReadByGo: boolean;
  readonly flaw?: PemFlaw;
  /** A clause: lower case, without a full stop, nothing of the content. */
  readonly skipReason?: string;
}

/** A block of anything but a private key. */
export interface PemContent extends Block {
  readonly bytes: Uint8Array;
}

/** A block whose label ends with `PRIVATE KEY`. */
export interface PemPrivateKey extends Block {
  /** The content in base64, without white space. */
  readonly secret: Redacted;
}

/** Something that begins like a block and is none. */
export interface PemFault {
  /** What is wrong with it; absent for one that stands for many. */
  readonly flaw?: PemFlaw;
  /** A clause: lower case, without a full stop, nothing of the content. */
  readonly reason: string;
  /** The BEGIN line. */
  readonly heading: Span;
  /** From the BEGIN line to the END line, or as far as the block might reach. */
  readonly extent: Span;
  /** True when the block is, or may have been, a private key: its extent is not to be shown. */
  readonly isPrivateKey: boolean;
  /** True when the block was to be a certificate. */
  readonly isCertificate: boolean;
}

/** The blocks of a text and what might have been blocks, each in the order of the text. */
export interface Pem {
  readonly blocks: readonly PemBlock[];
  readonly faults: readonly PemFault[];
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
const LABEL_LIMIT = 64;
/** Also where the label does not end: `CERTIFICATE---`. */
const CERTIFICATE = /^(?:TRUSTED |X509 )?CERTIFICATE(?! REQUEST)/;
/** The shortest key, of Ed25519, has 64 characters; what is far shorter is a word between two others. */
const LEAST_LENGTH = 40;
const BLOCK_LIMIT = 20_000;
const FAULT_LIMIT = 100;

/** True when the text may hold a PEM block; a cheap look. */
export function holdsPem(text: string): boolean {
  return text.includes(BEGIN);
}

/** True when the block holds a private key. */
export function isPrivateKeyBlock(block: PemBlock): block is PemPrivateKey {
  return 'secret' in block;
}

/**
 * The PEM blocks of a text. `isReadByGo` is what `Decode` of Go's encoding/pem decides: BEGIN and END start a line and
 * name the same label, nothing but blanks follows them, and what is between is headers and strict base64. A key that
 * stands in a comment, in a line of its own or behind a byte order mark is a key none the less, so a block that Go
 * passes over is given too if, without the characters that are no base64, its content can be decoded. OpenPGP's armor
 * (RFC 9580) is no PEM.
 *
 * Takes time linear in the text, whatever it holds. Beyond 20,000 blocks or 100 faults there is one fault for the rest.
 */
export function pemOf(source: SourceText): Pem {
  const { text } = source;
  const blocks: PemBlock[] = [];
  const faults: PemFault[] = [];
  let index = 0;
  let end = text.indexOf(END);
  for (const heading of headingsOf(text)) {
    if (blocks.length === BLOCK_LIMIT) {
      faults.push(restOf(source, heading, `the text holds more than ${BLOCK_LIMIT} blocks, and the rest is not read`));
      break;
    }
    if (heading.label?.startsWith('PGP ') === true) continue;
    if (end >= 0 && end < heading.end) end = text.indexOf(END, heading.end);
    const found = readBlock(source, heading, end >= 0 && end < heading.next ? end : undefined, index + 1);
    if (found === undefined) continue;
    index += 1;
    if (!('reason' in found)) blocks.push(found);
    else if (faults.length < FAULT_LIMIT) faults.push(found);
    else if (faults.length === FAULT_LIMIT) {
      faults.push(restOf(source, heading, `more than ${FAULT_LIMIT} blocks cannot be read`));
    }
  }
  return { blocks, faults };
}

/** Offsets of a BEGIN line: its first dash, behind its last one, and the next BEGIN or the end of the text. */
interface Heading {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Absent when the line does not end as a BEGIN line does. */
  readonly label?: string;
}

function* headingsOf(text: string): Generator<Heading> {
  let start = text.indexOf(BEGIN);
  while (start >= 0) {
    const following = text.indexOf(BEGIN, start + BEGIN.length);
    const next = following < 0 ? text.length : following;
    const close = text.indexOf(DASHES, start + BEGIN.length);
    const label = close < 0 ? undefined : labelIn(text, start + BEGIN.length, close);
    yield label === undefined
      ? { start, end: start + BEGIN.length, next }
      : { start, end: close + DASHES.length, next, label };
    start = following;
  }
}

/** Labels are printable ASCII (RFC 7468, section 3); those in use are short. */
function labelIn(text: string, start: number, end: number): string | undefined {
  if (end - start > LABEL_LIMIT) return undefined;
  const label = text.slice(start, end);
  return /^[ -~]*$/.test(label) ? label : undefined;
}

function readBlock(
  source: SourceText,
  heading: Heading,
  end: number | undefined,
  index: number,
): PemBlock | PemFault | undefined {
  const { text } = source;
  const { label } = heading;
  if (label === undefined) return faultAt(source, heading, 'unended BEGIN');
  if (end === undefined) return faultAt(source, heading, 'no END');
  const { headers, content } = headersUnder(text, heading.end, end);
  const written = text.slice(content, end);
  const strict = strictBase64(written);
  const base64 = strict ?? strictBase64(written.replaceAll(/\\[nrt]|[^A-Za-z0-9+/=]/g, ''));
  const close = endOfTrailer(text, end);
  const flaw =
    headingFlaw(source, heading.start, heading.end) ??
    trailerFlaw(text, label, end, end + END.length) ??
    (headers.size > 0 && content === end ? 'headers alone' : undefined) ??
    (strict === undefined ? 'foreign characters' : undefined);
  if (base64 === undefined || (flaw !== undefined && base64.length < LEAST_LENGTH)) {
    return faultAt(source, heading, 'broken base64', close);
  }
  const block = {
    label,
    headers,
    index,
    span: source.span(heading.start, close),
    heading: source.span(heading.start, heading.end),
    isReadByGo: flaw === undefined,
    ...(flaw !== undefined && { flaw, skipReason: FLAW_REASONS[flaw] }),
  };
  return label.endsWith('PRIVATE KEY')
    ? { ...block, secret: new Redacted(base64) }
    : { ...block, bytes: Buffer.from(base64, 'base64') };
}

/** The `Key: value` lines below a BEGIN line, and where the content begins behind them. */
function headersUnder(text: string, start: number, end: number): { headers: Map<string, string>; content: number } {
  const headers = new Map<string, string>();
  let content = nextLineAfterBlanks(text, start) ?? start;
  while (content > start && content < end) {
    const newline = text.indexOf('\n', content);
    const next = newline < 0 ? end : Math.min(newline + 1, end);
    const line = text.slice(content, next);
    const colon = line.indexOf(':');
    if (colon < 0) break;
    headers.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    content = next;
  }
  return { headers, content };
}

/**
 * The text without white space if it is base64 to Go's `StdEncoding`: padded, though perhaps with stray bits at the
 * end.
 */
function strictBase64(text: string): string | undefined {
  const base64 = text.replaceAll(/[ \t\r\n]+/g, '');
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const digits = base64.slice(0, base64.length - padding);
  return base64.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(digits) ? base64 : undefined;
}

/** Behind the last dash of an END line, or behind its `END` if it has none. */
function endOfTrailer(text: string, end: number): number {
  const close = text.indexOf(DASHES, end + END.length);
  const isClosed = close >= 0 && labelIn(text, end + END.length, close) !== undefined;
  return isClosed ? close + DASHES.length : end + END.length;
}

/** A fault, unless the words stand in the middle of a line, as they do where somebody writes about PEM. */
function faultAt(source: SourceText, heading: Heading, flaw: PemFlaw, close = heading.next): PemFault | undefined {
  const { start, end, label } = heading;
  if (!'\n-'.includes(lastBeforeBlanks(source.text, start))) return undefined;
  const name = label ?? source.text.slice(end, end + LABEL_LIMIT);
  return {
    flaw,
    reason: FLAW_REASONS[flaw],
    heading: source.span(start, end),
    extent: source.span(start, close),
    isPrivateKey: name.includes('PRIVATE KEY'),
    isCertificate: CERTIFICATE.test(name),
  };
}

/** One fault that stands for all that follows. */
function restOf(source: SourceText, heading: Heading, reason: string): PemFault {
  return {
    reason,
    heading: source.span(heading.start, heading.end),
    extent: source.span(heading.start, source.text.length),
    isPrivateKey: source.text.includes('PRIVATE KEY', heading.start),
    isCertificate: false,
  };
}
