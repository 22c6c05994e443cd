/**
 * What a reader cannot see, or what changes how other characters are seen: control characters (C0, C1), format
 * characters (bidirectional controls, zero-width ones), lone surrogates, line and paragraph separators, and what is
 * ignored by default but for the variation selectors of emoji.
 */
function unseen(): RegExp {
  return /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
}

const PLAIN = /^[ -~]*$/;

const NARROW_FORM = /^[\uff61-\uffdc]$/u;

/** `text` on one line, with each unseen character, line breaks and tabs too, written as `\u{202e}`. */
export function visibleText(text: string): string {
  // Nearly always, and then the large class above need not be looked up: V8 does that where the expression stands.
  return PLAIN.test(text) ? text : text.replace(unseen(), escapedCharacter);
}

/** `text` with its lines (LF) and tabs as they stand, and each other unseen character written as `\u{202e}`. */
export function visibleLines(text: string): string {
  return text.replace(unseen(), character =>
    character === '\n' || character === '\t' ? character : escapedCharacter(character),
  );
}

/** True where every character of a text of several lines, whose breaks are LF or CRLF, can be seen. */
export function isSeen(text: string): boolean {
  const lines = text.replaceAll('\r\n', '\n');
  return visibleLines(lines) === lines;
}

/**
 * How many columns of a terminal one visible character takes: two for East Asian wide ones (UAX #11) and emoji, none
 * for marks.
 */
export function columnsOf(character: string): number {
  if (character <= '~') return 1;
  if (/^[\p{Mn}\p{Me}]$/u.test(character)) return 0;
  return isWide(character) && !NARROW_FORM.test(character) ? 2 : 1;
}

function isWide(character: string): boolean {
  return /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u.test(
    character,
  );
}

/** A character by its number, so that it can be seen: `\u{202e}`. */
export function escapedCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
