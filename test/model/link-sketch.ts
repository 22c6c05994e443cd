import { modelOf } from '../../src/model/build.ts';
import type { CommandLine } from '../../src/model/commands/command-line.ts';
import type { Document } from '../../src/documents/document.ts';
import { SourceFile, type Span } from '../../src/text/source.ts';
import type { Texts } from '../marks.ts';
import { meaningsIn } from '../meaning.ts';
import { treeOf } from '../tree.ts';

/** A command line in short; what is not said is that of a Prometheus in a compose file. */
export interface CommandSketch extends Partial<Omit<CommandLine, 'flags' | 'document' | 'mounts'>> {
  /** As one writes them: `--config.file=/etc/prometheus/prometheus.yml`. A value of `{{ }}` is a template. */
  readonly flags: string;
  /** Committed paths by those of the container. */
  readonly mounts?: Readonly<Record<string, string>>;
  readonly dialect?: Document['dialect'];
  readonly file?: string;
}

/** The links of a repository with such command lines, as `<client> -> <file of the server>`, sorted. */
export function linksIn(
  files: Texts,
  commands: readonly CommandSketch[],
  pathMappings: Readonly<Record<string, string>> = {},
): readonly string[] {
  const meanings = Object.entries(files).flatMap(([path, text]) =>
    /\.ya?ml$/.test(path) ? meaningsIn(path, text) : [],
  );
  const [first] = meanings;
  if (first === undefined) throw new Error('no document is ours');
  const { links } = modelOf([...meanings, { ...first, ...NOTHING, commandLines: commands.map(commandLineOf) }], [], {
    pathMappings,
    servedCertificates: {},
    files: { ...treeOf(files), includes: () => true },
  });
  return links.map(({ client, server }) => `${client.path} -> ${server.document.file.path}`).sort();
}

const NOTHING = {
  clients: [],
  servers: [],
  scrapes: [],
  operated: [],
  selections: [],
  credentials: [],
  references: [],
  faults: [],
} as const;

function commandLineOf({
  flags,
  dialect = 'compose',
  file: path = 'compose.yml',
  mounts = {},
  ...sketch
}: CommandSketch): CommandLine {
  const file = new SourceFile(path, flags);
  return {
    label: 'service "prometheus"',
    path: 'services.prometheus',
    program: 'prometheus',
    isPartial: false,
    ...sketch,
    mounts: Object.entries(mounts).map(([target, committed]) => ({
      target,
      sources: [{ to: 'file', path: committed }],
    })),
    document: { dialect, file, name: '' },
    flags: [...flags.matchAll(/--([\w.-]+)(?:=(\S+))?/g)].map(([text, name = '', value]) => {
      const at = file.span(flags.indexOf(text), flags.indexOf(text) + text.length);
      return { name, at, ...(value === undefined ? {} : { value: writtenAs(value, at) }) };
    }),
  };
}

function writtenAs(text: string, span: Span): { value: string; span: Span } | { template: string; span: Span } {
  return text.includes('{{') ? { template: text, span } : { value: text, span };
}
