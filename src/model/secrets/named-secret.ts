import { spanOf } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import type { Place } from '../walk.ts';

const NAME = /(?:passw(?:or)?d|passphrase|secret|token|credentials?|(?:api|secret|private|consumer|account)_?key)$/i;

/**
 * The values in a mapping that their keys call secrets, whether a rule knows of them or not: to be masked wherever the
 * text is shown.
 */
export function namedSecretsAt({ map }: Place): readonly Span[] {
  return map.pairs.flatMap(({ key, value }) =>
    value?.kind === 'scalar' && NAME.test(key.text.slice(-20)) ? [spanOf(value)] : [],
  );
}
