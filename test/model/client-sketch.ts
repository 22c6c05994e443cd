import type { Client, Reference, Targets, TlsClient, Transport } from '../../src/model/model.ts';
import { isTemplated, type Written } from '../../src/text/written.ts';
import { meaningsIn } from '../meaning.ts';

/** The clients in a file, each on one line and once: what it is called, where it stands, and what is known of it. */
export function clientsIn(path: string, text: string): readonly string[] {
  return [...new Set(meaningsIn(path, text).flatMap(({ clients }) => clients.map(sketchOf)))];
}

function sketchOf(client: Client): string {
  const { label, path, transport, targets, tls, authentications, conflicts, redirects } = client;
  const parts = [`${label} at ${path}`];
  parts.push(...transportOf(transport));
  parts.push(`to ${targetsOf(targets)}`);
  if (tls !== undefined) parts.push(...tlsOf(tls));
  for (const { kind, field, successor } of authentications) {
    parts.push(`${kind} by ${field}${successor === undefined ? '' : ` (now ${successor.words})`}`);
  }
  for (const { fields } of conflicts) parts.push(`either ${fields.map(({ value }) => value).join(' or ')}`);
  if (redirects.areFollowed !== undefined) {
    parts.push(`redirects ${shown(redirects.areFollowed)}${redirects.isOptionIgnored ? ' in vain' : ''}`);
  }
  return parts.join(' | ');
}

/** Nothing for the most common case: plain, since nothing is written. */
function transportOf({ kind, at }: Transport): readonly string[] {
  if (kind === 'unknown') return ['any transport'];
  if (at === undefined) return kind === 'plain' ? [] : ['tls by default'];
  return [kind];
}

function targetsOf({ hosts, areInCluster, areUnknown, areKubelets }: Targets): string {
  const targets = [
    ...hosts.map(shown),
    ...(areInCluster ? ['the cluster'] : []),
    ...(areUnknown ? ['others'] : []),
    ...(areKubelets ? ['kubelets'] : []),
  ];
  return targets.length === 0 ? 'nobody' : targets.join(', ');
}

function tlsOf(tls: TlsClient): readonly string[] {
  const parts: string[] = [];
  if (tls.isTemplated) parts.push('tls in part unknown');
  if (tls.insecureSkipVerify !== undefined) parts.push(`skip ${shown(tls.insecureSkipVerify)}`);
  for (const name of ['ca', 'cert', 'key'] as const) {
    const reference = tls[name];
    if (reference !== undefined) parts.push(`${name} ${referenceOf(reference)}`);
  }
  for (const name of ['serverName', 'minVersion', 'maxVersion'] as const) {
    const value = tls[name];
    if (value !== undefined) parts.push(`${name} ${shown(value)}`);
  }
  return parts;
}

function referenceOf(reference: Reference): string {
  return `${reference.field}: ${reference.to === 'file' ? shown(reference.path) : reference.to}`;
}

function shown(written: Written<string | boolean>): string {
  return isTemplated(written) ? `template ${written.template}` : String(written.value);
}
