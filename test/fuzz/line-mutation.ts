import type { Random } from './random.ts';
import { spliced, type TextMutation } from './text-mutation.ts';

// What means something to YAML, to templates or to us, with a `·` for a space and a `¶` for a line break.
const TOKENS = [
  '*tls &tls· &a· *a <<:·*tls <<:· {{·.x·}} {{-·if·.y·}}¶ ${Z} [ ] { } , -· :· ?· |¶ >-¶ ---¶ ...¶ %YAML·1.1¶ !!binary· !vault·',
  '#· \\ null ~ yes off 0 :// @ $2y$10$ 😀 é insecure_skip_verify:·true insecureSkipVerify:·on tls_config:· tlsConfig:¶',
  'basic_auth_users:¶ scrape_configs:¶ spec:¶ __proto__:· constructor:· kind:·CustomResourceDefinition¶ clients:¶ · ¶',
  '::error::x ##[error]x %0A::error::x </script> <!-- ``` | ]( \\u0000 "\\ud800" \'\' "" &#x0A; kind:·List¶ apiVersion:·v1¶ ',
]
  .flatMap(line => line.split(' '))
  .map(token => token.replaceAll('·', ' ').replaceAll('¶', '\n'))
  .concat('\t', '\r', '\r\n', '\u2028', '\uFEFF', '\u0001', '\u202e', '\u001b[31m', '\u0085', '\ud83d', '\udd11');

const COMMENTS = [
  ' # promsec-ignore: insecure-skip-verify why',
  ' # promsec-ignore: inline-secret, no-such-rule why until 2020-01-01',
  ' # promsec-ignore:',
  ' # a: {b: "',
  ' #',
];

/** Puts what means something anywhere. */
const put: TextMutation = (text, random) => {
  const start = random.below(text.length + 1);
  return spliced(text, start, start + random.below(4), random.of(TOKENS));
};

const cut: TextMutation = (text, random) => text.slice(0, random.below(text.length + 1));

const remove: TextMutation = (text, random) => {
  const start = random.below(text.length + 1);
  return spliced(text, start, start + random.below(80), '');
};

const moveLines: TextMutation = (text, random) => {
  const lines = text.split('\n');
  const start = random.below(lines.length);
  const count = random.below(5);
  const taken = lines.slice(start, start + count);
  const rest = random.isOneIn(2) ? lines : lines.toSpliced(start, count);
  return rest.toSpliced(random.below(rest.length + 1), 0, ...taken).join('\n');
};

const indent: TextMutation = (text, random) => {
  const lines = text.split('\n');
  const start = random.below(lines.length);
  const end = start + random.below(5);
  const columns = random.below(9) - 4;
  return lines.map((line, index) => (index < start || index > end ? line : shifted(line, columns))).join('\n');
};

const comment: TextMutation = (text, random) => {
  const ends = [...text.matchAll(/\r?\n|$/g)].map(({ index }) => index);
  const at = random.of(ends);
  return spliced(text, at, at, random.of(COMMENTS));
};

/** Lines of other fixtures in the midst of a text. */
const splice: TextMutation = (text, random, { repositories }) => {
  const contents = Object.values(random.of(repositories).files);
  const other = random.of(contents);
  if (typeof other !== 'string') return text;
  const lines = other.split('\n');
  const start = random.below(lines.length);
  const own = text.split('\n');
  const taken = lines.slice(start, start + 1 + random.below(20));
  return own.toSpliced(random.below(own.length + 1), 0, ...taken).join('\n');
};

/** The same part very often. */
const repeat: TextMutation = (text, random) => {
  const start = random.below(text.length + 1);
  const part = text.slice(start, start + random.below(60));
  return spliced(text, start, start, part.repeat(random.of([2, 10, 100])));
};

const changeWord: TextMutation = (text, random) => {
  const words = [...text.matchAll(/[\w$./:-]+/g)];
  if (words.length === 0) return text;
  const { index, 0: word } = random.of(words);
  return spliced(text, index, index + word.length, otherWord(word, random));
};

function otherWord(word: string, random: Random): string {
  const at = random.below(word.length);
  return random.of([
    word.toUpperCase(),
    `"${word}"`,
    `'${word}'`,
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at).repeat(2),
    word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    word.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    `${word}\u200b`,
    `é${word}🔑`,
  ]);
}

function shifted(line: string, columns: number): string {
  return columns >= 0 ? ' '.repeat(columns) + line : line.replace(new RegExp(`^ {0,${-columns}}`), '');
}

/** What can be done to any text. */
export const LINE_MUTATIONS: readonly TextMutation[] = [
  put,
  put,
  put,
  cut,
  remove,
  moveLines,
  moveLines,
  indent,
  comment,
  comment,
  splice,
  repeat,
  changeWord,
  changeWord,
];
