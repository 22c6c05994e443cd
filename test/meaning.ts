import { yamlDocumentsOf } from '../src/documents/yaml-documents.ts';
import { meaningOf, type Meaning } from '../src/model/meaning.ts';
import { SourceFile } from '../src/text/source.ts';

/** What the documents of ours in a file mean, one after the other. */
export function meaningsIn(path: string, text: string): readonly Meaning[] {
  const { documents, faults } = yamlDocumentsOf(new SourceFile(path, text));
  if (faults.length > 0) throw new Error(faults.map(fault => fault.reason).join(', '));
  return documents.map(document => meaningOf(document));
}

/** What the only document in a file means. */
export function meaningIn(path: string, text: string): Meaning {
  const [meaning, ...others] = meaningsIn(path, text);
  if (meaning === undefined || others.length > 0) throw new Error('the file is not one document of ours');
  return meaning;
}
