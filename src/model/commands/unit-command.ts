import type { ScriptDocument } from '../../documents/document.ts';
import { baseName } from '../../text/path.ts';
import { printable } from '../../text/printable.ts';
import type { SourceText } from '../../text/source.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { commandWordsIn, type CommandWord } from './command-word.ts';
import { containerRunBy } from './container-run.ts';
import { startedBy, withoutStarters } from './program.ts';
import { defaultPortOf } from './reach.ts';

// With the lines that continue it; comments among them are left out (systemd.syntax(7)).
const START = /^[ \t]*ExecStart[ \t]*=[ \t]*[-@:+!|]*([^\n\\]*(?:\\(?:\r?\n(?:[ \t]*[#;][^\n]*\n)*|.)[^\n\\]*)*)/gm;
const COMMENT = /^[ \t]*[#;]/;
const EXPANSION = /(?:^|[^$])\$(?:\{|[A-Za-z_])|%[a-zA-Z]/;

/** The commands that a unit of systemd starts servers with. An empty `ExecStart=` takes back those before it. */
export function unitCommandsIn(document: ScriptDocument): readonly CommandLine[] {
  const source = document.source ?? document.file;
  let lines: CommandLine[] = [];
  for (const match of source.text.matchAll(START)) {
    const [whole, command = ''] = match;
    const end = match.index + whole.length;
    if (command.trim() === '') lines = [];
    else lines.push(...commandsOf(wordsBetween(source, end - command.length, end), document));
  }
  return lines;
}

/** The words of a command, with those of comments between its lines left out. */
function wordsBetween(source: SourceText, start: number, end: number): readonly CommandWord[] {
  const words: CommandWord[] = [];
  let at = start;
  for (const line of source.text.slice(start, end).split('\n')) {
    const lineEnd = at + line.length;
    if (!COMMENT.test(line)) words.push(...commandWordsIn(source, 'line', at, withoutContinuation(line) + at).flat());
    at = lineEnd + 1;
  }
  return words.map(word => (EXPANSION.test(word.text) ? { ...word, isTemplated: true } : word));
}

function withoutContinuation(line: string): number {
  return line.replace(/\\?\r?$/, '').length;
}

function commandsOf(words: readonly CommandWord[], document: ScriptDocument): readonly CommandLine[] {
  const name = printable(baseName(document.file.path));
  const place = { document, label: `unit "${name}"`, path: 'Service.ExecStart' };
  const rest = withoutStarters(words);
  const run = containerRunBy(rest, '');
  if (run !== undefined) return [commandLineOf(run.started, place, run.isPublished)];
  const started = startedBy(rest, undefined);
  if (started === undefined) return [];
  const reach = { kind: 'machine', ...defaultPortOf(rest[0]?.text ?? '') } as const;
  return [commandLineOf(started, { ...place, reach }, true)];
}
