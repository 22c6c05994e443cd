import type { Document } from '../../documents/document.ts';
import type { Span } from '../../text/source.ts';
import type { Written } from '../../text/written.ts';

/** A command that starts a server, wherever the repository writes it: a container, a unit, a script, values. */
export interface CommandLine {
  readonly document: Document;
  /** What messages call it: `service "prometheus"`, `container "prometheus" of Deployment "metrics"`. */
  readonly label: string;
  readonly path: string;
  readonly program: 'prometheus' | 'alertmanager' | 'other';
  readonly flags: readonly CommandFlag[];
  /** Where paths of the process are committed: the longest prefix of a path that is a key here decides. */
  readonly mounts: Readonly<Record<string, string>>;
  /** The committed folder that relative paths start from; absent where that is not known. */
  readonly folder?: string;
  /** True where more flags may come from elsewhere: a template, a variable. */
  readonly isPartial: boolean;
  /** True where it is certain that other machines reach its port: it is published, or no container holds it. */
  readonly isPublished?: true;
}

/** A flag of a command, however it is spelled. */
export interface CommandFlag {
  /** Without dashes: `web.enable-admin-api`. */
  readonly name: string;
  /** Absent for a switch without a value. */
  readonly value?: Written<string>;
  /** The flag, with its value where both stand together. */
  readonly at: Span;
}
