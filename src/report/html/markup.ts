import { visibleText } from '../visible.ts';

/** HTML, as opposed to text, which has to be escaped before it stands in a page: {@link html} makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What can be put into HTML: text, which is escaped, numbers, HTML as it is, one after the other, or nothing. */
type HtmlValue = string | number | Html | readonly Html[] | undefined;

/**
 * A template of HTML. Each text that is put in, into quoted attributes too, shows just its characters, on one line, with
 * those that nobody sees written out. Of the white space around the line breaks of the template itself one is left, and
 * a space at its end is one.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const raw = strings.map(text => text.replace(/\s*\n\s*/g, '\n'));
  raw.push(raw.pop()?.replace(/ $/, '\n') ?? '');
  return new Html(String.raw({ raw }, ...values.map(markupOf)));
}

/** An element with a text of ours, to the very character, since the policy of the page has the hash of it. */
export function verbatim(element: 'style' | 'script', text: string): Html {
  return new Html(`<${element}>${text}</${element}>`);
}

function markupOf(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(({ markup }) => markup).join('');
  return typeof value === 'number' ? String(value) : escaped(value);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Two of them begin a command to the runner of GitHub, where a page is printed in a log.
  '#': '&#35;',
  ':': '&#58;',
};

const ESCAPED = /[&<>"']|([#:])(?=[\ufe0e\ufe0f]*\1)/g;

function escaped(text: string): string {
  return visibleText(text).replace(ESCAPED, character => REFERENCES[character] ?? character);
}
