import type { Fault, ReadDocument } from '../documents/document.ts';
import { INTERNAL_ERROR, UNREADABLE_FILE } from '../findings/engine-rules.ts';
import { meaningOf, type Meaning } from '../model/meaning.ts';
import type { Model } from '../model/model.ts';
import type { Decipher } from '../parse/pkcs12.ts';
import type { RuleProblem } from '../policy/judge.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import { SourceFile, type Span } from '../text/source.ts';

/** What a document means, or that reading it went wrong by our own mistake. */
export function meaningOrMistake(
  document: ReadDocument,
  decipher?: Decipher,
): { readonly meaning: Meaning } | { readonly mistake: RuleProblem } {
  try {
    return { meaning: meaningOf(document, decipher) };
  } catch (error) {
    return {
      mistake: mistake(`reading a document of the dialect ${document.dialect}`, document.file.span(0, 0), error),
    };
  }
}

/** What became of a file, or that reading it went wrong by our own mistake; nothing of the file is shown then. */
export function readingOrMistake<Reading>(
  path: string,
  read: () => Reading,
): { readonly reading: Reading } | { readonly mistake: RuleProblem } {
  try {
    return { reading: read() };
  } catch (error) {
    return { mistake: mistake('reading a file', new SourceFile(path, '').span(0, 0), error) };
  }
}

/** What a rule says of the model. A rule that throws says that, and costs the others nothing. */
export function problemsOf(rule: Rule, model: Model, context: RuleContext): readonly RuleProblem[] {
  try {
    return [...rule.check(model, context)].map(problem => ({ rule, problem }));
  } catch (error) {
    const [first] = model.documents;
    // Without a document no rule has anything to stumble over.
    if (first === undefined) throw error;
    return [mistake(`the rule ${rule.id}`, first.file.span(0, 0), error)];
  }
}

/** The finding for something that could not be read. */
export function faultProblem({ at, reason, isOursByName }: Fault): RuleProblem {
  const message = isOursByName
    ? `this cannot be read: ${reason}; mend it, since Prometheus cannot read it either`
    : `nothing here was checked: ${reason}`;
  const subject = { path: '', kind: 'file' };
  return { rule: UNREADABLE_FILE, problem: { at, subject, message, isMilder: !isOursByName } };
}

function mistake(what: string, at: Span, error: unknown): RuleProblem {
  // The kind of error and not its message, which may quote what was read.
  const kind = error instanceof Error ? error.name : 'error';
  const message = `promsec broke (${kind}) on ${what}; please report it, and read the other findings as they stand`;
  return { rule: INTERNAL_ERROR, problem: { at, subject: { path: what, kind: 'mistake' }, message } };
}
