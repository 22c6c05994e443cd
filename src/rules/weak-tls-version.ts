import type { Problem } from '../findings/finding.ts';
import type { Client, Server, TlsClient } from '../model/model.ts';
import { isTemplated, literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const weakTlsVersion: Rule = {
  id: 'weak-tls-version',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A client or a server allows TLS 1.0 or 1.1, or no version at all',
  explanation: `TLS 1.0 and 1.1 rest on MD5 and SHA-1 and were withdrawn by RFC 8996. Go's client begins at TLS 1.2 by itself, so that a
lower \`min_version\` only weakens it: that is a warning. A \`max_version\` below 1.2 alone leaves no version at all, and every
scrape fails with \`tls: no supported versions satisfy MinVersion and MaxVersion\`. Below a \`min_version\` that is set, no scrape
pool is created, and \`promtool\` says nothing. Both are errors.

The same holds for the \`tls_server_config\` of a \`web.yml\`, and for the web server of a resource, whose least version is TLS 1.2 and
whose highest is TLS 1.3 where nothing is written: with \`max_version\` below \`min_version\` the server starts, and every handshake fails.

Remove the setting, or set it to TLS 1.2 or 1.3. Where an old appliance speaks nothing newer, lower \`min_version\` for its job
alone, and ignore the finding with the reason.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: storage
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      min_version: TLS10 # want: weak-tls-version
    static_configs:
      - targets: [storage.internal:9100]
  - job_name: printers
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      max_version: TLS11 # want: weak-tls-version
    static_configs:
      - targets: [printers.internal:9100]
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  min_version: TLS13
  max_version: TLS12 # want: weak-tls-version
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: storage
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      min_version: TLS12
    static_configs:
      - targets: [storage.internal:9100]
`,
  },
  *check({ clients, servers }) {
    for (const { label, path, transport, tls } of clients) {
      const problem = tls === undefined || transport.kind === 'plain' ? undefined : problemOf(tls, label, path);
      if (problem !== undefined) yield problem;
    }
    for (const server of servers) {
      const problem = server.encryption === 'plain' ? undefined : serverProblemOf(server);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf({ minVersion, maxVersion }: TlsClient, label: string, path: Client['path']): Problem | undefined {
  const least = literal(minVersion);
  const most = literal(maxVersion);
  const subject = { path, kind: 'tls version' };
  if (least !== undefined && isWeak(least.value)) {
    const message = `${label} accepts ${named(least.value)}, which RFC 8996 withdrew; write ${strengthened(least.value)}, or remove it`;
    return { at: least.span, subject, message, isMilder: true };
  }
  const isLeastUnknown = minVersion !== undefined && isTemplated(minVersion);
  if (most === undefined || isLeastUnknown || !isWeak(most.value)) return undefined;
  const message = `${label} accepts ${named(most.value)} at most, which is below the least version, so that every connection fails; write ${strengthened(most.value)}, or remove it`;
  return { at: most.span, subject, message };
}

// In their order. The least that a server has where nothing is written is that of the exporter toolkit.
const VERSIONS = ['TLS10', 'TLS11', 'TLS12', 'TLS13'];
const DEFAULT_LEAST = 'TLS12';

function serverProblemOf({ tls, label, path, isComplete }: Server): Problem | undefined {
  const least = literal(tls?.minVersion);
  const most = literal(tls?.maxVersion);
  const subject = { path, kind: 'tls version' };
  const isLeastUnknown = least === undefined && (tls?.minVersion !== undefined || !isComplete);
  const first = VERSIONS.indexOf(least?.value ?? (isLeastUnknown ? '' : DEFAULT_LEAST));
  const last = VERSIONS.indexOf(most?.value ?? '');
  if (most !== undefined && last !== -1 && last < first) {
    const message = `${label} accepts ${named(most.value)} at most, which is below the least version, so that every handshake fails; write ${VERSIONS[first] ?? DEFAULT_LEAST}, or remove it`;
    return { at: most.span, subject, message };
  }
  if (least === undefined || !isWeak(least.value)) return undefined;
  const message = `${label} accepts ${named(least.value)}, which RFC 8996 withdrew; write ${strengthened(least.value)}, or remove it`;
  return { at: least.span, subject, message, isMilder: true };
}

/** Prometheus and the operator write `TLS11`, charts `VersionTLS11` too. */
function isWeak(version: string): boolean {
  return /^(?:Version)?TLS1[01]$/.test(version);
}

function named(version: string): string {
  return `TLS 1.${version.slice(-1)}`;
}

function strengthened(version: string): string {
  return `${version.slice(0, -1)}2`;
}
