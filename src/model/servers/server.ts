import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { renamingEdit } from '../../parse/entry-edits.ts';
import { isNull, spanOf } from '../../parse/yaml-node.ts';
import { literal } from '../../text/written.ts';
import type { Mapping } from '../mapping.ts';
import type { Reference, Server } from '../model.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { encryptionOf, rateLimitOf, serverHttpOf, serverTlsOf } from './server-block.ts';
import { usersIn } from './server-user.ts';
import { referenceOf } from '../clients/tls-client.ts';
import { pathBelow, type Place } from '../walk.ts';

// The exporter toolkit's spelling; a camel-case field of that name in a chart holds passwords, not hashes.
const FILE_FIELDS = new Set(['basic_auth_users', 'tls_server_config']);
// The web server of a resource of the operator, and of the values that a chart makes one of.
const WEB_PLACE = /^spec\.web$|Spec\.web$/;
const WEB_FIELDS = new Set(['tlsConfig', 'httpConfig']);
const GOSSIP_PLACE = /(?:^|\.)clusterTLS\.server$/;
const VICTORIA_METRICS = 'operator.victoriametrics.com';

/** Where the settings of a server stand, and what its blocks are called; gossip has its TLS settings in no block. */
interface Form {
  readonly kind: 'file' | 'web' | 'gossip';
  readonly tls?: string;
  readonly http?: string;
}

/** The servers that a mapping configures with the fields of a `web.yml` or of a resource: none, or one. */
export function serversAt(place: Place, document: YamlDocument): readonly Server[] {
  const form = formAt(place, document);
  if (form === undefined) return [];
  return place.mappings.flatMap(mapping => {
    const blocks = form.tls === undefined ? [mapping] : mapping.mappings(form.tls);
    const https = form.http === undefined ? [] : mapping.mappings(form.http);
    // One for each reading of its blocks, of which the shorter go on with their last.
    return Array.from({ length: Math.max(blocks.length, https.length, 1) }, (_, reading) =>
      serverOf(place, document, {
        mapping,
        form,
        settings: blocks[reading] ?? blocks.at(-1),
        http: https[reading] ?? https.at(-1),
      }),
    );
  });
}

function formAt(place: Place, document: YamlDocument): Form | undefined {
  const { map, keys, isItem } = place;
  const isFile = document.dialect === 'web-config' && keys.length === 0;
  if (isFile || map.pairs.some(({ key }) => FILE_FIELDS.has(key.text))) {
    return { kind: 'file', tls: 'tlsServerConfig', http: 'httpServerConfig' };
  }
  if (isItem || !(document.dialect === 'operator' || document.dialect === 'helm-values')) return undefined;
  const where = keys.join('.');
  if (GOSSIP_PLACE.test(where)) return { kind: 'gossip' };
  const isWeb = WEB_PLACE.test(where) && map.pairs.some(({ key }) => WEB_FIELDS.has(key.text));
  return isWeb ? { kind: 'web', tls: 'tlsConfig', http: 'httpConfig' } : undefined;
}

/** One reading of a server. */
interface Reading {
  readonly mapping: Mapping;
  readonly form: Form;
  /** The mapping that has the TLS settings. */
  readonly settings: Mapping | undefined;
  readonly http: Mapping | undefined;
}

