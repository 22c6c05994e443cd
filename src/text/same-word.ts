/** True for the same name in another spelling: `ca_file` and `caFile`, `TLS1.2` and `TLS12`. */
export function isSameWord(one: string, other: string): boolean {
  return plainWord(one) === plainWord(other);
}

/** A word without what tells its spellings apart. */
export function plainWord(word: string): string {
  return word.replaceAll(/[-_.]/g, '').toLowerCase();
}
