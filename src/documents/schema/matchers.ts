const CLASSIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*\s*(?<operator>=~|=|!=|!~)\s*(?<value>[^]*)$/;

/** A token of the newer syntax, which has any text without reserved letters, or in quotes as Go writes them. */
const TOKEN =
  /\s*(?:(?<quoted>"(?:[^"\\\n]|\\(?:[abfnrtv\\"]|x[\da-f]{2}|[0-7]{3}|u[\da-f]{4}|U[\da-f]{8}))*")|(?<bare>[^\s{}!=~,\\"'`]+)|(?<sign>=~|!~|!=|[=,{}]))/iy;

/**
 * Whether Alertmanager takes a text for matchers: any number of `name="value"` with the operators `=`, `!=`, `=~` and `!~`,
 * between commas, in braces or not. It tries the syntax of `matcher/parse` (UTF-8) and that of `pkg/labels` (classic), and
 * one is enough (`matcher/compat`, v0.34.0). `isRegexp` judges the values of `=~` and `!~`.
 */
export function isMatcherList(text: string, isRegexp: (text: string) => boolean): boolean {
  return isClassicList(text, isRegexp) || isNewerList(text, isRegexp);
}

function isClassicList(text: string, isRegexp: (text: string) => boolean): boolean {
  const inside = text.replace(/^\{/, '').replace(/\}$/, '');
  const parts = splitOutsideQuotes(inside);
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.every(part => isClassicMatcher(part, isRegexp));
}

function splitOutsideQuotes(text: string): string[] {
  const parts = [''];
  let isQuoted = false;
  let isEscaped = false;
  for (const letter of text) {
    if (letter === ',' && !isQuoted) {
      parts.push('');
      continue;
    }
    if (letter === '"' && !isEscaped) isQuoted = !isQuoted;
    isEscaped = letter === '\\' && !isEscaped;
    parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts;
}

function isClassicMatcher(text: string, isRegexp: (text: string) => boolean): boolean {
  const { operator = '', value = '' } = CLASSIC.exec(text.trim())?.groups ?? {};
  if (operator === '') return false;
  const isQuoted = value.startsWith('"');
  const inside = isQuoted ? /^"(?<inside>(?:[^"\\]|\\[^])*)"$/.exec(value)?.groups?.['inside'] : value;
  if (inside === undefined || (!isQuoted && /^(?:[^"\\]|\\[^]|\\$)*"/.test(inside))) return false;
  return !operator.endsWith('~') || isRegexp(unescaped(inside));
}

function isNewerList(text: string, isRegexp: (text: string) => boolean): boolean {
  const tokens = tokensOf(text);
  if (tokens === undefined) return false;
  const isBraced = tokens[0] === '{';
  if (isBraced !== (tokens.length > 1 && tokens.at(-1) === '}')) return false;
  const inside = isBraced ? tokens.slice(1, -1) : tokens;
  // Four tokens each, the comma of the last one may be left out.
  for (let at = 0; at < inside.length; at += 4) {
    const [name = '', operator = '', value = '', comma = ','] = inside.slice(at, at + 4);
    if (isSign(name) || !/^(?:=~|!~|!=|=)$/.test(operator) || value === '' || isSign(value) || comma !== ',')
      return false;
    const pattern = value.startsWith('"') ? unescaped(value.slice(1, -1)) : value;
    if (operator.endsWith('~') && !isRegexp(pattern)) return false;
  }
  return true;
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    tokens.push(match.groups?.['quoted'] ?? match.groups?.['bare'] ?? match.groups?.['sign'] ?? '');
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function isSign(token: string): boolean {
  return /^(?:=~|!~|!=|[=,{}])$/.test(token);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(?<letter>[n"\\])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
