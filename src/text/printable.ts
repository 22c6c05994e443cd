const NAME_UNITS = 100;
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** A name from a file as it may stand in a path or a message: one line of printable characters, and not endless. */
export function printable(name: string): string {
  const text = PLAIN.test(name) ? name : name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return text.length > NAME_UNITS ? `${text.slice(0, NAME_UNITS)}...` : text;
}
