import { describeScalars } from './scalar-rows.ts';

describeScalars('plain', [
  { name: 'a word', yaml: 'k: word\n', text: 'word', places: { word: '1:4' } },
  { name: 'no text at all', yaml: 'k:\nz: 1\n', text: '', places: { '': '1:3' } },
  { name: 'a comment behind', yaml: 'k: a#b # c\n', text: 'a#b', places: { b: '1:6' } },
  { name: 'quotes and escapes inside', yaml: "k: it''s \\n\n", text: "it''s \\n", places: { 's \\n': '1:8' } },
  { name: 'a fold', yaml: 'k: a\t\n \t b\n', text: 'a b', places: { ' ': ['1:6', '\n'], b: '2:4' } },
  { name: 'an empty line', yaml: 'k: a\n\n  b\n', text: 'a\nb', places: { '\n': '2:1', b: '3:3' } },
  { name: 'empty lines', yaml: 'k: a\n \n  \n  b\n', text: 'a\n\nb', places: { '\n\n': ['2:2', '\n  \n'], b: '4:3' } },
  { name: 'CRLF', yaml: 'k: a\r\n  b\r\n\r\n  c\r\n', text: 'a b\nc', places: { ' ': ['1:6', '\n'], c: '4:3' } },
  { name: 'a lone return', yaml: 'k: a\rb\n', text: 'a\rb', places: { '\rb': '1:5' } },
  { name: 'two UTF-16 units', yaml: 'k: 😀é x\n', text: '😀é x', places: { é: '1:6', x: '1:8' } },
]);

describeScalars('single', [
  { name: 'a word', yaml: "k: 'word'\n", text: 'word', places: { word: '1:5' } },
  { name: 'no text at all', yaml: "k: ''\n", text: '', places: { '': '1:5' } },
  {
    name: 'quotes',
    yaml: "k: 'it''s'''\n",
    text: "it's'",
    places: { "'": ['1:7', "''"], s: '1:9', "s'": ['1:9', "s''"] },
  },
  { name: 'a backslash', yaml: "k: 'a\\nb'\n", text: 'a\\nb', places: { '\\n': '1:6' } },
  { name: 'a fold', yaml: "k: ' a \n  b '\n", text: ' a b ', places: { ' b': ['1:8', '\n  b'], 'b ': '2:3' } },
  { name: 'empty lines', yaml: "k: '\n\n\n  b'\n", text: '\n\nb', places: { '\n': '2:1', b: '4:3' } },
  { name: 'a break alone', yaml: "k: '\n  '\n", text: ' ', places: { ' ': ['1:5', '\n'] } },
  {
    name: 'CRLF',
    yaml: "k: 'a''\r\n\r\n  b'\r\n",
    text: "a'\nb",
    places: { "'": ['1:6', "''"], '\n': '2:2', b: '3:3' },
  },
]);

describeScalars('double', [
  { name: 'a word', yaml: 'k: "word"\n', text: 'word', places: { word: '1:5' } },
  { name: 'no text at all', yaml: 'k: ""\n', text: '', places: { '': '1:5' } },
  { name: 'a line break', yaml: 'k: "a\\nb"\n', text: 'a\nb', places: { '\n': ['1:6', '\\n'], b: '1:8' } },
  {
    name: 'backslashes',
    yaml: 'k: "\\\\n\\""\n',
    text: '\\n"',
    places: { '\\': ['1:5', '\\\\'], n: '1:7', '"': ['1:8', '\\"'] },
  },
  { name: '\\x', yaml: 'k: "\\x41B"\n', text: 'AB', places: { A: ['1:5', '\\x41'], B: '1:9' } },
  { name: '\\u', yaml: 'k: "a\\u263Ab"\n', text: 'a☺b', places: { '☺': ['1:6', '\\u263A'], b: '1:12' } },
  {
    name: '\\U, two units',
    yaml: 'k: "\\U0001F600b"\n',
    text: '😀b',
    places: { '😀': ['1:5', '\\U0001F600'], b: '1:15' },
  },
  {
    name: 'a pair of \\u',
    yaml: 'k: "\\uD83D\\uDE00"\n',
    text: '😀',
    places: { '\uD83D': ['1:5', '\\uD83D'], '\uDE00': ['1:11', '\\uDE00'] },
  },
  {
    name: 'every other escape',
    yaml: 'k: "\\0\\a\\b\\t\\\t\\v\\f\\r\\e\\ \\/\\N\\_\\L\\Pz"\n',
    text: '\0\x07\b\t\t\v\f\r\x1B /\x85\xA0\u2028\u2029z',
    places: { '\0': ['1:5', '\\0'], '\u2029': ['1:33', '\\P'], z: '1:35' },
  },
  { name: 'a fold', yaml: 'k: "a \n \tb "\n', text: 'a b ', places: { ' ': ['1:7', '\n'], 'b ': '2:3' } },
  {
    name: 'an escaped blank before a fold',
    yaml: 'k: "a\\  \n b"\n',
    text: 'a  b',
    places: { ' ': ['1:6', '\\ '], b: '2:2' },
  },
  { name: 'empty lines', yaml: 'k: "a\n\n \n b"\n', text: 'a\n\nb', places: { '\n\n': ['2:1', '\n \n'], b: '4:2' } },
  { name: 'an escaped break', yaml: 'k: "a \\\n   b"\n', text: 'a b', places: { 'a ': '1:5', b: '2:4' } },
  {
    name: 'an escaped break, then an empty line',
    yaml: 'k: "a\\\n\n b"\n',
    text: 'a b',
    places: { ' ': ['2:1', '\n'], b: '3:2' },
  },
  { name: 'CRLF', yaml: 'k: "a \r\n b\\\r\n c"\r\n', text: 'a bc', places: { ' ': ['1:8', '\n'], b: '2:2', c: '3:2' } },
]);
