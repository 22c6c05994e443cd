import type { YamlNode, YamlScalar } from '../../parse/yaml-node.ts';
import type { TextEdit } from '../../text/source.ts';
import type { Mending } from '../mending.ts';
import { camelOf } from '../role.ts';
import type { Rewriting } from './remedy.ts';
import type { ShapePlace } from './shape-place.ts';

/**
 * Writes a value in another way. The value itself is in no edit, since it may be a secret. `undefined` where it stands
 * elsewhere, or is written in a way that says more than its text.
 */
export function rewritingOf(place: ShapePlace, rewriting: Rewriting): Mending | undefined {
  const { node, keys } = place;
  if (node?.kind !== 'scalar' || !standsAt(node, place)) return undefined;
  const edits = editsOf(node, rewriting);
  const made = edits.filter(edit => edit !== undefined);
  if (made.length === 0 || made.length < edits.length) return undefined;
  const isSame = rewriting === 'bare' || (rewriting !== 'quoted' && rewriting.isSame);
  return { edits: made, isCertain: isSame && !turnsVerificationOff(keys.at(-1) ?? '', node) };
}

/** False for what an alias leads to. */
function standsAt({ source, start, end }: YamlNode, { pair, entry }: ShapePlace): boolean {
  const { key, value } = pair ?? entry ?? {};
  return key !== undefined && key.source === source && start >= key.end && value !== undefined && end <= value.end;
}

function editsOf(scalar: YamlScalar, rewriting: Rewriting): readonly (TextEdit | undefined)[] {
  const { source, start, end, style, tag } = scalar;
  const isQuoted = style === 'single' || style === 'double';
  const written = isQuoted ? source.text.slice(start + 1, end - 1) : source.text.slice(start, end);
  if (style === 'literal' || style === 'folded') return [];
  const isItself = written === scalar.text && tag === undefined;
  if (typeof rewriting === 'object') {
    return [isQuoted ? source.edit(start + 1, end - 1, rewriting.word) : source.edit(start, end, rewriting.word)];
  }
  if (!isItself || isQuoted !== (rewriting === 'bare')) return [];
  if (rewriting === 'bare') return [source.edit(start, start + 1, ''), source.edit(end - 1, end, '')];
  return /["\\]/.test(written) ? [] : [source.edit(start, start, '"'), source.edit(end, end, '"')];
}

/** A switch that was refused so far. */
function turnsVerificationOff(field: string, { text }: YamlScalar): boolean {
  return camelOf(field) === 'insecureSkipVerify' && !/^(?:n|no|off|false)$/i.test(text);
}
