import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { nearName } from '../../src/text/near-name.ts';
import { RULE_IDS } from './rule-ids.ts';

const names = ['error', 'warning', 'note', 'never', 'off'];

const cases: readonly (readonly [string, string | undefined, string])[] = [
  ['eror', 'error', 'a letter too few'],
  ['errror', 'error', 'a letter too many'],
  ['errox', 'error', 'another letter'],
  ['erorr', 'error', 'two letters swapped'],
  ['WARNING', 'warning', 'capitals'],
  ['warnign', 'warning', 'two letters swapped at the end'],
  ['warn', 'warning', 'the beginning of one'],
  ['of', 'off', 'a letter too few in a short word'],
  ['err', 'error', 'the beginning of one that is far away'],
  ['no', undefined, 'a beginning that says too little'],
  ['x', undefined, 'a single letter, of which one edit makes any other'],
  ['', undefined, 'nothing'],
  ['information', undefined, 'another word'],
];

test.each(cases)('%j suggests %j: %s', (wrong, want) => {
  expect(nearName(wrong, names)).toBe(want);
});

test('of several near names the nearest is suggested', () => {
  expect(nearName('cafile', ['caFiles', 'ca_files', 'ca_file'])).toBe('caFiles');
  expect(nearName('ca-file', ['keyfile', 'ca_file', 'cafile'])).toBe('ca_file');
});

test('a beginning of several names suggests none', () => {
  expect(nearName('certificate', ['certificate-expired', 'certificate-expiring'])).toBeUndefined();
});

test('of names that begin with it the one that the others go on from is suggested', () => {
  expect(nearName('user', ['username_file', 'username', 'password'])).toBe('username');
});

test('a name that goes on from another suggests that, unless it is little of it', () => {
  expect(nearName('tls_configuration', ['tls', 'tls_config', 'ca_file'])).toBe('tls_config');
  expect(nearName('tls_settings_of_all', ['tls', 'ca_file'])).toBeUndefined();
});

test('one slip in the name of a rule leads back to it', () => {
  const slips = fc.record({ id: fc.constantFrom(...RULE_IDS), at: fc.nat(), letter: fc.constantFrom('q', 'z', '-') });
  fc.assert(
    fc.property(slips, ({ id, at, letter }) => {
      const place = at % id.length;
      expect(nearName(id.slice(0, place) + letter + id.slice(place + 1), RULE_IDS)).toBe(id);
      expect(nearName(id.slice(0, place) + letter + id.slice(place), RULE_IDS)).toBe(id);
      expect(nearName(id.slice(0, place) + id.slice(place + 1), RULE_IDS)).toBe(id);
    }),
    { seed: 2 },
  );
});
