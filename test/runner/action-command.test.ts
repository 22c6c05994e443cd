import { expect, test } from '@jest/globals';
import { actionCommandIn, logLinesOf } from './action-command.ts';

const known = new Set(['error', 'set-output', 'add-mask']);

function commandIn(line: string): ReturnType<typeof actionCommandIn> {
  return actionCommandIn(line, name => known.has(name));
}

test.each([
  ['::error::a', 'error', {}, 'a'],
  ['  \t\u0085::error::a', 'error', {}, 'a'],
  ['::error file=a.yml,line=1::b::c', 'error', { file: 'a.yml', line: '1' }, 'b::c'],
  ['::error file=a%3Ab%2Cc%25%0A::%3A%2C%25%0A%0D', 'error', { file: 'a:b,c%\n' }, '%3A%2C%\n\r'],
  ['::error  file=a=b,line=,=x,col::', 'error', { file: 'a=b' }, ''],
  ['::error::%250A', 'error', {}, '%0A'],
  ['text ##[error]a', 'error', {}, 'a'],
  ['##[set-output name=a%3Bb;x=%5D]b%0A', 'set-output', { name: 'a;b', x: ']' }, 'b\n'],
  ['::unknown::##[error]a', 'error', {}, 'a'],
  ['#\u200b#[error]a', 'error', {}, 'a'],
  [':\ufe0f:error::a', 'error', {}, 'a'],
] as const)('%j is a command', (line, name, properties, data) => {
  expect(commandIn(line)).toEqual({ name, properties, data });
});

test.each(['a ::error::b', '::unknown::a', '::error', '##[error', '##[unknown]a', ': :error::a', '# #[error]a', ''])(
  '%j is none',
  line => {
    expect(commandIn(line)).toBeUndefined();
  },
);

test('LF, CR and both of them end a line', () => {
  expect(logLinesOf('a\nb\rc\r\nd')).toEqual(['a', 'b', 'c', 'd']);
});
