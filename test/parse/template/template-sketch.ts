import { templateOf } from '../../../src/parse/template/lexed.ts';
import type { Branch, TemplateLanguage } from '../../../src/parse/template/template.ts';

/** The actions of a text, each as its kind and what is written. */
export function actionsIn(text: string, language: TemplateLanguage): readonly string[] {
  return templateOf(text, language).actions.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

/** What stands between the delimiters of each action. */
export function codesIn(text: string, language: TemplateLanguage): readonly string[] {
  return templateOf(text, language).actions.map(({ code }) => code);
}

/** The branches of a text, each as what opens it and the text in it, with those around it before. */
export function branchesIn(text: string, language: TemplateLanguage): readonly string[] {
  return templateOf(text, language).branches.map(branch => `${wayTo(branch)}: ${text.slice(branch.start, branch.end)}`);
}

function wayTo({ block, condition, parent }: Branch): string {
  const own = condition === undefined ? 'else' : `${block.keyword} ${condition}`;
  return parent === undefined ? own : `${wayTo(parent)} > ${own}`;
}
