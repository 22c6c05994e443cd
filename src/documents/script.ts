import { isTemplateName, languageOf } from '../parse/template/language.ts';
import { templateOf } from '../parse/template/lexed.ts';
import { scriptText } from '../parse/template/script-text.ts';
import type { SourceFile } from '../text/source.ts';
import type { ScriptDocument } from './document.ts';

/** A script, a makefile or a unit of systemd, or the template of one. */
export function scriptDocumentOf(file: SourceFile, dialect: ScriptDocument['dialect']): ScriptDocument {
  const document: ScriptDocument = { dialect, file, name: '' };
  const language = isTemplateName(file.path) ? languageOf(file.path, file.text) : undefined;
  if (language === undefined) return document;
  return { ...document, language, source: scriptText(file, templateOf(file.text, language)) };
}
