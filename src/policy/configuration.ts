import type { Severity } from '../findings/finding.ts';

/** A severity that users may give a rule; `off` takes it out. */
export type Level = Severity | 'off';

/** Levels by rule id. */
export type Levels = Readonly<Record<string, Level>>;

/** All that users can set, with every field filled in. Option or input beats the file, and the file beats the defaults. */
export interface Configuration {
  readonly rules: Levels;
  readonly expiryDays: number;
  readonly caExpiryDays: number;
  readonly bcrypt: { readonly minCost: number; readonly maxCost: number };
  readonly privateDomains: readonly string[];
  /** Globs of what is read; empty: everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly pedantic: boolean;
  readonly failOn: Severity | 'never';
  /** What it means that nothing of ours was found. */
  readonly noFiles: 'pass' | 'warn' | 'fail';
  /** Later ones beat earlier ones. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Levels }[];
  /** Where a deployed path is committed. */
  readonly pathMappings: Readonly<Record<string, string>>;
  /** The committed certificate that a target serves. */
  readonly servers: Readonly<Record<string, string>>;
}

/** What holds where nobody says otherwise. */
export const DEFAULT_CONFIGURATION: Configuration = {
  rules: {},
  expiryDays: 30,
  caExpiryDays: 90,
  bcrypt: { minCost: 10, maxCost: 14 },
  privateDomains: [],
  include: [],
  exclude: [],
  pedantic: false,
  failOn: 'error',
  noFiles: 'pass',
  overrides: [],
  pathMappings: {},
  servers: {},
};
