import { expect, test } from '@jest/globals';
import { lineHashesOf } from '../../src/report/line-hash.ts';

const FOUR_LINES = ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'];
const SEVEN_LINES = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

/** The vectors of github/codeql-action, `src/fingerprints.test.ts`. */
const vectors = [
  { name: 'an empty file', text: '', want: ['c129715d7a2bc9a3:1'] },
  { name: 'blanks that do not count', text: ' a\nb\n  \t\tc\n d', want: FOUR_LINES },
  { name: 'CRLF', text: ' a\r\nb\r\n  \t\tc\r\n d', want: FOUR_LINES },
  { name: 'LF at the end', text: ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', want: SEVEN_LINES },
  { name: 'lone CR', text: ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', want: SEVEN_LINES },
  { name: 'all of them', text: ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', want: SEVEN_LINES },
  {
    name: 'equal lines with different ones after them',
    text: 'x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n',
    want: [
      'e54938cc54b302f1:1',
      'bb609acbe9138d60:1',
      '1131fd5871777f34:1',
      '5c482a0f8b35ea28:1',
      '54517377da7028d2:1',
      '2c644846cb18d53e:1',
      'f1b89f20de0d133:1',
      'c129715d7a2bc9a3:1',
    ],
  },
  {
    name: 'equal lines that are counted',
    text: 'Lorem ipsum dolor sit amet.\n'.repeat(10),
    want: [
      ...[1, 2, 3, 4, 5, 6].map(count => `a7f2ff13bc495cf2:${count}`),
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ],
  },
];

test.each(vectors)('the hashes are those of upload-sarif: $name', ({ text, want }) => {
  expect(lineHashesOf(text)).toEqual(want);
});

test('a line moved down keeps its hash as long as the next hundred characters do', () => {
  const text = 'scrape_configs:\n'.padEnd(300, 'x');
  expect(lineHashesOf(`# a comment\n${text}`)[1]).toBe(lineHashesOf(text)[0]);
});
