import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub would show of Markdown. */
interface Rendered {
  /** Each opening tag as it stands in the HTML. */
  readonly tags: readonly string[];
  readonly links: readonly string[];
  /** What is between two tags and not in code, which is where GitHub looks for more than characters. */
  readonly texts: readonly string[];
  /** All that is read, a space for each tag but those of text within a line. */
  readonly shown: string;
}

/** Markdown as GitHub renders it (GitHub Flavored Markdown), before it is looked through for mentions and the like. */
function renderedHtml(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Reads the HTML that Markdown becomes. */
export function rendered(markdown: string): Rendered {
  const tags: string[] = [];
  const texts: string[] = [];
  let shown = '';
  let codes = 0;
  for (const [piece] of renderedHtml(markdown).matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      const text = decoded(piece);
      shown += text;
      if (codes === 0) texts.push(text);
      continue;
    }
    if (/^<code\b/.test(piece)) codes += 1;
    if (piece === '</code>') codes -= 1;
    if (!piece.startsWith('</')) tags.push(piece);
    if (!/^<\/?(?:span|code|a|strong)\b/.test(piece)) shown += ' ';
  }
  const links = tags.flatMap(tag => /^<a href="([^"]*)"/.exec(tag)?.[1] ?? []);
  return { tags, links, texts, shown };
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
