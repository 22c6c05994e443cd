import { expect, test } from '@jest/globals';
import { bcryptOf } from '../../src/model/servers/bcrypt.ts';

/** Published in exporter-toolkit's docs/web-config.yml. */
const HASH = '$2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze';

const PUBLISHED = [
  '$2b$12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay',
  '$2y$10$hLqFl9jSjoAAy95Z/zw8Ye8wkdMBM8c5Bn1ptYqP/AXyV0.oy0S8m',
  '$2y$10$EYxs8IOG46m9CtpB/XlPxO1ei7E4BjAen0SUv6di7mD4keR/8JO6m',
  '$2y$10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG',
  '$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi',
  '$2y$12$1DpfPeqF9HzHJt.EWswy1exHluGfbhnn3yXhR7Xes6m3WJqFg0Wby',
  '$2y$10$qRTBuFoULoYNA7AQ/F3ck.trZBPyjV64.oA4ZsSBCIWvXuvQlQTuu',
  '$2y$10$2UXri9cIDdgeKjBo4Rlpx.U3ZLDV8X1IxKmsfOvhcM5oXQt/mLmXq',
  '$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW',
];

test.each(PUBLISHED)('a published hash is a hash: %s', hash => {
  const [, version, cost] = hash.split('$');
  expect(bcryptOf(hash)).toEqual({ kind: 'hash', version, cost: Number(cost) });
});

test.each([
  ['2a', HASH.replace('2y', '2a'), '2a'],
  ['2b', HASH.replace('2y', '2b'), '2b'],
  ['2x', HASH.replace('2y', '2x'), '2x'],
  ['a minor version that nobody made', HASH.replace('2y', '2z'), '2z'],
  ['no minor version', HASH.replace('2y', '2'), '2'],
  ['an older major version', HASH.replace('2y', '1y'), '1y'],
  ['characters behind it', `${HASH}abc`, '2y'],
  ['a newline behind it', `${HASH}\n`, '2y'],
  ['no minor version and characters behind it', `${HASH.replace('2y', '2')}abc`, '2'],
  ['another character for the dollar sign before the cost', HASH.replace('2y$', '2y:'), '2y'],
  ['another character for the dollar sign behind the cost', HASH.replace('10$', '10:'), '2y'],
  ['stray bits at the end of its salt', HASH.replace('MCes', 'MCfs'), '2y'],
])('a password logs in with %s', (_, text, version) => {
  expect(bcryptOf(text)).toEqual({ kind: 'hash', version, cost: 10 });
});

test.each([4, 5, 9, 17, 31])('the cost is read: %i', cost => {
  expect(bcryptOf(HASH.replace('10', String(cost).padStart(2, '0')))).toMatchObject({ kind: 'hash', cost });
});

