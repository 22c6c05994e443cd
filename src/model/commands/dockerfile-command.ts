import type { ScriptDocument } from '../../documents/document.ts';
import { readYaml } from '../../parse/yaml.ts';
import { baseName, folderOf, pathFrom } from '../../text/path.ts';
import { printable } from '../../text/printable.ts';
import type { SourceText } from '../../text/source.ts';
import { absolutePath, type Mount } from '../mounts.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { commandWordsIn, wordsOfNode, type CommandWord } from './command-word.ts';
import { mountAt } from './mount.ts';
import { configurationOfImage, programOfImage, startedBy } from './program.ts';

// An instruction with the lines that continue it; comments among them are left out (the Dockerfile reference of Docker).
const INSTRUCTION =
  /^[ \t]*(FROM|COPY|ADD|CMD|ENTRYPOINT)[ \t]+([^\n\\]*(?:\\(?:[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*|.|$)[^\n\\]*)*)/gim;

interface Stage {
  readonly image: string;
  readonly mounts: Mount[];
  command: readonly CommandWord[];
  entry: readonly CommandWord[];
}

/** The command that a Dockerfile gives its image, or leaves to that which it is made from: that of its last stage. */
export function dockerfileCommandsIn(document: ScriptDocument): readonly CommandLine[] {
  const stage = lastStageOf(document);
  if (stage === undefined) return [];
  const words = [...stage.entry, ...stage.command];
  const configuration = words.length > 0 ? undefined : configurationOfImage(stage.image);
  const started = startedBy(words, programOfImage(stage.image));
  if (started === undefined || (words.length === 0 && configuration === undefined)) return [];
  const place = {
    document,
    label: `image of "${printable(baseName(document.file.path))}"`,
    path: 'CMD',
    mounts: stage.mounts,
    ...(configuration === undefined ? {} : { imageConfiguration: configuration }),
  };
  return [commandLineOf(started, place, false)];
}

function lastStageOf({ file, source = file }: ScriptDocument): Stage | undefined {
  let stage: Stage | undefined;
  for (const match of source.text.matchAll(INSTRUCTION)) {
    const [whole, name = '', rest = ''] = match;
    const end = match.index + whole.length;
    const words = wordsIn(source, end - rest.length, end);
    switch (name.toUpperCase()) {
      case 'FROM': {
        const image = words.find(({ text }) => !text.startsWith('--'))?.text ?? '';
        stage = { image, mounts: [], command: [], entry: [] };
        break;
      }
      case 'CMD':
        if (stage !== undefined) stage.command = words;
        break;
      case 'ENTRYPOINT':
        if (stage !== undefined) stage.entry = words;
        break;
      default:
        stage?.mounts.push(...mountsOf(words, folderOf(file.path)));
    }
  }
  return stage;
}

/** The words of an instruction: the items of a list in JSON, or as a shell has them. */
function wordsIn(source: SourceText, start: number, end: number): readonly CommandWord[] {
  if (source.text[start] === '[') {
    const reading = readYaml(source, { start, end, index: 0 });
    if ('root' in reading && reading.root?.kind === 'list') return wordsOfNode(reading.root, 'plain');
  }
  return commandWordsIn(source, 'line', start, end).flat();
}

/**
 * What COPY and ADD put into an image from the folder of the Dockerfile. What comes from another stage or an address is
 * of no repository. Of a path with a dot in its name a file is expected, and of another a folder, whose content is put in.
 */
function mountsOf(words: readonly CommandWord[], folder: string): readonly Mount[] {
  const isForeign = words.some(({ text }) => text.startsWith('--from='));
  const paths = words.map(({ text }) => text).filter(text => !text.startsWith('--'));
  const target = paths.at(-1);
  if (target === undefined || absolutePath(target) === undefined || /[$*?]/.test(target)) return [];
  const sources = paths.slice(0, -1);
  return sources.map(source => {
    const isFile = /\.\w+$/.test(baseName(source));
    const isInto = target.endsWith('/') || sources.length > 1;
    const isKnown = !isForeign && !/[$*?]|:\/\/|<</.test(source);
    const committed = isKnown ? pathFrom(folder, source.replace(/^\/+/, '')) : undefined;
    return mountAt(isFile && isInto ? `${target}/${baseName(source)}` : target, committed);
  });
}
