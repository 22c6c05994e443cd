import type { RecipeBook } from '../trust/recipe-book.ts';
import type { Sketch } from './sketch.ts';

/** A certificate with some of its bytes changed for as many others: a pattern of hexadecimal, and what takes its place. */
interface Change {
  readonly of: string;
  readonly from: string;
  readonly to: string;
  /** Which of the places where the bytes stand; the first where it is not given. */
  readonly place?: 'last' | 'all';
}

const ECDSA_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const UTC_TIME = '170d(?:[0-9a-f]{2}){13}';

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['version 2', { of: 'plain', from: 'a003020102', to: 'a003020101' }],
  ['version 4', { of: 'plain', from: 'a003020102', to: 'a003020103' }],
  ['version -1', { of: 'plain', from: 'a003020102', to: 'a0030201ff' }],
  ['a serial number of zero', { of: 'serial', from: '020101', to: '020100' }],
  ['a serial number below zero', { of: 'serial', from: '020101', to: '0201ff' }],
  ['a critical flag of BER', { of: 'flagged', from: '0101ff', to: '010101' }],
  ['a critical flag of false', { of: 'flagged', from: '0101ff', to: '010100' }],
  ['a name in T61String', { of: 'plain', from: `${COMMON_NAME}0c05`, to: `${COMMON_NAME}1405`, place: 'last' }],
  ['a name in IA5String', { of: 'plain', from: `${COMMON_NAME}0c05`, to: `${COMMON_NAME}1605`, place: 'last' }],
  ['a name in NumericString', { of: 'plain', from: `${COMMON_NAME}0c05`, to: `${COMMON_NAME}1205`, place: 'last' }],
  ['a name in PrintableString', { of: 'plain', from: `${COMMON_NAME}0c05`, to: `${COMMON_NAME}1305`, place: 'last' }],
  [
    'a name in T61String beyond ASCII',
    { of: 'plain', from: `${COMMON_NAME}0c05706c`, to: `${COMMON_NAME}1405ffff`, place: 'last' },
  ],
  [
    'a name in IA5String beyond ASCII',
    { of: 'plain', from: `${COMMON_NAME}0c05706c`, to: `${COMMON_NAME}1605ffff`, place: 'last' },
  ],
  [
    'a name in PrintableString with an ampersand',
    { of: 'plain', from: `${COMMON_NAME}0c05706c`, to: `${COMMON_NAME}13052626`, place: 'last' },
  ],
  [
    'a name in PrintableString with an asterisk',
    { of: 'plain', from: `${COMMON_NAME}0c05706c`, to: `${COMMON_NAME}13052a2a`, place: 'last' },
  ],
  [
    'a signature algorithm that differs outside',
    { of: 'plain', from: ECDSA_SHA256, to: '06082a8648ce3d040303', place: 'last' },
  ],
  [
    'a signature algorithm that nobody knows',
    { of: 'plain', from: ECDSA_SHA256, to: '06082a8648ce3d04037f', place: 'all' },
  ],
  ['a curve that nobody knows', { of: 'plain', from: '06082a8648ce3d030107', to: '06082a8648ce3d03017f' }],
  ['a point that is compressed', { of: 'plain', from: '03420004', to: '03420002' }],
  ['an exponent that is negative', { of: 'leaf', from: '0203010001', to: '0203810001' }],
  ['an exponent with zeros in front', { of: 'leaf', from: '0203010001', to: '0203000001' }],
  ['a time of BER', { of: 'plain', place: 'last', from: UTC_TIME, to: utcTime('4912312359+01') }],
  ['a time without seconds', { of: 'plain', place: 'last', from: UTC_TIME, to: utcTime('4912312359ZZZ') }],
  ['a second too many', { of: 'plain', place: 'last', from: UTC_TIME, to: utcTime('491231235961Z') }],
  ['a thirteenth month', { of: 'plain', place: 'last', from: UTC_TIME, to: utcTime('491331235959Z') }],
  ['a thirtieth of February', { of: 'plain', place: 'last', from: UTC_TIME, to: utcTime('490230235959Z') }],
  ['a year before 1970', { of: 'plain', place: 'last', from: UTC_TIME, to: utcTime('501231235959Z') }],
]);

/** Certificates that are odd within, served behind one that is fine: Go parses them all. */
export function oddCertificateSketches(book: RecipeBook): Readonly<Record<string, Sketch>> {
  return Object.fromEntries(
    [...CHANGES].map(([name, change]) => [
      `${name}, served behind the certificate`,
      { extra: [changed(change, book)] },
    ]),
  );
}

function changed({ of, from, to, place }: Change, book: RecipeBook): Buffer {
  const hex = book.certificate(of).der.toString('hex');
  const found = [...hex.matchAll(new RegExp(from, 'g'))].filter(({ index }) => index % 2 === 0);
  const chosen = place === 'all' ? found : found.slice(place === 'last' ? -1 : 0).slice(0, 1);
  if (chosen.length === 0) throw new Error(`there is no ${from} in ${of}`);
  const der = Buffer.from(hex, 'hex');
  for (const { index } of chosen) der.write(to, index / 2, 'hex');
  return der;
}

function utcTime(text: string): string {
  return `170d${Buffer.from(text).toString('hex')}`;
}
