import type { Server } from '../model/model.ts';
import type { ServerHeaders } from '../model/servers/server-settings.ts';
import type { Rule } from './rule.ts';

export const missingSecurityHeader: Rule = {
  id: 'missing-security-header',
  severity: 'note',
  isPedantic: true,
  judgesKeysAlone: true,
  summary: 'A server sets some security headers and leaves out others',
  explanation: `A browser that shows the pages of Prometheus guards them where the server asks for it: \`X-Content-Type-Options: nosniff\`,
\`X-Frame-Options\` or a \`Content-Security-Policy\` against pages that frame them, and with TLS \`Strict-Transport-Security\`, so that
it never comes back over plain HTTP. Prometheus sets none by itself.

Set those that are missing in \`http_server_config.headers\`. Where no header is written nothing is said: an exporter has no
pages that are worth it.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
http_server_config:
  headers: # want: missing-security-header
    Strict-Transport-Security: max-age=31536000
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
http_server_config:
  headers:
    Strict-Transport-Security: max-age=31536000
    X-Content-Type-Options: nosniff
    X-Frame-Options: deny
`,
  },
  *check({ servers }) {
    for (const { label, path, http, isComplete, encryption } of servers) {
      const headers = http?.headers;
      if (headers === undefined || headers.isTemplated || !isComplete || headers.entries.length === 0) continue;
      const missing = missingIn(headers, encryption);
      if (missing.length === 0) continue;
      yield {
        at: headers.at,
        subject: { path, kind: 'security headers' },
        message: `${label} sends no ${missing.join(', no ')}; set ${missing.length === 1 ? 'it' : 'them'} too`,
      };
    }
  },
};

function missingIn({ entries }: ServerHeaders, encryption: Server['encryption']): readonly string[] {
  const names = new Set(entries.map(({ name }) => name.value));
  const isFramed = !names.has('X-Frame-Options') && !names.has('Content-Security-Policy');
  return [
    ...(encryption === 'tls' && !names.has('Strict-Transport-Security') ? ['Strict-Transport-Security'] : []),
    ...(names.has('X-Content-Type-Options') ? [] : ['X-Content-Type-Options']),
    ...(isFramed ? ['X-Frame-Options'] : []),
  ];
}
