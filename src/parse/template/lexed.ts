import { templateOfActions, type LexedAction } from './blocks.ts';
import { goActionsOf } from './go.ts';
import { jinjaActionsOf } from './jinja.ts';
import type { Template, TemplateLanguage } from './template.ts';
import { terraformActionsOf } from './terraform.ts';

const ACTIONS: Readonly<Record<TemplateLanguage, (text: string) => readonly LexedAction[]>> = {
  go: goActionsOf,
  jinja: jinjaActionsOf,
  terraform: terraformActionsOf,
};

/** The actions of a text and their blocks. Takes time linear in the text; what is no valid template is read as text. */
export function templateOf(text: string, language: TemplateLanguage): Template {
  return templateOfActions(language, ACTIONS[language](text), text.length);
}
