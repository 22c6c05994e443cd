import type { CommandLine } from './command-line.ts';
import { flagsOf, type CommandWord } from './command-word.ts';
import { volumeAt } from './mount.ts';
import type { Mount } from '../mounts.ts';
import { programOfImage, startedBy, type Started } from './program.ts';
import { listeningPort, opensPort } from './publication.ts';

/** A container that a command runs. */
interface ContainerRun {
  readonly started: Started;
  readonly mounts: CommandLine['mounts'];
  readonly isPublished: boolean;
}

interface Option {
  readonly name: string;
  readonly value: string;
}

const ENGINES = /^(?:.*\/)?(?:docker|podman|nerdctl)$/;
// Options of `docker run` and `podman run` that take no value (docs.docker.com/reference/cli/docker/container/run).
const SWITCHES = new Set(
  'detach init interactive no-healthcheck oom-kill-disable privileged publish-all quiet read-only rm replace tty'.split(
    ' ',
  ),
);
const SHORT_SWITCHES = /^-[ditPq]*/;

/** The container that `docker run` and its likes start, where a server of ours is in it. @param folder of the script. */
export function containerRunBy(words: readonly CommandWord[], folder: string): ContainerRun | undefined {
  const [engine, ...rest] = words;
  if (engine === undefined || !ENGINES.test(engine.text)) return undefined;
  const verb = rest[0]?.text === 'container' ? 1 : 0;
  if (rest[verb]?.text !== 'run' && rest[verb]?.text !== 'create') return undefined;
  const { options, after } = optionsOf(rest.slice(verb + 1));
  const [image, ...command] = after;
  if (image === undefined) return undefined;
  const valuesOf = (...names: readonly string[]): readonly string[] =>
    options.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const ofImage = programOfImage(image.text);
  const [entry] = valuesOf('entrypoint');
  const started = entry === undefined ? startedBy(command, ofImage) : undefined;
  if (started === undefined) return undefined;
  const port = listeningPort(flagsOf(started.words));
  return {
    started,
    mounts: valuesOf('v', 'volume').flatMap(volume => mountOf(volume, folder) ?? []),
    isPublished:
      valuesOf('p', 'publish').some(mapping => opensPort(mapping, port)) || valuesOf('net', 'network').includes('host'),
  };
}

function mountOf(volume: string, folder: string): Mount | undefined {
  const [source = '', target] = volume.split(':');
  return target === undefined ? undefined : volumeAt(target, source, folder);
}

/** The options in front of an image, and what comes from there on. */
function optionsOf(words: readonly CommandWord[]): { options: readonly Option[]; after: readonly CommandWord[] } {
  const options: Option[] = [];
  let at = 0;
  for (let word = words[at]; word?.text.startsWith('-') === true; word = words[at]) {
    const [, name = '', ownValue] = optionIn(word.text);
    const takesNext = ownValue === undefined && name !== '' && !SWITCHES.has(name);
    options.push({ name, value: ownValue ?? (takesNext ? (words[at + 1]?.text ?? '') : '') });
    at += takesNext ? 2 : 1;
  }
  return { options, after: words.slice(at) };
}

/** The name of an option and the value in the same word; the name is empty where all of it are short switches. */
function optionIn(text: string): readonly (string | undefined)[] {
  const long = /^--([\w-]+)(?:=(.*))?$/s.exec(text);
  if (long !== null) return long;
  const short = text.replace(SHORT_SWITCHES, '');
  const value = short.slice(1).replace(/^=/, '');
  return [text, short.slice(0, 1), value === '' ? undefined : value];
}
