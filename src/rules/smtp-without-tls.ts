import { isLoopbackHost, isPrivateHost } from '../model/host.ts';
import type { Mailer } from '../model/clients/mailer.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const smtpWithoutTls: Rule = {
  id: 'smtp-without-tls',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'Alertmanager sends mail over a connection that is not encrypted',
  explanation: `With \`require_tls: false\` Alertmanager does not even try STARTTLS, though the server may offer it: the login and
every alert go over the wire in clear. A server that asks for \`LOGIN\` is sent the password so; one that asks for \`PLAIN\` is
sent nothing, since Go refuses that without TLS, and no mail arrives.

Remove the setting, since \`true\` is the default, and give the CA of the server in \`tls_config\` where it is one of your own.
A server that speaks TLS from the first byte is used so at port 465, or with \`force_implicit_tls: true\`.

It is an error where Alertmanager logs in to a public server, and a warning where the server is private, or where there is no
login to it. A relay on the machine itself is not reported, nor a private one that asks for no login.`,
  bad: {
    'alertmanager.yml': `global:
  smtp_smarthost: smtp.example.com:587
  smtp_from: alerts@example.com
  smtp_auth_username: alerts@example.com
  smtp_auth_password_file: /etc/alertmanager/secrets/smtp-password
  smtp_require_tls: false # want: smtp-without-tls
route:
  receiver: bakers
receivers:
  - name: bakers
    email_configs:
      - to: bakers@example.com
`,
  },
  good: {
    'alertmanager.yml': `global:
  smtp_smarthost: smtp.example.com:587
  smtp_from: alerts@example.com
  smtp_auth_username: alerts@example.com
  smtp_auth_password_file: /etc/alertmanager/secrets/smtp-password
route:
  receiver: bakers
receivers:
  - name: bakers
    email_configs:
      - to: bakers@example.com
`,
  },
  *check({ mailers }, { options }) {
    for (const mailer of mailers) {
      const required = mailer.requiresTls;
      const written = literal(required);
      if (required === undefined || written?.value !== false || mailer.speaksTlsAtOnce !== 'no') continue;
      const danger = dangerOf(mailer, options.privateDomains);
      if (danger === undefined) continue;
      const host = literal(mailer.host)?.value ?? 'its mail server';
      const what = mailer.logsIn ? `logs in to ${host}` : `sends alerts to ${host}`;
      yield {
        at: written.span,
        subject: { path: mailer.path, kind: 'mail transport' },
        message: `${mailer.label} ${what} without encryption, since ${required.field} is false; remove it, so that STARTTLS is required`,
        isMilder: danger === 'some',
      };
    }
  },
};

/** How bad it is to do without encryption; `undefined` where it is not, or nothing is known. */
function dangerOf({ host, logsIn }: Mailer, domains: readonly string[]): 'great' | 'some' | undefined {
  const name = literal(host)?.value;
  // Nothing is written where another document has it.
  if (name === undefined) return host === undefined && logsIn ? 'some' : undefined;
  if (isLoopbackHost(name)) return undefined;
  if (isPrivateHost(name, domains)) return logsIn ? 'some' : undefined;
  return logsIn ? 'great' : 'some';
}
