/** What opens and closes the statements, comments and expressions of a Jinja template. */
export interface Delimiters {
  readonly block: Delimiter;
  readonly comment: Delimiter;
  readonly variable: Delimiter;
}

interface Delimiter {
  readonly start: string;
  readonly end: string;
}

const USUAL: Delimiters = {
  block: { start: '{%', end: '%}' },
  comment: { start: '{#', end: '#}' },
  variable: { start: '{{', end: '}}' },
};

// Ansible 2.18, lib/ansible/template/__init__.py (JINJA2_OVERRIDE): `key: value` pairs with commas between them.
const HEADER = /^#jinja2:([^\n]*)(?:\n|$)/;
const SETTING = /\b(block|comment|variable)_(start|end)_string\s*:\s*(['"])([^'"\\\w\s]+)\3/g;

/** The delimiters of a template, and where it begins: behind a first line with which Ansible changes them. */
export function jinjaDelimitersOf(text: string): { readonly delimiters: Delimiters; readonly bodyStart: number } {
  const [header = '', settings = ''] = HEADER.exec(text) ?? [];
  const written = new Map<string, string>();
  for (const [, kind = '', side = '', , delimiter = ''] of settings.matchAll(SETTING)) {
    written.set(`${kind}_${side}`, delimiter);
  }
  const delimiterOf = (kind: keyof Delimiters): Delimiter => ({
    start: written.get(`${kind}_start`) ?? USUAL[kind].start,
    end: written.get(`${kind}_end`) ?? USUAL[kind].end,
  });
  const delimiters = {
    block: delimiterOf('block'),
    comment: delimiterOf('comment'),
    variable: delimiterOf('variable'),
  };
  return { delimiters, bodyStart: header.length };
}
