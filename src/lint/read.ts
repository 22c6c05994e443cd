import { candidateBy, candidateOf, canHoldOurs, isOursByName, type Candidate } from '../documents/candidate.ts';
import { chartOf } from '../documents/chart.ts';
import type { BinaryDocument, Fault, PemDocument, ReadDocument } from '../documents/document.ts';
import { isJsonnet, speaksOfOurs } from '../documents/jsonnet.ts';
import { scriptDocumentOf } from '../documents/script.ts';
import type { Guard } from '../documents/guard.ts';
import { yamlDocumentsOf, type TemplateFile } from '../documents/yaml-documents.ts';
import { binaryContainerOf } from '../parse/binary-container.ts';
import { isWide, textOf } from '../parse/encoding.ts';
import { isTemplateName, languageOf } from '../parse/template/language.ts';
import { holdsPem } from '../parse/pem.ts';
import type { RuleProblem } from '../policy/judge.ts';
import type { Selection } from '../policy/selection.ts';
import type { FileTree } from '../text/file-tree.ts';
import { SourceFile } from '../text/source.ts';
import { readingOrMistake } from './check.ts';

/** What became of a file that could be ours. */
export interface FileReading {
  readonly path: string;
  readonly documents: readonly ReadDocument[];
  /** What is ours, or may be, and could not be read. */
  readonly faults: readonly Fault[];
  /** The branches of a template that parts of its documents stand under. */
  readonly guards?: readonly Guard[];
  /** Why the whole file was left alone, where that is no fault of it. */
  readonly unread?: string;
  /** True where the user wants it left alone, which is no matter for a report. */
  readonly isExcluded?: boolean;
  /** Set where reading the file went wrong by our own mistake. */
  readonly mistake?: RuleProblem;
}

/**
 * Looks at every file that may be ours by its name, or was named, in order. Files that hold nothing of ours do not
 * appear.
 */
export function* readingsOf(files: FileTree, selection: Selection): Generator<FileReading> {
  for (const path of files.paths) {
    const reading = readingAt(path, files, selection);
    if (reading !== undefined) yield reading;
  }
}

/** What became of one file; `undefined` where nothing in it is ours. */
export function readingAt(path: string, files: FileTree, selection: Selection): FileReading | undefined {
  const isNamed = files.named.has(path);
  const candidate = candidateOf(path);
  if (!isNamed && candidate === undefined && !isJsonnet(path)) return undefined;
  if (isNamed || files.belowNamed.has(path) || selection.includes(path)) {
    const result = readingOrMistake(path, () => readingOf(path, candidate, files));
    return 'mistake' in result ? { path, documents: [], faults: [], mistake: result.mistake } : result.reading;
  }
  return isOursByName(path) ? { ...unread(path, 'the configuration excludes it'), isExcluded: true } : undefined;
}

/** @param byName what the name of the file allows it to be. */
function readingOf(path: string, byName: Candidate | undefined, files: FileTree): FileReading | undefined {
  const content = files.read(path);
  if (content === undefined) return undefined;
  if ('reason' in content) return unreadable(path, content.reason);
  if (isJsonnet(path)) {
    return speaksOfOurs(content.bytes) ? unread(path, 'Jsonnet is not read; its generated manifests are') : undefined;
  }
  const candidate = byName ?? candidateBy(content.bytes);
  if (!mayHoldOurs(path, content.bytes, candidate)) return undefined;
  if (candidate === 'certificates' && binaryContainerOf(content.bytes) !== undefined) {
    return { path, documents: [binaryDocumentOf(path, content.bytes)], faults: [] };
  }
  const decoding = textOf(content.bytes);
  if ('reason' in decoding) return unreadable(path, decoding.reason);
  const file = new SourceFile(path, decoding.text, decoding.hasByteOrderMark);
  const reading =
    candidate === 'yaml'
      ? yamlDocumentsOf(file, templateOf(file, files))
      : plainDocumentsOf(file, candidate, content.bytes);
  return reading.documents.length + reading.faults.length === 0 ? undefined : { path, ...reading };
}

/** A look at a file: false where nothing in it is ours. @param candidate what it is to be read as. */
export function mayHoldOurs(path: string, bytes: Uint8Array, candidate = candidateOf(path)): boolean {
  return isOursByName(path) || isWide(bytes) || canHoldOurs(bytes, path, candidate);
}

/** What a file is, where it is a template by its name or its place: one of a chart, or one that is called so. */
function templateOf({ path, text }: SourceFile, files: FileTree): TemplateFile | undefined {
  const chart = chartOf(path, files);
  if (chart !== undefined) return { language: 'go', chart };
  const language = isTemplateName(path) ? languageOf(path, text) : undefined;
  return language === undefined ? undefined : { language };
}

function plainDocumentsOf(
  file: SourceFile,
  candidate: Exclude<Candidate, 'yaml'>,
  bytes: Uint8Array,
): Pick<FileReading, 'documents' | 'faults'> {
  const documents =
    candidate === 'certificates' ? pemDocumentsOf(file, isWide(bytes)) : [scriptDocumentOf(file, candidate)];
  return { documents, faults: [] };
}

function pemDocumentsOf(file: SourceFile, isInUtf16: boolean): readonly PemDocument[] {
  if (!holdsPem(file.text)) return [];
  return [{ dialect: 'pem', file, name: '', source: file, ...(isInUtf16 ? { isWide: true } : {}) }];
}

/** What is no text is shown as an empty file. */
function binaryDocumentOf(path: string, bytes: Uint8Array): BinaryDocument {
  const file = new SourceFile(path, '');
  return { dialect: 'certificates', file, name: '', bytes, at: file.span(0, 0) };
}

/** A file that is ours by its name has to be readable; of another nothing is known, and nothing is claimed. */
function unreadable(path: string, reason: string): FileReading {
  if (!isOursByName(path)) return unread(path, reason);
  // The place of a fault of the whole file is where the file begins.
  const at = new SourceFile(path, '').span(0, 0);
  return { path, documents: [], faults: [{ at, reason, hidden: at, isOursByName: true }] };
}

function unread(path: string, reason: string): FileReading {
  return { path, documents: [], faults: [], unread: reason };
}
