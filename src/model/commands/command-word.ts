import { commandsIn, type Quoting, type ShellWord } from '../../parse/shell-words.ts';
import { decodedText, isNull, spanOf, type YamlNode, type YamlScalar } from '../../parse/yaml-node.ts';
import type { SourceText, Span } from '../../text/source.ts';
import type { Written } from '../../text/written.ts';
import type { CommandFlag } from './command-line.ts';
import { holdsTemplate } from '../secrets/secret.ts';

/** A word of a command, wherever it is written. */
export interface CommandWord {
  readonly text: string;
  readonly at: Span;
  /** True where something else is put in later. */
  readonly isTemplated: boolean;
  /** The word as a text of its own, for a script that stands in it. */
  readonly script?: SourceText;
}

/** What a carrier does with a dollar before the command sees it: compose reads two as one. */
type Dollars = 'compose' | 'plain';

/** The words of the commands in a text, each command by itself. */
export function commandWordsIn(
  source: SourceText,
  quoting: Quoting,
  start = 0,
  end = source.text.length,
): readonly (readonly CommandWord[])[] {
  return commandsIn(source, start, end, quoting).map(words => words.map(word => commandWord(source, word)));
}

function commandWord(source: SourceText, { text, start, end, isExpanded }: ShellWord): CommandWord {
  return { text, at: source.span(start, end), isTemplated: isExpanded || holdsTemplate(text) };
}

/** The words of a YAML node that is a command: the items of a list, or what a string is split into. */
export function wordsOfNode(node: YamlNode | undefined, dollars: Dollars): readonly CommandWord[] {
  if (node === undefined || isNull(node)) return [];
  if (node.kind === 'list') return node.items.filter(isScalar).map(item => wordOfScalar(item, dollars));
  const source = node.kind === 'scalar' ? decodedText(node) : undefined;
  if (source === undefined) return [];
  const words = commandWordsIn(source, 'line').flat();
  return dollars === 'plain' ? words : words.map(withoutDoubledDollars);
}

function isScalar(node: YamlNode): node is YamlScalar {
  return node.kind === 'scalar';
}

/** The word that a scalar is. */
export function wordOfScalar(scalar: YamlScalar, dollars: Dollars): CommandWord {
  const script = decodedText(scalar);
  const { text } = scalar;
  const word = {
    text,
    at: spanOf(scalar),
    isTemplated: holdsTemplate(text),
    ...(script === undefined ? {} : { script }),
  };
  return dollars === 'plain' ? word : withoutDoubledDollars(word);
}

const VARIABLE = /\$[A-Za-z_{]/;

function withoutDoubledDollars(word: CommandWord): CommandWord {
  if (!word.text.includes('$')) return word;
  const isTemplated = VARIABLE.test(word.text.replaceAll('$$', '')) || word.text.includes('{{');
  return { ...word, text: word.text.replaceAll('$$', '$'), isTemplated };
}

// kingpin knows them without a value, and with `no-` before their name.
const SWITCH = /^(?:no-|web\.enable-|agent$|version$|help$|enable-)/;
const FLAG = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s;

/** The flags among the words of a command. */
export function flagsOf(words: readonly CommandWord[]): readonly CommandFlag[] {
  return words.flatMap((word, index) => {
    const [, name, ownValue] = FLAG.exec(word.text) ?? [];
    if (name === undefined) return [];
    if (ownValue !== undefined) return [{ name, value: written(ownValue, word), at: word.at }];
    const next = words[index + 1];
    const hasValue = next !== undefined && !SWITCH.test(name) && !next.text.startsWith('-');
    return [hasValue ? { name, value: written(next.text, next), at: word.at } : { name, at: word.at }];
  });
}

function written(text: string, { isTemplated, at }: CommandWord): Written<string> {
  return isTemplated ? { template: text, span: at } : { value: text, span: at };
}

/** True when a word may stand for any number of flags. */
export function holdsOpenWord(words: readonly CommandWord[]): boolean {
  return words.some(
    ({ text, isTemplated }, index) => isTemplated && !/^--?[\w.-]+=/.test(text) && !takesValue(words[index - 1]),
  );
}

/** True for a flag whose value is the next word. */
function takesValue(word: CommandWord | undefined): boolean {
  const [, name, ownValue] = FLAG.exec(word?.text ?? '') ?? [];
  return name !== undefined && ownValue === undefined && !SWITCH.test(name);
}
