import type { Action, Block, Branch } from '../../src/parse/template/template.ts';
import type { YamlNode, YamlPair } from '../../src/parse/yaml-node.ts';
import { rootOf } from '../parse/read-yaml.ts';

interface OpenBlock {
  readonly branches: Branch[];
  readonly block: Block;
}

/** The branches of a text in which `#if X`, `#else` ... `#end` on lines of their own stand for those of a template. */
function sketchedBranches(text: string): readonly Branch[] {
  const found: Branch[] = [];
  const open: OpenBlock[] = [];
  for (const { 0: line, 1: code = '', index } of text.matchAll(/^ *#(.*)\n/gm)) {
    const start = index + line.length;
    const opening: Action = { start: index, end: start, kind: 'branch', code };
    const last = open.at(-1);
    const ending = code === 'end' || code.startsWith('else') ? last?.branches.at(-1) : undefined;
    if (ending !== undefined) Object.assign(ending, { end: index });
    if (code === 'end') {
      open.pop();
      continue;
    }
    const isElse = code.startsWith('else');
    const words = /^(?:else )?(?:(if|with|range) ?)?(.*)$/s.exec(isElse && code === 'else' ? '' : code);
    const [, keyword = 'if', condition = ''] = words ?? [];
    const parent = (isElse ? open.at(-2) : last)?.branches.at(-1);
    if (!isElse) {
      const branches: Branch[] = [];
      open.push({ branches, block: { keyword: keyword as Block['keyword'], branches, isExhaustive: false } });
    }
    const top = open.at(-1);
    if (top === undefined) throw new Error('an else stands in no block');
    const branch: Branch = {
      block: top.block,
      index: top.branches.length,
      opening,
      start,
      end: text.length,
      ...(condition === '' ? {} : { condition }),
      ...(parent === undefined ? {} : { parent }),
    };
    top.branches.push(branch);
    found.push(branch);
  }
  return found;
}

/** The tree of a text with such branches, each entry under the innermost one that it stands in. */
export function sketchedTree(text: string): YamlNode | undefined {
  const branches = sketchedBranches(text);
  const root = rootOf(text);
  return root === undefined ? undefined : withBranches(root, branches);
}

function withBranches(node: YamlNode, branches: readonly Branch[]): YamlNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(item => withBranches(item, branches)) };
  const pairs = node.pairs.map(({ key, value }): YamlPair => {
    const under = branches.findLast(({ start, end }) => start <= key.start && key.start < end);
    return {
      key,
      ...(value === undefined ? {} : { value: withBranches(value, branches) }),
      ...(under === undefined ? {} : { under }),
    };
  });
  return { ...node, pairs };
}
