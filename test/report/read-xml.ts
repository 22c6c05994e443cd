/** An element of a document, as a parser of XML 1.0 gives it to those who ask. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text in it. */
  readonly text: string;
}

const TOKEN = /<\/([a-z]+)>|<([a-z]+)((?: [a-z]+="[^<"]*")*)(\/?)>|([^<]+)/y;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;
const ALLOWED = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Reads a document strictly: nothing but a declaration, elements, attributes in double quotes, text, and references to
 * characters. Throws where it is not well-formed.
 */
export function readXml(document: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('there is no declaration');
  if (!ALLOWED.test(document)) throw new Error('a character is not allowed');
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [root];
  const body = document.slice(declaration.length).trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex;
    const [, closed, opened, attributes = '', isEmpty, text] = TOKEN.exec(body) ?? [];
    const current = open.at(-1);
    if (current === undefined) throw new Error('an element is closed twice');
    if (text !== undefined) current.text += characters(text);
    else if (opened !== undefined) {
      const element = { name: opened, attributes: attributesIn(attributes), children: [], text: '' };
      current.children.push(element);
      if (isEmpty === '') open.push(element);
    } else if (closed === undefined || closed !== current.name) throw new Error(`not well-formed at ${at}`);
    else open.pop();
  }
  const [top] = root.children;
  if (top === undefined || open.length > 1 || root.children.length > 1 || root.text !== '') {
    throw new Error('there is not one element at the top');
  }
  return top;
}

/** The elements of a name below another one, in order. */
export function elementsIn(element: Element, name: string): readonly Element[] {
  return element.children.flatMap(child => [...(child.name === name ? [child] : []), ...elementsIn(child, name)]);
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} is there twice`);
    // A parser makes spaces of these (XML 1.0, 3.3.3).
    if (/[\t\n\r]/.test(value)) throw new Error(`${name} has white space that is lost`);
    attributes[name] = characters(value);
  }
  return attributes;
}

function characters(text: string): string {
  const read = text.replace(/&(?:#x([0-9a-f]+)|([a-z]+));|&/g, (_, digits?: string, name?: string) => {
    const character = digits === undefined ? NAMED[name ?? ''] : String.fromCodePoint(Number.parseInt(digits, 16));
    if (character === undefined) throw new Error('a reference leads nowhere');
    return character;
  });
  if (!ALLOWED.test(read)) throw new Error('a reference leads to a character that is not allowed');
  return read;
}