test.each([
  ['it is 59 characters long and a hash has 60: it was cut off', HASH.slice(0, 59)],
  ['it is 58 characters long and a hash has 60: it was cut off', HASH.slice(0, 58)],
  ['it is 58 characters long and a hash has 59: it was cut off', HASH.replace('2y', '2').slice(0, 58)],
  ['it is 29 characters long and a hash has 60: it was cut off', '$2y$10$abcdefghijklmnopqrstuv'],
  ['its salt has a character outside the bcrypt alphabet', HASH.replace('mDwo', 'mD-o')],
  ['its digest has a character outside the bcrypt alphabet', HASH.replace('sJPze', 'sJ=ze')],
  ['its digest has a character outside the bcrypt alphabet', HASH.replace('sJPze', 'sJ\nPz')],
  ['its last character is none that a hash ends with', `${HASH.slice(0, -1)}f`],
  ['its cost is 3, outside 4 to 31', HASH.replace('10', '03')],
  ['its cost is 32, outside 4 to 31', HASH.replace('10', '32')],
  ['its cost is not two digits', HASH.replace('10', '9')],
  ['its cost is not two digits', HASH.replace('10', '+9')],
  ['its cost is not two digits', HASH.replace('10', '${COST}')],
  ['its dollar signs are doubled, as in a compose file', HASH.replaceAll('$', '$$$$')],
  ['its dollar signs are escaped with backslashes, as in a shell', HASH.replaceAll('$', String.raw`\$$`)],
  ['it begins with white space', ` ${HASH}`],
  ['it begins with white space', `\n  ${HASH}`],
  ['quotation marks are a part of it', `'${HASH}'`],
  ['it holds the user name too (user:hash)', `alice:${HASH}`],
  ['it holds the user name too (user:hash)', 'alice:$apr1$Gx.ab1cd$0hP1kTn8bgGfT7Uf3ZlWk.'],
  ['it is an Apache md5 hash (apr1)', '$apr1$Gx.ab1cd$0hP1kTn8bgGfT7Uf3ZlWk.'],
  ['it is an md5 crypt hash', '$1$Gx.ab1cd$0hP1kTn8bgGfT7Uf3ZlWk.'],
  ['it is a SHA-256 crypt hash', `$5$saltsalt$${'a'.repeat(43)}`],
  ['it is a SHA-512 crypt hash', `$6$saltsalt$${'a'.repeat(86)}`],
  ['it is a yescrypt hash', `$y$j9T$saltsaltsaltsalt$${'a'.repeat(43)}`],
  ['it is an scrypt hash', `$scrypt$ln=16,r=8,p=1$aaaa$${'a'.repeat(43)}`],
  ['it is an argon2 hash', `$argon2id$v=19$m=65536,t=3,p=4$aaaa$${'a'.repeat(43)}`],
  ['it is a PBKDF2 hash', `pbkdf2:sha256:600000$aaaa$${'a'.repeat(64)}`],
  ['it is an unsalted SHA-1 hash', '{SHA}qUqP5cyxm6YcTAhz05Hph5gvu9M='],
  ['it is a salted SHA-1 hash', `{SSHA}${'a'.repeat(32)}`],
  ['it has the form of a hexadecimal SHA-256 digest', 'a1'.repeat(32)],
  ['it has the form of a hexadecimal MD5 digest', 'A1'.repeat(16)],
  ['it is a variable, and Prometheus puts in no value here', '${PASSWORD_HASH}'],
  ['it is a variable, and Prometheus puts in no value here', '$PASSWORD_HASH'],
  ['it is a variable, and Prometheus puts in no value here', '{{ password_hash }}'],
  ['it is what a shell leaves of a hash in double quotes', 'b2.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay'],
  ['it is empty', ''],
  ['it is empty', ' \n'],
  ['it is plain text', 'correct horse battery staple'],
  ['it is plain text', 'a password that is quite a bit longer than the hash it stands in for'],
  ['it is plain text', '$ecret'],
  ['it is plain text', '$3y$10$mDwo'],
  ['it is plain text', 'pass:$word'],
  ['it is plain text', '12345678'],
])('nobody can log in when %s', (why, text) => {
  expect(bcryptOf(text)).toMatchObject({ kind: 'not a hash', why });
});

test('characters of several bytes are no part of a hash, and may follow one', () => {
  expect(bcryptOf(HASH.replace('2y', '2é'))).toMatchObject({ kind: 'not a hash' });
  expect(bcryptOf(HASH.replace('2y$', '2yé'))).toMatchObject({ kind: 'not a hash' });
  expect(bcryptOf(`${HASH}é`)).toMatchObject({ kind: 'hash' });
});

test('megabytes are read in a moment', () => {
  for (const text of ['a', '$2y$10$', '$', ' ', ':', '0', '{']) {
    expect(bcryptOf(text.repeat(4_000_000))).toMatchObject({ kind: 'not a hash' });
  }
});

test('what the server refuses is told from what it starts with, and no password fits', () => {
  const rest = 'EYxs8IOG46m9CtpB/XlPxO1ei7E4BjAen0SUv6di7mD4keR/8JO6';
  const refused = [
    '',
    'hunter2',
    `$2y$03$${rest}m`,
    `$2y$32$${rest}m`,
    `$2y$xx$${rest}m`,
    `$3y$10$${rest}m`,
    `a2y$10$${rest}m`,
  ];
  const started = [`$2y$10$${rest}`, `$2y$10$${rest}n`, `$2y$+9$${rest}m`, `$2y$10$!${rest}`];
  const readings = [...refused, ...started].map(bcryptOf);
  expect(readings.map(reading => reading.kind === 'not a hash' && reading.isRefused)).toEqual([
    ...refused.map(() => true),
    ...started.map(() => false),
  ]);
});
