import type { Document } from '../documents/document.ts';
import { ENGINE_RULES } from '../findings/engine-rules.ts';
import type { Problem } from '../findings/finding.ts';
import { inCodeUnitOrder } from '../findings/order.ts';
import type { Report, Shard } from '../findings/report.ts';
import { isInShard } from '../findings/shard.ts';
import { modelOf } from '../model/build.ts';
import type { Model, ResolvedReference } from '../model/model.ts';
import type { Configuration } from '../policy/configuration.ts';
import { ignoreCommentsOf, type CommentSyntax } from '../policy/ignore-comment.ts';
import { judge, type RuleProblem } from '../policy/judge.ts';
import { judgedBy } from '../policy/judged-by.ts';
import { selectionOf, type Selection } from '../policy/selection.ts';
import { RULES } from '../rules/index.ts';
import type { HashMatch, Rule } from '../rules/rule.ts';
import type { Decipher } from '../parse/pkcs12.ts';
import { MaskedText } from '../parse/template/masked-text.ts';
import { firstIndexWhere } from '../text/bisect.ts';
import type { FileTree } from '../text/file-tree.ts';
import { groupedBy } from '../text/grouped.ts';
import { isDerived, type SourceText, type Span } from '../text/source.ts';
import { faultProblem, problemsOf } from './check.ts';
import { listedCertificates } from './listed-certificates.ts';
import { lockedContainersOf } from './locked-containers.ts';
import { lowered, type LoweredTree } from './lower.ts';
import { Guards, underBranches } from './under-branches.ts';
import { silentAbout } from './silent-about-secrets.ts';

/** What a run needs. The same input gives the same report. */
export interface LintInput {
  readonly files: FileTree;
  readonly configuration: Configuration;
  /** The moment that dates are compared with. */
  readonly now: Date;
  /** The rules there are. */
  readonly rules?: readonly Rule[];
  /** Compares passwords with bcrypt hashes, for the rules that ask. Without it nothing is said of them. */
  readonly matchesHash?: HashMatch;
  /** Opens what the empty password opens. Without it nothing that is encrypted is read. */
  readonly decipher?: Decipher;
  /** What the files mean, where that is known already. */
  readonly lowered?: LoweredTree;
  /** Set where the report is to be cut to a part: see {@link reportOfShard}. What is counted is counted for it alone. */
  readonly shard?: Shard;
}

const KNOWS_NOTHING: HashMatch = () => undefined;

/**
 * Reads a repository and says what is wrong with it: discover, lower, resolve, check, judge. Never throws for what is
 * in a file.
 */
export function lint(input: LintInput): Report {
  const { files, configuration, now, rules = RULES, matchesHash = KNOWS_NOTHING, decipher, shard } = input;
  const selection = selectionOf(configuration);
  const { meanings, faults, guards, unread, mistakes } = input.lowered ?? lowered(files, selection, decipher);
  const templates = new Guards(guards);
  const isLookedAt = (path: string): boolean =>
    files.named.has(path) || files.belowNamed.has(path) || selection.includes(path);
  const model = modelOf(meanings, faults, {
    pathMappings: configuration.pathMappings,
    servedCertificates: configuration.servers,
    files: {
      ...files,
      includes: isLookedAt,
    },
  });
  const isUsual = (rule: Rule): boolean => configuration.pedantic || rule.isPedantic !== true;
  const running = rules.filter(rule => isUsual(rule) || selection.asksFor(rule.id));
  const problems = [
    ...model.faults.map(faultProblem),
    ...mistakes,
    ...running.flatMap(rule => {
      const found = problemsOf(rule, model, { now, options: configuration, matchesHash }).flatMap(entry => {
        const problem = underBranches(entry.problem, templates, isLookedAt);
        return problem === undefined ? [] : [{ ...entry, problem }];
      });
      return isUsual(rule) ? found : found.filter(({ problem }) => isAskedFor(rule.id, problem, selection));
    }),
  ];
  const judgement = judge(problems, {
    selection,
    comments: [...sourcesOf(model, problems)].flatMap(([source, syntax]) => ignoreCommentsOf(source, syntax)),
    ranIds: new Set([...running, ...ENGINE_RULES].map(rule => rule.id)),
    allIds: [...rules, ...ENGINE_RULES].map(rule => rule.id),
    now,
  });
  const secrets = [
    ...withoutDocuments([...meanings.flatMap(meaning => meaning.secrets), ...secretsBehind(model.references)], model),
    ...model.faults.map(fault => fault.hidden),
    // Where a reader broke, nobody knows what is a secret.
    ...mistakes.map(({ problem }) => problem.at.file.span(0, problem.at.file.text.length)),
  ];
  const silenced = silentAbout(secrets);
  return {
    findings: judgement.findings.map(silenced),
    ignored: judgement.ignored.map(ignored => ({ ...ignored, finding: silenced(ignored.finding) })),
    unread: [
      ...unread,
      ...model.faults.map(({ at, reason }) => ({ path: at.file.path, reason })),
      ...lockedContainersOf(model),
    ].sort((a, b) => inCodeUnitOrder(a.path, b.path)),
    rules: [...running, ...ENGINE_RULES],
    files: fileCountsOf(files.paths, model.documents, shard),
    certificates: listedCertificates(model),
    secrets,
    now,
    judgedBy: judgedBy(configuration),
  };
}

