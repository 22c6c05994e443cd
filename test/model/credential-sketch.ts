import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { credentialsAt } from '../../src/model/secrets/credential.ts';
import type { Alternative, Credential } from '../../src/model/model.ts';
import { placesOf } from '../../src/model/walk.ts';
import { SourceFile } from '../../src/text/source.ts';

/** The secrets that the documents of ours in a file write out. */
export function credentialsOf(path: string, text: string): readonly Credential[] {
  const { documents, faults } = yamlDocumentsOf(new SourceFile(path, text));
  if (faults.length > 0) throw new Error(faults.map(fault => fault.reason).join(', '));
  return documents.flatMap(document => {
    if (!('parts' in document)) return [];
    return placesOf(document).flatMap(place => credentialsAt(place, document));
  });
}

/** Each secret on a line: its kind, its path, what stands there, and how else it can be had. */
export function fieldSketchesOf(credentials: readonly Credential[]): readonly string[] {
  return credentials.map(({ kind, path, nature, alternative }) =>
    [`${kind} at ${path}`, nature, alternativeWords(alternative)].join(' | '),
  );
}

/** Each secret on a line: the very text of its span, its nature, how else it can be had, and where it is shown. */
export function carriedSketchesOf(credentials: readonly Credential[]): readonly string[] {
  return credentials.map(({ carrier, kind, field, nature, alternative, leak, value: { span } }) =>
    [
      `${carrier} ${kind} ${field}: ${span.file.text.slice(span.start, span.end)}`,
      ...(nature === 'literal' ? [] : [nature]),
      ...(alternative === undefined ? [] : [alternativeWords(alternative)]),
      ...(leak === undefined ? [] : [leak.replace('Prometheus ', '')]),
    ].join(' | '),
  );
}

function alternativeWords(alternative: Alternative | undefined): string {
  if (alternative === undefined) return 'no other form';
  if (alternative.to === 'object') return 'object';
  return alternative.to === 'file' ? alternative.field : alternative.advice;
}
