/** `text`, or as much of its beginning as fits with an ellipsis into `limit` UTF-16 units. Splits no surrogate pair. */
export function cutTo(limit: number, text: string): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
