import type { SourceText } from '../../text/source.ts';
import type { Located } from '../../text/written.ts';
import { yamlCommentsOf } from '../yaml-comments.ts';
import { templateOf } from './lexed.ts';
import { maskedText } from './mask.ts';
import type { TemplateLanguage } from './template.ts';

/**
 * The comments with a word in them, in the order of the text: those of the template's language, with their delimiters,
 * and those of the YAML that it makes, from `#` to the end of the line.
 */
export function templateCommentsOf(
  source: SourceText,
  language: TemplateLanguage,
  word: string,
): readonly Located<string>[] {
  const template = templateOf(source.text, language);
  const comments = [...yamlCommentsOf(maskedText(source, template), word)].map(({ value, span }) => {
    // As it is written, with the actions in it.
    return { value: span.exact ? span.file.text.slice(span.start, span.end) : value, span };
  });
  for (const { kind, code, start, end } of template.actions) {
    if (kind !== 'quiet' || code !== '') continue;
    const value = source.text.slice(start, end);
    if (value.includes(word)) comments.push({ value, span: source.span(start, end) });
  }
  return comments.sort((one, other) => one.span.start - other.span.start);
}
