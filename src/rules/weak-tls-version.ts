import type { Problem } from '../findings/finding.ts';
import type { Client, Server } from '../model/model.ts';
import { literal, type Located, type Written } from '../text/written.ts';
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
  - job_name: cameras
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      min_version: TLS13
      max_version: TLS12 # want: weak-tls-version
    static_configs:
      - targets: [cameras.internal:9100]
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
      if (transport.kind === 'plain') continue;
      const least = tls?.minVersion;
      // Said by conflicting-fields.
      const most = least !== undefined && tls?.comparesVersions === true ? undefined : tls?.maxVersion;
      yield* problemsOf({ label, path, least, most, isWhole: true, attempt: 'connection' });
    }
    for (const { label, path, encryption, isComplete, tls } of servers) {
      if (encryption === 'plain') continue;
      const [least, most] = [tls?.minVersion, tls?.maxVersion];
      yield* problemsOf({ label, path, least, most, isWhole: isComplete, attempt: 'handshake' });
    }
  },
};

/** The versions that a client or a server accepts, as far as they are written. */
interface Versions extends Pick<Client | Server, 'label' | 'path'> {
  readonly least: Written<string> | undefined;
  readonly most: Written<string> | undefined;
  /** False where a least version may be written elsewhere. */
  readonly isWhole: boolean;
  /** What needs a version that both sides have. */
  readonly attempt: 'connection' | 'handshake';
}

/** The last digit of TLS 1.2, where Go's clients and the exporter toolkit begin by themselves. */
const USUAL_LEAST = 2;

function* problemsOf({ label, path, least, most, isWhole, attempt }: Versions): Generator<Problem> {
  const subject = { path, kind: 'tls version' };
  const [first, last] = [literal(least), literal(most)];
  const lowest = least === undefined && isWhole ? USUAL_LEAST : digitOf(first);
  const highest = digitOf(last);
  if (last !== undefined && lowest !== undefined && highest !== undefined && highest < lowest) {
    const message = `${label} accepts TLS 1.${highest} at most, which is below the least version, so that every ${attempt} fails; write ${withDigit(last.value, lowest)}, or remove it`;
    yield { at: last.span, subject, message };
  } else if (first !== undefined && lowest !== undefined && lowest < USUAL_LEAST) {
    const message = `${label} accepts TLS 1.${lowest}, which RFC 8996 withdrew; write ${withDigit(first.value, USUAL_LEAST)}, or remove it`;
    yield { at: first.span, subject, message, isMilder: true };
  }
}

/** Of TLS 1.2 the 2. Prometheus and the operator write `TLS12`, charts `VersionTLS12` too. */
function digitOf(version: Located<string> | undefined): number | undefined {
  const [, digit] = /^(?:Version)?TLS1([0-3])$/.exec(version?.value ?? '') ?? [];
  return digit === undefined ? undefined : Number(digit);
}

function withDigit(version: string, digit: number): string {
  return `${version.slice(0, -1)}${digit}`;
}
