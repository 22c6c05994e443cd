import type { DialectId, YamlDocument } from '../../documents/document.ts';

// Those with TLS settings; ICMP has none.
const DIALECTS: ReadonlySet<DialectId> = new Set(['blackbox', 'helm-values', 'ansible-variables']);
const PROBERS = new Set(['http', 'tcp', 'dns', 'grpc', 'unix', 'websocket']);

/**
 * The module of the blackbox exporter that keys lead into, and with what it probes; `undefined` for other keys
 * (prometheus/blackbox_exporter config/config.go v0.28).
 */
export function moduleAt(
  keys: readonly string[],
  { dialect }: Pick<YamlDocument, 'dialect'>,
): { readonly name: string; readonly prober: string } | undefined {
  if (!DIALECTS.has(dialect)) return undefined;
  const index = keys.indexOf('modules');
  const [name, prober] = index === -1 ? [] : keys.slice(index + 1);
  return name === undefined || prober === undefined || !PROBERS.has(prober) ? undefined : { name, prober };
}
