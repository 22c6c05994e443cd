import type { Fix } from '../findings/finding.ts';
import type { Credential, Model } from '../model/model.ts';
import type { Fields } from '../model/own-entry.ts';
import { baseName, folderOf, pathFrom } from '../text/path.ts';
import { printable } from '../text/printable.ts';
import { literal } from '../text/written.ts';

type Document = Credential['document'];
type Replacement = NonNullable<Credential['replacement']>;

const FIXES = new WeakMap<Model, ReadonlyMap<Credential, Fix>>();

/**
 * How each secret that a document writes out can be kept out of it, where the document has a form for that. None is safe,
 * since a file or a Secret has to be made; the title says which. The secret itself is in neither title nor edits.
 */
export function secretFixes(model: Model): ReadonlyMap<Credential, Fix> {
  let fixes = FIXES.get(model);
  if (fixes === undefined) {
    const names = new Names(model);
    fixes = new Map(
      model.credentials.flatMap(credential => {
        const fix = isLeak(credential) ? fixOf(credential, names) : undefined;
        return fix === undefined ? [] : [[credential, fix] as const];
      }),
    );
    FIXES.set(model, fixes);
  }
  return fixes;
}

function isLeak({ nature }: Credential): boolean {
  return nature === 'literal' || nature === 'default';
}

function fixOf(credential: Credential, names: Names): Fix | undefined {
  const { replacement, kind } = credential;
  if (replacement === undefined) return undefined;
  const { keys, takes } = replacement;
  if (takes === 'object' || takes === 'nested object') {
    const selector = { name: names.objectFor(credential, replacement), key: slugOf(kind) };
    const edits = editsFor(replacement, nested(keys, takes === 'object' ? selector : { secret: selector }));
    const title = `take the ${kind} from the Secret "${selector.name}"; make it in the namespace of the resource, with the new ${kind} under the key ${selector.key}`;
    return edits && { title, edits, isSafe: false };
  }
  const path = names.fileFor(credential, replacement);
  const edits = editsFor(replacement, nested(keys, CONTENT[takes](path), replacement.behind?.beside));
  const title = `read the ${kind} from ${printable(path)}; make that file ${placeOf(path, credential)}, with the new ${kind} and nothing else in it`;
  return edits && { title, edits, isSafe: false };
}

const CONTENT: Readonly<Record<'file' | 'files' | 'expression', (path: string) => Fields[string]>> = {
  file: path => path,
  files: path => [path],
  expression: path => `$__file{${path}}`,
};

function editsFor({ entry, behind }: Replacement, fields: Fields): Fix['edits'] | undefined {
  if (behind === undefined) return entry.replacedBy(fields);
  const added = entry.followedBy(fields);
  return added && [behind.removal, ...added];
}

/** Where to put a file that a document names. */
function placeOf(path: string, { document }: Credential): string {
  const name = printable(baseName(document.file.path));
  return path.startsWith('/') ? 'where this configuration is read' : `beside ${name} on deployment`;
}

/** A field below some keys. @param beside what stands beside it. */
function nested(keys: readonly string[], content: Fields[string], beside: Fields = {}): Fields {
  const [first = '', ...others] = keys;
  return others.length === 0 ? { ...beside, [first]: content } : { [first]: nested(others, content, beside) };
}

// Where Docker has them, and Kubernetes can.
const ABSOLUTE_FOLDER = '/run/secrets';
const RELATIVE_FOLDER = 'secrets';

/** Names for what holds secrets, each given once. */
class Names {
  readonly #model: Model;
  readonly #taken = new Map<Document, Set<string>>();
  /** Of each name the number to go on with. */
  readonly #numbers = new Map<Document, Map<string, number>>();
  readonly #folders = new Map<Document, readonly string[]>();

  constructor(model: Model) {
    this.#model = model;
    for (const { document, target } of model.references) {
      const path = target.to === 'file' ? literal(target.path)?.value : undefined;
      const name = target.to === 'Secret' ? literal(target.name)?.value : undefined;
      if (path !== undefined) this.#takenIn(document).add(path);
      if (name !== undefined) this.#takenIn(document).add(name);
    }
  }

  /** The path of a file that neither the document nor the repository knows yet. */
  fileFor(credential: Credential, { owner, isBesideFile }: Replacement): string {
    const { document } = credential;
    const folder = this.#folderFor(document, isBesideFile);
    const home = folderOf(document.file.path);
    return this.#free(document, nameFor(owner, credential), name => {
      const path = folder === '' ? name : `${folder}/${name}`;
      const committed = pathFrom(home, path.replace(/^\/+/, ''));
      return { name: path, isFree: committed === undefined || !this.#model.isCommitted(committed) };
    });
  }

  /** The name of a Secret that the document does not refer to yet. */
  objectFor(credential: Credential, { owner }: Replacement): string {
    return this.#free(credential.document, nameFor(owner, credential), name => ({ name, isFree: true }));
  }

  #free(
    document: Document,
    wanted: string,
    named: (name: string) => { readonly name: string; readonly isFree: boolean },
  ): string {
    const taken = this.#takenIn(document);
    const numbers = this.#numbers.get(document) ?? new Map<string, number>();
    this.#numbers.set(document, numbers);
    for (let number = numbers.get(wanted) ?? 1; ; number += 1) {
      const { name, isFree } = named(number === 1 ? wanted : `${wanted}-${number}`);
      if (!isFree || taken.has(name)) continue;
      numbers.set(wanted, number + 1);
      taken.add(name);
      return name;
    }
  }

  #takenIn(document: Document): Set<string> {
    const taken = this.#taken.get(document) ?? new Set();
    this.#taken.set(document, taken);
    return taken;
  }

  /** Where the document has most of its secrets, else where they usually are. */
  #folderFor(document: Document, isBesideFile: boolean): string {
    const most = this.#foldersIn(document).find(folder => folder.startsWith('/') || isBesideFile);
    return most ?? (isBesideFile ? RELATIVE_FOLDER : ABSOLUTE_FOLDER);
  }

  /** The folders that the document has secrets in, that with the most first. */
  #foldersIn(document: Document): readonly string[] {
    let folders = this.#folders.get(document);
    if (folders === undefined) {
      folders = mostOftenFirst(
        this.#model.references.flatMap(({ document: other, isSecret, kind, target }) => {
          if (other !== document || !isSecret || kind === 'private key' || target.to !== 'file') return [];
          const path = literal(target.path)?.value;
          return path === undefined ? [] : [folderOf(path)];
        }),
      );
      this.#folders.set(document, folders);
    }
    return folders;
  }
}

function mostOftenFirst(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
}

const NAME_UNITS = 60;

function nameFor(owner: string, { kind, value }: Credential): string {
  const name = slugOf(`${owner} ${kind}`);
  // Nobody calls a job by its password, but what is shown must not depend on that.
  return name.includes(slugOf(value.value.reveal())) ? slugOf(kind) : name;
}

function slugOf(words: string): string {
  return words
    .replaceAll(/[^A-Za-z\d]+/g, '-')
    .slice(-NAME_UNITS)
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
}
