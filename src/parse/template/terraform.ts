import type { LexedAction, Step } from './blocks.ts';

const OPENING = /[$%]\{/g;
const WORD = /^[a-z]+\b/;
const OUTPUT: Step = { does: 'output' };

/**
 * The actions of a template of Terraform (`templatefile`) and of `envsubst`, in the order of the text, as HCL 2.23 finds
 * them (hclsyntax/scan_tokens.rl): `$${` and `%%{` are text, strings may hold templates of their own. What is not closed
 * is text, and so is a `%{` that begins no statement of HCL.
 */
export function terraformActionsOf(text: string): readonly LexedAction[] {
  const actions: LexedAction[] = [];
  const unclosed = new Set<number>();
  let from = 0;
  for (let start = openingFrom(text, from); start !== undefined; start = openingFrom(text, from)) {
    const end = unclosed.has(start) ? undefined : endOf(text, start, unclosed);
    const action = end === undefined ? undefined : actionOf(text, start, end);
    if (action !== undefined) actions.push(action);
    from = action?.end ?? start + 2;
  }
  return actions;
}

/** The next `${` or `%{` that no second sign before it makes text. */
function openingFrom(text: string, from: number): number | undefined {
  OPENING.lastIndex = from;
  for (let found = OPENING.exec(text); found !== null; found = OPENING.exec(text)) {
    if (found.index === from || text[found.index - 1] !== text[found.index]) return found.index;
  }
  return undefined;
}

/**
 * Where an interpolation ends, behind its brace.
 *
 * @param unclosed takes up all that were found open where the search ended in vain, so that none is searched for twice.
 */
function endOf(text: string, start: number, unclosed: Set<number>): number | undefined {
  // Of each interpolation, and of each string in it, the offset at which it begins.
  const open: { readonly at: number; readonly isString: boolean; depth: number }[] = [];
  open.push({ at: start, isString: false, depth: 0 });
  for (let at = start + 2; at < text.length; at += 1) {
    const innermost = open.at(-1);
    if (innermost === undefined) return at;
    const character = text[at];
    const isOpening = (character === '$' || character === '%') && text[at + 1] === '{';
    if (innermost.isString) {
      if (character === '\n') break;
      if (character === '\\') at += 1;
      else if (character === '"') open.pop();
      else if (isOpening && text[at - 1] !== character) {
        open.push({ at, isString: false, depth: 0 });
        at += 1;
      }
    } else if (isOpening) break;
    else if (character === '"') open.push({ at, isString: true, depth: 0 });
    else if (character === '{') innermost.depth += 1;
    else if (character === '}') {
      if (innermost.depth === 0) open.pop();
      else innermost.depth -= 1;
    }
  }
  if (open.length === 0) return text.length;
  for (const { at, isString } of open) if (!isString) unclosed.add(at);
  return undefined;
}

function actionOf(text: string, start: number, end: number): LexedAction | undefined {
  const code = text
    .slice(start + 2, end - 1)
    .replace(/^~/, '')
    .replace(/~$/, '')
    .trim();
  const step = text[start] === '$' ? OUTPUT : statementOf(code);
  return step === undefined ? undefined : { start, end, code, step };
}

function statementOf(code: string): Step | undefined {
  const word = WORD.exec(code)?.[0] ?? '';
  const condition = code.slice(word.length).trim();
  switch (word) {
    case 'if':
      return { does: 'open', keyword: 'if', condition };
    case 'for':
      return { does: 'open', keyword: 'range', condition };
    case 'else':
      return { does: 'part' };
    case 'endif':
      return { does: 'end', keyword: 'if' };
    case 'endfor':
      return { does: 'end', keyword: 'range' };
    default:
      return undefined;
  }
}
