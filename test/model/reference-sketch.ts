import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import type { FieldReference } from '../../src/model/model.ts';
import { CommittedEntries } from '../../src/model/references/committed-entry.ts';
import { Readers } from '../../src/model/references/reader.ts';
import { referencesAt } from '../../src/model/references/reference.ts';
import { placesOf } from '../../src/model/walk.ts';
import { SourceFile } from '../../src/text/source.ts';
import { isTemplated, type Written } from '../../src/text/written.ts';
import { treeOf } from '../tree.ts';

const NO_ENTRIES = new CommittedEntries([], treeOf({}));
/** Of a repository in which no command and no volume says who reads what. */
export const NOBODY = {
  entries: NO_ENTRIES,
  readers: new Readers([], [], [], { paths: [], pathMappings: {}, entries: NO_ENTRIES }),
};

/** The references of the documents in a file, each place once. */
export function referencesIn(path: string, text: string): readonly FieldReference[] {
  const { documents, faults } = yamlDocumentsOf(new SourceFile(path, text));
  if (faults.length > 0) throw new Error(faults.map(fault => fault.reason).join(', '));
  const references = documents.flatMap(document =>
    'parts' in document ? placesOf(document).flatMap(place => referencesAt(place, document)) : [],
  );
  return [...new Map(references.map(reference => [`${reference.at.start} ${reference.at.end}`, reference])).values()];
}

/** The references in a file, each on one line: the field, what is to be had, where, and what else is to be known. */
export function sketchesIn(path: string, text: string): readonly string[] {
  return referencesIn(path, text).map(sketchOf);
}

function sketchOf({ field, kind, isSecret, isOfMonitor, target }: FieldReference): string {
  return [field, isSecret ? `secret ${kind}` : kind, targetOf(target), ...(isOfMonitor ? ['of a monitor'] : [])].join(
    ' | ',
  );
}

function targetOf(target: FieldReference['target']): string {
  if (target.to === 'nothing') return 'nothing';
  if (target.to === 'file') return `${shown(target.path)} from the ${target.base}`;
  const { to, namespace, name, key, isOptional } = target;
  const place = namespace === undefined ? '' : `${shown(namespace)}/`;
  return `${to} ${place}${shown(name)} ${shown(key)}${isOptional ? ' optional' : ''}`;
}

function shown(written: Written<string> | undefined): string {
  if (written === undefined) return '-';
  return isTemplated(written) ? `template ${written.template}` : `"${written.value}"`;
}

/**
 * JSON, which is YAML, with a value at a path: `a[].b` is an item of the list `a`, and `a{}` an entry of the mapping `a`.
 */
export function jsonAt(path: string, value: unknown, beside: object = {}): string {
  const root = path.split('.').reduceRight((inner, part) => {
    const name = part.replace(/[^\w-].*/, '');
    const item = part.endsWith('[]') ? [inner] : inner;
    return { [name]: part.includes('{}') ? { 'X-Name': item } : item };
  }, value);
  return `${JSON.stringify({ ...beside, ...Object(root) }, null, 1)}\n`;
}
