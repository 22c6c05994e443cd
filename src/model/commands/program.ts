import type { CommandLine } from './command-line.ts';
import { commandWordsIn, type CommandWord } from './command-word.ts';

type Program = CommandLine['program'];

/** A command that starts a server, with what stands behind the program. */
export interface Started {
  readonly program: Program;
  readonly words: readonly CommandWord[];
}

const EXPORTER = /(?:^|[-_])exporter$|^pushgateway$|^kube-rbac-proxy$/;

/** The server that an image of a container holds, by the last part of its name. */
export function programOfImage(image: string): Program | undefined {
  const name = image.replace(/@.*$/, '').replace(/^.*\//, '').replace(/:.*$/, '');
  return programNamed(name);
}

// What the images start without a command (the Dockerfiles of prometheus/prometheus v3.5 and prometheus/alertmanager v0.28).
const OWN_IMAGE = /(?:^|\/)(?:prom|prometheus)\/(prometheus|alertmanager)(?:[:@]|$)/;

/** The configuration that an image of the Prometheus project reads where it is given no command. */
export function configurationOfImage(image: string): string | undefined {
  const name = OWN_IMAGE.exec(image)?.[1];
  return name === undefined ? undefined : `/etc/${name}/${name}.yml`;
}

/** The server that is called so: `prometheus`, `/bin/alertmanager`, `node_exporter`. */
export function programAt(path: string): Program | undefined {
  return programNamed(path.replace(/^.*\//, ''));
}

function programNamed(name: string): Program | undefined {
  if (name === 'prometheus' || name === 'alertmanager') return name;
  return EXPORTER.test(name) ? 'other' : undefined;
}

const SHELL = /(?:^|\/)(?:sh|ash|bash|dash)$/;
const SCRIPT_OPTION = /^-[a-z]*c$/;
// They start what stands behind them.
const STARTERS = new Set([
  'sudo',
  'exec',
  'nohup',
  'env',
  'time',
  'setsid',
  'command',
  'then',
  'do',
  'else',
  '!',
  'if',
]);
const ASSIGNMENT = /^\w+=/;
const USER_OPTION = /^-[ugC]$/;

/**
 * What a command of a container starts: the program that it names, that of its shell script, or, where it has no more
 * than arguments, that of the image.
 */
export function startedBy(words: readonly CommandWord[], ofImage: Program | undefined): Started | undefined {
  const [first] = words;
  if (first === undefined || first.text.startsWith('-')) return ofImage && { program: ofImage, words };
  if (!SHELL.test(first.text)) return startedIn(words);
  const script = words[words.findIndex(({ text }) => SCRIPT_OPTION.test(text)) + 1]?.script;
  if (script === undefined) return undefined;
  return commandWordsIn(script, 'shell').flatMap(command => startedIn(command) ?? [])[0];
}

/** What a command of a script starts by its name. */
export function startedIn(words: readonly CommandWord[]): Started | undefined {
  const rest = withoutStarters(words);
  const program = programAt(rest[0]?.text ?? '');
  return program && { program, words: rest.slice(1) };
}

/** A command from its program on. */
export function withoutStarters(words: readonly CommandWord[]): readonly CommandWord[] {
  let at = 0;
  let isOptions = false;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    const { text } = word;
    if (STARTERS.has(text)) isOptions = true;
    else if (isOptions && USER_OPTION.test(text)) at += 1;
    else if (!ASSIGNMENT.test(text) && !(isOptions && text.startsWith('-'))) break;
    at += 1;
  }
  return words.slice(at);
}
