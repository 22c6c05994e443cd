import type { Client, Reference, Targets } from '../../src/model/model.ts';
import { isTemplated, type Written } from '../../src/text/written.ts';
import { meaningsIn } from '../meaning.ts';

/** The clients in a file, each on one line and once: what it is called, where it stands, and what is known of it. */
export function clientsIn(path: string, text: string): readonly string[] {
  return [...new Set(meaningsIn(path, text).flatMap(({ clients }) => clients.map(sketchOf)))];
}

function sketchOf({ label, path, scheme, targets, tls }: Client): string {
  const parts = [`${label} at ${path}`];
  if (scheme !== undefined) parts.push(shown(scheme));
  parts.push(`to ${targetsOf(targets)}`);
  if (tls !== undefined) {
    if (tls.isTemplated) parts.push('tls in part unknown');
    if (tls.insecureSkipVerify !== undefined) parts.push(`skip ${shown(tls.insecureSkipVerify)}`);
    for (const name of ['ca', 'cert', 'key'] as const) {
      const reference = tls[name];
      if (reference !== undefined) parts.push(`${name} ${referenceOf(reference)}`);
    }
  }
  return parts.join(' | ');
}

function targetsOf({ hosts, areInCluster, areUnknown }: Targets): string {
  const targets = [...hosts.map(shown), ...(areInCluster ? ['the cluster'] : []), ...(areUnknown ? ['others'] : [])];
  return targets.length === 0 ? 'nobody' : targets.join(', ');
}

function referenceOf(reference: Reference): string {
  return `${reference.field}: ${reference.to === 'file' ? shown(reference.path) : reference.to}`;
}

function shown(written: Written<string | boolean>): string {
  return isTemplated(written) ? `template ${written.template}` : String(written.value);
}
