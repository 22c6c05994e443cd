import { visibleText } from './visible.ts';

/**
 * `text` on one line as GitHub Flavored Markdown that shows just its characters, in a table cell too: nothing in it is
 * markup, a mention, a reference to an issue, mathematics or a link.
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~]|:(?=\/\/)|(?<=\bwww)\./gi, String.raw`\$&`)
    .replace(/[@#$]/g, '<span>$&</span>');
}

/** `text` the same way, in the type of code. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/**
 * As many of the `rows`, each a line with its newline, as fit into `budget` bytes of UTF-8, and then `rest` of how many
 * do not. Rows are whole, and the order is kept.
 */
export function rowsWithin(budget: number, rows: readonly string[], rest: (count: number) => string): string {
  const reserved = Buffer.byteLength(rest(rows.length));
  const all = rows.join('');
  if (Buffer.byteLength(all) <= budget) return all;
  let left = budget - reserved;
  const fitting = rows.findIndex(row => {
    left -= Buffer.byteLength(row);
    return left < 0;
  });
  return rows.slice(0, fitting).join('') + rest(rows.length - fitting);
}
