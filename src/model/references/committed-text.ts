import type { Document } from '../../documents/document.ts';
import type { ObjectEntry } from '../mounts.ts';

/** An entry of a Kubernetes object that the repository holds, as a text in a document or as a file that makes it. */
export interface CommittedEntry {
  readonly to: ObjectEntry['to'];
  readonly name: string;
  readonly namespace?: string;
  readonly key: string;
  /** The file that says so: the object itself, or a kustomization. */
  readonly saidIn: string;
  /** The identity of the text, as `textIdOf` gives it: the path of a file, or an entry of an object in one. */
  readonly textId: string;
  /** The file that the entry is made of, where it is one. */
  readonly path?: string;
  /** True where it is laid over another of its name, in another layer of the same deployment. */
  readonly isLaidOver?: true;
}

/** What tells a committed text from others: a file, or an entry of an object in a file. */
export function textIdOf({ file, within }: Pick<Document, 'file' | 'within'>): string {
  if (within === undefined) return file.path;
  const { kind, object = '', namespace = '', key } = within;
  return JSON.stringify([file.path, kind, object, namespace, key]);
}
