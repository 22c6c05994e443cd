/** An action that is the whole of a text. */
interface WholeAction {
  readonly code: string;
  /** Where the code begins in the text, without white space around it. */
  readonly start: number;
  /** True where the text has quotes around the action. */
  readonly isQuoted: boolean;
}

const OPENING = /^\{\{(?:-(?=\s))?\s*/;
const CLOSING = /\s(?:-)?\}\}$|\}\}$/;
const LONGEST = 4096;
const LITERAL = /"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'/g;

/** The action of a Go template that is all there is in a text; `undefined` where there is more, or none. */
export function wholeAction(text: string): WholeAction | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const quote = /^(["'])\{\{[^]*\}\}\1$/.exec(trimmed)?.[1];
  const action = quote === undefined ? trimmed : trimmed.slice(1, -1);
  const [opening] = OPENING.exec(action) ?? [];
  const [closing] = CLOSING.exec(action) ?? [];
  if (opening === undefined || closing === undefined || action.length < opening.length + closing.length)
    return undefined;
  const code = action.slice(opening.length, action.length - closing.length);
  const bare = code.replace(LITERAL, '');
  if (bare.includes('}}') || bare.includes('{{')) return undefined;
  return { code, start: opening.length + (quote === undefined ? 0 : 1), isQuoted: quote !== undefined };
}
