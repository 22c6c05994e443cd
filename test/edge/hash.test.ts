import { describe, expect, test } from '@jest/globals';
import { compareSync } from 'bcryptjs';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bcryptOf } from '../../src/model/servers/bcrypt.ts';
import { checkoutWith, folderWith, write } from './folder.ts';
import { runIn } from './recorded-run.ts';

const COMMAND = join(import.meta.dirname, '../../src/index.js');
const PASSWORD = 'correct horse bättery $taple';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `promsec hash` with a password on standard input. */
function hashed(input: string | Uint8Array, words: readonly string[], folder = folderWith()): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'hash', ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** What a terminal of its own shows while answers are typed, each when it is asked for. */
function shownWhile(answers: readonly string[], words: string): Promise<string> {
  const command = `"${process.execPath}" "${COMMAND}" hash ${words}; echo "status $?"`;
  const { HOME: _, ...env } = process.env;
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { cwd: folderWith(), env });
  const left = [...answers];
  let shown = '';
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (/(?:Password|again): $/.test(shown)) terminal.stdin.write(left.shift() ?? '\u0003');
  });
  return new Promise(resolve => terminal.on('close', () => resolve(shown)));
}

/** The entry of a line, as YAML has it. */
function entryIn(line: string): readonly [user: string, hash: string] {
  expect(line).toMatch(/^[^\n]+\n$/);
  // A line of our own.
  const [entry] = Object.entries(parse(line) as Record<string, string>);
  if (entry === undefined) throw new Error('there is no entry');
  return entry;
}

