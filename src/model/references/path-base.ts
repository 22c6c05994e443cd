import type { DialectId, YamlDocument } from '../../documents/document.ts';
import { camelOf } from '../role.ts';
import type { Place } from '../walk.ts';

// They join no path with the folder of the file.
const OF_PROCESS: ReadonlySet<DialectId> = new Set<DialectId>([
  'opentelemetry',
  'grafana-agent',
  'promxy',
  'thanos',
  'blackbox',
  'ansible-variables',
]);
// Alertmanager joins the paths of HTTP clients alone with its folder, but for those of incident.io
// (prometheus/alertmanager config/config.go v0.34, resolveFilepaths).
const UNJOINED = new Set(['smtpTlsConfig', 'emailConfigs', 'incidentioConfigs', 'tracing']);

/** True where a relative path starts from the working directory, whatever the field. */
export function isOfProcess({ keys }: Pick<Place, 'keys'>, { dialect, spelling }: YamlDocument): boolean {
  if (dialect === 'alertmanager') return keys.some(key => UNJOINED.has(camelOf(key)));
  return OF_PROCESS.has(dialect) || spelling !== 'snake';
}
