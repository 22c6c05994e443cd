import { expect, test } from '@jest/globals';
import { isTemplated } from '../../src/text/written.ts';
import { meaningIn } from '../meaning.ts';

/** The mailers of an `alertmanager.yml`, each on one line. */
function mailersIn(global: string, mail: string): readonly string[] {
  const text = `global: ${global}\nroute: {receiver: ops}\nreceivers: [{name: ops, email_configs: [${mail}]}]\n`;
  return meaningIn('alertmanager.yml', text).mailers.map(({ label, path, requiresTls, host, ...mailer }) => {
    const required =
      requiresTls && (isTemplated(requiresTls) ? 'who knows' : `${requiresTls.field} ${requiresTls.value}`);
    const server = host && (isTemplated(host) ? 'someone' : host.value);
    const login = mailer.logsIn ? 'with a login' : 'without a login';
    return `${label} at ${path} | ${required} | to ${server} | TLS at once: ${mailer.speaksTlsAtOnce} | ${login}`;
  });
}

const OPS = 'mail receiver "ops" at receivers[ops].email_configs';
const LOGIN = 'auth_username: a, auth_password: b';

const ROWS: readonly (readonly [global: string, mail: string, mailer: string])[] = [
  ['{}', '{to: a}', 'undefined | to undefined | TLS at once: no | without a login'],
  [
    '{smtp_smarthost: "m.example.com:25", smtp_require_tls: off}',
    '{to: a}',
    'smtp_require_tls false | to m.example.com | TLS at once: no | without a login',
  ],
  [
    '{smtp_smarthost: "m.example.com:25", smtp_require_tls: false}',
    '{require_tls: true, smarthost: "n.example.com:465"}',
    'require_tls true | to n.example.com | TLS at once: yes | without a login',
  ],
  [
    '{smtp_auth_username: a, smtp_auth_password_file: b}',
    '{require_tls: false, smarthost: "[::1]:25"}',
    'require_tls false | to ::1 | TLS at once: no | with a login',
  ],
  [
    '{smtp_auth_username: a}',
    '{auth_secret: b, force_implicit_tls: true}',
    'undefined | to undefined | TLS at once: yes | without a login',
  ],
  [
    '{smtp_force_implicit_tls: true}',
    `{${LOGIN}, force_implicit_tls: false, smarthost: "m:465"}`,
    'undefined | to m | TLS at once: no | with a login',
  ],
  [
    '{smtp_smarthost: "{{ host }}"}',
    '{auth_username: a, auth_password: "", require_tls: "${TLS}"}',
    'who knows | to someone | TLS at once: unknown | without a login',
  ],
];

test.each(ROWS)('with the global %s and the own %s', (global, mail, mailer) => {
  expect(mailersIn(global, mail)[0]).toBe(`${OPS} | ${mailer}`);
});

test('a section without receivers of mail sends none', () => {
  expect(mailersIn('{smtp_smarthost: "m.example.com:25", smtp_require_tls: false}', '')).toEqual([]);
});