test('the line that is printed lets the user in, and the linter has nothing to say of it', async () => {
  const { status, stdout, stderr } = hashed(`${PASSWORD}\n`, ['ops']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [user, hash] = entryIn(stdout);
  expect(user).toBe('ops');
  expect(bcryptOf(hash)).toEqual({ kind: 'hash', cost: 10, version: '2b' });
  expect([compareSync(PASSWORD, hash), compareSync(`${PASSWORD}\n`, hash)]).toEqual([true, false]);
  const folder = folderWith({
    'web.yml': `tls_server_config: { cert_file: /etc/tls.crt, key_file: /etc/tls.key }\nbasic_auth_users:\n  ${stdout}`,
  });
  expect(await runIn(folder, ['--no-config'])).toMatchObject({ status: 0, complaints: [] });
  expect((await runIn(folder, [])).output).toMatch(/^no findings/);
});

const ends = ['', '\n', '\r\n'];

test.each(ends)('the end of the line %j is no part of the password', end => {
  const [, hash] = entryIn(hashed(`a ${end}`, ['--cost', '10', 'ops']).stdout);
  expect(compareSync('a ', hash)).toBe(true);
});

const names = ['yes', '12', '- a', 'a b', '"\\', 'ä', '{{ a }}', 'a.b-c_d'];

test.each(names)('a user called %j is one in YAML too', async name => {
  const { stdout, stderr } = hashed('a', ['--', name]);
  expect(stderr).toBe('');
  expect(entryIn(stdout)[0]).toBe(name);
});

test('two hashes of one password differ', () => {
  expect(hashed('a', ['ops']).stdout).not.toBe(hashed('a', ['ops']).stdout);
});

describe('the cost', () => {
  test('is as it is asked for', () => {
    expect(hashed('a', ['ops', '--cost', '11']).stdout).toContain('$2b$11$');
  });

  test('is one that the configuration takes', () => {
    const folder = checkoutWith({ '.promsec.yml': 'version: 1\nbcrypt: { min-cost: 4, max-cost: 6 }\n' });
    expect(hashed('a', ['ops'], folder).stdout).toContain('$2b$06$');
    expect(hashed('a', ['ops', '--cost=4'], folder).stdout).toContain('$2b$04$');
    expect(hashed('a', ['ops', '--cost=10'], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'promsec: --cost 10 makes a hash that promsec reports; use 4 to 6, or set bcrypt in the configuration\n',
    });
    write(folder, { '.promsec.yml': 'version: 1\nbcrypt: { min-cost: 11 }\n' });
    expect(hashed('a', ['ops'], folder).stdout).toContain('$2b$11$');
  });
});

const refused: readonly (readonly [input: string | Uint8Array, complaint: string])[] = [
  ['', 'the password is empty; enter one'],
  ['\n', 'the password is empty; enter one'],
  ['secret-a\nsecret-b\n', 'there is more than one line on standard input; write the password alone'],
  ['secret\0', 'the password has a control character, which HTTP forbids; choose another one'],
  [
    'secret-ä'.repeat(8) + 'x',
    'the password is longer than 72 bytes, and bcrypt takes no notice of the rest; choose a shorter one',
  ],
  [
    'secret'.repeat(100_000),
    'the password is longer than 72 bytes, and bcrypt takes no notice of the rest; choose a shorter one',
  ],
  [Buffer.from('secret\xff', 'latin1'), 'what is on standard input is no UTF-8, or begins with a byte order mark'],
  ['\ufeffsecret', 'what is on standard input is no UTF-8, or begins with a byte order mark'],
];

for (const [index, [input, complaint]] of refused.entries()) {
  test(`what is refused (${index + 1}): ${complaint}`, () => {
    const ended = hashed(input, ['ops']);
    expect(ended).toEqual({ status: 2, stdout: '', stderr: `promsec: ${complaint}\n` });
    expect(ended.stderr).not.toContain('secret');
  });
}

const wrong: readonly (readonly [words: readonly string[], complaint: string])[] = [
  [[], 'hash needs the name of a user; the password is asked for'],
  [['ops', 'secret'], 'hash takes the name of one user alone; the password is asked for'],
  [[''], 'the name of the user is empty'],
  [['ops:secret'], 'a user whose name has a colon can never log in; choose another name'],
  [['ops\nsecret'], 'the name of the user has a control character; choose another name'],
  [['ops', '--cost', '3'], '--cost does not take 3; write a whole number from 4 to 31'],
  [['ops', '--cost', '32'], '--cost does not take 32; write a whole number from 4 to 31'],
  [['ops', '--cost', '1e1'], '--cost does not take 1e1; write a whole number from 4 to 31'],
  [
    ['ops', '--cost', '4'],
    '--cost 4 makes a hash that promsec reports; use 10 to 14, or set bcrypt in the configuration',
  ],
  [
    ['ops', '--cost', '31'],
    '--cost 31 makes a hash that promsec reports; use 10 to 14, or set bcrypt in the configuration',
  ],
];

test.each(wrong)('nothing is asked for with %j', async (words, complaint) => {
  const outcome = await runIn(folderWith(), ['hash', ...words]);
  expect(outcome).toEqual({ status: 2, output: '', complaints: [complaint] });
  expect(outcome.complaints.join()).not.toContain('secret');
});

test('72 bytes are a password', () => {
  expect(compareSync('ä'.repeat(36), entryIn(hashed('ä'.repeat(36), ['ops']).stdout)[1])).toBe(true);
});

describe('on a terminal', () => {
  test('the password is asked for twice, and nothing of it is shown', async () => {
    const shown = await shownWhile([`${PASSWORD}x\u007f\r`, `${PASSWORD}\r`], 'ops');
    const [, line = ''] = /^Password: \r\nThe same again: \r\n(ops: .*)\r\nstatus 0\r\n$/.exec(shown) ?? [shown];
    const [, hash] = entryIn(`${line}\n`);
    expect(compareSync(PASSWORD, hash)).toBe(true);
  });

  test('two passwords that are pasted at once are not shown either', async () => {
    // The second question may be seen before its answer is taken.
    const shown = await shownWhile([`${PASSWORD}\r${PASSWORD}\r`, ''], 'ops');
    expect(shown).toMatch(/^Password: \r\nThe same again: \r\nops: \$2b\$10\$[^\r\n]*\r\nstatus 0\r\n$/);
  });

  test('two that differ are refused', async () => {
    expect(await shownWhile(['secret-a\r', 'secret-b\r'], 'ops')).toBe(
      'Password: \r\nThe same again: \r\npromsec: the two passwords differ; start again\r\nstatus 2\r\n',
    );
  });

  test.each(['\u0003', '\u0004'])('%j ends it', async key => {
    expect(await shownWhile([`${key === '\u0003' ? 'secret' : ''}${key}`], 'ops')).toBe(
      'Password: \r\npromsec: no password was entered\r\nstatus 2\r\n',
    );
  });

  test('what is printed goes to a file without the question', async () => {
    const shown = await shownWhile(['a b c\r', 'a b c\r'], 'ops > line; grep -c ^ops: line');
    expect(shown).toBe('Password: \r\nThe same again: \r\n1\r\nstatus 0\r\n');
  });
});
