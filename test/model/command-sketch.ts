import { candidateOf } from '../../src/documents/candidate.ts';
import type { ReadDocument } from '../../src/documents/document.ts';
import { scriptDocumentOf } from '../../src/documents/script.ts';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { meaningOf } from '../../src/model/meaning.ts';
import type { CommandLine } from '../../src/model/commands/command-line.ts';
import type { MountSource } from '../../src/model/mounts.ts';
import { SourceFile } from '../../src/text/source.ts';
import { isTemplated, type Written } from '../../src/text/written.ts';

/** The commands that a file starts servers with. */
export function commandLinesOf(path: string, text: string): readonly CommandLine[] {
  return documentsOf(new SourceFile(path, text)).flatMap(document => meaningOf(document).commandLines);
}

function documentsOf(file: SourceFile): readonly ReadDocument[] {
  const candidate = candidateOf(file.path);
  if (candidate !== undefined && candidate !== 'yaml' && candidate !== 'certificates')
    return [scriptDocumentOf(file, candidate)];
  return yamlDocumentsOf(file).documents;
}

/** A command in words: what it is called, its program, where it is open, and its flags with the text of their spans. */
function sketchOf({ label, program, flags, isPartial, isPublished }: CommandLine): readonly string[] {
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

/** The mounts of a command: where each stands, and what is there; `-` for nothing of the repository. */
export function mountsOf({ mounts }: Pick<CommandLine, 'mounts'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    mounts.map(({ target, sources }) => [target, sources.map(mountSourceOf).join(' + ') || '-'] as const),
  );
}

function mountSourceOf(source: MountSource): string {
  if (source.to === 'file') return source.path;
  if (source.to === 'machine') return 'the machine';
  if (source.to === 'text') return source.textId;
  const { to, name, subPath, items, isOptional } = source;
  const keys = [...(items ?? [])].map(([path, key]) => ` ${path}=${key}`).join('');
  return `${to} ${name}${subPath === '' ? '' : `/${subPath}`}${keys}${isOptional ? ' optional' : ''}`;
}
