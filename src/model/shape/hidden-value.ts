import { booleanOf, isNull, spanOf, type YamlNode, type YamlPair } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import { shownKey } from './field-words.ts';

/** What of an entry that nobody knows may be a secret: its value, and its key where that is more than a name. */
export function hiddenInUnknown({ key, value }: YamlPair): Span | undefined {
  const end = value?.source === key.source ? value.end : key.end;
  if (shownKey(key.text) !== key.text) return key.source.span(key.start, Math.max(key.end, end));
  return value === undefined || isHarmless(value) ? undefined : spanOf(value);
}

// A text in the place of a mapping may be all of that in quotes, or the one thing in it that counts:
// `authorization: Bearer ...`.
const MAY_HOLD_SECRETS = /secret|url|^(?:\[\])?[A-Z]|map /;

/** What of a value that is refused may be a secret. @param is the type of its field, where it is known. */
export function hiddenInValue(node: YamlNode | undefined, is = ''): Span | undefined {
  if (node === undefined || isHarmless(node)) return undefined;
  return node.kind !== 'scalar' || MAY_HOLD_SECRETS.test(is) ? spanOf(node) : undefined;
}

/** True for what tells nobody anything, and for what stands on lines of its own, which no frame of the key shows. */
function isHarmless(node: YamlNode): boolean {
  if (node.kind !== 'scalar') return node.source.text.slice(node.start, node.end).includes('\n');
  return isNull(node) || booleanOf({ ...node, style: 'plain' }) !== undefined;
}
