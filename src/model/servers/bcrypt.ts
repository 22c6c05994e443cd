/** A bcrypt hash that a password can log in with, or why the text is none. */
export type BcryptReading =
  | {
      readonly kind: 'hash';
      /** 4 to 31: the base-two logarithm of the rounds. */
      readonly cost: number;
      /** `2a`, `2b`, `2y` ...; `2` for the oldest form. */
      readonly version: string;
    }
  | {
      readonly kind: 'not a hash';
      /** A clause about `it`: lower case, without a full stop, nothing of the text but its length and the cost. */
      readonly why: string;
      /** True where the server does not start with it; else it starts, and no password ever logs in. */
      readonly isRefused: boolean;
    };

const SALT_LENGTH = 22;
const DIGEST_LENGTH = 31;
// Of the oldest form, whose version has one character less.
const SHORTEST = 59;
const LAST_MAJOR_VERSION = '2'.charCodeAt(0);

/** Four bits are left for the last character of the digest, so that these alone can end a hash. */
const LAST_OF_DIGEST = '.CGKOSWaeimquy26';

const OTHER_HASHES: readonly (readonly [start: string, why: string])[] = [
  ['$apr1$', 'it is an Apache md5 hash (apr1)'],
  ['$1$', 'it is an md5 crypt hash'],
  ['$5$', 'it is a SHA-256 crypt hash'],
  ['$6$', 'it is a SHA-512 crypt hash'],
  ['$7$', 'it is an scrypt hash'],
  ['$scrypt$', 'it is an scrypt hash'],
  ['$y$', 'it is a yescrypt hash'],
  ['$gy$', 'it is a yescrypt hash'],
  ['$argon2', 'it is an argon2 hash'],
  ['$pbkdf2', 'it is a PBKDF2 hash'],
  ['pbkdf2', 'it is a PBKDF2 hash'],
  ['{SHA}', 'it is an unsalted SHA-1 hash'],
  ['{SSHA}', 'it is a salted SHA-1 hash'],
];

const HEXADECIMAL_DIGESTS: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [64, 'SHA-256'],
  [128, 'SHA-512'],
]);

/**
 * Reads what stands where `basic_auth_users` of a web configuration wants a bcrypt hash. It is one if Prometheus loads
 * it and the right password then logs in; what is refused, and what loads and never lets anybody in, is none.
 *
 * Sources: golang.org/x/crypto/bcrypt (`newFromHash` takes any minor version, any character for the dollar sign on
 * either side of the cost, and whatever follows the hash; `base64Decode` takes stray bits at the end of the salt; the
 * digest is compared as text), and exporter-toolkit's web/handler.go (`validateUsers` asks for the cost alone,
 * `ServeHTTP` compares).
 */
export function bcryptOf(text: string): BcryptReading {
  const costStart = text[2] === '$' ? 3 : 4;
  const why = flawIn(text, costStart);
  if (why !== undefined) {
    const form = /^\$2.?\$/.test(text) ? why : foreignFormOf(text);
    return { kind: 'not a hash', why: form, isRefused: isRefused(text) };
  }
  const version = text.slice(1, costStart - 1);
  return { kind: 'hash', cost: Number(text.slice(costStart, costStart + 2)), version };
}

/** True for what `bcrypt.Cost` has an error for: it looks at the length in bytes, the version and the cost. */
function isRefused(text: string): boolean {
  const bytes = Buffer.from(text.slice(0, SHORTEST), 'utf8');
  if (bytes.length < SHORTEST) return true;
  const start = bytes.toString('latin1');
  const costStart = start[2] === '$' ? 3 : 4;
  const cost = start.slice(costStart, costStart + 2);
  const isCost = /^(?:\d\d|\+\d)$/.test(cost) && Number(cost) >= 4 && Number(cost) <= 31;
  return start[0] !== '$' || start.charCodeAt(1) > LAST_MAJOR_VERSION || !isCost;
}

/** What keeps a text that begins as a bcrypt hash from being one. */
function flawIn(text: string, costStart: number): string | undefined {
  const cost = text.slice(costStart, costStart + 2);
  const saltStart = costStart + 3;
  const digestStart = saltStart + SALT_LENGTH;
  const end = digestStart + DIGEST_LENGTH;
  if (!/^\$[!-2][!-~]/.test(text)) return 'it does not begin as a bcrypt hash';
  if (!/^\d\d$/.test(cost)) return 'its cost is not two digits';
  if (Number(cost) < 4 || Number(cost) > 31) return `its cost is ${Number(cost)}, outside 4 to 31`;
  if (text.length < end) return `it is ${text.length} characters long and a hash has ${end}: it was cut off`;
  if (/[^!-~]/.test(text.slice(0, saltStart))) return 'it does not begin as a bcrypt hash';
  if (!isOfAlphabet(text.slice(saltStart, digestStart))) return 'its salt has a character outside the bcrypt alphabet';
  if (!isOfAlphabet(text.slice(digestStart, end))) return 'its digest has a character outside the bcrypt alphabet';
  return LAST_OF_DIGEST.includes(text.charAt(end - 1)) ? undefined : 'its last character is none that a hash ends with';
}

function isOfAlphabet(text: string): boolean {
  return !/[^./A-Za-z0-9]/.test(text);
}

/** What a text is that does not even begin as a bcrypt hash. */
function foreignFormOf(text: string): string {
  const start = text.slice(0, 128);
  if (text.trim() === '') return 'it is empty';
  if (start.startsWith('$$2')) return 'its dollar signs are doubled, as in a compose file';
  if (start.startsWith('\\$2')) return 'its dollar signs are escaped with backslashes, as in a shell';
  if (/^\s+\$2/.test(start)) return 'it begins with white space';
  if (/^['"]\$2/.test(start)) return 'quotation marks are a part of it';
  if (/^(?:\$\{|\$\(|\{\{|\$[A-Z_][A-Z0-9_]*$)/.test(start))
    return 'it is a variable, and Prometheus puts in no value here';
  if (/^[^:$]{1,64}:\$(?:2.?|apr1|[156])\$/.test(start)) return 'it holds the user name too (user:hash)';
  const other = OTHER_HASHES.find(([prefix]) => start.startsWith(prefix));
  if (other !== undefined) return other[1];
  const digest = HEXADECIMAL_DIGESTS.get(text.length);
  if (digest !== undefined && /^[0-9a-f]+$/i.test(text)) return `it has the form of a hexadecimal ${digest} digest`;
  if (/^[abxy]\d[./][./A-Za-z0-9]{15,}$/.test(start)) return 'it is what a shell leaves of a hash in double quotes';
  return 'it is plain text';
}
