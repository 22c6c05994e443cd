import type { YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf } from '../../parse/yaml-node.ts';
import { literal } from '../../text/written.ts';
import type { Mapping } from '../mapping.ts';
import type { Reference, TlsClient } from '../model.ts';
import { entryBehind, ownEntry } from '../own-entry.ts';
import type { TlsEntries } from './tls-settings.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Place } from '../walk.ts';

// Kinds whose `tlsConfig` has no field that names a file, so that the API server drops one that is written
// (prometheus-operator pkg/apis/monitoring/v1/types.go, SafeTLSConfig).
const WITHOUT_FILES = new Set(['PodMonitor', 'Probe', 'ScrapeConfig', 'AlertmanagerConfig', 'Alertmanager']);

// What is missed where it is absent.
const REFERRING = ['ca', 'caFile', 'cert', 'certFile', 'key', 'keyFile', 'keySecret', 'serverName'];
// What a provider of secrets has (prometheus/common config/http_config.go, TLSConfig) stands in no file.
const PROVIDED = ['caRef', 'certRef', 'keyRef'];

/** The TLS settings of a mapping: in a block of their own, or, in Helm values, beside the others. */
export function tlsClientsOf(place: Place, document: YamlDocument, mapping: Mapping): readonly TlsClient[] {
  const name = blockNameAt(place, document);
  const block = mapping.pair(name);
  if (block?.value.kind === 'map') {
    const comparesVersions = document.group === 'monitoring.coreos.com';
    const form = { at: spanOf(block.key), takesFiles: takesFiles(place, document), comparesVersions, isBeside: false };
    return mapping.mappings(name).map(tls => tlsClientOf(tls, form));
  }
  if (block?.value.kind === 'scalar' && holdsTemplate(block.value.text)) {
    return [{ at: spanOf(block.key), isTemplated: true, spelled: spellingIn(mapping) }];
  }
  const flag = mapping.pair('insecureSkipVerify');
  if (flag === undefined) return [];
  return [tlsClientOf(mapping, { at: spanOf(flag.key), takesFiles: true, comparesVersions: false, isBeside: true })];
}

/** The field that has the TLS settings of a client, in camel case. */
export function blockNameAt({ keys }: Place, { dialect, group, kind }: YamlDocument): string {
  if (keys.at(-1) === 'global' && dialect !== 'operator') return 'smtpTlsConfig';
  if (group === 'monitoring.googleapis.com') return 'tls';
  return kind === 'Alertmanager' && keys.at(-1) === 'clusterTLS' ? 'client' : 'tlsConfig';
}

/** `oauth2` has the form without files in every kind; VictoriaMetrics, which spells both ways, has one form alone. */
function takesFiles({ keys }: Place, { dialect, kind = '', spelling }: YamlDocument): boolean {
  return dialect !== 'operator' || spelling === 'either' || !(WITHOUT_FILES.has(kind) || keys.at(-1) === 'oauth2');
}

interface Form {
  readonly at: TlsClient['at'];
  readonly takesFiles: boolean;
  readonly comparesVersions: boolean;
  /** True where the settings stand among others, so that more may stand elsewhere. */
  readonly isBeside: boolean;
}

function tlsClientOf(tls: Mapping, { at, takesFiles: hasFiles, comparesVersions, isBeside }: Form): TlsClient {
  const fileField = (field: string): string | undefined => (hasFiles ? field : undefined);
  const flag = tls.boolean('insecureSkipVerify');
  const ca = referenceOf(tls, 'ca', fileField('caFile'));
  const cert = referenceOf(tls, 'cert', fileField('certFile'));
  const key = referenceOf(tls, 'key', fileField('keyFile')) ?? referenceOf(tls, 'keySecret', undefined);
  const serverName = tls.text('serverName');
  const own = isBeside ? undefined : entriesOf(tls, ca);
  const minVersion = tls.text('minVersion');
  const maxVersion = tls.text('maxVersion');
  return {
    at,
    isTemplated: tls.isTemplated || isBeside || tls.leavesOut(REFERRING) || PROVIDED.some(field => tls.has(field)),
    spelled: spellingIn(tls),
    ...(own === undefined ? {} : { own }),
    ...(flag === undefined ? {} : { insecureSkipVerify: { ...flag, field: tls.spelled('insecureSkipVerify') } }),
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined || literal(serverName)?.value === '' ? {} : { serverName }),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ...(comparesVersions ? { comparesVersions } : {}),
  };
}

function entriesOf(tls: Mapping, caReference: Reference | undefined): TlsEntries {
  const insecureSkipVerify = ownEntry(tls, 'insecureSkipVerify');
  const ca = ownEntry(tls, caReference?.to === 'file' ? 'caFile' : 'ca');
  const serverName = ownEntry(tls, 'serverName');
  const any = ca ?? insecureSkipVerify ?? serverName ?? entryBehind(tls, []);
  return {
    ...(insecureSkipVerify === undefined ? {} : { insecureSkipVerify }),
    ...(ca === undefined ? {} : { ca }),
    ...(serverName === undefined ? {} : { serverName }),
    ...(any === undefined ? {} : { any }),
  };
}

const IN_SNAKE: TlsClient['spelled'] = { cert: 'cert_file', key: 'key_file', serverName: 'server_name' };

/** How a document spells the fields of the block, in the form that its kind of block has. */
function spellingIn(tls: Mapping): TlsClient['spelled'] {
  if (tls.spelling === 'snake') return IN_SNAKE;
  const isSnake = tls.spelled('serverName').includes('_');
  const hasFile = isSnake || tls.has('certFile') || tls.has('keyFile');
  return {
    cert: hasFile ? tls.spelled('certFile') : 'cert',
    key: hasFile ? tls.spelled('keyFile') : 'keySecret',
    serverName: tls.spelled('serverName'),
  };
}

/**
 * Where the value of a field is to be had: the file named beside it, the object it refers to, or the text that is
 * written here.
 *
 * @param fileField the field that names a file, where there is one.
 */
export function referenceOf(mapping: Mapping, field: string, fileField: string | undefined): Reference | undefined {
  const path = fileField === undefined ? undefined : mapping.text(fileField);
  if (fileField !== undefined && path !== undefined && literal(path)?.value !== '') {
    return { to: 'file', path, field: mapping.spelled(fileField) };
  }
  const pair = mapping.pair(field);
  if (pair === undefined) return undefined;
  const isEmpty = pair.value.kind === 'map' ? pair.value.pairs.length === 0 : isNull(pair.value);
  if (isEmpty) return undefined;
  return { to: pair.value.kind === 'scalar' ? 'inline' : 'object', at: spanOf(pair.value), field: pair.key.text };
}
