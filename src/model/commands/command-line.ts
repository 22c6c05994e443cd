import type { Document } from '../../documents/document.ts';
import type { Span } from '../../text/source.ts';
import type { Written } from '../../text/written.ts';
import type { Mount } from '../mounts.ts';
import type { Reach } from './reach.ts';

/** A command that starts a server, wherever the repository writes it: a container, a unit, a script, values. */
export interface CommandLine {
  readonly document: Document;
  /** What messages call it: `service "prometheus"`, `container "prometheus" of Deployment "metrics"`. */
  readonly label: string;
  readonly path: string;
  readonly program: 'prometheus' | 'alertmanager' | 'other';
  readonly flags: readonly CommandFlag[];
  /** What the process sees in the place of its own files. */
  readonly mounts: readonly Mount[];
  /** The configuration that its image names where no command is given. */
  readonly imageConfiguration?: string;
  /** The committed folder that relative paths start from; absent where that is not known. */
  readonly folder?: string;
  /** True where more flags may come from elsewhere: a template, a variable. */
  readonly isPartial: boolean;
  /** True where it is certain that other machines reach its port: it is published, or no container holds it. */
  readonly isPublished?: true;
  /** How others reach what it starts; absent where that is not known. */
  readonly reach?: Reach;
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
