import { describe, expect, test } from '@jest/globals';
import { holdsTemplate, secretNatureOf, type SecretNature } from '../../src/model/secrets/secret.ts';

// What a text is in the place of any secret.
const TEXTS: Readonly<Record<Exclude<SecretNature, 'default' | 'hash'>, readonly string[]>> = {
  literal: [
    ...words('hunter2 correct-horse-battery-staple abc 12345 admin_password prom-operator p'),
    ...words('pa$$word P@ss{word} a$b $1abc 50%off% a}b{c 100% }}{{ $)( a{{b x}y a#b #{a xX xxA <a a>'),
    ...words(
      'aHVudGVyMg== ZXhjaGFuZ2U6bWU= AgA= AgAAAAAA glsa_9zXy eyJhbGciOiJIUzI1NiJ9.e30.Zm9v ghp_0123456789abcdef',
    ),
    ...words('set putty updated hereby where here yourself my-cat changeling todoist none-of-your-business nullify'),
    ...words('ENC ref vaultage projects/a enviable arn:aws:s3:::a ABC KEY A_B'),
    'sunny day in <may>',
    '-----BEGIN PRIVATE KEY-----',
  ],
  empty: ['', ' ', '\n', '\t \n'],
  placeholder: [
    ...words('<secret> [token] __PASSWORD__ @PASSWORD@ {password} xxx xxxx XXXXXXXX xxxx-xxxx-xxxx *** ******** ...'),
    ...words('- --- ???? 0000 TODO fixme tbd REDACTED n/a secret password TOKEN placeholder example dummy-token'),
    ...words('changeme CHANGEME change-me change_me CHANGE_ME_IN_PRODUCTION changeit please-change-me replaceme'),
    ...words('REPLACE_WITH_TOKEN your-password your_token_here YourPingdomApiToken my-password my_secret'),
    ...words('password-goes-here TOKEN_HERE insert-token-here INSERT_YOUR_PASSWORD put_your_token_in'),
    ...words('REMOTE_WRITE_PASSWORD GRAFANA_API_KEY'),
    '<your password here>',
    'Change Me',
    'replace this',
    'YOUR API KEY',
    'a placeholder value',
    ...words('pass passwd secret_pw'),
  ],
  template: ['{{x}}', '{{ .Values.x }}', 'prefix-{{ x }}', '{% raw %}a{% endraw %}', '<%= password %>', '${A}{{ b }}'],
  variable: words(
    '${VAR} ${VAR:-default} $VAR $(VAR) a$(VAR)b %{hiera("x")} #{Password} %PASSWORD% %%password%% ((password)) $ecret',
  ),
  reference: [
    ...words('ref+vault://secret/a#/b secretref+awssecrets://a op://vault/item/field vault:secret/data/a#b'),
    ...words('awssm:a gcpsm:a azurekv:a env:PASSWORD keyring:a arn:aws:secretsmanager:eu-west-1:1:secret:a'),
    ...words(
      '@Microsoft.KeyVault(SecretUri=https://a) ?{gpg:a} ?{vaultkv:a/b} $__file{/run/a} $__env{A} vault:${A}/b#c',
    ),
    ...words('arn:aws-cn:ssm:cn-north-1:1:parameter/a projects/1/secrets/a/versions/latest'),
  ],
  encrypted: [
    ...words('ENC[AES256_GCM,data:aGk=,iv:eA==,tag:eQ==,type:str] ENC[PKCS7,MIIB] ENC(aGk=)'),
    '{cipher}aGk=',
    '$ANSIBLE_VAULT;1.1;AES256\n6231',
    '-----BEGIN PGP MESSAGE-----\na',
    '-----BEGIN AGE ENCRYPTED FILE-----\na',
    `AgB${'y8wq'.repeat(80)}==`,
  ],
};

function words(line: string): readonly string[] {
  return line.split(' ');
}

describe.each(Object.entries(TEXTS))('%s', (nature, texts) => {
  test.each(texts)('%j', text => {
    expect(secretNatureOf(text, undefined)).toBe(nature);
    expect(secretNatureOf(`\n ${text} \n`, undefined)).toBe(nature);
  });
});

