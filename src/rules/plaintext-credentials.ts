import { isIpAddress, isPrivateHost } from '../model/host.ts';
import { encryptionFix } from './encryption-fix.ts';
import { remoteHostsOf, sendsCredentialsInClear } from './plain-transport.ts';
import type { Rule } from './rule.ts';

export const plaintextCredentials: Rule = {
  id: 'plaintext-credentials',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'Credentials are sent over a connection that is not encrypted',
  explanation: `Prometheus sends the password or token with each request, every few seconds, and over \`http\` whoever is on the way reads
it. That it is kept in a file or a Secret does not help. \`http\` is the default of scrape jobs, monitors, Alertmanagers and
Consul, and a target that redirects to \`https\` has been sent the credentials by then.

Encrypt the connection: \`scheme: https\`, or \`https://\` in the URL, and name the CA of the target. It is an error where one
of the targets is public, and a warning where all are private or found by a discovery. Credentials that do not leave the
machine are not reported, nor what a label or a template decides.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: shop
    basic_auth: # want: plaintext-credentials
      username: prometheus
      password_file: secrets/shop-password
    static_configs:
      - targets: [shop.example.com]
remote_write:
  - url: http://metrics.example.com/api/v1/write # want: plaintext-credentials
    authorization:
      credentials_file: secrets/remote-write-token
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: shop
    scheme: https
    basic_auth:
      username: prometheus
      password_file: secrets/shop-password
    static_configs:
      - targets: [shop.example.com]
remote_write:
  - url: https://metrics.example.com/api/v1/write
    authorization:
      credentials_file: secrets/remote-write-token
`,
  },
  *check(model, context) {
    for (const client of model.clients) {
      const { label, path, transport, targets, authentications } = client;
      const [first] = authentications;
      if (first === undefined || !sendsCredentialsInClear(client)) continue;
      // A signature is not the secret that it was made with.
      const areSignatures = authentications.every(({ kind }) => kind === 'cloud');
      const fields = authentications.map(({ field }) => field).join(' and ');
      const what = areSignatures ? `requests that are signed with ${fields}` : `the credentials of ${fields}`;
      const fix = encryptionFix(client, model, context);
      yield {
        at: transport.at ?? first.at,
        needs: first.at,
        subject: { path, kind: 'transport' },
        message: `${label} sends ${what} in clear, since ${transport.reason}; ${transport.remedy}`,
        isMilder:
          areSignatures || !remoteHostsOf(targets).some(host => isPublicHost(host, context.options.privateDomains)),
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

function isPublicHost(host: string, domains: readonly string[]): boolean {
  return (isIpAddress(host) || /^[\w-]+(?:\.[\w-]+)+$/.test(host)) && !isPrivateHost(host, domains);
}
