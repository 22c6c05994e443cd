import type { YamlNode } from '../parse/yaml-node.ts';
import type { Span } from '../text/source.ts';

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
