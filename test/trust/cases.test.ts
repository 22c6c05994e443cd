import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { pemOf } from '../../src/parse/pem.ts';
import type { Pem } from '../../src/parse/pem.ts';
import { SourceFile } from '../../src/text/source.ts';
import { handshakeVerdict } from '../../src/trust/handshake.ts';
import { authoritiesIn, caFault, clientPairFault } from './loading.ts';
import type { NamedFile } from './loading.ts';
import type { Profile } from '../../src/trust/profile.ts';
import { DEBIAN } from './profiles.ts';
import { stagedCase } from './recipes.ts';
import type { StagedCase } from './recipes.ts';

interface ObservedCase {
  readonly id: string;
  readonly kind: 'scrape' | 'load';
  readonly description: string;
  readonly served_chain?: readonly string[] | null;
  readonly ca_file_certs?: readonly string[] | null;
  readonly tls_config: {
    readonly ca_file?: string;
    readonly cert_file?: string;
    readonly key_file?: string;
    readonly server_name?: string;
    readonly min_version?: string;
    readonly insecure_skip_verify?: boolean;
  };
  readonly target: string;
  /** What Prometheus 2.42 says; null where it is content. Later versions say the same unless they have their own. */
  readonly error242: string | null;
  readonly error253?: string | null;
  readonly error353?: string | null;
  readonly error353strict?: string | null;
}

const { cases } = JSON.parse(readFileSync('test/trust/fixtures/tls-cases.json', 'utf8')) as {
  readonly cases: readonly ObservedCase[];
};

const NOW = new Date('2026-11-21T08:30:00Z');

const SYSTEM_ROOTS = authoritiesIn(pemIn(Buffer.from(rootCertificates.join('\n'))), DEBIAN['2.42']);

function pemIn(content: Buffer): Pem {
  const hasMark = content.toString('utf8').startsWith('\uFEFF');
  return pemOf(new SourceFile('any.pem', content.toString('utf8').replace(/^\uFEFF/, ''), hasMark));
}

function fileIn({ files }: StagedCase, path: string | undefined): NamedFile | undefined {
  if (path === undefined) return undefined;
  const content = files.get(path) ?? 'missing';
  return { path, content: typeof content === 'string' ? content : pemIn(content) };
}

/** What Prometheus says first, with placeholders for dates; null where it is content. */
function errorOf(row: ObservedCase, profile: Profile): string | null {
  const staged = stagedCase(row, NOW);
  const { ca_file, cert_file, key_file, insecure_skip_verify = false, server_name, min_version } = row.tls_config;
  const ca = fileIn(staged, ca_file);
  const loadingFault =
    (ca && caFault(ca, profile)) ?? clientPairFault(fileIn(staged, cert_file), fileIn(staged, key_file), profile);
  if (loadingFault !== undefined) return loadingFault;
  const { protocol, hostname } = new URL(row.target);
  const verdict = handshakeVerdict({
    client: {
      insecureSkipVerify: insecure_skip_verify,
      ...(server_name !== undefined && { serverName: server_name }),
      ...(min_version !== undefined && { minVersion: min_version }),
      roots: {
        from: ca === undefined ? 'system' : 'file',
        certificates: typeof ca?.content === 'object' ? authoritiesIn(ca.content, profile) : SYSTEM_ROOTS,
      },
    },
    target: { scheme: protocol === 'http:' ? 'http' : 'https', host: hostname.replace(/^\[|\]$/g, '') },
    served: staged.served,
    now: NOW,
    profile,
  });
  if (verdict.isAccepted) return null;
  const refusal = verdict.refusals.find(({ kind }) => row.kind === 'scrape' || kind === 'configuration');
  return refusal?.text.replace(/time \S+ is (after|before) \S+/, 'time <now> is $1 <date>') ?? null;
}

/** Without why a key cannot be parsed, which Go 1.27 adds: by which of three parsers gave up how. */
function comparable(text: string | null): string | null {
  return text?.replace(/(tls: failed to parse private key): .*/, '$1') ?? null;
}

test.each(cases.map(row => [row.id, row.description, row] as const))('%s: %s', (_, __, row) => {
  const error253 = row.error253 === undefined ? row.error242 : row.error253;
  const error353 = row.error353 === undefined ? row.error242 : row.error353;
  const error353strict = row.error353strict === undefined ? error353 : row.error353strict;
  expect({
    '2.42': errorOf(row, DEBIAN['2.42']),
    // How 2.53 loads files was not observed.
    '2.53': row.kind === 'load' ? error253 : errorOf(row, DEBIAN['2.53']),
    '3.5': errorOf(row, DEBIAN['3.5']),
    '3.5 strict': errorOf(row, DEBIAN['3.5 strict']),
  }).toEqual({
    '2.42': row.error242,
    '2.53': error253,
    '3.5': comparable(error353),
    '3.5 strict': comparable(error353strict),
  });
});