/** True where the user gives a pedantic rule a level in the file of a problem. */
function isAskedFor(ruleId: string, { at }: Problem, selection: Selection): boolean {
  return selection.levelOf(ruleId, at.file.path) !== undefined;
}

/**
 * Secrets without the entries of Secret objects that hold a configuration in clear: what is secret in one of those is
 * known by itself, and the rest of a line may be shown.
 */
function withoutDocuments(secrets: readonly Span[], { documents }: Model): readonly Span[] {
  const byFile = groupedBy(
    documents.flatMap(({ dialect, within, source }) => {
      const span = within?.kind === 'Secret' && dialect !== 'pem' ? source?.span(0, source.text.length) : undefined;
      return span?.exact === true ? [span] : [];
    }),
    span => span.file.path,
  );
  const inOrder = new Map([...byFile].map(([path, spans]) => [path, spans.toSorted((a, b) => a.start - b.start)]));
  return secrets.filter(({ file, start, end }) => {
    const spans = inOrder.get(file.path) ?? [];
    const first = spans[firstIndexWhere(spans, span => span.start >= start)];
    return first === undefined || first.end > end;
  });
}

/** Where the secrets stand that references lead to, in files that are no documents too. */
function secretsBehind(references: readonly ResolvedReference[]): readonly Span[] {
  return references.flatMap(({ found }) =>
    (found.kind === 'file' || found.kind === 'entry') && found.secret !== undefined ? [found.secret.value.span] : [],
  );
}

/**
 * What the documents were read from, and whose comments it has, and the values that templates put in. A file whose
 * text is read by several is one.
 */
function sourcesOf({ documents }: Model, problems: readonly RuleProblem[]): ReadonlyMap<SourceText, CommentSyntax> {
  const sources = new Map<SourceText, CommentSyntax>();
  for (const document of documents) for (const [text, syntax] of textsAround(document)) sources.set(text, syntax);
  const paths = new Set(documents.map(({ file }) => file.path));
  for (const { at } of problems.map(({ problem }) => problem)) {
    if (at.via === undefined || paths.has(at.file.path)) continue;
    paths.add(at.file.path);
    sources.set(at.file, 'yaml');
  }
  return sources;
}

/** The text that a document was read from, and those that this one was decoded out of. */
function* textsAround({ dialect, file, source = file, language }: Document): Generator<[SourceText, CommentSyntax]> {
  yield [source, dialect === 'pem' ? 'lines' : (language ?? 'yaml')];
  if (dialect === 'script' || dialect === 'systemd-unit') return;
  for (let text = source; isDerived(text); text = text.outer) {
    const syntax = text instanceof MaskedText ? text.template.language : 'yaml';
    if (!(text.outer instanceof MaskedText)) yield [text.outer, syntax];
  }
}

function fileCountsOf(
  paths: readonly string[],
  documents: readonly Document[],
  shard: Shard | undefined,
): Report['files'] {
  const isCounted = (path: string): boolean => shard === undefined || isInShard(path, shard);
  const counted = documents.filter(({ file }) => isCounted(file.path));
  return { seen: paths.filter(isCounted).length, documents: countsByDialect(counted) };
}

function countsByDialect(documents: readonly Document[]): Report['files']['documents'] {
  const counts: Record<string, number> = {};
  for (const dialect of documents.map(document => document.dialect).sort()) {
    counts[dialect] = (counts[dialect] ?? 0) + 1;
  }
  return counts;
}
