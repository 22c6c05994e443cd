import type { YamlPair } from '../../parse/yaml-node.ts';
import { areTogether } from './certainty.ts';

/** Each entry whose key another one has before it, where a template does not put them in by turns. */
export function* repetitionsIn(
  pairs: readonly YamlPair[],
): Generator<{ readonly first: YamlPair; readonly pair: YamlPair }> {
  const earlier = new Map<string, YamlPair[]>();
  for (const pair of pairs) {
    const same = earlier.get(pair.key.text);
    const first = same?.find(other => areTogether(pair, other));
    if (first !== undefined) yield { first, pair };
    if (same === undefined) earlier.set(pair.key.text, [pair]);
    else same.push(pair);
  }
}
