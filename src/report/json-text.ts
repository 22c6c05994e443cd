/**
 * `##[` is a command wherever it stands in a line of a GitHub log; the rest can hide or turn other text in a terminal.
 */
function unsafeInLog(): RegExp {
  return /(?<=#)#(?=\[)|[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u007f-\u009f]/gu;
}

const MAY_BE_UNSAFE = /##\[|[^\n -~]/;

/**
 * `value` as JSON, two spaces deep, with a final newline. Where a string holds what a log would obey or a terminal
 * would not show, it is written as an escape of JSON: a reader gets the same value.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  // Mostly not, and then the large class above need not be looked up: V8 does that where the expression stands.
  return `${MAY_BE_UNSAFE.test(text) ? text.replace(unsafeInLog(), escaped) : text}\n`;
}

function escaped(character: string): string {
  return character
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
