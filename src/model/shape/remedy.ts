import { booleanOf, type YamlNode, type YamlScalar } from '../../parse/yaml-node.ts';
import { nearName } from '../../text/near-name.ts';
import { isSameWord } from '../../text/same-word.ts';
import type { FieldKind } from './field-kind.ts';

/** What to do about a value. */
interface Remedy {
  /** As an order: `write TLS12`. */
  readonly words: string;
  /** Set where what is to be written is known. */
  readonly rewriting?: Rewriting;
}

/** Another way to write a value: without its quotes, in quotes, or by another word. */
export type Rewriting = 'bare' | 'quoted' | { readonly word: string; readonly isSame: boolean };

const MOST_NAMED = 8;

const DURATION = /duration/;
const OF_FORMATS: ReadonlyMap<string, string> = new Map([
  ['size', 'write a size such as 512MB'],
  ['http-url', 'write a URL that begins with http:// or https://'],
  ['target-file', 'write a path that ends in .json, .yml or .yaml'],
  ['rooted-path', 'write a path that begins with /'],
  ['notifier-url', 'write a URL that begins with http:// or https://'],
  ['secret-url', 'write a URL that begins with http:// or https://'],
  ['template-url', 'write a URL that begins with http:// or https://'],
  ['host-port', 'write host:port'],
  ['matchers', 'write it as name="value"'],
  ['weekday-range', 'write a day such as monday, or days such as monday:friday'],
  ['time-of-day', 'write a time such as 09:00'],
]);

/** What to write in the place of a value that is of the right kind and not taken, where a few words can say it. */
export function remedyForValue(text: string, { is, field: { values = [] } }: FieldKind): Remedy | undefined {
  const same = values.find(value => isSameWord(value, text));
  const near = same ?? nearName(text, values);
  if (near !== undefined) {
    return { words: `write ${near}`, rewriting: { word: near, isSame: same !== undefined } };
  }
  if (values.length > 0 && values.length <= MOST_NAMED) return { words: `write ${values.join(' or ')}` };
  const words = DURATION.test(is) ? 'write a duration such as 30s' : OF_FORMATS.get(is);
  return words === undefined ? undefined : { words };
}

const INTEGER = /^-?\d+$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const NUMBERS: ReadonlyMap<string, RegExp> = new Map([
  ['int', INTEGER],
  ['uint', INTEGER],
  ['float', NUMBER],
]);

/**
 * What to write in the place of a value of another kind.
 * @param belongs what the value has to be, for one that is no list, mapping, boolean or number: a `text` of the API server
 *   does not take what YAML reads as a number.
 */
export function remedyForKind(
  node: YamlNode | undefined,
  kind: FieldKind,
  belongs: 'list' | 'mapping' | 'text' | 'scalar',
): Remedy | undefined {
  const { is } = kind;
  if (belongs === 'list' || belongs === 'mapping') return { words: `write a ${belongs}` };
  const scalar = node?.kind === 'scalar' ? node : undefined;
  const isQuoted = scalar !== undefined && scalar.style !== 'plain';
  if (is === 'bool') {
    const isRight = isQuoted && booleanOf({ ...scalar, style: 'plain' }) !== undefined;
    return isRight ? withoutQuotes(scalar) : { words: 'write true or false' };
  }
  const number = NUMBERS.get(is);
  if (number !== undefined) {
    return isQuoted && number.test(scalar.text) ? withoutQuotes(scalar) : { words: 'write a number' };
  }
  const remedy = remedyForValue(scalar?.text ?? '', kind);
  if (remedy !== undefined) return remedy;
  if (scalar === undefined) return { words: 'write a single value' };
  return belongs === 'text' && !isQuoted ? { words: 'write it in quotes', rewriting: 'quoted' } : undefined;
}

function withoutQuotes({ text }: YamlScalar): Remedy {
  return { words: `write ${text} without quotes`, rewriting: 'bare' };
}
