import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { plainLogText, workflowCommand } from '../../src/report/workflow-log.ts';
import { commandsIn } from './workflow-commands.ts';

const BELL = String.fromCharCode(7);

const plain = [
  { text: '::error::pwned', want: ': :error::pwned' },
  { text: 'a\n  ::add-mask::b', want: 'a\n  : :add-mask::b' },
  { text: '\t::group::b', want: '\t: :group::b' },
  { text: ':::error::b', want: ': ::error::b' },
  { text: 'a ::error::b', want: 'a ::error::b' },
  { text: 'a ##[error]b', want: 'a # #[error]b' },
  { text: '####[error]b', want: '### #[error]b' },
  { text: '##[##[error]', want: '# #[# #[error]' },
  { text: 'a\r\nb', want: 'a\nb' },
  { text: 'a\r::error::b', want: 'a\\u{d}::error::b' },
  { text: `\u202ea${BELL}`, want: '\\u{202e}a\\u{7}' },
  { text: '#\u200b#[error]b', want: '#\\u{200b}#[error]b' },
  { text: '#\ufe0f#[error]b', want: '# \ufe0f#[error]b' },
  { text: '\ufe0f:\ufe0f:error::b', want: '\ufe0f: \ufe0f:error::b' },
  { text: '12 | a: b::c #[1]', want: '12 | a: b::c #[1]' },
];

test.each(plain)('plain log text of $text is $want', ({ text, want }) => {
  expect(plainLogText(text)).toBe(want);
});

test('the runner finds no command in plain log text', () => {
  const piece = fc.constantFrom(
    '#',
    '##[',
    '[',
    ']',
    ':',
    '::',
    'error',
    '\n',
    '\r',
    ' ',
    '\t',
    '\u200b',
    '\ufe0f',
    '\u00a0',
    '\u0085',
    'a',
  );
  const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
  fc.assert(
    fc.property(text, content => expect(commandsIn(plainLogText(content))).toEqual([])),
    { seed: 20261120, numRuns: 5000 },
  );
});

test('what a command is given is what the runner reads', () => {
  const text = fc.array(fc.constantFrom('%', '%25', '%0A', '\r', '\n', ':', '::', ',', '=', 'a', '##[b]', '🔥'), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, text, (file, message) => {
      const [path, data] = [`x${file.join('')}x`, message.join('')];
      const written = workflowCommand('error', { file: path, line: 3, col: undefined, title: 'a-rule' }, data);
      expect(commandsIn(written)).toEqual([
        { name: 'error', properties: { file: path, line: '3', title: 'a-rule' }, data },
      ]);
    }),
    { seed: 20261120, numRuns: 1000 },
  );
});
