import { goExpression, type GoExpression } from '../parse/template/go-expression.ts';
import { branchAt } from '../parse/template/template-place.ts';
import type { Branch, Template } from '../parse/template/template.ts';
import type { ChartValues } from './chart.ts';
import { called, isTrue, NOTHING, valueBelow, type TemplateValue } from './template-value.ts';

/** Whether a branch is rendered with the defaults of the chart. */
export type ByDefault = 'yes' | 'no' | 'unknown';

interface Declaration {
  readonly code: string;
  /** The branch that it stands in. */
  readonly at: Branch | undefined;
}

const DECLARATION = /^(\$\w+)\s*:?=\s*([^]*)$/;
// Of a loop, with the key and the value of each turn.
const LOOP_DECLARATION = /^(\$\w+)(?:\s*,\s*(\$\w+))?\s*:=/;
const DEEPEST = 16;
const CONTEXT: TemplateValue = { kind: 'context' };

// One for all documents of a template, so that what is looked up in the whole of it is looked up once.
const SCOPES = new WeakMap<Template, WeakMap<ChartValues, TemplateScope>>();

/** The scope of a template in a chart: the same one each time. */
export function scopeOf(template: Template, chart: ChartValues): TemplateScope {
  const ofTemplate = SCOPES.get(template) ?? new WeakMap<ChartValues, TemplateScope>();
  SCOPES.set(template, ofTemplate);
  const scope = ofTemplate.get(chart) ?? new TemplateScope(template, chart);
  ofTemplate.set(chart, scope);
  return scope;
}

/** What the expressions of a Go template are with the defaults of its chart: what stands in them decides, and where. */
export class TemplateScope {
  readonly #template: Template;
  readonly #chart: ChartValues;
  readonly #dots = new Map<Branch, TemplateValue | undefined>();
  readonly #variables = new Map<string, TemplateValue | undefined>();
  #declarations: ReadonlyMap<string, readonly Declaration[]> | undefined;
  #depth = 0;
  #nodesLeft = 100_000;

  constructor(template: Template, chart: ChartValues) {
    this.#template = template;
    this.#chart = chart;
  }

  /**
   * Takes one of the nodes of values that may be put into the template; false where none is left, so that a template
   * that prints large values again and again costs what it is long.
   */
  takesNode(): boolean {
    this.#nodesLeft -= 1;
    return this.#nodesLeft >= 0;
  }

  /** What an expression is in a branch; `undefined` where that is not known. */
  valueOf(expression: GoExpression | undefined, at: Branch | undefined): TemplateValue | undefined {
    switch (expression?.kind) {
      case undefined:
        return undefined;
      case 'literal':
        return expression;
      case 'call':
        return called(expression.name, expression.operands, operand => this.valueOf(operand, at));
      case 'path': {
        const from = this.#origin(expression.from, at);
        return from?.kind === 'context' ? this.#inContext(expression.keys) : from && valueBelow(from, expression.keys);
      }
    }
  }

  /** Whether a branch is rendered by itself, where what is around it is. */
  byDefault(branch: Branch): ByDefault {
    const questions = branch.block.branches.slice(Math.max(0, branch.index - DEEPEST), branch.index);
    const answers = new Set([
      ...questions.map(other => this.#holds(other)).map(holds => (holds === undefined ? undefined : !holds)),
      branch.condition === undefined ? true : this.#holds(branch),
    ]);
    if (answers.has(false)) return 'no';
    return answers.has(undefined) || branch.index > DEEPEST ? 'unknown' : 'yes';
  }

  #holds({ condition = '', parent }: Branch): boolean | undefined {
    return isTrue(this.#valueOfCode(withoutDeclaration(condition), parent));
  }

  #valueOfCode(code: string, at: Branch | undefined): TemplateValue | undefined {
    if (this.#depth === DEEPEST) return undefined;
    this.#depth += 1;
    const value = this.valueOf(goExpression(code), at);
    this.#depth -= 1;
    // It stands in another action, where its offsets lead nowhere.
    return value?.kind === 'literal' ? { ...value, start: -1, end: -1 } : value;
  }

  #inContext(keys: readonly string[]): TemplateValue | undefined {
    const [first, ...others] = keys;
    if (first === undefined) return CONTEXT;
    if (first !== 'Values') return undefined;
    const node = this.#chart.at(others);
    return node === undefined ? NOTHING : { kind: 'node', node };
  }

  #origin(from: string, at: Branch | undefined): TemplateValue | undefined {
    if (from === '$') return CONTEXT;
    if (from === '.') return this.#dotIn(at);
    if (this.#variables.has(from)) return this.#variables.get(from);
    // Unknown as long as it is looked for.
    this.#variables.set(from, undefined);
    const [declaration, ...others] = this.#declared().get(from) ?? [];
    if (declaration === undefined || others.length > 0) return undefined;
    const value = this.#valueOfCode(declaration.code, declaration.at);
    this.#variables.set(from, value);
    return value;
  }

  /** What the dot is in a branch. That of a named template is taken for what templates begin with, as it mostly is. */
  #dotIn(at: Branch | undefined): TemplateValue | undefined {
    const passed: Branch[] = [];
    let branch = at;
    while (branch !== undefined && !this.#dots.has(branch) && !hasOwnDot(branch)) {
      passed.push(branch);
      branch = branch.parent;
    }
    const dot = branch === undefined ? CONTEXT : this.#ownDot(branch);
    for (const inner of passed) this.#dots.set(inner, dot);
    return dot;
  }

  #ownDot(branch: Branch): TemplateValue | undefined {
    const { block, condition = '', parent } = branch;
    if (block.keyword === 'define') return CONTEXT;
    if (this.#dots.has(branch)) return this.#dots.get(branch);
    // Unknown as long as it is looked for.
    this.#dots.set(branch, undefined);
    const dot = block.keyword === 'with' ? this.#valueOfCode(withoutDeclaration(condition), parent) : undefined;
    this.#dots.set(branch, dot);
    return dot;
  }

  /** The declarations of each variable, anywhere in the template. */
  #declared(): ReadonlyMap<string, readonly Declaration[]> {
    if (this.#declarations !== undefined) return this.#declarations;
    const declared = new Map<string, Declaration[]>();
    const add = (name: string, declaration: Declaration): void => {
      declared.set(name, [...(declared.get(name) ?? []).slice(0, 1), declaration]);
    };
    for (const { kind, code, start } of this.#template.actions) {
      const [, name, value] = (kind === 'quiet' && DECLARATION.exec(code)) || [];
      if (name !== undefined && value !== undefined) add(name, { code: value, at: branchAt(this.#template, start) });
    }
    for (const { block, condition = '', parent } of this.#template.branches) {
      const [, first, second] = LOOP_DECLARATION.exec(condition) ?? [];
      const code = block.keyword === 'range' ? '' : withoutDeclaration(condition);
      for (const name of [first, second]) if (name !== undefined) add(name, { code, at: parent });
    }
    this.#declarations = declared;
    return declared;
  }
}

/** True where the dot is another than around the branch. */
function hasOwnDot({ block, condition, opening }: Branch): boolean {
  if (block.keyword === 'if') return false;
  return block.keyword === 'define' || (condition !== undefined && !/^else\s+if\b/.test(opening.code));
}

function withoutDeclaration(condition: string): string {
  return condition.replace(LOOP_DECLARATION, '').trim();
}
