import type { YamlMap, YamlNode, YamlScalar } from '../../parse/yaml-node.ts';
import { nodeAt } from '../dialect.ts';
import { treeOf, type PathEntry, type PathStep } from './path-tree.ts';

// helm/helm pkg/strvals/parser.go, at v3.19: a dot parts keys, a backslash takes the next character as it is, brackets
// hold an index.
const STEP = /((?:\\.|[^\\.[\]])+)|\[(\d{1,9})\]/gs;
const SHAPE = /^(?:(?:\\.|[^\\.[\]])+(?:\[\d{1,9}\])*(?:\.(?!$)|$))+$/s;
const MAX_LENGTH = 10_000;
const CORE_TAG = 'tag:yaml.org,2002:';

/**
 * The values that a list of `{ name, value }` sets, as `helm --set` does: Argo CD's `parameters`, Helmfile's `set`.
 * `undefined` where it sets none.
 */
export function valuesOfParameters(parameters: YamlNode | undefined): YamlMap | undefined {
  if (parameters?.kind !== 'list') return undefined;
  return treeOf(parameters.items.flatMap(item => (item.kind === 'map' ? parameterOf(item) : [])));
}

function parameterOf(parameter: YamlMap): readonly PathEntry[] {
  const at = nodeAt(parameter, 'name');
  const value = nodeAt(parameter, 'value');
  if (at?.kind !== 'scalar' || value?.kind !== 'scalar') return [];
  const path = pathIn(at.text);
  const force = nodeAt(parameter, 'forceString');
  const isString = force?.kind === 'scalar' && force.text === 'true';
  return path === undefined ? [] : [{ path, at, value: typed(value, isString) }];
}

/** The steps of a path; `undefined` for what is none. */
function pathIn(name: string): readonly PathStep[] | undefined {
  if (name.length > MAX_LENGTH || !SHAPE.test(name)) return undefined;
  return [...name.matchAll(STEP)].map(([, key, index]) =>
    key === undefined ? { index: Number(index) } : { key: key.replaceAll(/\\(.)/gs, '$1') },
  );
}

/** A value as Helm takes it, whatever quotes stand around it: `true`, `false` and `null` are no strings unless forced. */
function typed(value: YamlScalar, isString: boolean): YamlScalar {
  return { ...value, tag: CORE_TAG + (isString ? 'str' : typeOf(value.text)) };
}

function typeOf(text: string): string {
  if (text === 'true' || text === 'false') return 'bool';
  return text === 'null' ? 'null' : 'str';
}
