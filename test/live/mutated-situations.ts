import * as fc from 'fast-check';
import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { pemBlock } from '../certificates.ts';
import { RecipeBook, type MadeCertificate } from '../trust/recipe-book.ts';
import { LIVE_RECIPES } from './live-recipes.ts';
import type { Situation } from './situation.ts';
import { situationOf, type Sketch } from './sketch.ts';

/** With every extension that Go reads. */
const SEEDS = ['rich', 'mailing', 'lower-narrow', 'lower', 'upper', 'root-2', 'plain', 'addresses'];

/** The bytes that mean most to DER: lengths, tags, flags, and the edges of characters. */
const TELLING = [
  0, 1, 2, 3, 4, 5, 6, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x86, 0x87, 0xa0, 0xa1,
  0xa3, 0xff,
];

/** Where what is signed begins, behind an identifier and a length of three bytes; its own length has as many. */
const SIGNED_AT = 4;

interface Mutation {
  readonly seed: string;
  readonly changes: readonly (readonly [number, number])[];
  readonly isServed: boolean;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  seed: fc.constantFrom(...SEEDS),
  changes: fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...TELLING), fc.nat(255))), {
    minLength: 1,
    maxLength: 2,
  }),
  isServed: fc.boolean(),
});

/**
 * So many situations in which a few bytes of a certificate are others, the same ones for the same seed: it is trusted
 * alone, or served behind one that is fine, where OpenSSL would serve it.
 */
export function mutatedSituations(seed: number, count: number, now: Date): readonly Situation[] {
  const book = new RecipeBook(LIVE_RECIPES, now);
  return fc.sample(mutation, { seed, numRuns: count }).map((drawn, at) => {
    const der = Buffer.from(book.certificate(drawn.seed).der);
    const changes = changesOf(drawn, der);
    const name = `mutation ${at} of seed ${seed}: ${drawn.seed} ${changes.map(change => change.join('=')).join(' ')}`;
    for (const [place, value] of changes) der[place] = value;
    return situationOf(
      name,
      drawn.isServed && isServable(der, book.certificate('plain')) ? served(der) : trusted(der),
      book,
    );
  });
}

function served(der: Buffer): Sketch {
  return { extra: [der] };
}

function trusted(der: Buffer): Sketch {
  return { served: ['deep', 'lower', 'upper'], ca: pemBlock('CERTIFICATE', der) };
}

/** The changes as places and values of a certificate, without its signature: its length is not the same in each run. */
function changesOf({ changes }: Mutation, der: Buffer): Mutation['changes'] {
  const signed = der.readUInt16BE(SIGNED_AT + 2);
  return changes.map(([place, value]) => [SIGNED_AT + (place % (signed + 4)), value]);
}

/** OpenSSL has to read it and its key before it serves it. */
function isServable(der: Buffer, { pem, keyPem }: MadeCertificate): boolean {
  try {
    createSecureContext({ cert: pem + pemBlock('CERTIFICATE', der), key: keyPem });
    return new X509Certificate(der).publicKey.type === 'public';
  } catch {
    return false;
  }
}
