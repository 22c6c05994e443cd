/** A key as a piece of a JSON pointer (RFC 6901). */
export function pointerPiece(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys and indexes that a JSON pointer is made of. */
export function keysOfPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(piece => piece.replaceAll('~1', '/').replaceAll('~0', '~'));
}
