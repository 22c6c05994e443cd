import type { Branch } from '../../parse/template/template.ts';

/** What a branch asks, in a form that is the same wherever the same is asked, and the answer with which it is rendered. */
interface Asked {
  readonly question: string;
  readonly answer: boolean;
}

const DECLARATION = /^\$\w*(?:\s*,\s*\$\w*)?\s*:?=\s*/;
// Of a path or a group in parentheses alone, so that it is plain what is negated.
const NEGATION = /^(?:not\s+|not(?=\()|!\s*)([$.\w]+|\(.*\))$/s;
const PATH = /^[$.\w]+$/;
const LONGEST = 4096;

const ASKED = new WeakMap<Branch, readonly Asked[]>();
const DOTS = new WeakMap<Branch, string>();

/**
 * What a branch asks by itself: `not .Values.a` is the other answer to `.Values.a`, and `with .Values.a` asks the same
 * as `if .Values.a`. An `else` asks nothing more.
 */
export function answerOf(branch: Branch): readonly Asked[] {
  let asked = ASKED.get(branch);
  if (asked === undefined) {
    asked = branch.condition === undefined ? [] : [askedBy(branch.condition, dotAround(branch))];
    ASKED.set(branch, asked);
  }
  return asked;
}

function askedBy(condition: string, dot: string): Asked {
  if (condition.length > LONGEST) return { question: `${dot}${condition}`, answer: true };
  let question = ungrouped(condition.replace(DECLARATION, ''));
  let answer = true;
  for (let match = NEGATION.exec(question); match !== null; match = NEGATION.exec(question)) {
    const [, denied = ''] = match;
    if (!PATH.test(denied) && ungrouped(denied) === denied) break;
    question = ungrouped(denied);
    answer = !answer;
  }
  return { question: question.startsWith('$.') ? question.slice(1) : `${dot}${question}`, answer };
}

/** A text with single spaces, without parentheses around the whole of it. */
function ungrouped(text: string): string {
  let inner = text.trim().replace(/\s+/g, ' ');
  while (inner.startsWith('(') && closingOf(inner) === inner.length - 1) inner = inner.slice(1, -1).trim();
  return inner;
}

/** The offset of the parenthesis that closes the one at the start; parentheses in strings count, which is safe. */
function closingOf(text: string): number {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (text[offset] === '(') depth += 1;
    else if (text[offset] === ')') depth -= 1;
    if (depth === 0) return offset;
  }
  return -1;
}

/**
 * What a path that begins with a dot is about around a branch: in a `with` its value, in a loop another thing each time.
 */
function dotAround(branch: Branch): string {
  const { parent } = branch;
  if (parent === undefined) return '';
  let dot = DOTS.get(parent);
  if (dot === undefined) {
    dot = dotIn(parent);
    DOTS.set(parent, dot);
  }
  return dot;
}

function dotIn(branch: Branch): string {
  const { block, opening, condition } = branch;
  const isSameDot = block.keyword === 'if' || condition === undefined || /^else\s+if\b/.test(opening.code);
  if (isSameDot) return dotAround(branch);
  // One of its own: what the same words mean elsewhere does not matter then.
  return `${block.keyword} at ${opening.start}: `;
}
