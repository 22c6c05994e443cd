import type { Problem } from '../findings/finding.ts';
import type { Client } from '../model/model.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const redirectsCarryCredentials: Rule = {
  id: 'redirects-carry-credentials',
  severity: 'note',
  isPedantic: true,
  judgesKeysAlone: true,
  summary: 'A redirect takes credentials to another host',
  explanation: `Prometheus follows redirects unless told otherwise. Since 3.13 it keeps \`Authorization\` and a few headers like it from other
hosts, and before that from none; a header of your own, such as \`X-Api-Key\`, goes to every host in all versions. A target
that was taken over needs one answer to collect it.

Set \`follow_redirects: false\` where the target has no reason to redirect. Several service discoveries pass over that option
and follow all the same, and it is said where it is set on one.

Off unless asked for: targets that redirect to strangers are few, and those that redirect at all need the option.`,
  bad: {
    'prometheus.yml': `remote_write:
  - url: https://metrics.example.com/api/v1/write
    http_headers:
      X-Api-Key: # want: redirects-carry-credentials
        files: [secrets/api-key]
`,
  },
  good: {
    'prometheus.yml': `remote_write:
  - url: https://metrics.example.com/api/v1/write
    follow_redirects: false
    http_headers:
      X-Api-Key:
        files: [secrets/api-key]
`,
  },
  *check({ clients }) {
    for (const client of clients) {
      const { areFollowed, areFollowedByDefault, isOptionIgnored } = client.redirects;
      const written = literal(areFollowed);
      const isForbidden = written?.value === false;
      if (isForbidden && isOptionIgnored) {
        if (client.authentications.length > 0) yield ignoredOption(client, written.span);
      } else if (areFollowed === undefined ? areFollowedByDefault : written?.value === true) {
        yield* forwardedHeaders(client);
      }
    }
  },
};

// What is not sent on to another host (prometheus/common config/http_config.go v0.69), in lower case.
const WITHHELD = /^(?:authorization|www-authenticate|cookie2?|proxy-auth(?:orization|enticate))$/i;

function ignoredOption({ label, path, redirects }: Client, at: Problem['at']): Problem {
  return {
    at,
    subject: { path, kind: 'redirects' },
    message: `${label} follows redirects with its credentials whatever ${redirects.field} says; do not rely on it, and let nobody else answer in the place of that service`,
  };
}

function* forwardedHeaders({ label, path, authentications, redirects }: Client): Generator<Problem, void> {
  for (const { kind, field, at } of authentications) {
    if (kind !== 'header' || WITHHELD.test(field)) continue;
    const advice = redirects.isOptionIgnored
      ? 'use authorization in its place, which is withheld from other hosts'
      : `set ${redirects.field}: false, unless the target has to redirect`;
    yield {
      at,
      subject: { path, kind: 'header' },
      message: `${label} sends ${field} to whatever host it is redirected to; ${advice}`,
    };
  }
}
