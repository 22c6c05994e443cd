import { expect, test } from '@jest/globals';
import { profileOf } from '../../src/trust/profile.ts';

test.each([
  ['2.40', '2.40', 19, 37],
  ['2.42', '2.42', 19, 37],
  ['v2.44.0', '2.44', 20, 42],
  ['2.45.6', '2.45', 20, 44],
  ['2.53.3', '2.53', 22, 54],
  ['3.0.0-rc.1', '3.0', 23, 59],
  ['3.5.3', '3.5', 24, 62],
  ['3.14', '3.14', 26, 67],
  ['current', '3.14', 26, 67],
  ['4.0', '4.0', 26, 67],
])('Prometheus %s judges as %s does, with Go 1.%d and common 0.%d', (version, label, go, common) => {
  expect(profileOf(version)).toMatchObject({ label, go, common });
});

test.each(['2.39', '1.8', '3', 'latest', '', '3.x', '99999.1'])('of Prometheus %s nothing is known', version => {
  expect(profileOf(version)).toBeUndefined();
});

test('negative serial numbers are refused since the go.mod of 3.3, small RSA keys since that of 3.7', () => {
  const refused = ['3.2', '3.3', '3.6', '3.7'].map(profileOf);
  expect(refused.map(profile => profile?.refusesNegativeSerial)).toEqual([false, true, true, true]);
  expect(refused.map(profile => profile?.refusesSmallRsa)).toEqual([false, false, false, true]);
});
