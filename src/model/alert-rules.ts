import { candidateOf } from '../documents/candidate.ts';
import { isJsonnet } from '../documents/jsonnet.ts';
import { isWide, textOf } from '../parse/encoding.ts';
import type { FileTree } from '../text/file-tree.ts';

/** What the alert rules of a repository watch, whatever the dialect they are written in. */
export interface AlertRules {
  /** True when there are any. */
  readonly exist: boolean;
  /** True when a metric that tells when certificates end is named beside them, or anywhere else. */
  readonly watchCertificates: boolean;
}

const ALERT = /(?:^|[\s{,[-])["']?alert["']?[ \t]*:/m;
const EXPRESSION = /\bexpr["']?[ \t]*:/;
// Of the exporters that look at certificates, all of whose metrics are called so: the blackbox exporter, cert-manager,
// x509-certificate-exporter, ssl_exporter, Telegraf, Traefik, Envoy, ingress-nginx. Not the API server's, which speaks of
// the certificates of its clients.
const METRIC =
  /(?<![a-z0-9_])(?!apiserver_client_)[a-z0-9_]{0,60}(?:cert|x509|ssl|tls)[a-z0-9_]{0,60}_(?:not_?after|expir|enddate|renewal)/;
const RULES_NAME = /\.(?:rules|alerts)$/i;

/** Looks at the bytes of every file that may hold rules, none of which is parsed. */
export function alertRulesIn(files: Pick<FileTree, 'paths' | 'read'>): AlertRules {
  let exist = false;
  for (const path of files.paths) {
    if (!mayHoldAlertRules(path)) continue;
    const content = files.read(path);
    if (content === undefined || 'reason' in content) continue;
    const rules = alertRulesOf(content.bytes);
    if (rules.watchCertificates) return rules;
    exist ||= rules.exist;
  }
  return { exist, watchCertificates: false };
}

/** True where the name of a file allows that it holds alert rules. */
export function mayHoldAlertRules(path: string): boolean {
  return candidateOf(path) === 'yaml' || isJsonnet(path) || RULES_NAME.test(path);
}

/** What there is in one file. */
export function alertRulesOf(bytes: Uint8Array): AlertRules {
  const text = searchedText(bytes);
  if (METRIC.test(text)) return { exist: true, watchCertificates: true };
  return { exist: ALERT.test(text) && EXPRESSION.test(text), watchCertificates: false };
}

/** All that is looked for is ASCII, for which nothing has to be decoded but UTF-16. */
function searchedText(bytes: Uint8Array): string {
  const decoding = isWide(bytes) ? textOf(bytes) : undefined;
  if (decoding !== undefined && 'text' in decoding) return decoding.text;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
