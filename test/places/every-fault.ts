import { describe, expect, test } from '@jest/globals';
import { caseAt, failuresOf, type Fault } from './fault.ts';
import { CARRIED_FAULTS } from './faults/carried.ts';
import { CREDENTIAL_FAULTS } from './faults/credentials.ts';
import { FILE_ACCESS_FAULTS } from './faults/file-access.ts';
import { FILE_FAULTS } from './faults/files.ts';
import { REDIRECT_FAULTS } from './faults/redirects.ts';
import { SECRET_KEY_FAULTS } from './faults/secret-keys.ts';
import { SECRET_FAULTS } from './faults/secrets.ts';
import { TLS_FAULTS } from './faults/tls.ts';
import { healthyClient, type Place } from './place.ts';

/** All that can be wrong in a place, and what only looks so. */
const FAULTS: readonly Fault[] = [
  { name: 'nothing wrong', casesAt: place => [caseAt(place, healthyClient(place))] },
  ...TLS_FAULTS,
  ...CREDENTIAL_FAULTS,
  ...SECRET_FAULTS,
  ...CARRIED_FAULTS,
  ...FILE_FAULTS,
  ...SECRET_KEY_FAULTS,
  ...FILE_ACCESS_FAULTS,
  ...REDIRECT_FAULTS,
];

/** Tests that every fault has the findings wanted in every place, and no others; one for each group of places. */
export function testEveryFault(subject: string, places: readonly Place[]): void {
  const groups = [...new Set(places.map(({ group }) => group))];
  describe.each(groups)(`${subject}: %s`, group => {
    const ofGroup = places.filter(place => place.group === group);
    const faults = FAULTS.map(({ name, casesAt }) => ({ name, cases: ofGroup.flatMap(casesAt) }));
    test.each(faults.filter(({ cases }) => cases.length > 0))('$name', ({ cases }) => {
      expect(failuresOf(cases)).toBe('');
    });
  });
}

/** The faults that none of the places can have. */
export function faultsNowhereIn(places: readonly Place[]): readonly string[] {
  return FAULTS.filter(({ casesAt }) => places.every(place => casesAt(place).length === 0)).map(({ name }) => name);
}
