import { readFileSync } from 'node:fs';
import type { Element } from './read-xml.ts';

/** What may stand in an element. */
interface ElementForm {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
}

// The file is ours, and its README says what is in it.
const FORMS = JSON.parse(readFileSync('test/report/fixtures/xml-forms.json', 'utf8')) as Readonly<
  Record<'junit' | 'checkstyle', Readonly<Record<string, ElementForm>>>
>;

/** What of a document is not as those who read it say; empty where all is. */
export function faultsOfForm(document: Element, form: keyof typeof FORMS): readonly string[] {
  const [top] = Object.keys(FORMS[form]);
  return document.name === top ? faultsIn(document, FORMS[form]) : [`${document.name} is at the top`];
}

function faultsIn({ name, attributes, children }: Element, forms: Readonly<Record<string, ElementForm>>): string[] {
  const form = forms[name];
  if (form === undefined) return [`there is no ${name}`];
  return [
    ...form.required.filter(key => attributes[key] === undefined).map(key => `${name} lacks ${key}`),
    ...Object.keys(attributes)
      .filter(key => !form.required.includes(key) && !form.optional.includes(key))
      .map(key => `${name} has ${key}`),
    ...children.filter(child => !form.children.includes(child.name)).map(child => `${name} has ${child.name} in it`),
    ...children.flatMap(child => faultsIn(child, forms)),
  ];
}
