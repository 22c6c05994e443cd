import { describe, expect, test } from '@jest/globals';
import { committedSecretIn } from '../../src/model/secrets/committed-secret.ts';

/** What a file holds: the secret, what it is, and what of the file it is. */
function secretIn(content: string | Uint8Array, kind = 'token'): string | undefined {
  const secret = committedSecretIn('secrets/a', Buffer.from(content), kind);
  if (secret === undefined) return undefined;
  const { start, end, file } = secret.value.span;
  return `${secret.value.value.reveal()} is ${secret.nature} at ${JSON.stringify(file.text.slice(start, end))}`;
}

test('a file holds a secret without the white space around it', () => {
  expect(secretIn('hunter2')).toBe('hunter2 is literal at "hunter2"');
  expect(secretIn('\n hunter2\r\n\r\n')).toBe('hunter2 is literal at "hunter2"');
  expect(secretIn('\uFEFFhunter2\n')).toBe('hunter2 is literal at "hunter2"');
  expect(secretIn(Buffer.from('\uFEFFhunter2\n', 'utf16le'))).toBe('hunter2 is literal at "hunter2"');
});

test.each([
  ['changeme\n', 'placeholder'],
  ['<the token>\n', 'placeholder'],
  ['${TOKEN}\n', 'variable'],
  ['{{ token }}\n', 'template'],
  ['\n', 'empty'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl\n', 'literal'],
])('%j is told from others', (content, nature) => {
  expect(committedSecretIn('a', Buffer.from(content), 'token')?.nature).toBe(nature);
});

test('a token that begins with the name of SOPS is a token', () => {
  expect(secretIn('sops_8f1c3a52d0b94f7e\n')).toBe('sops_8f1c3a52d0b94f7e is literal at "sops_8f1c3a52d0b94f7e"');
});

test('only a password is a default one', () => {
  expect(secretIn('admin\n', 'password')).toBe('admin is default at "admin"');
  expect(secretIn('admin\n', 'token')).toBe('admin is literal at "admin"');
});

describe('a file is encrypted', () => {
  test.each([
    ['by git-crypt', Buffer.from('\0GITCRYPT\0\u0001\u0002')],
    ['by Ansible', '$ANSIBLE_VAULT;1.1;AES256\n65343030\n33663561\n'],
    ['by age', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n'],
    ['by age, in binary', 'age-encryption.org/v1\n-> X25519 aaaa\n'],
    ['by GnuPG', '-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n'],
    ['by SOPS as a whole', '{\n\t"data": "ENC[AES256_GCM,data:8h,iv:0X,tag:R1,type:str]",\n\t"sops": {}\n}\n'],
    ['by SOPS as YAML', 'data: ENC[AES256_GCM,data:8h]\nsops:\n    version: 3.9.4\n'],
    ['by SOPS as dotenv', 'TOKEN=ENC[AES256_GCM,data:8h]\nsops_version=3.9.4\n'],
  ])('%s', (_by, content) => {
    expect(committedSecretIn('a', Buffer.from(content), 'token')?.nature).toBe('encrypted');
  });
});

test.each([
  ['a kubeconfig', 'apiVersion: v1\nkind: Config\nusers: [{user: {token: hunter2}}]\n'],
  ['credentials of a cloud', '{"type": "service_account", "private_key": "hunter2"}'],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
  ['a private key on one line', '-----BEGIN PRIVATE KEY-----MC4CAQAw-----END PRIVATE KEY-----'],
  ['several lines', 'hunter2\nhunter3\n'],
  ['bytes that are no text', Buffer.from([0xff, 0x00, 0x80])],
  ['a great deal', 'a'.repeat(64 * 1024 + 1)],
])('nothing is said of a file with %s', (_name, content) => {
  expect(secretIn(content)).toBeUndefined();
});
