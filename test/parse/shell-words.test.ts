import { expect, test } from '@jest/globals';
import { commandsIn, type Quoting } from '../../src/parse/shell-words.ts';
import { SourceFile } from '../../src/text/source.ts';

/** The words of each command, `|` around each; with a `$` behind those into which a shell puts something. */
function sketchOf(text: string, quoting: Quoting): readonly string[] {
  return commandsIn(new SourceFile('run.sh', text), 0, text.length, quoting).map(words =>
    words.map(word => `|${word.text}|${word.isExpanded ? '$' : ''}`).join(' '),
  );
}

// POSIX, Shell Command Language, 2.2 to 2.4 and 2.7.
test.each<[string, string, readonly string[]]>([
  ['words between blanks', 'a  b\tc', ['|a| |b| |c|']],
  ['a command in each line', 'a b\nc\n\nd', ['|a| |b|', '|c|', '|d|']],
  ['lines that end as in Windows', 'a b\r\nc', ['|a| |b|', '|c|']],
  ['commands between operators', 'a; b && c || d | e & (f)', ['|a|', '|b|', '|c|', '|d|', '|e|', '|f|']],
  ['operators without blanks', 'a;b|c', ['|a|', '|b|', '|c|']],
  ['a line that goes on', 'a \\\n  b', ['|a| |b|']],
  ['a word that goes on', 'ab\\\ncd', ['|abcd|']],
  ['a word that goes on as in Windows', 'ab\\\r\ncd', ['|abcd|']],
  ['an escaped blank', 'a\\ b \\"', ['|a b| |"|']],
  ['single quotes', `'a b'c 'd\\'`, ['|a bc| |d\\|']],
  ['single quotes over lines', "'a\nb' c", ['|a\nb| |c|']],
  ['single quotes that never end', "a 'b c", ['|a| |b c|']],
  ['double quotes', '"a b"c "d;e" ""', ['|a bc| |d;e| ||']],
  ['double quotes that never end', 'a "b c', ['|a| |b c|']],
  ['what a backslash escapes in double quotes', '"\\$a \\`b \\" \\\\"', ['|$a `b " \\|']],
  ['what it does not', '"a\\b \\n"', ['|a\\b \\n|']],
  ['a line that goes on in double quotes', '"a\\\nb"', ['|ab|']],
  ['a comment', 'a # b\nc#d # e', ['|a|', '|c#d|']],
  ['a comment alone', '# a\n', []],
  ['variables', '$a "${b} c" d$e', ['|$a|$ |${b} c|$ |d$e|$']],
  ['a command in a word', 'a $(b c "d") e', ['|a| |$(b c "d")|$ |e|']],
  ['commands in each other', '$(a $(b) c)d e', ['|$(a $(b) c)d|$ |e|']],
  ['a variable with a default of several words', '${a:-b c} d', ['|${a:-b c}|$ |d|']],
  ['a variable in the default of another', '${a:-${b} c} d', ['|${a:-${b} c}|$ |d|']],
  ['back quotes', 'a `b c` d', ['|a| |`b c`|$ |d|']],
  ['a command in double quotes', '"a $(b "c d") e"', ['|a $(b "c d") e|$']],
  ['an expansion that never ends', 'a $(b c', ['|a| |$|$', '|b| |c|']],
  ['back quotes that never end', 'a `b c', ['|a| |`b|$ |c|']],
  ['a dollar at the end', 'a $', ['|a| |$|$']],
  ['files that are written and read', 'a > b < c 2>&1 >>d', ['|a| |b| |c| |2| |d|']],
  ['both outputs to a file', 'a &> b && c', ['|a| |b|', '|c|']],
  ['a closed output', 'a >&- b', ['|a| |b|']],
  ['a here document', 'a << EOF b\nc d\nEOF\ne', ['|a| |b|', '|e|']],
  ['one whose end is indented', 'a <<-EOF\n\tc\n\tEOF\ne', ['|a|', '|e|']],
  ['one with quotes', "a <<'EOF'\n$c\nEOF\ne", ['|a|', '|e|']],
  ['two of them', 'a <<X <<Y\nx\nX\ny\nY\nb', ['|a|', '|b|']],
  ['one that never ends', 'a <<EOF\nb\nc', ['|a|']],
  ['nothing', ' \n\t', []],
])('a shell reads %s', (_, text, wanted) => {
  expect(sketchOf(text, 'shell')).toEqual(wanted);
});

// systemd.service(5), "Command lines", and the flags of a Compose file.
test.each<[string, string, readonly string[]]>([
  ['operators and comments', 'a ; b | c # d', ['|a| |;| |b| ||| |c| |#| |d|']],
  ['what a shell would put in', 'a $b `c` "$(d)"', ['|a| |$b| |`c`| |$(d)|']],
  ['a line that goes on, which parts words', 'a\\\nb', ['|a| |b|']],
  ['the end of a line', 'a\nb', ['|a| |b|']],
  ['quotes', `'a b' "c d" e\\ f`, ['|a b| |c d| |e f|']],
])('in a line that is no script there are %s', (_, text, wanted) => {
  expect(sketchOf(text, 'line')).toEqual(wanted);
});

test('a word stands where it is written, with its quotes', () => {
  const text = `skipped; run --a="b c" 'd' $(e f) g; skipped`;
  const words = commandsIn(new SourceFile('run.sh', text), 8, text.indexOf('; skipped'), 'shell').flat();
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['run', '--a="b c"', "'d'", '$(e f)', 'g']);
});

test('what ends behind the end of the text that was asked for is not read', () => {
  const text = `a 'b c' "d" $(e) f`;
  const textsTo = (end: number): readonly string[] =>
    commandsIn(new SourceFile('run.sh', text), 0, end, 'shell').flatMap(words => words.map(word => word.text));
  expect(textsTo(4)).toEqual(['a', 'b']);
  expect(textsTo(15)).toEqual(['a', 'b c', 'd', '$', 'e']);
});
