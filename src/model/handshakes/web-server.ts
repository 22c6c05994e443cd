import { baseName, folderOf } from '../../text/path.ts';
import type { CommandLine } from '../commands/command-line.ts';
import { isLaidOver } from '../commands/laid-over.ts';
import type { Server } from '../model.ts';
import { placeOf } from '../mounts.ts';
import { textIdOf } from '../references/committed-text.ts';
import { certificateOf, textIdsAt, webConfigurationOf, type Committed } from '../references/deployed-path.ts';

// What Compose lays over `compose.yaml` by itself (docs.docker.com, "Merge Compose files").
const OVERRIDE = /(?:^|\/)(?:docker-)?compose\.override\.ya?ml$/;

function isOf(path: string, { document }: CommandLine): boolean {
  return document.file.path === path;
}

/** What processes are told to serve, by the flags that name a web configuration or a certificate. */
export class WebServers {
  readonly #committed: Committed;
  readonly #commandLines: readonly CommandLine[];
  readonly #servers: readonly Server[];

  constructor(commandLines: readonly CommandLine[], servers: readonly Server[], committed: Committed) {
    this.#committed = committed;
    this.#commandLines = commandLines;
    this.#servers = servers.filter(({ document }) => document.dialect === 'web-config');
  }

  /**
   * The web configuration that processes read; `undefined` where the repository does not say for sure, or where they do
   * not read the same.
   */
  readBy(commands: readonly CommandLine[]): Server | undefined {
    const textId = this.#onlyTextOf(commands, webConfigurationOf);
    if (textId === undefined) return undefined;
    const [server, ...others] = this.#servers.filter(({ document }) => textIdOf(document) === textId);
    return others.length > 0 ? undefined : server;
  }

  /** The text with the certificate that processes without a web configuration are given, in the same way. */
  certificateOf(commands: readonly CommandLine[]): string | undefined {
    return commands.some(command => webConfigurationOf(command) !== undefined)
      ? undefined
      : this.#onlyTextOf(commands, certificateOf);
  }

  #onlyTextOf(
    commands: readonly CommandLine[],
    pathOf: (command: CommandLine) => string | undefined,
  ): string | undefined {
    if (commands.some(command => this.#hasUnknownOverride(command))) return undefined;
    const laidOver = commands.flatMap(command => this.#commandLines.filter(other => isLaidOver(command, other)));
    const [textId, ...others] = new Set([...commands, ...laidOver].map(one => this.#textIdAt(pathOf(one), one)));
    return others.length > 0 ? undefined : textId;
  }

  /** True where Compose lays a file over that of the process, which may mount other files and says nothing of it. */
  #hasUnknownOverride(command: CommandLine): boolean {
    const { dialect, file } = command.document;
    if (dialect !== 'compose') return false;
    const overrides = this.#committed.paths.filter(
      path => OVERRIDE.test(path) && folderOf(path) === folderOf(file.path) && path !== file.path,
    );
    return overrides.some(path => !this.#commandLines.some(other => isOf(path, other) && isLaidOver(command, other)));
  }

  #textIdAt(path: string | undefined, command: CommandLine): string | undefined {
    if (path === undefined) return undefined;
    const place = placeOf(path, command, this.#committed.pathMappings);
    const textIds =
      place.kind === 'unsaid' ? this.#namesakesOf(path) : textIdsAt(place, command.document, this.#committed);
    return textIds.length === 1 ? textIds[0] : undefined;
  }

  /** The files of that name in a folder of the same name, where no other has the name. */
  #namesakesOf(wanted: string): readonly string[] {
    const namesakes = this.#committed.paths.filter(path => baseName(path) === baseName(wanted));
    const folder = baseName(folderOf(wanted));
    return namesakes.filter(path => baseName(folderOf(path)) === folder);
  }
}