function serverOf(place: Place, document: YamlDocument, { mapping, form, settings, http }: Reading): Server {
  const blockPair = form.tls === undefined ? undefined : mapping.pair(form.tls);
  const block = settings?.keys.length === 0 ? undefined : settings;
  const tls = block && serverTlsOf(block, blockPair === undefined ? spanOf(place.map) : spanOf(blockPair.key));
  const isTemplate = blockPair?.value.kind === 'scalar' && holdsTemplate(blockPair.value.text);
  const isUnsure = isTemplate || mapping.isOpen('basicAuthUsers');
  const isComplete = isWhole(document) && !mapping.isTemplated && !isUnsure && block?.isTemplated !== true;
  const isFile = document.dialect === 'web-config';
  const users = form.kind === 'file' && !areHashedLater(document) ? mapping.pair('basicAuthUsers') : undefined;
  const rateLimit = form.kind === 'file' ? rateLimitOf(mapping) : undefined;
  const encryption = (block && encryptionOf(block)) ?? 'plain';
  const misnamed = isFile ? misnamedBlockOf(mapping) : undefined;
  return {
    document: identityOf(document),
    label: labelOf(place, document, form),
    path: place.path,
    isComplete,
    protocol: form.kind === 'gossip' ? 'gossip' : 'http',
    isOfOperator: document.dialect === 'operator',
    ...usersIn(users, pathBelow(place.path, users?.key.text ?? ''), isFile),
    ...referencesIn(block),
    encryption: encryption === 'plain' && !isComplete ? 'unknown' : encryption,
    clientCertificates: clientCertificatesOf(tls, isComplete),
    ...(tls === undefined ? {} : { tls }),
    ...(http === undefined ? {} : { http: serverHttpOf(http) }),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(misnamed === undefined ? {} : { misnamed }),
  };
}

/** True where a role of Ansible makes hashes of the passwords that stand there. */
function areHashedLater({ dialect }: YamlDocument): boolean {
  return dialect === 'ansible-variables';
}

/** False where other values, or another tool, put in what is missing here. */
function isWhole({ dialect, group }: YamlDocument): boolean {
  return dialect !== 'helm-values' && group !== VICTORIA_METRICS;
}

function referencesIn(tls: Mapping | undefined): Partial<Record<'cert' | 'key' | 'clientCa', Reference>> {
  if (tls === undefined) return {};
  const cert = referenceOf(tls, 'cert', 'certFile');
  const key = referenceOf(tls, 'key', 'keyFile') ?? referenceOf(tls, 'keySecret', undefined);
  const clientCa = referenceOf(tls, 'clientCa', 'clientCaFile') ?? referenceOf(tls, 'client_ca', 'clientCAFile');
  return {
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(clientCa === undefined ? {} : { clientCa }),
  };
}

const CLIENT_CERTIFICATES: ReadonlyMap<string, Server['clientCertificates']> = new Map([
  ['NoClientCert', 'none'],
  ['RequestClientCert', 'asked'],
  ['VerifyClientCertIfGiven', 'asked'],
  ['RequireAnyClientCert', 'demanded'],
  ['RequireClientCert', 'demanded'],
  ['RequireAndVerifyClientCert', 'demanded'],
]);

function clientCertificatesOf(tls: Server['tls'], isComplete: boolean): Server['clientCertificates'] {
  if (tls?.clientAuthType === undefined) return isComplete ? 'none' : 'unknown';
  return CLIENT_CERTIFICATES.get(literal(tls.clientAuthType)?.value ?? '') ?? 'unknown';
}

// What both have, and clients have not.
const SERVER_FIELD = /^(?:cert|key)(?:_file)?$|^client_|^(?:min|max)_version$|^cipher_suites$|^curve_preferences$/;

/** The settings of a client in the place of those of the server, which `prometheus.yml` calls `tls_config`. */
function misnamedBlockOf(mapping: Mapping): Server['misnamed'] {
  const pair = mapping.pair('tlsConfig');
  if (pair === undefined || mapping.has('tlsServerConfig') || isNull(pair.value)) return undefined;
  const edit = renamingEdit(mapping.node, pair.key, 'tls_server_config');
  const isOfServer = mapping.mappings('tlsConfig').every(block => block.keys.every(key => SERVER_FIELD.test(key)));
  return {
    value: pair.key.text,
    span: spanOf(pair.key),
    ...(edit === undefined ? {} : { mending: { edits: [edit], isCertain: isOfServer } }),
  };
}

/** What messages call a server. */
function labelOf({ path }: Place, { dialect, kind = '', name }: YamlDocument, { kind: form }: Form): string {
  const role = form === 'gossip' ? 'the gossip server' : form === 'web' ? 'the web server' : 'the server';
  if (dialect === 'web-config') return role;
  const slash = name.indexOf('/');
  return slash === -1 ? `${role} at ${path}` : `${role} of ${kind} "${name.slice(slash + 1)}"`;
}
