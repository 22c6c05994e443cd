import type { ScriptDocument } from '../../documents/document.ts';
import { renderedPath } from '../../parse/template/language.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { printable } from '../../text/printable.ts';
import type { SourceText } from '../../text/source.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { commandWordsIn, type CommandWord } from './command-word.ts';
import { containerRunBy } from './container-run.ts';
import { startedIn, withoutStarters } from './program.ts';

const MAKEFILE = /(?:^|\/)(?:GNU)?[Mm]akefile$|\.mk$/;
const RECIPE = /^\t[^\n\\]*(?:\\(?:\r?\n|.)[^\n\\]*)*/gm;

/** The commands of a script or makefile that start a server, in a container or by itself. */
export function scriptCommandsIn(document: ScriptDocument): readonly CommandLine[] {
  const source = document.source ?? document.file;
  const isMakefile = MAKEFILE.test(renderedPath(document.file.path));
  const commands = isMakefile ? recipeCommandsIn(source) : commandWordsIn(source, 'shell');
  return commands.flatMap(words => commandOf(words, document, isMakefile) ?? []);
}

/** The commands of the recipes of a makefile, each line with those that continue it by itself. */
function recipeCommandsIn(source: SourceText): readonly (readonly CommandWord[])[] {
  return [...source.text.matchAll(RECIPE)].flatMap(({ index, 0: line }) => {
    const start = index + (/^\t[ \t]*[@+-]*/.exec(line)?.[0].length ?? 1);
    return commandWordsIn(source, 'shell', start, index + line.length);
  });
}

function commandOf(
  words: readonly CommandWord[],
  document: ScriptDocument,
  isMakefile: boolean,
): CommandLine | undefined {
  const { path } = document.file;
  const name = baseName(path);
  const place = { document, label: `${isMakefile ? 'makefile' : 'script'} "${printable(name)}"` };
  const run = containerRunBy(withoutStarters(words), folderOf(path));
  if (run !== undefined) {
    const { started, mounts, isPublished } = run;
    return commandLineOf(started, { ...place, path: started.program, mounts }, isPublished);
  }
  const started = startedIn(words);
  if (started === undefined) return undefined;
  // Recipes run where the makefile is; of a script nobody knows.
  const folder = isMakefile ? { folder: folderOf(path) } : {};
  return commandLineOf(started, { ...place, path: started.program, ...folder }, false);
}
