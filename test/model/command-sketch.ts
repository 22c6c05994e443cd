import { candidateOf } from '../../src/documents/candidate.ts';
import type { ReadDocument } from '../../src/documents/document.ts';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { meaningOf } from '../../src/model/build.ts';
import type { CommandLine } from '../../src/model/commands/command-line.ts';
import { SourceFile } from '../../src/text/source.ts';
import { isTemplated, type Written } from '../../src/text/written.ts';

/** The commands that a file starts servers with. */
export function commandLinesOf(path: string, text: string): readonly CommandLine[] {
  return documentsOf(new SourceFile(path, text)).flatMap(document => meaningOf(document).commandLines);
}

function documentsOf(file: SourceFile): readonly ReadDocument[] {
  const candidate = candidateOf(file.path);
  if (candidate === 'systemd-unit' || candidate === 'script') return [{ dialect: candidate, file, name: '' }];
  return yamlDocumentsOf(file).documents;
}

/** A command in words: what it is called, its program, where it is open, and its flags with the text of their spans. */
export function sketchOf({ label, program, flags, isPartial, isPublished }: CommandLine): readonly string[] {
  const notes = [...(isPartial ? ['partial'] : []), ...(isPublished === true ? ['published'] : [])];
  return [
    [`${label}: ${program}`, ...notes].join(', '),
    ...flags.map(({ name, value, at }) => `${name}${valueOf(value)} <- ${at.file.text.slice(at.start, at.end)}`),
  ];
}

function valueOf(value: Written<string> | undefined): string {
  if (value === undefined) return '';
  return isTemplated(value) ? `=(${value.template})` : `=${value.value}`;
}

/** The commands of a file in words. */
export function sketchesOf(path: string, text: string): readonly (readonly string[])[] {
  return commandLinesOf(path, text).map(sketchOf);
}
