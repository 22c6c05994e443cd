import * as fc from 'fast-check';

const words = ['', ' ', '  ', '\t', ': ', ' #', ...'a bc : # - , { ] % &x * ! | > 0'.split(' ')];
const signs = ["'", '"', '\r', '\u00a0', '\u0085', '\u2028', '\ufeff', ...'\\ \\n é 😀'.split(' ')];
const escapes = ['\\ ', '\\\t', '\\\n', ...'\\n \\" \\\\ \\0 \\x41 \\u00e9 \\ud83d\\ude00 \\U0001f600'.split(' ')];
const indentations = ['', ' ', '  ', '    ', ' \t'];

const someOf = (texts: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...texts), { maxLength: most }).map(parts => parts.join(''));
const lineText = fc.oneof(someOf(words, 5), someOf([...words, ...signs], 5), fc.constant(''));

const block = fc
  .record({
    header: fc.tuple(fc.constantFrom('|', '>'), fc.constantFrom('', '', '1', '2'), fc.constantFrom('', '', '-', '+')),
    comment: fc.constantFrom('', '', ' ', '\t', ' # why'),
    lines: fc.array(fc.tuple(fc.constantFrom(...indentations), lineText), { maxLength: 6 }),
  })
  .map(({ header, comment, lines }) =>
    [header.join('') + comment, ...lines.map(([extra, text]) => (text === '' ? extra : `  ${extra}${text}`))].join(
      '\n',
    ),
  );

const flow = (parts: readonly string[], encode: (text: string) => string) =>
  fc
    .array(fc.oneof(someOf(['a', 'é', ' ', '\t', ':', ...parts], 6), lineText, fc.constant('')), { maxLength: 5 })
    .map(lines => encode(lines.join('\n')))
    .chain(text => fc.constantFrom(...indentations, '  ').map(indent => text.replaceAll('\n', `\n  ${indent}`)));
const plain = flow([], text => text);
const single = flow(["''", '\\'], text => `'${text.replaceAll(/'+/g, "''")}'`);
const double = flow(escapes, text => `"${text.replaceAll(/(\\[^]|\\$)|"/g, (_match, escape) => escape ?? '\\"')}"`);

const scalar = fc.oneof(block, plain, single, double);
const entry = fc
  .tuple(fc.constantFrom('a: ', '- ', '? ', 'a:\n  b: ', '- - ', '- a: ', '--- ', '[', '{a: ', '&x ', 'a: !t '), scalar)
  .map(([lead, text]) => (lead === '[' ? `[${text}, a]` : lead === '{a: ' ? `${lead}${text}}` : lead + text));
const yaml = fc
  .tuple(entry, fc.constantFrom('', '\n', '\n\n', '\n  ', '\nz: 1\n', '\n- z', '\n# end\n', '\n...\n'))
  .chain(([text, tail]) => fc.constantFrom('\n', '\r\n').map(lineBreak => (text + tail).replaceAll('\n', lineBreak)));

/**
 * Streams of up to three YAML documents, most of them without errors, with scalars of all styles and what is hard in
 * each.
 */
export const yamlStream: fc.Arbitrary<string> = fc
  .array(yaml, { minLength: 1, maxLength: 3 })
  .map(texts => texts.join('\n---\n'));
