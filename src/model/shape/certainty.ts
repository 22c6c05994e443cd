import { isUnseen } from '../../documents/embedded/partial.ts';
import type { Branch } from '../../parse/template/template.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../../parse/yaml-node.ts';
import { isMerge } from '../merge.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { branchesAround } from '../template/assumption.ts';

const NO_ENTRY = Symbol('no entry');
const SEVERAL = Symbol('several branches');
/** The one branch of a template that entries stand in; `undefined` where they stand in none. */
type BranchIn = Branch | undefined | typeof NO_ENTRY | typeof SEVERAL;

/** What of a document is sure, and what other tools put in or leave out. Each node is looked at once. */
export class Certainty {
  readonly #isTemplate: (scalar: YamlScalar) => boolean;
  readonly #literal = new Map<YamlNode, boolean>();
  readonly #literalAsWritten = new Map<YamlNode, boolean>();
  readonly #branches = new Map<YamlNode, BranchIn>();

  /** @param isTemplate true of a scalar into which another tool puts something. */
  constructor(isTemplate: (scalar: YamlScalar) => boolean) {
    this.#isTemplate = isTemplate;
  }

  /** True where no other tool puts anything into a value or below it. */
  isLiteral(node: YamlNode | undefined): boolean {
    if (node === undefined) return true;
    let answer = this.#literal.get(node);
    if (answer === undefined) {
      answer = this.#isLiteralNode(node);
      this.#literal.set(node, answer);
    }
    return answer;
  }

  #isLiteralNode(node: YamlNode): boolean {
    switch (node.kind) {
      case 'scalar':
        return !this.#isTemplate(node);
      case 'list':
        return node.items.every(item => this.isLiteral(item));
      case 'map':
        return node.pairs.every(({ key, value }) => !holdsTemplate(key.text) && this.isLiteral(value));
    }
  }

  /** The same of a value that may be laid over another: what is there besides counts for nothing. */
  isLiteralAsWritten(node: YamlNode | undefined): boolean {
    if (node === undefined || node.kind === 'scalar') return this.isLiteral(node);
    let answer = this.#literalAsWritten.get(node);
    if (answer === undefined) {
      answer =
        node.kind === 'list'
          ? node.items.every(item => this.isLiteralAsWritten(item))
          : node.pairs.every(
              pair => isUnseen(pair) || (!holdsTemplate(pair.key.text) && this.isLiteralAsWritten(pair.value)),
            );
      this.#literalAsWritten.set(node, answer);
    }
    return answer;
  }

  /** True where all entries of a mapping are there together, and there are no others. */
  hasKnownEntries({ pairs }: YamlMap): boolean {
    const isKnown = (pair: YamlPair): boolean => {
      if (pair.under !== pairs[0]?.under || holdsTemplate(pair.key.text)) return false;
      return isMerge(pair) ? this.isWhole(pair.value) : pair.value?.kind !== 'scalar' || this.isLiteral(pair.value);
    };
    return pairs.every(isKnown);
  }

  /** True where nothing is left to other tools in a value: neither what stands in it nor what is there with what. */
  isWhole(node: YamlNode | undefined): boolean {
    return this.isLiteral(node) && (node === undefined || this.#branchIn(node) !== SEVERAL);
  }

  /** The branch that all entries in a node stand in. */
  #branchIn(node: YamlNode): BranchIn {
    if (this.#branches.has(node)) return this.#branches.get(node);
    let branch: BranchIn = NO_ENTRY;
    if (node.kind === 'list') for (const item of node.items) branch = common(branch, this.#branchIn(item));
    if (node.kind === 'map') {
      for (const { under, value } of node.pairs) {
        branch = common(common(branch, under), value === undefined ? NO_ENTRY : this.#branchIn(value));
      }
    }
    this.#branches.set(node, branch);
    return branch;
  }
}

function common(one: BranchIn, other: BranchIn): BranchIn {
  if (one === NO_ENTRY) return other;
  return other === NO_ENTRY || one === other ? one : SEVERAL;
}

/** True where two entries of a template are there together whenever the one that stands in more branches is. */
export function areTogether({ under: one }: YamlPair, { under: other }: YamlPair): boolean {
  if (one === undefined || other === undefined) return true;
  return branchesAround(one).includes(other) || branchesAround(other).includes(one);
}
