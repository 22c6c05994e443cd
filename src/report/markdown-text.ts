import { visibleText } from './visible.ts';

/**
 * What GitHub makes more of than characters, once it has read the Markdown: a mention, a reference to an issue,
 * mathematics, a picture for `:name:`, a link for `www.` and for `://`. A tag in between parts it, unseen.
 */
const JOINED = /[@#$]|:(?=\/\/|[\w+-]+:)|(?<=www)\.|(?<=GH)-(?=\d)/gi;

/** What may be the name of a commit, which GitHub links to where it is one, but not in code. */
const COMMIT = /(?<![0-9a-f])[0-9a-f]{7,40}(?![0-9a-f])/g;

/**
 * `text` on one line as GitHub Flavored Markdown that shows just its characters, in a table cell too: nothing in it is
 * markup, a mention, a reference to an issue or a commit, mathematics, a picture or a link.
 */
export function markdownText(text: string): string {
  return plain(text.trim());
}

/** `text` the same way, in the type of code. */
export function markdownCode(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** A message of ours the same way, with what stands between backticks in the type of code. */
export function markdownMessage(message: string): string {
  return message
    .trim()
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : plain(part)))
    .join('');
}

/** `label`, which is Markdown, as a link to `url`, whose path is percent-encoded. */
export function markdownLink(label: string, url: string): string {
  // An address in Markdown ends at a parenthesis, and encodeURIComponent leaves those.
  return `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function plain(text: string): string {
  return escaped(text).replace(COMMIT, '<code>$&</code>');
}

function escaped(text: string): string {
  return visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(JOINED, '<span>$&</span>')
    .replace(/[\\`*_[\]|~]|^[-+=]|(?<=^\d+)[.)]/g, String.raw`\$&`);
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
