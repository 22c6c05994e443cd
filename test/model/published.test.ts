import { expect, test } from '@jest/globals';
import { bcryptOf } from '../../src/model/servers/bcrypt.ts';
import { publicationOf } from '../../src/model/secrets/published-hash.ts';

const PUBLISHED: readonly (readonly [hash: string, publication: RegExp])[] = [
  ['$2b$12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay', /guide to basic authentication/],
  ['$2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze', /example web\.yml/],
  ['$2y$10$hLqFl9jSjoAAy95Z/zw8Ye8wkdMBM8c5Bn1ptYqP/AXyV0.oy0S8m', /example web\.yml/],
  ['$2y$10$EYxs8IOG46m9CtpB/XlPxO1ei7E4BjAen0SUv6di7mD4keR/8JO6m', /blog/],
  ['$2y$10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG', /documentation of web\.yml/],
  ['$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi', /source code/],
  ['$2y$12$1DpfPeqF9HzHJt.EWswy1exHluGfbhnn3yXhR7Xes6m3WJqFg0Wby', /tests of the exporter toolkit/],
  ['$2y$10$qRTBuFoULoYNA7AQ/F3ck.trZBPyjV64.oA4ZsSBCIWvXuvQlQTuu', /tests of the exporter toolkit/],
  ['$2y$10$2UXri9cIDdgeKjBo4Rlpx.U3ZLDV8X1IxKmsfOvhcM5oXQt/mLmXq', /tests of the exporter toolkit/],
  ['$2y$12$LIrVJdQQr7v5RlyCpJ.XL.aaLIm42yvl6rcu/l5nGUW9.kiosRVYC', /public notes/],
  ['$2b$12$Kvf88U2IcARZwSqI7x0JTO22i763bOvDQl/C7ZGUM2bnAvLUDrEQy', /public notes/],
  ['$2y$12$jAcN21HKQtAekuZnyklezuvIuQXShduzId4rXRaa73aZH0fev2kzq', /public notes/],
  ['$2y$12$Cc1OeSGajFbIHCP3YECjpeZusdmUNFU4xNdOoMjbT/yatqUpIouPu', /public notes/],
  ['$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', /encyclopedias/],
];

test.each(PUBLISHED)('it is known where %s is published', (hash, publication) => {
  expect(bcryptOf(hash).kind).toBe('hash');
  expect(publicationOf(hash)).toMatch(publication);
});

test('the minor version and what follows make no difference, since the same password logs in', () => {
  const [hash] = PUBLISHED[1] ?? [''];
  for (const same of [hash.replace('2y', '2b'), hash.replace('2y', '2a'), hash.replace('2y', '2'), `${hash}\n`]) {
    expect(publicationOf(same)).toBe(publicationOf(hash));
  }
});

test('any other difference makes another hash', () => {
  const [hash] = PUBLISHED[1] ?? [''];
  const others = [hash.replace('$10$', '$12$'), hash.slice(0, -1), `x${hash}`, hash.toLowerCase(), '', 'hunter2'];
  expect(others.map(publicationOf)).toEqual(others.map(() => undefined));
});
