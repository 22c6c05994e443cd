/** How a certificate is to be made, in the words of openssl: one line of test/trust/fixtures/certificate-recipes.txt. */
export interface Recipe {
  readonly name: string;
  /** The recipe of who signs; without it the certificate signs itself. */
  readonly issuer?: string;
  /** The type of its own key, such as `rsa:2048` or `ec:P-256`. */
  readonly key?: string;
  /** The recipe whose key it has too. */
  readonly keyOf?: string;
  readonly digest: string;
  readonly isPss: boolean;
  /** Pairs of the attribute's short name and its value. */
  readonly subject: readonly (readonly [string, string])[];
  /** The days of validity, counted from now. */
  readonly days: readonly [number, number];
  readonly version: 1 | 3;
  readonly extensions: readonly RecipeExtension[];
  readonly serial?: bigint;
}

export interface RecipeExtension {
  readonly name: string;
  readonly value: string;
  readonly isCritical: boolean;
}

const LINE =
  /^(?<name>\S+): openssl ca (?:-cert (?<issuer>\S+)|-selfsign) (?:key of (?<keyOf>\S+)|(?<key>\S+)) -md (?<digest>\S+) -subj (?<subject>.*?)(?: valid (?<from>-?\d+)d\.\.(?<to>-?\d+)d)?(?: ext\{(?<extensions>.*)\}|(?<old> \(X\.509 v1, no extensions\)))?(?: serial=(?<serial>\S+))?(?<pss> sigopt=rsa_padding_mode:pss,rsa_pss_saltlen:32)?$/;

/** The recipe of a line; an error where the line is none. */
export function recipeOf(line: string): Recipe {
  const groups = LINE.exec(line)?.groups;
  if (groups === undefined) throw new Error(`no recipe of a certificate: ${line}`);
  const { name = '', issuer, key, keyOf, digest = '', subject = '', from = '-1', to = '365', serial } = groups;
  return {
    name,
    ...(issuer === undefined ? {} : { issuer }),
    ...(key === undefined ? {} : { key }),
    ...(keyOf === undefined ? {} : { keyOf }),
    digest,
    isPss: groups['pss'] !== undefined,
    subject: subjectOf(subject),
    days: [Number(from), Number(to)],
    version: groups['old'] === undefined ? 3 : 1,
    extensions: (groups['extensions'] ?? '').split('; ').flatMap(extensionOf),
    ...(serial === undefined ? {} : { serial: serialOf(serial) }),
  };
}

/** The recipes of a text, one a line, by their names. */
export function recipesIn(text: string): ReadonlyMap<string, Recipe> {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return new Map(lines.map(recipeOf).map(recipe => [recipe.name, recipe]));
}

/** The attributes of a name as `openssl -subj` takes it: `/O=Lab/CN=localhost`. */
export function subjectOf(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/\/([A-Z]+)=([^/]*)/g)].map(([, type = '', value = '']) => [type, value] as const);
}

function extensionOf(text: string): readonly RecipeExtension[] {
  const at = text.indexOf('=');
  if (at === -1) return [];
  const value = text.slice(at + 1);
  const isCritical = value.startsWith('critical,');
  return [{ name: text.slice(0, at), value: isCritical ? value.slice('critical,'.length) : value, isCritical }];
}

/** Hexadecimal, as openssl reads it. */
function serialOf(text: string): bigint {
  const isNegative = text.startsWith('-');
  const magnitude = BigInt(`0x${text.replace(/^-?(?:0x)?/, '')}`);
  return isNegative ? -magnitude : magnitude;
}
