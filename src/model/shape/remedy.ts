import { booleanOf, type YamlNode } from '../../parse/yaml-node.ts';
import { nearName } from '../../text/near-name.ts';
import type { FieldKind } from './field-kind.ts';

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
export function remedyForValue(text: string, { is, field: { values = [] } }: FieldKind): string | undefined {
  const near = nearName(text, values);
  if (near !== undefined) return `write ${near}`;
  if (values.length > 0 && values.length <= MOST_NAMED) return `write ${values.join(' or ')}`;
  return DURATION.test(is) ? 'write a duration such as 30s' : OF_FORMATS.get(is);
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
): string | undefined {
  const { is } = kind;
  if (belongs === 'list' || belongs === 'mapping') return `write a ${belongs}`;
  const scalar = node?.kind === 'scalar' ? node : undefined;
  const isQuoted = scalar !== undefined && scalar.style !== 'plain';
  if (is === 'bool') {
    const isRight = isQuoted && booleanOf({ ...scalar, style: 'plain' }) !== undefined;
    return isRight ? `write ${scalar.text} without quotes` : 'write true or false';
  }
  const number = NUMBERS.get(is);
  if (number !== undefined) {
    return isQuoted && number.test(scalar.text) ? `write ${scalar.text} without quotes` : 'write a number';
  }
  const remedy = remedyForValue(scalar?.text ?? '', kind);
  if (remedy !== undefined) return remedy;
  if (scalar === undefined) return 'write a single value';
  return belongs === 'text' && !isQuoted ? 'write it in quotes' : undefined;
}
