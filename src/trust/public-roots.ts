import { platform } from '../parse/current-platform.ts';
import type { Platform } from '../parse/platform.ts';
import { x509FieldsOf, type X509Fields } from '../parse/x509.ts';

const KNOWN = new WeakMap<Platform, readonly X509Fields[]>();

/**
 * The public authorities that Node comes with, which are Mozilla's, in the place of those of the machine that Prometheus
 * runs on. In a browser nobody knows any.
 */
export function publicRoots(): readonly X509Fields[] {
  const known = KNOWN.get(platform());
  if (known !== undefined) return known;
  const roots = platform()
    .publicRoots()
    .flatMap(pem => x509FieldsOf(derOf(pem)) ?? []);
  KNOWN.set(platform(), roots);
  return roots;
}

function derOf(pem: string): Uint8Array {
  return Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64');
}
