import type { CertainHandshake, TlsClient } from '../model/model.ts';
import { literal } from '../text/written.ts';
import { encryptionFix } from './encryption-fix.ts';
import { hasNoTargets, sendsCredentialsInClear } from './plain-transport.ts';
import type { Rule } from './rule.ts';

export const tlsConfigIgnored: Rule = {
  id: 'tls-config-ignored',
  severity: 'warning',
  summary: 'TLS settings have no effect',
  explanation: `A \`tls_config\` says how to encrypt, not that it should be done: without \`scheme: https\`, or \`https://\` in a URL,
Prometheus asks over plain \`http\`, and \`promtool\` finds nothing wrong. A target that does speak TLS answers
\`server returned HTTP status 400 Bad Request\`; one that speaks both is scraped in clear, and nobody notices.

In a \`web.yml\` the path of a file wins over what is written beside it: of \`cert_file\` and \`cert\` the latter is passed over, and
nobody says so.

Ask for https, or remove the settings. Not reported are settings that are empty, and connections of which a label, a
template or a chart decides whether they are encrypted.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: http
    tls_config: # want: tls-config-ignored
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check(model, context) {
    const { clients, servers, handshakes } = model;
    for (const { label, path, tls } of servers) {
      // In camel case it is the block of a resource, which the operator refuses.
      for (const { field, by } of (tls?.replaced ?? []).filter(one => one.by.includes('_'))) {
        yield {
          at: field.span,
          subject: { path, kind: field.value },
          message: `${label} does not use ${field.value}, since ${by} wins; remove one of the two`,
        };
      }
    }
    // That a target certainly speaks TLS is an error of its own, with the same remedy.
    const failing = new Set(handshakes.flatMap(one => (isRefusedInClear(one) ? one.client : [])));
    for (const client of clients) {
      const { label, path, transport, targets, tls, mayInherit } = client;
      if (failing.has(client) || transport.kind !== 'plain' || mayInherit || tls === undefined || !setsSomething(tls))
        continue;
      // That verification is off, or that credentials go in clear, is a finding of its own, with the same remedy.
      if (literal(tls.insecureSkipVerify)?.value === true || sendsCredentialsInClear(client)) continue;
      // A chart has both for its users to set.
      if (transport.at?.via !== undefined || transport.at?.isDefault === true) continue;
      // The rest of a patch stands elsewhere, its scheme too.
      if (transport.at === undefined && hasNoTargets(targets)) continue;
      const fix = encryptionFix(client, model, context);
      yield {
        at: tls.at,
        subject: { path, kind: 'tls settings' },
        message: `${label} does not use its TLS settings, since ${transport.reason}; ${transport.remedy}, or remove them`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

function isRefusedInClear({ target, encryption, isSelfScrape }: CertainHandshake): boolean {
  return target.scheme === 'http' && encryption === 'tls' && !isSelfScrape;
}

function setsSomething({ ca, cert, key, serverName, minVersion, maxVersion }: TlsClient): boolean {
  return [ca, cert, key, serverName, minVersion, maxVersion].some(setting => setting !== undefined);
}
