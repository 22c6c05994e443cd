import type { TemplateLanguage } from './template.ts';

const ENDING = /\.(?:j2|jinja2?|tftpl|gotmpl|gotpl|tpl|tmpl|template)$/i;
// The endings that one language alone has; the others are used for all of them.
const LANGUAGES: ReadonlyMap<string, TemplateLanguage> = new Map([
  ['.j2', 'jinja'],
  ['.jinja', 'jinja'],
  ['.jinja2', 'jinja'],
  ['.tftpl', 'terraform'],
  ['.gotmpl', 'go'],
  ['.gotpl', 'go'],
]);
const TERRAFORM_STATEMENT = /%\{~?[ \t]*(?:if|for|else|endif|endfor)\b/;
const JINJA_STATEMENT = /\{%[-+]?[ \t]*[a-z]/;
const GO_ACTION = /\{\{[^{}\n]*/g;
// What Prometheus itself puts in when an alert fires.
const OF_ALERTS = /\$(?:labels|value|externalLabels)\b/;

/** True for the name of a template: `prometheus.yml.j2`, `_helpers.tpl`. */
export function isTemplateName(path: string): boolean {
  return ENDING.test(path);
}

/** The path that the rendered file has, where its template is named after it: `prometheus.yml` of `prometheus.yml.j2`. */
export function renderedPath(path: string): string {
  return path.replace(ENDING, '');
}

/**
 * The language of a file that is a template by its name, or that is none as it stands; `undefined` where nothing in it
 * is an action. Of a file with a name that many languages have, its content decides.
 */
export function languageOf(path: string, text: string): TemplateLanguage | undefined {
  return LANGUAGES.get(ENDING.exec(path)?.[0].toLowerCase() ?? '') ?? languageIn(text);
}

function languageIn(text: string): TemplateLanguage | undefined {
  if (TERRAFORM_STATEMENT.test(text)) return 'terraform';
  if (JINJA_STATEMENT.test(text) || holdsJinjaComment(text)) return 'jinja';
  const isInterpolated = text.includes('${');
  const actions = text.match(GO_ACTION) ?? [];
  if (isInterpolated && actions.every(action => OF_ALERTS.test(action))) return 'terraform';
  return actions.length > 0 ? 'go' : undefined;
}

function holdsJinjaComment(text: string): boolean {
  const start = text.search(/(?<!\$)\{#/);
  return start !== -1 && text.includes('#}', start + 2);
}
