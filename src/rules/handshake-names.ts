import type { Certificate } from '../model/certificates/certificate.ts';
import type { CertainHandshake } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { literal } from '../text/written.ts';

const NAME = /^[\w-]+(?:\.[\w-]+)*$/;

/** The host names that the leaf has, as a `server_name` could have them. */
export function hostNamesOf({ served: [leaf] }: CertainHandshake): readonly string[] {
  return leaf === undefined ? [] : hostNamesIn(leaf);
}

/** The host names that a certificate has, without wildcards. */
export function hostNamesIn({ fields: { names } }: Certificate): readonly string[] {
  return [...new Set(names?.dns ?? [])].filter(name => NAME.test(name));
}

/** What a target is called in messages: `node1.internal:9100`, `the Pods behind port https`. */
export function addressIn({ target: { host, port, at } }: CertainHandshake): string {
  if (host === undefined) return `the Pods behind port ${printable(at.file.text.slice(at.start, at.end))}`;
  const name = printable(host.includes(':') ? `[${host}]` : host);
  return port === undefined ? name : `${name}:${port}`;
}

/** The name that the certificate has to hold for. */
export function wantedName({ client, target }: CertainHandshake): string {
  return printable(literal(client.tls?.serverName)?.value ?? target.host ?? 'the address of the Pod');
}

/**
 * The name of a leaf that is meant in all likelihood: its only one, else the only one that begins like the host, whose
 * first label is that of the host.
 */
export function likelyNameOf(handshake: CertainHandshake): string | undefined {
  const names = hostNamesOf(handshake);
  const [only, ...others] = names;
  if (others.length === 0) return only;
  const label = labelOf(wantedName(handshake));
  const [alike, ...further] = names.filter(name => labelOf(name) === label);
  return further.length === 0 ? alike : undefined;
}

function labelOf(name: string): string {
  return name.split('.', 1)[0]?.toLowerCase() ?? '';
}
