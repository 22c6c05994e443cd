import { html, type Html } from './markup.ts';

/** A message of ours, with what stands between backticks in the type of code. */
export function messageMarkup(message: string): Html {
  const parts = message.trim().split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

/** The explanation of a rule: of Markdown it has paragraphs, lists of `-`, code and what is **strong**. */
export function explanationMarkup(markdown: string): Html {
  return html`${markdown.split(/\n{2,}/).map(blockMarkup)}`;
}

function blockMarkup(block: string): Html {
  if (!block.startsWith('- ')) return html`<p>${lineMarkup(block)}</p> `;
  const items = block.slice(2).split(/\n- /);
  return html`<ul>
    ${items.map(item => html`<li>${lineMarkup(item)}</li>`)}
  </ul> `;
}

function lineMarkup(text: string): Html {
  const parts = text.replace(/\s*\n\s*/g, ' ').split(/(`[^`]+`|\*\*[^*`]+\*\*)/);
  return html`${parts.map(part => {
    if (part.startsWith('`') && part.length > 1) return html`<code>${part.slice(1, -1)}</code>`;
    return part.startsWith('**') && part.length > 4 ? html`<strong>${part.slice(2, -2)}</strong>` : html`${part}`;
  })}`;
}
