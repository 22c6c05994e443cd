/**
 * How a build of Prometheus judges a handshake: by the Go that it was built with, that Go's GODEBUG defaults, and its
 * prometheus/common. Only what changes a verdict or a text is told apart.
 */
export interface Profile {
  /** The version of Prometheus: `2.42`, `3.5`. */
  readonly label: string;
  /** The minor version of Go 1: 19 for Go 1.19. */
  readonly go: number;
  /** The minor version of prometheus/common 0. */
  readonly common: number;
  /** True when RSA keys of less than 1024 bits are refused: GODEBUG `rsa1024min=1`, since a go.mod of Go 1.24. */
  readonly refusesSmallRsa: boolean;
  /** True when serial numbers are not to be negative: GODEBUG `x509negativeserial=0`, since a go.mod of Go 1.23. */
  readonly refusesNegativeSerial: boolean;
}

/**
 * The first minor version of Prometheus built so, with the minor versions of Go and prometheus/common, and the Go
 * that its go.mod names, on which the defaults of GODEBUG depend. From `.promu.yml` and `go.mod` of the tags of
 * prometheus/prometheus.
 */
const BUILDS: readonly (readonly [version: string, go: number, common: number, language: number])[] = [
  ['2.40', 19, 37, 18],
  ['2.44', 20, 42, 19],
  ['2.45', 20, 44, 19],
  ['2.47', 21, 44, 20],
  ['2.51', 22, 49, 21],
  ['2.53', 22, 54, 21],
  ['2.55', 23, 59, 22],
  ['3.3', 24, 62, 23],
  ['3.7', 25, 66, 24],
  ['3.10', 26, 67, 25],
];

/** The newest version whose build is known. */
const CURRENT = '3.14';

/**
 * How the version judges: `2.42`, `v3.5.3`, or `current` for the newest that is known, as which newer ones are taken.
 * `undefined` before 2.40, and for what is no version.
 */
export function profileOf(version: string): Profile | undefined {
  const [, major, minor] =
    /^v?(\d{1,4})\.(\d{1,4})(?:[.\-+].*)?$/.exec(version === 'current' ? CURRENT : version) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  const label = `${Number(major)}.${Number(minor)}`;
  const build = BUILDS.findLast(([first]) => rankOf(first) <= rankOf(label));
  if (build === undefined) return undefined;
  const [, go, common, language] = build;
  return { label, go, common, refusesSmallRsa: language >= 24, refusesNegativeSerial: language >= 23 };
}

/** What sorts versions of two numbers. */
export function rankOf(version: string): number {
  const [major, minor] = version.split('.').map(Number);
  return (major ?? 0) * 10_000 + (minor ?? 0);
}
