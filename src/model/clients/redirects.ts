import type { Redirects } from './client-settings.ts';
import type { Mapping } from '../mapping.ts';
import { discoveryOf } from '../role.ts';
import type { Place } from '../walk.ts';

// They build a client of their own around the settings, and `follow_redirects` is lost (discovery/* of Prometheus 3.14).
const PASSES_OVER_REDIRECTS =
  /^(?:digitalocean|docker|dockerswarm|eureka|hetzner|ionos|kubernetes|linode|marathon|outscale|stackit|uyuni|vultr)$/i;

/** What the client of a mapping does with redirects. */
export function redirectsOf({ keys, isItem }: Place, mapping: Mapping, isOfTracing: boolean): Redirects {
  const areFollowed = mapping.boolean('followRedirects');
  const discovery = isItem ? discoveryOf(keys.at(-1) ?? '') : undefined;
  return {
    field: mapping.spelled('followRedirects'),
    // Its settings do not get the defaults of the others (discovery/aws, UnmarshalYAML). Traces are sent by a client of
    // their own.
    areFollowedByDefault: discovery !== 'aws' && !isOfTracing,
    isOptionIgnored: PASSES_OVER_REDIRECTS.test(discovery ?? ''),
    ...(areFollowed === undefined ? {} : { areFollowed }),
  };
}
