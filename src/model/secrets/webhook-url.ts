import { secretNatureOf, type SecretNature } from './secret.ts';
import { secretsOfUrl } from './url-secret.ts';

// Addresses that services give out for one channel, and that whoever knows them can write to.
const CAPABILITIES = [
  /^https:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[^?#]+/i,
  /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/[^/?#]+\/[^?#]+/i,
  /^https:\/\/(?:[\w-]+\.webhook\.office|outlook\.office(?:365)?)\.com\/webhook[^?#]+/i,
  /^https:\/\/hooks\.zapier\.com\/hooks\/[^?#]+/i,
  /^https:\/\/open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/(?:v2\/)?hook\/[^?#]+/i,
  /^https:\/\/api\.telegram\.org\/bot[^/?#]+/i,
  /^https:\/\/events\.pagerduty\.com\/integration\/[^/?#]+/i,
  /^https:\/\/alert\.victorops\.com\/integrations\/generic\/\d+\/alert\/[^/?#]+/i,
];
// The names that are set aside for examples (RFC 2606, RFC 6761), at which nothing answers.
const EXAMPLE_HOST = /^https?:\/\/(?:[^/?#]*[.@])?(?:example(?:\.(?:com|org|net))?|invalid|test)(?::\d+)?(?:[/?#]|$)/i;
// That of Slack's own API, for which the token stands elsewhere.
const API = /^https:\/\/slack\.com\/api\//i;
const ADDRESS = /^https?:\/\/[^/?#]+(?<path>[^?#]*)/i;
const LEAST_TOKEN_UNITS = 10;
const URL_UNITS = 8192;
// The path of Slack's documentation, and what says that it is to be another.
const DOCUMENTED = /\/(?:T0{4,}|T?X{3,}|YOUR|(?:CHANGE|REPLACE)[-_/]?(?:ME|THIS))[^/]*\//i;

/** True for Slack's own API, where the token is sent apart from the URL. */
export function isSlackApi(url: string): boolean {
  return API.test(url);
}

/** True for an address by which alone everybody can write to a channel of a known service. */
export function isCapability(url: string): boolean {
  return url.length <= URL_UNITS && CAPABILITIES.some(pattern => pattern.test(url));
}

/**
 * What stands in the place of the URL of an incoming webhook. One without anything in it that could be kept secret counts
 * as a placeholder.
 */
export function webhookNatureOf(url: string, tag: string | undefined): SecretNature {
  const nature = secretNatureOf(url, tag);
  if (nature !== 'literal' || url.length > URL_UNITS) return nature;
  const path = ADDRESS.exec(url)?.groups?.['path'];
  if (path === undefined || EXAMPLE_HOST.test(url) || API.test(url) || DOCUMENTED.test(path)) return 'placeholder';
  const [named] = secretsOfUrl(url);
  if (named !== undefined) return secretNatureOf(named.text, undefined, 'token');
  const token = path.split('/').findLast(segment => segment !== '') ?? '';
  const isToken = isCapability(url) || (token.length >= LEAST_TOKEN_UNITS && /\d/.test(token) && /[a-z]/i.test(token));
  return isToken ? secretNatureOf(token, undefined, 'token') : 'placeholder';
}
