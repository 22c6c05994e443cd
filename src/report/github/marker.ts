/** GitHub takes bodies of 65,536 characters; this leaves room for what it may count otherwise. */
export const MAX_BODY_LENGTH = 60_000;

/** What we write on GitHub: on pull requests, and for an audit its issue, those that are one too many, and comments there. */
type MarkedKind = 'comment' | 'suggestion' | 'audit' | 'duplicate' | 'news';

/**
 * The first line of what we write on GitHub, which nobody sees: what it is, the step of a workflow that wrote it, and a
 * name of its own.
 */
export function markerOf(kind: MarkedKind, step: string, name: string): string {
  return `<!-- promsec ${kind} ${step} ${name} -->`;
}

/**
 * The name in the first marker of a body, where it is of that kind and step. Anybody can write one, and somebody may have
 * put a note above it.
 */
export function markIn(kind: MarkedKind, step: string, body: string): string | undefined {
  const [, foundKind, foundStep, name] = /^<!-- promsec (\S+) (\S+) (\S+) -->/m.exec(body) ?? [];
  return foundKind === kind && foundStep === step ? name : undefined;
}
