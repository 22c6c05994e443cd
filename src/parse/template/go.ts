import type { LexedAction, Step } from './blocks.ts';
import { searchIn } from './search.ts';

const SPACE = /\s/;
const WORD = /^[a-z]+\b/;
const ASSIGNMENT = /^\$\w*(?:\s*,\s*\$\w*)?\s*:?=/;
const NAME = /^"((?:[^"\\]|\\.)*)"|^`([^`]*)`/;
const BLOCK_KEYWORDS = new Set(['if', 'with', 'range', 'define'] as const);
const QUIET_WORDS = new Set(['break', 'continue', 'fail']);
const OUTPUT: Step = { does: 'output' };
const QUIET: Step = { does: 'quiet' };

/**
 * The actions of a Go template, in the order of the text, as Go 1.24 finds them (text/template/parse/lex.go): strings,
 * raw strings, character constants and comments may hold delimiters. What is not closed is text.
 */
export function goActionsOf(text: string): readonly LexedAction[] {
  const actions: LexedAction[] = [];
  const nextCommentEnd = searchIn(text, '*/');
  let start = text.indexOf('{{');
  while (start !== -1) {
    const content = contentStart(text, start);
    const isComment = text.startsWith('/*', content);
    const action = isComment ? commentAt(text, start, nextCommentEnd(content + 2)) : actionAt(text, start, content);
    if (action !== undefined) actions.push(action);
    start = text.indexOf('{{', action?.end ?? start + 1);
  }
  return actions;
}

/** Where the content of an action begins: behind the delimiter and its trim marker, which a blank has to follow. */
function contentStart(text: string, start: number): number {
  const begin = start + 2;
  return text[begin] === '-' && SPACE.test(text[begin + 1] ?? '') ? begin + 2 : begin;
}

function commentAt(text: string, start: number, close: number): LexedAction | undefined {
  const end = close === -1 ? undefined : endAt(text, close + 2);
  return end === undefined ? undefined : { start, end, code: '', step: QUIET };
}

/** The end of the right delimiter that stands at an offset, its trim marker included. */
function endAt(text: string, at: number): number | undefined {
  if (text.startsWith('}}', at)) return at + 2;
  return SPACE.test(text[at] ?? '') && text.startsWith('-}}', at + 1) ? at + 4 : undefined;
}

/**
 * An opening brace or a backslash outside of strings is in no valid action. Since a search ends at one, the searches
 * that begin at several delimiters never go the same way twice.
 */
function actionAt(text: string, start: number, content: number): LexedAction | undefined {
  for (let at = content; at < text.length; at += 1) {
    const end = endAt(text, at);
    if (end !== undefined) {
      const code = text.slice(content, at).trim();
      return { start, end, code, step: stepOf(code) };
    }
    const character = text[at];
    if (character === '{' || character === '\\') return undefined;
    if (character === '"' || character === "'" || character === '`') {
      const close = quoteEnd(text, at + 1, character);
      if (close === undefined) return undefined;
      at = close;
    }
  }
  return undefined;
}

/** Where the quote is that closes a string. Only a raw string may hold line breaks. */
function quoteEnd(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === quote) return at;
    if (quote === '`') continue;
    if (character === '\n') return undefined;
    if (character === '\\') {
      if (text[at + 1] === '\n') return undefined;
      at += 1;
    }
  }
  return undefined;
}

function stepOf(code: string): Step {
  const word = WORD.exec(code)?.[0] ?? '';
  const rest = code.slice(word.length).trim();
  if (word === 'end') return { does: 'end' };
  if (word === 'else') return { does: 'part', ...conditionOf(rest.replace(/^(?:if|with)\b\s*/, '')) };
  // A `block` is a definition that is also used where it stands.
  const keyword = word === 'block' ? 'define' : word;
  if (isBlockKeyword(keyword)) {
    return { does: 'open', keyword, ...conditionOf(keyword === 'define' ? nameOf(rest) : rest) };
  }
  return code === '' || QUIET_WORDS.has(word) || ASSIGNMENT.test(code) ? QUIET : OUTPUT;
}

function isBlockKeyword(word: string): word is 'if' | 'with' | 'range' | 'define' {
  return (BLOCK_KEYWORDS as ReadonlySet<string>).has(word);
}

function conditionOf(condition: string): { readonly condition?: string } {
  return condition === '' ? {} : { condition };
}

function nameOf(rest: string): string {
  const [, quoted, raw] = NAME.exec(rest) ?? [];
  return quoted ?? raw ?? rest;
}
