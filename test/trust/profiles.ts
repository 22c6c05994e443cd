import type { Profile } from '../../src/trust/profile.ts';

/** Builds that were observed, Debian's: they keep the GODEBUG defaults of Go 1.20, unless the environment is strict. */
export const DEBIAN = {
  '2.42': { label: '2.42', go: 19, common: 39, refusesSmallRsa: false, refusesNegativeSerial: false },
  '2.53': { label: '2.53', go: 24, common: 62, refusesSmallRsa: false, refusesNegativeSerial: false },
  '3.5': { label: '3.5', go: 27, common: 69, refusesSmallRsa: false, refusesNegativeSerial: false },
  '3.5 strict': { label: '3.5 strict', go: 27, common: 69, refusesSmallRsa: true, refusesNegativeSerial: true },
} as const satisfies Record<string, Profile>;
