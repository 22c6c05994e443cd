import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { SourceFile } from '../../src/text/source.ts';

/** The documents of ours in a file: dialect, name, and the keys that lead to each part of it that is ours. */
export function documentsIn(path: string, text: string): readonly string[] {
  const { documents, faults } = yamlDocumentsOf(new SourceFile(path, text));
  if (faults.length > 0) throw new Error(faults.map(fault => fault.reason).join(', '));
  return documents.map(document => {
    const parts = 'parts' in document ? document.parts : [];
    const keys = parts.map(part => `[${part.keys.join(' ')}]`);
    return [document.dialect, document.name, ...keys].filter(word => word !== '').join(' ');
  });
}
