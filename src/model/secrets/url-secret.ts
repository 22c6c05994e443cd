import type { YamlNode } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import { looksRandom, secretKindOf } from './secret-name.ts';

// The password of a URL's user information (RFC 3986, 3.2.1), or all of it where there is none, and query parameters
// that are named for a secret. Bounded, so that the time stays linear whatever the text holds.
const URL_SECRETS = [
  /:\/\/(?:[^\s/?#:@]{0,200}:)?(?<secret>[^\s/?#]{1,500})@/dg,
  /[?&][\w-]{0,50}(?:token|key|secret|password|passwd|signature|auth)[\w-]{0,50}=(?<secret>[^\s&#"']{1,2000})/dgi,
];

/** The secrets in the URLs that are written in a node, its comments too: to be masked wherever the text is shown. */
export function urlSecretsIn({ source, start, end }: YamlNode): readonly Span[] {
  const text = source.text.slice(start, end);
  return URL_SECRETS.flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(({ indices }) => {
      const [from, to] = indices?.groups?.['secret'] ?? [];
      return from === undefined || to === undefined ? [] : [source.span(start + from, start + to)];
    }),
  );
}

/** A secret in a URL, in offsets of the URL. */
export interface UrlSecret {
  /** What it is, in words. */
  readonly kind: string;
  /** `user` is a token in the place of the user name, without a password. */
  readonly part: 'password' | 'user' | 'query';
  readonly start: number;
  readonly end: number;
  /** The secret, percent-decoded. */
  readonly text: string;
}

const URL_UNITS = 8192;
const TEMPLATES = /\{\{.*?\}\}|<%.*?%>|[$%#]\{[^{}]*\}|\$\([^()]*\)/gs;
const BEFORE_QUERY =
  /^(?:[a-z][\w+.-]*:\/\/(?:(?<user>[^\s/?#:]*)(?::(?<password>[^\s/?#]*))?@)?)?[^\s?#]*(?=[?#]|$)/di;
const PARAMETERS = /[?&](?<name>[^=&#\s]+)=(?<value>[^&#\s]+)/dg;

/** The secrets in a text that is a URL as a whole, or a path with a query; none in any other. */
export function secretsOfUrl(url: string): readonly UrlSecret[] {
  if (url.length > URL_UNITS) return [];
  // What a template holds has no meaning for the URL.
  const shape = url.replace(TEMPLATES, template => 'x'.repeat(template.length)).trimEnd();
  const before = /\s/.test(shape) ? null : BEFORE_QUERY.exec(shape);
  if (before === null) return [];
  const { user, password } = before.indices?.groups ?? {};
  return [...userSecrets(url, user, password), ...querySecrets(url, shape, before[0].length)];
}

type Range = readonly [start: number, end: number];

function* userSecrets(url: string, user: Range | undefined, password: Range | undefined): Generator<UrlSecret> {
  if (password !== undefined && password[0] < password[1]) yield secretAt(url, password, 'password', 'password');
  const isAlone = password === undefined || password[0] === password[1];
  if (isAlone && user !== undefined && looksRandom(url.slice(...user))) yield secretAt(url, user, 'token', 'user');
}

function* querySecrets(url: string, shape: string, from: number): Generator<UrlSecret> {
  const hash = shape.indexOf('#', from);
  for (const { indices } of shape.slice(0, hash === -1 ? undefined : hash).matchAll(PARAMETERS)) {
    const { name, value } = indices?.groups ?? {};
    if (name === undefined || value === undefined) continue;
    const kind = secretKindOf(url.slice(...name), url.slice(...value));
    if (kind !== undefined) yield secretAt(url, value, kind, 'query');
  }
}

function secretAt(url: string, [start, end]: Range, kind: string, part: UrlSecret['part']): UrlSecret {
  return { kind, part, start, end, text: percentDecoded(url.slice(start, end)) };
}

/** The text that Go sends; as it stands where the escapes are none. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
