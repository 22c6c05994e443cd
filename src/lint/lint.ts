import type { Document } from '../documents/document.ts';
import { ENGINE_RULES } from '../findings/engine-rules.ts';
import type { Report } from '../findings/report.ts';
import { modelOf, type Meaning } from '../model/build.ts';
import type { Model } from '../model/model.ts';
import type { Configuration } from '../policy/configuration.ts';
import { ignoreCommentsOf } from '../policy/ignore-comment.ts';
import { judge } from '../policy/judge.ts';
import { selectionOf } from '../policy/selection.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { FileTree } from '../text/file-tree.ts';
import type { SourceFile } from '../text/source.ts';
import { faultProblem, meaningOrMistake, problemsOf } from './check.ts';
import { readingsOf } from './read.ts';

/** What a run needs. The same input gives the same report. */
export interface LintInput {
  readonly files: FileTree;
  readonly configuration: Configuration;
  /** The moment that dates are compared with. */
  readonly now: Date;
  /** The rules there are. */
  readonly rules?: readonly Rule[];
}

/** Reads a repository and says what is wrong with it: discover, lower, resolve, check, judge. Never throws for what is in a file. */
export function lint({ files, configuration, now, rules = RULES }: LintInput): Report {
  const selection = selectionOf(configuration);
  const readings = [...readingsOf(files, selection)];
  const lowered = readings.flatMap(reading => reading.documents).map(meaningOrMistake);
  const meanings = lowered.flatMap(result => ('mistake' in result ? [] : result.meaning));
  const model = resolve(
    meanings,
    readings.flatMap(reading => reading.faults),
    configuration,
  );
  const running = rules.filter(rule => configuration.pedantic || rule.isPedantic !== true);
  const problems = [
    ...model.faults.map(faultProblem),
    ...lowered.flatMap(result => ('mistake' in result ? result.mistake : [])),
    ...running.flatMap(rule => problemsOf(rule, model, { now, options: configuration })),
  ];
  const judgement = judge(problems, {
    selection,
    comments: [...sourcesOf(model)].flatMap(([file, isYaml]) => ignoreCommentsOf(file, isYaml)),
    ranIds: new Set([...running, ...ENGINE_RULES].map(rule => rule.id)),
    allIds: [...rules, ...ENGINE_RULES].map(rule => rule.id),
    now,
  });
  return {
    ...judgement,
    unread: readings.flatMap(({ path, faults, unread }) =>
      [...(unread === undefined ? [] : [unread]), ...faults.map(fault => fault.reason)].map(reason => ({
        path,
        reason,
      })),
    ),
    rules: [...running, ...ENGINE_RULES],
    files: { seen: files.paths.length, documents: countsByDialect(model.documents) },
    secrets: [...meanings.flatMap(meaning => meaning.secrets), ...model.faults.map(fault => fault.hidden)],
    now,
  };
}

function resolve(meanings: readonly Meaning[], faults: Model['faults'], configuration: Configuration): Model {
  return modelOf(meanings, faults, {
    pathMappings: configuration.pathMappings,
    servedCertificates: Object.values(configuration.servers),
  });
}

/** The files of the documents, and whether they are YAML. */
function sourcesOf({ documents }: Model): ReadonlyMap<SourceFile, boolean> {
  return new Map(documents.map(document => [document.file, document.dialect !== 'pem']));
}

function countsByDialect(documents: readonly Document[]): Report['files']['documents'] {
  const counts: Record<string, number> = {};
  for (const dialect of documents.map(document => document.dialect).sort()) {
    counts[dialect] = (counts[dialect] ?? 0) + 1;
  }
  return counts;
}
