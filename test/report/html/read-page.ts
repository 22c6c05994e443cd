/** What stands in a page, as a browser would read it. */
interface ReadPage {
  /** Each opening tag as it stands in the HTML. */
  readonly tags: readonly string[];
  /** All that is read, on one line, without styles and scripts. */
  readonly shown: string;
  /** The values of an attribute, in their order. */
  valuesOf(attribute: string): readonly string[];
}

/** Reads HTML that is written plainly: attributes in double quotes, and `<` and `>` for tags alone. */
export function readPage(html: string): ReadPage {
  const body = html.replace(/<(style|script)>[^]*?<\/\1>/g, '<$1></$1>');
  const tags = body.match(/<[a-z!][^>]*>/gi) ?? [];
  return {
    tags,
    shown: decoded(body.replace(/<(?:\/?(?:code|mark|strong|wbr)\b[^>]*)>/g, '').replace(/<[^>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim(),
    valuesOf: attribute =>
      tags
        .flatMap(tag => [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)])
        .flatMap(([, name, value = '']) => (name === attribute ? [decoded(value)] : [])),
  };
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#35;': '#',
  '&#58;': ':',
};

function decoded(text: string): string {
  return text.replace(/&[#\w]+;/g, reference => CHARACTERS[reference] ?? `unknown ${reference}`);
}
