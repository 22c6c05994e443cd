import { sequence } from '../der.ts';
import type { Random } from './random.ts';

type Mutation = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer;

// Bytes that mean something: tags and lengths of DER, ends of base64, the magic of key stores.
const TOKENS = [
  '3080 3082ffff 3084ffffffff 30847fffffff 3081ff 0500 a080 0000 0604 0282 1f81 ff 80 00 feedfeed cececece 308002010330'
    .split(' ')
    .map(hex => Buffer.from(hex, 'hex')),
  [
    '-----BEGIN ',
    '-----END ',
    '-----',
    'CERTIFICATE-----\n',
    'PRIVATE KEY-----\n',
    'TRUSTED ',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\t',
    '=',
    '==',
    ': ',
    'Proc-Type: 4,ENCRYPTED\n',
    '\\n',
    '\u{feff}',
    '# ',
  ].map(text => Buffer.from(text)),
].flat();

const flipBit: Mutation = (bytes, random) => {
  const at = random.below(bytes.length);
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  return changed;
};

const setByte: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes);
  changed[random.below(bytes.length)] = random.below(256);
  return changed;
};

const put: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  const behind = at + random.below(4);
  return Buffer.concat([bytes.subarray(0, at), random.of(TOKENS), bytes.subarray(behind)]);
};

const cut: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));

const remove: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(64))]);
};

const repeat: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  const part = bytes.subarray(at, at + random.below(200));
  return Buffer.concat([
    bytes.subarray(0, at),
    ...Array.from({ length: random.below(20) }, () => part),
    bytes.subarray(at),
  ]);
};

const splice: Mutation = (bytes, random, others) => {
  const other = random.of(others);
  return Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length))]);
};

/** Lets the length of some element say something else. */
const lie: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes);
  const start = random.below(bytes.length);
  const at = changed.findIndex((byte, index) => index > start && (byte === 0x82 || byte === 0x81));
  const byte = at === -1 ? start : at + 1 + random.below(2);
  if (byte < changed.length) changed[byte] = random.of([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
  return changed;
};

/** Puts a part into sequences, one within the other. */
const nest: Mutation = (bytes, random) => {
  const at = random.below(bytes.length + 1);
  let part = bytes.subarray(at, at + random.below(100));
  const depth = random.of([2, 10, 200]);
  for (let level = 0; level < depth; level += 1) part = sequence(part);
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
};

const MUTATIONS = [flipBit, flipBit, setByte, put, put, cut, remove, repeat, splice, lie, lie, nest];
const MOST = 4;

/** Bytes that are changed in one to four places. @param others that parts of can be put in. */
export function bytesMutated(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  for (let left = random.below(MOST) + 1; left > 0; left -= 1) {
    if (changed.length > 0) changed = random.of(MUTATIONS)(changed, random, others);
  }
  return changed;
}
