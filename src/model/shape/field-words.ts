import type { TypeFacts } from '../../documents/schema/facts.ts';
import type { Program } from './departure.ts';
import type { ShapeRoot } from './shape-root.ts';

const NAME = /^[\w./-]*/;
const LONGEST_NAME = 60;

/**
 * A key as it may be shown: as far as it is a name. What is more than that may be a value that a slip of the pen put there,
 * as in `{password:secret}`; where no colon follows the name, that may be one too, as in `secret username: a`.
 */
export function shownKey(key: string): string {
  const name = NAME.exec(key)?.[0] ?? '';
  if (name === key && name.length <= LONGEST_NAME) return key;
  return name === key || key.startsWith(':', name.length) ? `${name.slice(0, LONGEST_NAME)}...` : '...';
}

/** What a program says of a field that it does not know. @param pieces from the root to the block that has it. */
export function unknownFieldText(
  field: string,
  type: TypeFacts,
  { program, keys }: ShapeRoot,
  pieces: readonly string[],
): string {
  if (program === 'operator') return `unknown field "${apiPath([...keys, ...pieces, field])}"`;
  return `field ${shownKey(field)} not found in type ${type.go ?? 'plain'}`;
}

const INDEX = /^\d+$/;

/** As the API server writes it: `spec.endpoints[0].port`. */
function apiPath(pieces: readonly string[]): string {
  return pieces
    .map((piece, place) => (place > 0 && INDEX.test(piece) ? `[${piece}]` : `.${shownKey(piece)}`))
    .join('')
    .slice(1);
}

/** What it says of a key that comes twice. @param type absent where any keys are taken. */
export function repeatedKeyText(field: string, type: TypeFacts | undefined, program: Program): string {
  const name = shownKey(field);
  // go-yaml v3, decode.go, uniqueKeys.
  if (program === 'blackbox') return `mapping key "${name}" already defined`;
  if (program === 'operator' || type === undefined) return `key "${name}" already set in map`;
  return `field ${name} already set in type ${type.go ?? 'plain'}`;
}