const HASH = '$2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze';

describe('in the place of a password', () => {
  test.each(words('admin prom-operator guest root minioadmin test Harbor12345'))('%s is a default', text => {
    expect(secretNatureOf(text, undefined, 'password')).toBe('default');
    expect(secretNatureOf(` ${text}\n`, undefined, 'password')).toBe('default');
    expect(secretNatureOf(text, undefined, 'token')).toBe('literal');
    expect(secretNatureOf(text, undefined)).toBe('literal');
  });

  test.each(words('Admin admin1 prom_operator PROM-OPERATOR harbor12345 hunter2'))('%s is a literal', text => {
    expect(secretNatureOf(text, undefined, 'password')).toBe('literal');
  });

  test.each([
    ['a bcrypt hash', HASH, 'hash'],
    ['one of another version, on a line of its own', `${HASH.replace('2y', '2b')}\n`, 'hash'],
    ['one that was cut off', HASH.slice(0, 59), 'literal'],
    ['one that stands for one', '$2b$12$xxxxxxxxxxxxxxxxxxxxxx', 'literal'],
    ['a hash of another kind', '$apr1$abcdefgh$0123456789', 'literal'],
    ['a placeholder', 'changeme', 'placeholder'],
    ['the word itself', 'password', 'placeholder'],
    ['nothing', '', 'empty'],
    ['a variable', '${ADMIN}', 'variable'],
  ] as const)('%s is what it is', (_, text, nature) => {
    expect(secretNatureOf(text, undefined, 'password')).toBe(nature);
  });

  test('a tag of a tool hides it', () => {
    expect(secretNatureOf('admin', '!vault', 'password')).toBe('encrypted');
    expect(secretNatureOf(HASH, '!secret', 'password')).toBe('reference');
  });
});

test('a hash is no hash in the place of anything else', () => {
  expect(secretNatureOf(HASH, undefined)).toBe('literal');
  expect(secretNatureOf(HASH, undefined, 'token')).toBe('literal');
});

test('a tag of a tool says that the value is another', () => {
  expect(secretNatureOf('hunter2', '!vault')).toBe('encrypted');
  expect(secretNatureOf('hunter2', '!encrypted')).toBe('encrypted');
  expect(secretNatureOf('hunter2', '!secret')).toBe('reference');
  expect(secretNatureOf('hunter2', '!env')).toBe('reference');
  expect(secretNatureOf('', '!vault')).toBe('empty');
});

test('a tag of YAML says nothing', () => {
  expect(secretNatureOf('hunter2', 'tag:yaml.org,2002:str')).toBe('literal');
  expect(secretNatureOf('aHVudGVyMg==', 'tag:yaml.org,2002:binary')).toBe('literal');
  expect(secretNatureOf('${A}', 'tag:yaml.org,2002:str')).toBe('variable');
});

test('text that is partly put in by another tool holds a template', () => {
  expect(['a{{ b }}c', '${A}', '$(A)', 'https://${HOST}:9090'].map(holdsTemplate)).toEqual(Array(4).fill(true));
  expect(['a{{ b', '}}{{', '$A/b', 'true', ''].map(holdsTemplate)).toEqual(Array(5).fill(false));
});

test('megabytes of anything are told in no time, and are no placeholder', () => {
  const units = [
    'a',
    'a-',
    '{{',
    '<',
    '[',
    '((a',
    '$a',
    '%a',
    '_',
    '@',
    'x',
    '*',
    '*.',
    '-',
    'change',
    'me',
    'your',
    'A_',
    'KEY_',
  ];
  const natures = new Set<SecretNature>();
  for (const start of ['', 'AgA', 'ENC', '$', '<', '__', 'your', '***']) {
    for (const unit of units) natures.add(secretNatureOf(start + unit.repeat(2 ** 20), undefined));
  }
  expect([...natures].sort()).toEqual(['encrypted', 'literal', 'variable']);
});
