import { escapedCharacter } from './visible.ts';

/** The first line of a document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What no document may hold, not even as a reference to the character (XML 1.0, production 2). */
const NEVER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * Markup, what a reader would take for other white space, what nobody sees or what turns other text, and the bracket
 * that makes a command of `##[` in the log of a workflow.
 */
const REFERRED =
  /[&<>"]|(?<=##)\[|(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u0085]/gu;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * `text` for an attribute or an element: a parser gives just its characters back, and of those that XML cannot hold
 * what {@link escapedCharacter} makes of them.
 */
export function xmlText(text: string): string {
  return text
    .replace(NEVER, escapedCharacter)
    .replace(REFERRED, character => NAMED[character] ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
}

/** Lines of text (LF) for an element, which a parser gives back line by line. */
export function xmlLines(text: string): string {
  return text.split('\n').map(xmlText).join('\n');
}

/**
 * An element on a line of its own, or on several.
 *
 * @param content elements, each of them ending its line, or text, both as they are to stand there.
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  if (content === '') return `${start}/>\n`;
  const isOfElements = content.startsWith('<');
  return `${start}>${isOfElements ? `\n${content}` : content}</${name}>\n`;
}
