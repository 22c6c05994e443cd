const NAME_UNITS = 100;
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

// With a string in it: what makes the name, at length, and perhaps a secret.
const LONG_ACTION = /\{\{[^{}"`]*["`][^{}]*\}\}/g;

/**
 * A name from a file as it may stand in a path or a message: one line of printable characters, and not endless. Of
 * an action of a template that says more than where a value is, `{{...}}` is left.
 */
export function printable(name: string): string {
  const line = PLAIN.test(name) ? name : name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  const text = line.includes('{{') ? line.replace(LONG_ACTION, '{{...}}') : line;
  return text.length > NAME_UNITS ? `${text.slice(0, NAME_UNITS)}...` : text;
}
