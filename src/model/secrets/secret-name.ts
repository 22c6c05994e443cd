// What the end of a name says of its value. Names of headers and parameters have words apart: `X-Api-Key`, `api_key`.
const KINDS: readonly (readonly [name: RegExp, kind: string])[] = [
  [/passw(?:or)?d$|(?:^|[-_.])(?:pass|pwd)$/i, 'password'],
  [/passphrase$/i, 'passphrase'],
  [/client[-_]?secret$/i, 'client secret'],
  // A page of an answer is none, nor what keeps a form from being forged.
  [/(?<!(?:page|next|continue|continuation|cursor|[cx]srf)[-_]?)token$/i, 'token'],
  [/api[-_]?key$/i, 'API key'],
  [/(?:^|[-_.])sig(?:nature)?$|[a-z]Signature$/i, 'signature'],
  [/(?:^|[-_.])cookie$/i, 'cookie'],
  [/^(?:proxy-)?authorization$|credentials?$/i, 'credential'],
  [/secret$/i, 'secret'],
  [/client[-_]?assertion$/i, 'client assertion'],
];
const NAME_UNITS = 100;
// Names that say little: only a value that looks like one makes it a secret.
const KEY = /key$|(?:^|[-_.])auth$/i;
const SCHEME = /^\s*(?:Bearer|Basic|Token)\s+/i;
const AUTHORIZATION = /^\s*(?:Bearer|Basic)\s+\S+\s*$/i;

// Tokens of GitHub, GitLab, Grafana, Slack, Vault, DigitalOcean, Stripe, New Relic and npm; JSON web tokens.
const MARKED_TOKEN =
  /^(?:gh[oprsu]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|gl(?:sa|c)_\w{20}|xox[abprs]-\w{10}|hv[sb]\.\w{20}|do[opr]_v1_\w{20}|sk_live_\w{16}|NRAK-\w{20}|npm_\w{20}|eyJ[\w-]{10,}\.eyJ[\w-]{10})/;
const RUN = /[A-Za-z0-9]{16,}/g;
// A number at the end of a word makes one, and dates a few; random characters make many.
const LEAST_CHANGES = 4;
const TOKEN_UNITS = 4096;

/**
 * The kind of secret that a header or parameter carries, in words for messages, as its name tells, or its value;
 * `undefined` where it is none.
 */
export function secretKindOf(name: string, value: string): string | undefined {
  if (name.length > NAME_UNITS) return undefined;
  const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1];
  if (kind !== undefined) return kind;
  if (KEY.test(name) && looksRandom(value)) return 'key';
  if (AUTHORIZATION.test(value)) return 'credential';
  return MARKED_TOKEN.test(value.trim()) ? 'token' : undefined;
}

/** The secret in the value of a header, behind the scheme of an `Authorization`. */
export function withoutScheme(value: string): string {
  return value.slice(SCHEME.exec(value)?.[0].length ?? 0);
}

/** True for text that nobody makes up: it has the mark of a token, or a long run of letters and digits by turns. */
export function looksRandom(text: string): boolean {
  if (text.length > TOKEN_UNITS) return false;
  return MARKED_TOKEN.test(text) || [...text.matchAll(RUN)].some(([run]) => changesIn(run) >= LEAST_CHANGES);
}

/** How often a letter follows a digit, or a digit a letter. */
function changesIn(run: string): number {
  return run.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0;
}
