import { describeScalars } from './scalar-rows.ts';

describeScalars('literal', [
  {
    name: 'two lines',
    yaml: 'k: |\n  a: 1\n  b: 2\nz: 3\n',
    text: 'a: 1\nb: 2\n',
    places: { a: '2:3', '1\n': '2:6', b: '3:3' },
  },
  { name: 'a strip indicator', yaml: 'k: |-\n  a\n\n', text: 'a', places: { a: '2:3' } },
  {
    name: 'a keep indicator',
    yaml: 'k: |+\n  a\n\n \nz: 1\n',
    text: 'a\n\n\n',
    places: { '\n\n\n': ['2:4', '\n\n \n'] },
  },
  { name: 'no last line break', yaml: 'k: |\n  a', text: 'a\n', places: { a: '2:3', '\n': ['2:4', ''] } },
  { name: 'a comment after the header', yaml: 'k: |- # not | text\n  a\n', text: 'a', places: { a: '2:3' } },
  { name: 'a comment after the text', yaml: 'k: |\n  a\n # no\n', text: 'a\n', places: { a: '2:3' } },
  {
    name: 'leading empty lines',
    yaml: 'k: |\n\n \n  a\n',
    text: '\n\na\n',
    places: { '\n\n': ['2:1', '\n \n'], a: '4:3' },
  },
  { name: 'more indented lines', yaml: 'k: |\n  a\n    b\n', text: 'a\n  b\n', places: { '  b': '3:3' } },
  {
    name: 'an indicator',
    yaml: 'k: |2-\n\n    a\n   b\n',
    text: '\n  a\n b',
    places: { '\n': '2:1', '  a': '3:3', ' b': '4:3' },
  },
  { name: 'an indicator under a parent', yaml: 'p:\n  k: |-1\n    a\n', text: ' a', places: { ' a': '3:4' } },
  {
    name: 'a blank line that is longer',
    yaml: 'k: |1\n   \n  a\n',
    text: '  \n a\n',
    places: { '  \n': '2:2', ' a': '3:2' },
  },
  { name: 'a blank last line that is longer', yaml: 'k: |\n a\n   \n', text: 'a\n  \n', places: { '  \n': '3:2' } },
  { name: 'a tab in the text', yaml: 'k: |\n  \ta\n', text: '\ta\n', places: { '\t': '2:3', a: '2:4' } },
  { name: 'text at the root', yaml: '--- |\na\nb\n', text: 'a\nb\n', places: { 'a\nb\n': '2:1' } },
  { name: 'empty lines alone', yaml: 'k: |+\n\n \nz: 1\n', text: '\n\n', places: { '\n\n': ['2:1', '\n \n'] } },
  { name: 'no text at all', yaml: 'k: |\nz: 1\n', text: '', places: { '': '1:4' } },
  { name: 'a header alone', yaml: 'k: |', text: '', places: { '': '1:4' } },
  { name: 'CRLF', yaml: 'k: |\r\n  a\r\n\r\n  b\r\n', text: 'a\n\nb\n', places: { a: '2:3', '\n': '2:5', b: '4:3' } },
]);

describeScalars('folded', [
  { name: 'a fold', yaml: 'k: >\n  a\n  b\n', text: 'a b\n', places: { a: '2:3', ' ': ['2:4', '\n'], b: '3:3' } },
  { name: 'blanks before a fold', yaml: 'k: >\n  a \n  b\n', text: 'a  b\n', places: { 'a ': '2:3', b: '3:3' } },
  {
    name: 'empty lines',
    yaml: 'k: >-\n  a\n\n \n  b\n',
    text: 'a\n\nb',
    places: { '\n\n': ['3:1', '\n \n'], b: '5:3' },
  },
  { name: 'leading empty lines', yaml: 'k: >\n\n\n  a\n', text: '\n\na\n', places: { '\n': '2:1', a: '4:3' } },
  {
    name: 'more indented lines',
    yaml: 'k: >\n  a\n    b\n\n    c\n  d\n  e\n',
    text: 'a\n  b\n\n  c\nd e\n',
    places: { '\n  b': ['2:4', '\n    b'], '\n\n  c': ['3:6', '\n\n    c'], d: '6:3', ' e': ['6:4', '\n  e'] },
  },
  {
    name: 'an empty line before more indented ones',
    yaml: 'k: >\n  a\n\n   b\n',
    text: 'a\n\n b\n',
    places: { '\n\n': '2:4', ' b': '4:3' },
  },
  {
    name: 'a line that begins with a tab',
    yaml: 'k: >\n a\n \tb\n c\n',
    text: 'a\n\tb\nc\n',
    places: { '\n\tb': ['2:3', '\n \tb'], c: '4:2' },
  },
  {
    name: 'a more indented first line',
    yaml: 'k: >1\n   a\n b\n',
    text: '  a\nb\n',
    places: { '  a': '2:2', b: '3:2' },
  },
  { name: 'a keep indicator', yaml: 'k: >+ # c\n  a\n\n', text: 'a\n\n', places: { '\n\n': '2:4' } },
  { name: 'no last line break', yaml: 'k: >\n  a\n  b', text: 'a b\n', places: { b: '3:3', '\n': ['3:4', ''] } },
  {
    name: 'CRLF',
    yaml: 'k: >-\r\n  a\r\n  b\r\n\r\n  c\r\n',
    text: 'a b\nc',
    places: { ' ': ['2:5', '\n'], '\n': '4:2', c: '5:3' },
  },
]);
